/// The queries that were saved, in folders, and all that was ever run: both are searched as one
/// types and asked again. Keeps the project of the database that is open.
package orrery.ui.saved;
