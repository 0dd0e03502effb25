package orrery.orm.meta;

/// One of the values that a field may have, with the words shown for it.
public record Choice(Object value, String label) {}
