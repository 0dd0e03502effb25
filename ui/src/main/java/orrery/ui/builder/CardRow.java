package orrery.ui.builder;

import java.util.List;

/// One card of the builder, as it is drawn. Immutable; the form in it does what people do with it.
///
/// @param index its place among the cards, from 0
/// @param kind the name of its kind, for style classes and icons: `where`
/// @param title what it is called
/// @param muted whether it is left out of what is asked
/// @param form what is inside
/// @param warnings what goes wrong silently because of it
/// @param key what it was made from: cards with equal keys need not be drawn again
record CardRow(
    int index,
    String kind,
    String title,
    boolean muted,
    Form form,
    List<WarningLine> warnings,
    Object key) {

  /// Makes it from a copy of `warnings`.
  CardRow {
    warnings = List.copyOf(warnings);
  }

  /// A warning with what mends it.
  ///
  /// @param words what goes wrong
  /// @param fixes what mends it, each in its own way
  record WarningLine(String words, List<FixLine> fixes) {
    /// Makes it from a copy of `fixes`.
    WarningLine {
      fixes = List.copyOf(fixes);
    }
  }

  /// A way to mend something.
  ///
  /// @param words what a button for it says
  /// @param fix mends it
  record FixLine(String words, Runnable fix) {}
}
