package orrery.ui.code;

/// A change of the text: what stands from `start` to `end` becomes `insert`, then the selection
/// goes from `anchor` to `caret`. All offsets are UTF-16 units; the last two count in the new text.
record Edit(int start, int end, String insert, int anchor, int caret) {

  /// Inserts `text` in the place of a range and puts the caret behind it.
  static Edit insert(int start, int end, String text) {
    int caret = start + text.length();
    return new Edit(start, end, text, caret, caret);
  }

  /// Moves the caret and changes nothing.
  static Edit move(int caret) {
    return new Edit(caret, caret, "", caret, caret);
  }

  /// Returns `text` with this change made.
  String applyTo(String text) {
    return text.substring(0, start) + insert + text.substring(end);
  }
}
