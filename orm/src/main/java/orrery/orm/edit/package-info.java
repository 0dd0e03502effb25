/// What a builder or an editor may do next with a query, as pure functions over the text or the
/// query and the models: no window, no database.
package orrery.orm.edit;
