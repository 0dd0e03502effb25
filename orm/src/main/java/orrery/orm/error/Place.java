package orrery.orm.error;

/// A place in a text: a line and a column, both counted from 1, columns in UTF-16 units.
public record Place(int line, int column) {

  /// Returns the place of the character at `offset` in `text`.
  public static Place of(String text, int offset) {
    int line = 1;
    int start = 0;
    int end = Math.min(offset, text.length());
    for (int i = 0; i < end; i++) {
      if (text.charAt(i) == '\n') {
        line++;
        start = i + 1;
      }
    }
    return new Place(line, end - start + 1);
  }

  @Override
  public String toString() {
    return "line " + line + ", column " + column;
  }
}
