/// The database's own tables: read them, and make models of them. An [orrery.orm.schema.Inspector]
/// says what is there, in words that no database owns; [orrery.orm.schema.ModelMaker] makes models
/// of that, by names that depend on nothing else.
package orrery.orm.schema;
