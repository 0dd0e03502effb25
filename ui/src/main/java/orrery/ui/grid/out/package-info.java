/// Rows as text and files for other programs: CSV, TSV, JSON, Markdown, SQL, spreadsheets. Each is
/// written row by row, so that a result of any length takes no memory.
package orrery.ui.grid.out;
