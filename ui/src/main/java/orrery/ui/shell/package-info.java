/// The window's frame: menu bar, toolbar, panes, status bar, palette and sheet of shortcuts.
package orrery.ui.shell;
