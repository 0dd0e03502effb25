/// The window's start: where its files are, what it remembers, the sample, and the pictures of its
/// screens.
package orrery.app.window;
