/// Work off the window's thread: one interface, one implementation for the window and one on the
/// same thread for tests. Stale answers are dropped; work can be cancelled and tells how far it is.
package orrery.ui.task;
