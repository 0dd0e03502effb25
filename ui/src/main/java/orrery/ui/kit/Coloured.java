package orrery.ui.kit;

import java.util.List;

/// A run of text with the style classes that it is shown in.
///
/// @param text its characters
/// @param styles the style classes, such as `syntax-string`
public record Coloured(String text, List<String> styles) {

  /// Makes it from a copy of `styles`.
  public Coloured {
    styles = List.copyOf(styles);
  }

  /// Makes a run in one style.
  public Coloured(String text, String style) {
    this(text, List.of(style));
  }

  /// Makes a run in no style of its own.
  public static Coloured plain(String text) {
    return new Coloured(text, List.of());
  }

  /// Returns the text of all runs together.
  public static String text(List<Coloured> runs) {
    StringBuilder text = new StringBuilder();
    runs.forEach(run -> text.append(run.text()));
    return text.toString();
  }
}
