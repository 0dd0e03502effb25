package orrery.ui.builder;

/// What the parts of a card know of it. Belongs to the window's thread.
interface CardContext {
  /// Makes an edit that leaves the card's nodes as they are, because the field that made it shows
  /// it already. Those that follow each other in one field are taken back together.
  ///
  /// @param field the id of the field
  void quietly(String field, Runnable edit);

  /// Returns what a node is called that is called `local` in its part: unique in the card.
  String id(String local);

  /// Says whether a part is unfolded.
  ///
  /// @param initially whether it is before anyone said so
  boolean isOpen(String local, boolean initially);

  /// Unfolds a part, or folds it, and draws the card anew.
  void open(String local, boolean isOpen);

  /// Returns what the parts of a part know.
  default CardContext inside(String part) {
    return new PartContext(this, part);
  }

  /// A part of a card: what is in it has the part's name before its own.
  record PartContext(CardContext card, String part) implements CardContext {
    @Override
    public void quietly(String field, Runnable edit) {
      card.quietly(field, edit);
    }

    @Override
    public String id(String local) {
      return card.id(part + "-" + local);
    }

    @Override
    public boolean isOpen(String local, boolean initially) {
      return card.isOpen(part + "-" + local, initially);
    }

    @Override
    public void open(String local, boolean isOpen) {
      card.open(part + "-" + local, isOpen);
    }
  }
}
