/// The doors of the library: what a Java program calls to open a database and ask it. Imported by
/// no other package of the library.
package orrery.orm;
