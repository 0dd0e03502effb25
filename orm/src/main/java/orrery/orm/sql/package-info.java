/// A statement as it will be sent: columns and types, no text and no database. Names of models and
/// fields are gone here, so what was not resolved cannot be written.
package orrery.orm.sql;
