package orrery.ui.grid;

import java.util.List;

/// A look at what a cell stands for.
///
/// @param title what the object is called, or how many there are
/// @param about its model and key
/// @param lines some of its fields; of many objects, what the first are called
public record Peek(String title, String about, List<Line> lines) {

  /// A field of the object.
  public record Line(String name, Cell value) {}
}
