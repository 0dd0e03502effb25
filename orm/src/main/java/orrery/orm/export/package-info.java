/// Models and chains as source that works elsewhere: Django's Python, Java against this library,
/// SQL, and JSON that is read back. Pure functions of what they are given.
package orrery.orm.export;
