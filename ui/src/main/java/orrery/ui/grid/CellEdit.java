package orrery.ui.grid;

import java.util.List;

/// How a cell is edited.
///
/// @param row which row, from 0
/// @param column which column, from 0
/// @param title what it is called: the column, and of which row
/// @param way the way it is edited
/// @param text the value as text, to start from
/// @param isNullable whether it may be null
/// @param picks the values to choose from, where they are few and known
public record CellEdit(
    int row,
    int column,
    String title,
    CellEdit.Way way,
    String text,
    boolean isNullable,
    List<Pick> picks) {

  /// Makes it from a copy of the list.
  public CellEdit {
    picks = List.copyOf(picks);
  }

  /// The ways to edit a cell.
  public enum Way {
    /// One line of text.
    LINE,
    /// Text of several lines.
    LONG,
    /// JSON, which is checked while one types.
    JSON,
    /// A date, or a date and a time, with a calendar.
    DATE,
    /// One of a few values.
    PICK,
    /// An object that is looked for by typing.
    LINK
  }
}
