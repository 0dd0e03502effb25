package orrery.orm.query;

/// A name that was given as a string: a field path such as `artist__name`, in an ordering also
/// `-title` or `?`.
public record Name(String text) implements Selection {}
