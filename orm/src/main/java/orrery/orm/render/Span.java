package orrery.orm.render;

/// Which part of a text was written for which node of the statement.
///
/// @param start the first character
/// @param end the character behind the last
/// @param node a node of the statement, the very one; an expression, a source of rows or a
///   statement
public record Span(int start, int end, Object node) {}
