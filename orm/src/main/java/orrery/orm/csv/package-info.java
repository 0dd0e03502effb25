/// Rows of a CSV file on their way into a model: how the file is written, which column is which
/// field, what is wrong with which cell.
package orrery.orm.csv;
