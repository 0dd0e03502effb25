package orrery.ui.kit;

import javafx.scene.control.Label;

/// A small word on coloured ground that says what something is: `read-only`, `view`.
public final class Badge extends Label {
  /// The grounds a badge can have.
  public enum Tone {
    /// Grey: it is so.
    NEUTRAL,
    /// Blue: it is worth knowing.
    ACCENT,
    /// Green: it is well.
    GOOD,
    /// Yellow: mind it.
    WARNING,
    /// Red: it went wrong.
    DANGER
  }

  /// Makes a badge.
  public Badge(String words, Tone tone) {
    super(words);
    getStyleClass().addAll("badge", style(tone));
    setMinWidth(USE_PREF_SIZE);
  }

  private static String style(Tone tone) {
    return switch (tone) {
      case NEUTRAL -> "badge-neutral";
      case ACCENT -> "badge-accent";
      case GOOD -> "badge-good";
      case WARNING -> "badge-warning";
      case DANGER -> "badge-danger";
    };
  }
}
