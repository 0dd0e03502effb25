package orrery.ui.grid;

/// What cells hand on of what is done with them.
interface Hands {

  /// Shows the cell alone that the keyboard is in.
  void look();

  /// Says whether a cell leads to other objects.
  boolean leads(int row, int column);

  /// Opens the objects that a cell leads to.
  void follow(int row, int column);

  /// The mouse has come to a cell.
  void enter(GridCell cell);

  /// The mouse has left a cell.
  void leave(GridCell cell);
}
