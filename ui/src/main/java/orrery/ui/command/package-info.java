/// Everything the user can do, once: id, words, keys, enabled, run. The menus, the toolbar, the
/// palette and the sheet of shortcuts are made from it.
package orrery.ui.command;
