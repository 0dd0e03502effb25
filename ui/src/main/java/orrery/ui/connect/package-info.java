/// Opening a database: the start screen, recent databases, dropped files, progress and what failed.
package orrery.ui.connect;
