/// The result: rows that are fetched as they are scrolled to, single values, plans, and what went
/// wrong.
package orrery.ui.grid;
