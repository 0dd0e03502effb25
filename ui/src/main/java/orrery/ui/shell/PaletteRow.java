package orrery.ui.shell;

import java.util.List;

/// One line of the palette.
///
/// @param icon the name of its icon
/// @param words what it says
/// @param about what stands beside it in grey
/// @param keys the keys that do the same; empty where none do
/// @param hit the places of the letters of `words` that were searched for
/// @param action what it does
public record PaletteRow(
    String icon, String words, String about, String keys, List<Integer> hit, Runnable action) {

  /// Makes it from a copy of `hit`.
  public PaletteRow {
    hit = List.copyOf(hit);
  }
}
