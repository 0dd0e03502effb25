/// What is open and what is asked, as observable values, and the main window around them. The
/// features hang on these values and do not know each other.
package orrery.ui;
