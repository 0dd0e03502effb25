package orrery.ui.builder;

/// What the parts of a card know of it. Belongs to the window's thread.
interface CardContext {
  /// Makes an edit that leaves the card's nodes as they are, because the field that made it shows
  /// it already. Those that follow each other in one field are taken back together.
  ///
  /// @param field the id of the field
  void quietly(String field, Runnable edit);
}
