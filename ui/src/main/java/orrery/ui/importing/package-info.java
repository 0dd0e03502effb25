/// Taking a CSV file into a model: which column becomes which field, the first rows with what is
/// wrong with them, and the import itself.
package orrery.ui.importing;
