/// Statements become text and bindings: one writer for all databases, which asks a
/// [orrery.orm.dialect.Dialect] where they differ. The text is Django's.
package orrery.orm.render;
