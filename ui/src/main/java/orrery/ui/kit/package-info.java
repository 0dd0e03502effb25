/// Widgets that know no database: icons, fuzzy search, cards, empty states, toasts.
package orrery.ui.kit;
