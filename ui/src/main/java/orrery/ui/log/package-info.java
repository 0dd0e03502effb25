/// The queries: every statement that was sent, live, grouped by what the user did, with its time,
/// its rows and its reason.
package orrery.ui.log;
