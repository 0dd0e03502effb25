package orrery.ui.grid;

/// A value that stands for itself: a count, an aggregate.
///
/// @param name what it is called
/// @param value the value as it is shown
public record Card(String name, Cell value) {}
