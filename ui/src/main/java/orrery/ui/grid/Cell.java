package orrery.ui.grid;

/// A value as the grid shows it.
///
/// @param text one line of text
/// @param style how it looks
/// @param note what stands beside it in grey; may be empty
public record Cell(String text, Style style, String note) {

  /// Makes one without a note.
  public Cell(String text, Style style) {
    this(text, style, "");
  }

  /// The looks of a value.
  public enum Style {
    /// Text that stands as it is.
    TEXT("cell-text"),
    /// Text of which only the start is shown.
    LONG("cell-long"),
    /// The empty text.
    EMPTY("cell-empty"),
    /// No value.
    NULL("cell-null"),
    /// A number.
    NUMBER("cell-number"),
    /// Yes.
    TRUE("cell-true"),
    /// No.
    FALSE("cell-false"),
    /// A date or a time.
    DATE("cell-date"),
    /// JSON, or a list.
    JSON("cell-json"),
    /// Bytes.
    BINARY("cell-binary"),
    /// An object, or several.
    RELATION("cell-relation"),
    /// The key of an object that does not exist.
    MISSING("cell-missing"),
    /// How many related objects there are.
    COUNT("cell-count"),
    /// A value that was not loaded.
    DEFERRED("cell-deferred"),
    /// A value that is on its way.
    LOADING("cell-loading"),
    /// A value that a new row gets where nobody gives it one.
    DEFAULT("cell-default");

    private final String css;

    Style(String css) {
      this.css = css;
    }

    /// Returns the style class.
    public String css() {
      return css;
    }
  }

  /// What stands in the place of a value that is on its way.
  public static final Cell PENDING = new Cell("", Style.LOADING);

  /// What stands in the place of a value that was not loaded.
  public static final Cell NOT_LOADED = new Cell("not loaded", Style.DEFERRED);
}
