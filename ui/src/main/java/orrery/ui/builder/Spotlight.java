package orrery.ui.builder;

import java.util.List;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.jspecify.annotations.Nullable;
import orrery.orm.edit.Card;
import orrery.orm.edit.Draft;
import orrery.ui.Contrast;
import orrery.ui.Workbench;

/// Which card is looked at: the selected one, which the caret stands in; the one under the mouse,
/// whose part of the SQL is lit; and the one whose part of the SQL is under the mouse. Belongs to
/// the window's thread.
final class Spotlight {
  /// No card, and not the model's either.
  static final int NONE = -2;

  private final Workbench workbench;
  private final Writing writing;
  private final ReadOnlyIntegerWrapper selected = new ReadOnlyIntegerWrapper(-1);
  private final ReadOnlyIntegerWrapper lit = new ReadOnlyIntegerWrapper(NONE);
  private int hovered = NONE;
  private List<Card> cards = List.of();

  Spotlight(Workbench workbench, Writing writing) {
    this.workbench = workbench;
    this.writing = writing;
    workbench.caretProperty().subscribe(_ -> followCaret());
    workbench.pointedProperty().subscribe(_ -> followPointer());
  }

  /// The card that is selected; -1 for the model's.
  ReadOnlyIntegerProperty selectedProperty() {
    return selected.getReadOnlyProperty();
  }

  /// The card whose part of the SQL the mouse is on; -1 for the model's, [#NONE] for none.
  ReadOnlyIntegerProperty litProperty() {
    return lit.getReadOnlyProperty();
  }

  /// Looks at other cards.
  void show(List<Card> next) {
    cards = next;
    hovered = NONE;
    lit.set(NONE);
    selected.set(Math.min(selected.get(), cards.size() - 1));
    contrast();
  }

  /// Selects a card, -1 for the model's, and puts the caret where it is written.
  void select(int card) {
    mark(card);
    writing.caret(selected.get() < 0 ? -1 : cards.get(selected.get()).from());
  }

  /// Selects a card, and leaves the caret where it is.
  void mark(int card) {
    selected.set(Math.clamp(card, -1, cards.size() - 1));
    contrast();
  }

  /// Lights the SQL of the card under the mouse; [#NONE] where it is on none.
  void hover(int card) {
    if (hovered != card) {
      hovered = card;
      contrast();
    }
  }

  /// Returns the card of a slot; -1 for the model's.
  int cardAt(int slot) {
    int at = -1;
    for (int i = 0; i < cards.size(); i++) {
      at = cards.get(i).from() <= slot ? i : at;
    }
    return at;
  }

  private void followCaret() {
    if (!writing.isWriting()) {
      writing
          .written()
          .ifPresent(text -> mark(cardAt(text.slotAt(workbench.caretProperty().get()))));
    }
  }

  private void followPointer() {
    int slot = workbench.pointedProperty().get();
    lit.set(slot == NONE ? NONE : cardAt(slot));
  }

  /// What a card adds to the SQL is what is missing without it.
  private void contrast() {
    workbench.contrastProperty().set(contrast(hovered >= 0 ? hovered : selected.get()));
  }

  private @Nullable Contrast contrast(int card) {
    Draft draft = writing.draft().orElse(null);
    if (draft == null || card < 0 || card >= cards.size()) {
      return null;
    }
    Card of = cards.get(card);
    return draft.slots().get(of.from()).muted()
        ? null
        : new Contrast(
            draft.remove(of.from(), of.to()).chain(), draft.asOf(of.from()), draft.asOf(of.to()));
  }
}
