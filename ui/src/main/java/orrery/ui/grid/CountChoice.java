package orrery.ui.grid;

/// A relation whose objects can be counted in a column of its own.
///
/// @param name the relation's name on an object
/// @param target the model it leads to
/// @param isShown whether it is counted now
public record CountChoice(String name, String target, boolean isShown) {}
