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
import org.jspecify.annotations.Nullable;
import orrery.orm.CopyAs;
import orrery.orm.chain.Printer;
import orrery.orm.edit.Card;
import orrery.orm.edit.Draft;
import orrery.orm.edit.DraftText;
import orrery.orm.edit.StepText;
import orrery.orm.edit.Warning;
import orrery.orm.edit.Warnings;
import orrery.orm.error.OrmError;
import orrery.orm.meta.Model;
import orrery.orm.meta.Models;
import orrery.orm.query.Terminal;
import orrery.ui.Contrast;
import orrery.ui.History;
import orrery.ui.Workbench;

/// The cards of the chain: another view of the workbench's text. A card's edit is one change of one
/// immutable draft, which is written as the text; text that is typed moves the cards, and while it
/// is wrong they keep what was right last. Belongs to the window's thread.
public final class BuilderViewModel {
  private static final int WIDTH = 78;
  private static final int REMEMBERED = 500;

  private final Workbench workbench;
  private final Executor idle;
  private final RowCounts counts;
  private final Adding adding = new Adding(this);
  private final History<Draft> history = new History<>(REMEMBERED);
  private final ReadOnlyObjectWrapper<List<CardRow>> rows = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyStringWrapper model = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper end = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<List<CardRow.WarningLine>> endWarnings =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyIntegerWrapper selected = new ReadOnlyIntegerWrapper(-1);
  private final ReadOnlyIntegerWrapper wrong = new ReadOnlyIntegerWrapper(-2);
  private final ReadOnlyStringWrapper wrongWords = new ReadOnlyStringWrapper("");
  private final ReadOnlyIntegerWrapper asOf = new ReadOnlyIntegerWrapper(-2);
  private final ReadOnlyBooleanWrapper stale = new ReadOnlyBooleanWrapper();
  private final BooleanProperty autoRun = new SimpleBooleanProperty(true);

  private @Nullable Draft draft;
  private @Nullable DraftText written;
  private List<Card> cards = List.of();
  private String shown = "";
  private @Nullable Object field;
  private @Nullable Object lastField;
  private boolean writing;
  private boolean typed;

  /// Makes it for the text of `workbench`.
  ///
  /// @param idle runs something once nothing has changed for a moment; the next replaces the last
  public BuilderViewModel(Workbench workbench, Executor idle) {
    this.workbench = workbench;
    this.idle = idle;
    this.counts = new RowCounts(workbench);
    workbench.previewProperty().subscribe(_ -> follow());
    workbench.caretProperty().subscribe(_ -> followCaret());
    workbench
        .databaseProperty()
        .subscribe(_ -> {
          history.clear();
          counts.clear();
        });
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
    return selected.getReadOnlyProperty();
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
    return history.canGoBack();
  }

  /// Says whether an edit that was taken back can be made again.
  public ReadOnlyBooleanProperty canRedo() {
    return history.canGoForward();
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
    if (draft == null || !draft.model().equals(name)) {
      edit(new Draft(name));
    }
  }

  /// Takes back the last edit.
  public void undo() {
    lastField = null;
    history.back().ifPresent(this::write);
  }

  /// Makes the edit again that was taken back last.
  public void redo() {
    history.forward().ifPresent(this::write);
  }

  /// Selects a card, -1 for the model's, and puts the caret where it is written.
  public void select(int card) {
    selected.set(Math.clamp(card, -1, cards.size() - 1));
    DraftText text = written;
    if (text != null) {
      int at = selected.get() < 0 ? 0 : text.starts().get(cards.get(selected.get()).from());
      writing = true;
      workbench.caretProperty().set(at);
      writing = false;
    }
    contrast();
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
    if (draft == null || next < -1) {
      return;
    }
    if (next >= cards.size() - 1) {
      asOf.set(-2);
      workbench.run();
      return;
    }
    asOf.set(next);
    selected.set(next);
    contrast();
    workbench.runBeside(draft.asOf(next < 0 ? 0 : cards.get(next).to()));
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
  void edit(Draft next) {
    if (next.equals(draft)) {
      return;
    }
    typed = false;
    boolean goesOn = field != null && field.equals(lastField);
    lastField = field;
    if (goesOn) {
      history.replace(next);
    } else {
      history.add(next);
    }
    write(next);
  }

  /// Makes the edits of a field that is typed into: those that follow each other in one field are
  /// taken back together.
  void typing(Object into, Runnable edits) {
    field = into;
    try {
      edits.run();
    } finally {
      field = null;
    }
  }

  /// Returns the draft, if a model is asked.
  Optional<Draft> draft() {
    return Optional.ofNullable(draft);
  }

  /// Returns the cards.
  List<Card> cards() {
    return cards;
  }

  /// Returns the models.
  Models meta() {
    return workbench.modelsProperty().get();
  }

  private int slots() {
    return draft().map(d -> d.slots().size()).orElse(0);
  }

  private interface Change {
    Draft of(Draft draft, Card card);
  }

  private void change(int card, Change change) {
    if (draft != null && card >= 0 && card < cards.size()) {
      edit(change.of(draft, cards.get(card)));
    }
  }

  private void write(Draft next) {
    String text = DraftText.write(next, WIDTH);
    writing = true;
    workbench.textProperty().set(text);
    writing = false;
    asOf.set(-2);
    show(next, text);
    idle.execute(this::rest);
  }

  /// Follows the text, and what it means.
  private void follow() {
    if (writing) {
      return;
    }
    var preview = workbench.previewProperty().get();
    String text = workbench.textProperty().get();
    // What writes may be refused, and is drawn all the same.
    boolean isRight =
        preview.chain().isPresent()
            && (preview.error().isEmpty() || !reads(preview.chain().get().terminal()));
    boolean isOwn = text.equals(shown);
    if (isOwn) {
      tell();
    } else if (isRight) {
      Draft read = DraftText.read(text).draft();
      boolean isSmall = typed && draft != null && isLike(draft, read);
      if (isSmall) {
        history.replace(read);
      } else {
        history.add(read);
      }
      typed = true;
      asOf.set(-2);
      show(read, text);
      idle.execute(this::count);
    } else if (text.isBlank()) {
      draft = null;
      shown = "";
      written = null;
      cards = List.of();
      model.set("");
      end.set("");
      endWarnings.set(List.of());
      rows.set(List.of());
      selected.set(-1);
      counts.clear();
      stale.set(false);
    } else {
      stale.set(draft != null);
    }
  }

  /// Says whether two drafts have steps of the same kinds, as while one of them is typed.
  private static boolean isLike(Draft one, Draft other) {
    boolean isLike =
        one.model().equals(other.model()) && one.slots().size() == other.slots().size();
    for (int i = 0; isLike && i < one.slots().size(); i++) {
      Object step = one.slots().get(i).step();
      isLike = step.getClass().equals(other.slots().get(i).step().getClass());
    }
    return isLike;
  }

  private void followCaret() {
    DraftText text = written;
    if (writing || text == null || stale.get()) {
      return;
    }
    int slot = text.slotAt(workbench.caretProperty().get());
    for (int i = 0; i < cards.size(); i++) {
      if (cards.get(i).from() <= slot && slot < cards.get(i).to()) {
        selected.set(i);
      }
    }
    if (slot < 0) {
      selected.set(-1);
    }
    contrast();
  }

  private void show(Draft next, String text) {
    draft = next;
    shown = text;
    written = read(text);
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
    rows.set(List.copyOf(made));
    selected.set(Math.min(selected.get(), cards.size() - 1));
    counts.show(next, cards);
    tell();
    contrast();
  }

  /// A draft of a card may be written so that it reads otherwise: a group of one is no group.
  private static @Nullable DraftText read(String text) {
    try {
      return DraftText.read(text);
    } catch (OrmError wrong) {
      // The cards stay without a caret until the text is right.
      return null;
    }
  }

  /// Says which card the text's error is about.
  private void tell() {
    var trouble = workbench.troubleProperty().get();
    var preview = workbench.previewProperty().get();
    boolean isWrong = preview.error().isPresent();
    stale.set(false);
    wrongWords.set(isWrong && trouble != null ? trouble.sentence() : "");
    if (!isWrong || trouble == null) {
      wrong.set(-2);
      return;
    }
    int offset =
        trouble.hasPlace()
            ? orrery.ui.Fix.offset(workbench.textProperty().get(), trouble.line(), trouble.column())
            : 0;
    int slot = written == null ? -1 : written.slotAt(offset);
    int card = -1;
    for (int i = 0; i < cards.size(); i++) {
      card = cards.get(i).from() <= slot ? i : card;
    }
    wrong.set(card);
  }

  /// What a card adds to the SQL is what is missing without it.
  private void contrast() {
    int card = selected.get();
    boolean isMuted = card >= 0 && card < rows.get().size() && rows.get().get(card).muted();
    if (draft == null || card < 0 || card >= cards.size() || isMuted) {
      workbench.contrastProperty().set(null);
      return;
    }
    Card of = cards.get(card);
    workbench
        .contrastProperty()
        .set(
            new Contrast(
                draft.remove(of.from(), of.to()).chain(),
                draft.asOf(of.from()),
                draft.asOf(of.to())));
  }

  /// Says whether a chain with this end only reads, and ends by itself.
  private static boolean reads(Terminal terminal) {
    return switch (terminal) {
      case Terminal.Fetch _, Terminal.Index _, Terminal.Get _, Terminal.First _ -> true;
      case Terminal.Last _, Terminal.Earliest _, Terminal.Latest _, Terminal.Count _ -> true;
      case Terminal.Exists _, Terminal.Contains _, Terminal.Aggregate _ -> true;
      case Terminal.InBulk _, Terminal.Explain _ -> true;
      case Terminal.Iterator _, Terminal.Create _, Terminal.GetOrCreate _ -> false;
      case Terminal.UpdateOrCreate _, Terminal.BulkCreate _, Terminal.BulkUpdate _ -> false;
      case Terminal.Update _, Terminal.Delete _ -> false;
    };
  }

  private void rest() {
    boolean isRight = workbench.previewProperty().get().error().isEmpty();
    if (autoRun.get() && draft != null && reads(draft.terminal()) && isRight) {
      workbench.run();
    }
    count();
  }

  private void count() {
    if (draft != null && workbench.previewProperty().get().error().isEmpty()) {
      counts.count(draft, cards);
    }
  }
}
