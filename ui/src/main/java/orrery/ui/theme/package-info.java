/// Light and dark, fonts, and the style sheets they are made of. Knows scenes, not features.
package orrery.ui.theme;
