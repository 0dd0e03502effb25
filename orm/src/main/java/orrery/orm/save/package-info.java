/// Objects become rows: saving one, many at once, changing relations, and deletion with all that
/// depends on it. The rules and the order of the statements are Django's.
package orrery.orm.save;
