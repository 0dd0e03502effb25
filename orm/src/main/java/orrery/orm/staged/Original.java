package orrery.orm.staged;

/// A row as it was when it was read: what a change starts from, and what must still be so when the
/// change is saved.
///
/// @param key the value of its primary key; of a composite key a list
/// @param values the values that were read
public record Original(Object key, Values values) {}
