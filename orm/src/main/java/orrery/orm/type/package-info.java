/// A column's type, and the Java value that stands for each kind of database value. What crosses
/// JDBC, and how, is a dialect's affair; which Java class a value has is settled here, once.
package orrery.orm.type;
