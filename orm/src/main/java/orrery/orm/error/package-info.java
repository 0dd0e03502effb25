/// Everything that can go wrong, under Django's and Python's names, with a place and a nearest
/// name. Every error here is an [orrery.orm.error.OrmError]; nothing else leaves the library on
/// purpose.
package orrery.orm.error;
