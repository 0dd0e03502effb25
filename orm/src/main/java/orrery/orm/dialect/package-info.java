/// What differs between databases: how values cross JDBC, how errors are called, what is lacking.
/// One class a database; whoever else must know which database it is asks its
/// [orrery.orm.dialect.Dialect].
package orrery.orm.dialect;
