package orrery.ui.builder;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import orrery.orm.CopyAs;
import orrery.orm.chain.Printer;
import orrery.orm.edit.Card;
import orrery.orm.edit.Draft;
import orrery.orm.edit.Ground;
import orrery.orm.edit.StepText;
import orrery.orm.edit.Warning;
import orrery.orm.edit.Warnings;
import orrery.orm.error.OrmError;
import orrery.orm.meta.Model;
import orrery.orm.meta.Models;
import orrery.orm.query.Terminal;
import orrery.ui.Fix;
import orrery.ui.Workbench;

/// The cards of the chain: another view of the workbench's text. A card's edit is one change of one
/// immutable draft, which is written as the text; text that is typed moves the cards, and while it
/// is wrong they keep what was right last. Belongs to the window's thread.
public final class BuilderViewModel implements Drafting {
  private final Workbench workbench;
  private final Executor idle;
  private final RowCounts counts;
  private final Soundings soundings;
  private final Adding adding = new Adding(this);
  private final Writing writing;
  private final Spotlight spotlight;
  private final ReadOnlyObjectWrapper<List<CardRow>> rows = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyStringWrapper model = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper end = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<List<CardRow.WarningLine>> endWarnings =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyIntegerWrapper wrong = new ReadOnlyIntegerWrapper(-2);
  private final ReadOnlyStringWrapper wrongWords = new ReadOnlyStringWrapper("");
  private final ReadOnlyIntegerWrapper asOf = new ReadOnlyIntegerWrapper(-2);
  private final ReadOnlyBooleanWrapper stale = new ReadOnlyBooleanWrapper();
  private final BooleanProperty autoRun = new SimpleBooleanProperty(true);

  private List<Card> cards = List.of();

  /// Makes it for the text of `workbench`.
  ///
  /// @param idle runs something once nothing has changed for a moment; the next replaces the last
  public BuilderViewModel(Workbench workbench, Executor idle) {
    this.workbench = workbench;
    this.idle = idle;
    this.counts = new RowCounts(workbench);
    this.soundings = new Soundings(workbench);
    this.writing = new Writing(workbench, new Following());
    this.spotlight = new Spotlight(workbench, writing);
    writing.start();
    workbench.databaseProperty().subscribe(_ -> counts.clear());
  }

  // Properties

  /// The cards below the first one, which says the model.
  public ReadOnlyObjectProperty<List<CardRow>> rowsProperty() {
    return rows.getReadOnlyProperty();
  }

  /// The name of the model that is asked; empty where none is.
  public ReadOnlyStringProperty modelProperty() {
    return model.getReadOnlyProperty();
  }

  /// What is done with the rows at the end of the chain, as it is written; empty where they come.
  public ReadOnlyStringProperty endProperty() {
    return end.getReadOnlyProperty();
  }

  /// What goes wrong silently because of the chain's end.
  ReadOnlyObjectProperty<List<CardRow.WarningLine>> endWarningsProperty() {
    return endWarnings.getReadOnlyProperty();
  }

  /// The card that is selected; -1 for the model's.
  public ReadOnlyIntegerProperty selectedProperty() {
    return spotlight.selectedProperty();
  }

  /// The card whose part of the SQL the mouse is on; -1 for the model's, -2 for none.
  ReadOnlyIntegerProperty litProperty() {
    return spotlight.litProperty();
  }

  /// The card that an error is about, -1 for the model's; -2 where nothing is wrong.
  public ReadOnlyIntegerProperty wrongProperty() {
    return wrong.getReadOnlyProperty();
  }

  /// What is wrong with it.
  public ReadOnlyStringProperty wrongWordsProperty() {
    return wrongWords.getReadOnlyProperty();
  }

  /// The card as of which the grid is shown, -1 for the model's; -2 where all steps are asked.
  public ReadOnlyIntegerProperty asOfProperty() {
    return asOf.getReadOnlyProperty();
  }

  /// Whether the text is wrong, so that the cards are those of the last right one.
  public ReadOnlyBooleanProperty staleProperty() {
    return stale.getReadOnlyProperty();
  }

  /// Whether the chain runs by itself a moment after a card was edited.
  public BooleanProperty autoRunProperty() {
    return autoRun;
  }

  /// How many rows there are after each card, the model's first; empty texts where nobody knows.
  public ReadOnlyObjectProperty<List<String>> countsProperty() {
    return counts.wordsProperty();
  }

  /// Says whether an edit can be taken back.
  public ReadOnlyBooleanProperty canUndo() {
    return writing.canUndo();
  }

  /// Says whether an edit that was taken back can be made again.
  public ReadOnlyBooleanProperty canRedo() {
    return writing.canRedo();
  }

  /// Returns the names of all models, sorted.
  List<String> models() {
    return workbench.modelsProperty().get().all().stream().map(Model::name).sorted().toList();
  }

  /// Returns what adds steps.
  Adding adding() {
    return adding;
  }

  // Commands

  /// Asks another model, from the start.
  public void from(String name) {
    if (!draft().map(d -> d.model().equals(name)).orElse(false)) {
      edit(new Draft(name));
    }
  }

  /// Takes back the last edit.
  public void undo() {
    writing.undo();
  }

  /// Makes the edit again that was taken back last.
  public void redo() {
    writing.redo();
  }

  /// Selects a card, -1 for the model's, and puts the caret where it is written.
  @Override
  public void select(int card) {
    spotlight.select(card);
  }

  /// Lights the SQL of the card under the mouse; -2 where it is on none.
  void hover(int card) {
    spotlight.hover(card);
  }

  /// Takes a card out.
  public void remove(int card) {
    change(card, (d, c) -> d.remove(c.from(), c.to()));
  }

  /// Repeats a card behind itself.
  public void duplicate(int card) {
    change(card, (d, c) -> d.duplicate(c.from(), c.to()));
  }

  /// Leaves a card out of what is asked, or takes it in again.
  public void mute(int card) {
    change(card, (d, c) -> d.mute(c.from(), c.to(), !d.slots().get(c.from()).muted()));
  }

  /// Moves a card before the one that is at `target` now; as many as there are cards means to the
  /// end.
  public void move(int card, int target) {
    int slot = target >= cards.size() ? slots() : cards.get(Math.max(0, target)).from();
    int goes = target > card ? target - 1 : target;
    change(card, (d, c) -> d.move(c.from(), c.to(), slot));
    select(goes);
  }

  /// Does something else at the chain's end.
  ///
  /// @return what is wrong with `text`; empty where nothing is
  String end(String text) {
    try {
      Terminal terminal = StepText.terminal(text);
      draft().ifPresent(d -> edit(d.ending(terminal)));
      return "";
    } catch (OrmError wrong) {
      return wrong.getMessage();
    }
  }

  /// Shows the grid as of the card before, or with `by` 1 the card after.
  public void travel(int by) {
    int now = asOf.get() == -2 ? cards.size() - 1 : asOf.get();
    int next = now + by;
    Optional<Draft> draft = draft();
    if (draft.isEmpty() || next < -1) {
      return;
    }
    if (next >= cards.size() - 1) {
      asOf.set(-2);
      workbench.run();
      return;
    }
    asOf.set(next);
    spotlight.mark(next);
    workbench.runBeside(draft.get().asOf(next < 0 ? 0 : cards.get(next).to()));
  }

  /// Returns the chain on one line.
  public String chain() {
    return draft().map(d -> Printer.print(d.chain())).orElse("");
  }

  /// Returns the chain as Python for a Django shell, with its imports.
  public String django() {
    return draft().map(d -> CopyAs.django(d.chain())).orElse("");
  }

  /// Returns the chain as Java against this library, with its imports.
  public String java() {
    return draft().map(d -> CopyAs.java(d.chain())).orElse("");
  }

  // What forms do

  /// Takes an edited draft: writes it as the text, and runs it in a moment.
  @Override
  public void edit(Draft next) {
    writing.edit(next);
  }

  /// Makes the edits of a field that is typed into: those that follow each other in one field are
  /// taken back together.
  void typing(Object into, Runnable edits) {
    writing.typing(into, edits);
  }

  @Override
  public Optional<Draft> draft() {
    return writing.draft();
  }

  @Override
  public List<Card> cards() {
    return cards;
  }

  @Override
  public Models meta() {
    return workbench.modelsProperty().get();
  }

  @Override
  public List<Ground> around() {
    return List.of();
  }

  @Override
  public Soundings soundings() {
    return soundings;
  }

  private int slots() {
    return draft().map(d -> d.slots().size()).orElse(0);
  }

  private interface Change {
    Draft of(Draft draft, Card card);
  }

  private void change(int card, Change change) {
    Optional<Draft> draft = draft();
    if (draft.isPresent() && card >= 0 && card < cards.size()) {
      edit(change.of(draft.get(), cards.get(card)));
    }
  }

  // What becomes of the draft

  private final class Following implements Writing.Reader {
    @Override
    public void shows(Draft draft, boolean isEdit) {
      asOf.set(-2);
      show(draft);
      idle.execute(isEdit ? BuilderViewModel.this::rest : BuilderViewModel.this::count);
    }

    @Override
    public void gone() {
      cards = List.of();
      model.set("");
      end.set("");
      endWarnings.set(List.of());
      rows.set(List.of());
      spotlight.show(cards);
      counts.clear();
      stale.set(false);
    }

    @Override
    public void wrong() {
      stale.set(true);
    }

    @Override
    public void told() {
      tell();
    }
  }

  private void show(Draft next) {
    cards = Card.of(next);
    Models all = meta();
    List<Warning> warnings = Warnings.of(all, next);
    List<CardRow> made = new ArrayList<>();
    for (int i = 0; i < cards.size(); i++) {
      made.add(Forms.row(this, all, next, cards.get(i), i, warnings));
    }
    model.set(next.model());
    end.set(StepText.of(next.terminal()));
    endWarnings.set(
        warnings.stream()
            .filter(w -> w.slot() >= next.slots().size())
            .map(w -> Forms.line(this, w))
            .toList());
    spotlight.show(cards);
    rows.set(List.copyOf(made));
    counts.show(next, cards);
    tell();
  }

  /// Says which card the text's error is about.
  private void tell() {
    var trouble = workbench.troubleProperty().get();
    boolean isWrong = workbench.previewProperty().get().error().isPresent();
    stale.set(false);
    wrongWords.set(isWrong && trouble != null ? trouble.sentence() : "");
    if (!isWrong || trouble == null) {
      wrong.set(-2);
      return;
    }
    int offset =
        trouble.hasPlace()
            ? Fix.offset(workbench.textProperty().get(), trouble.line(), trouble.column())
            : 0;
    wrong.set(spotlight.cardAt(writing.written().map(t -> t.slotAt(offset)).orElse(-1)));
  }

  private void rest() {
    boolean isRight = workbench.previewProperty().get().error().isEmpty();
    boolean isReading = draft().map(d -> Ends.reads(d.terminal())).orElse(false);
    if (autoRun.get() && isReading && isRight) {
      workbench.run();
    }
    count();
  }

  private void count() {
    if (workbench.previewProperty().get().error().isEmpty()) {
      draft().ifPresent(d -> counts.count(d, cards));
    }
  }
}
