package orrery.orm.chain;

/// A stretch of a text.
///
/// @param start the offset of its first character, in UTF-16 units
/// @param end the offset after its last character
public record Span(int start, int end) {}
