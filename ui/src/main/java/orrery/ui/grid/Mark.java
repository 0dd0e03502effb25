package orrery.ui.grid;

/// What is to become of a row or a cell that is not saved yet.
public enum Mark {
  /// Nothing.
  NONE("", "", ""),
  /// It is added.
  ADDED("added", "+", "added, not saved yet"),
  /// It gets another value.
  CHANGED("changed", "~", "changed, not saved yet"),
  /// It is removed.
  REMOVED("removed", "−", "removed, not saved yet"),
  /// It cannot be saved as it is.
  WRONG("wrong", "!", "cannot be saved");

  private final String style;
  private final String glyph;
  private final String words;

  Mark(String style, String glyph, String words) {
    this.style = style;
    this.glyph = glyph;
    this.words = words;
  }

  /// Returns the name of the pseudo-class; empty for nothing.
  public String style() {
    return style;
  }

  /// Returns the sign that says it without colour; empty for nothing.
  public String glyph() {
    return glyph;
  }

  /// Returns what it means.
  public String words() {
    return words;
  }
}
