package orrery.orm.chain;

import java.util.Arrays;

/// Where each character of a string came from: its offset in the text, which runs ahead of the
/// string's own wherever there was an escape.
final class Offsets {

  private int[] starts = new int[16];
  private int size;

  /// Says that the next character of the string stood at `offset`.
  void add(int offset) {
    if (size == starts.length) {
      starts = Arrays.copyOf(starts, size * 2);
    }
    starts[size++] = offset;
  }

  /// Appends all of `other`.
  void addAll(Offsets other) {
    for (int i = 0; i < other.size; i++) {
      add(other.starts[i]);
    }
  }

  /// Takes back the last, which is the place after the string.
  void dropLast() {
    size = Math.max(0, size - 1);
  }

  /// Returns the offset in the text of the character at `index`; of one past the last, or further,
  /// the place after the last.
  int at(int index) {
    if (size == 0) {
      return 0;
    }
    return starts[Math.max(0, Math.min(index, size - 1))];
  }
}
