package orrery.ui.code;

/// A line of the completion list.
///
/// @param kind what it is, in the words of the style classes: `to-one`
/// @param icon the name of its icon
/// @param name what it is called
/// @param about its type, target or parameters
public record Choice(String kind, String icon, String name, String about) {}
