package orrery.ui.code;

/// A stretch of the text, from `start` to before `end`, in UTF-16 units.
record Span(int start, int end) {

  /// Says whether the character at `offset` is in it.
  boolean has(int offset) {
    return start <= offset && offset < end;
  }
}
