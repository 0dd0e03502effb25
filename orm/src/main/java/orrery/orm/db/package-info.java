/// Connections, transactions, and the log of what was sent. A [orrery.orm.db.Database] is opened
/// once and used by any number of threads; what is special about one kind of database is its
/// [orrery.orm.db.Engine].
package orrery.orm.db;
