package orrery.ui.grid;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
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
import orrery.orm.Staging;
import orrery.orm.dialect.Interpolator;
import orrery.orm.error.ValidationError;
import orrery.orm.meta.Choice;
import orrery.orm.meta.Field;
import orrery.orm.save.Cascade;
import orrery.orm.staged.Conflict;
import orrery.orm.staged.Original;
import orrery.orm.staged.Outcome;
import orrery.orm.staged.Problem;
import orrery.orm.staged.RowRef;
import orrery.orm.staged.Staged;
import orrery.orm.staged.StagedSteps;
import orrery.orm.staged.Typed;
import orrery.orm.staged.Values;
import orrery.orm.type.Kind;
import orrery.ui.Answer;
import orrery.ui.Beside;
import orrery.ui.Opened;
import orrery.ui.Trouble;
import orrery.ui.Workbench;
import orrery.ui.task.Tasks;

/// The editing of the rows of a result: changes are gathered, taken back, made again, and saved all
/// at once. Belongs to the window's thread.
public final class EditingViewModel {
  /// The most rows that are changed by one command.
  static final int MOST_ROWS = 1000;

  /// From how many characters on a text is edited in a field of several lines.
  private static final int LONG = 120;

  private final Workbench workbench;
  private final GridViewModel grid;
  private final Beside beside;
  private final BooleanProperty unlocked = new SimpleBooleanProperty();
  private final ReadOnlyStringWrapper reason = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper editable = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper saving = new ReadOnlyBooleanWrapper();
  private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();
  private final ReadOnlyIntegerWrapper version = new ReadOnlyIntegerWrapper();
  private final ReadOnlyIntegerWrapper reveals = new ReadOnlyIntegerWrapper();
  private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<@Nullable Question> question = new ReadOnlyObjectWrapper<>();
  private final BooleanBinding canEdit;
  private final BooleanBinding hasChanges;
  private final Labels labels = new Labels();
  private final Map<RowRef, Map<String, String>> problems = new HashMap<>();
  private final RowCover cover = new Cover();

  private Consumer<String> done = _ -> {};
  private Runnable settle = () -> {};
  private @Nullable EditedResult result;
  private @Nullable Answer answer;
  private @Nullable Sheet sheet;
  private @Nullable CoveredRows rows;
  private StagedSteps steps = StagedSteps.of("");
  private List<Long> numbers = List.of();
  private @Nullable String reopening;
  private @Nullable Staged removal;
  private List<Conflict> conflicts = List.of();
  private Runnable afterSaving = () -> {};

  /// Makes it for the rows that `grid` shows.
  public EditingViewModel(Workbench workbench, GridViewModel grid, Beside beside) {
    this.workbench = workbench;
    this.grid = grid;
    this.beside = beside;
    canEdit =
        Bindings.createBooleanBinding(
            () -> unlocked.get() && editable.get() && !saving.get() && question.get() == null,
            unlocked,
            editable,
            saving,
            question);
    hasChanges = changes.greaterThan(0);
    grid.cover(cover);
    workbench.guard(this::lets);
    workbench.openedProperty().subscribe(this::opened);
    grid.shownProperty()
        .subscribe(shown -> {
          if (!(shown instanceof Shown.Table)) {
            forget(workbench.answerProperty().get());
          }
        });
  }

  // Properties

  /// Says whether rows may be changed in this window; turned by [#toggle].
  public ReadOnlyBooleanProperty unlockedProperty() {
    return ReadOnlyBooleanProperty.readOnlyBooleanProperty(unlocked);
  }

  /// Why the rows that are shown cannot be changed; empty where they can.
  public ReadOnlyStringProperty reasonProperty() {
    return reason.getReadOnlyProperty();
  }

  /// Says whether the rows that are shown can be changed now.
  public BooleanBinding canEdit() {
    return canEdit;
  }

  /// How many changes are not saved yet.
  public ReadOnlyIntegerProperty changesProperty() {
    return changes.getReadOnlyProperty();
  }

  /// Says whether there are changes that are not saved yet.
  public BooleanBinding hasChanges() {
    return hasChanges;
  }

  /// A number that grows whenever cells are to be shown anew.
  public ReadOnlyIntegerProperty versionProperty() {
    return version.getReadOnlyProperty();
  }

  /// A number that grows whenever the cell that the keyboard is in is to be seen.
  ReadOnlyIntegerProperty revealsProperty() {
    return reveals.getReadOnlyProperty();
  }

  /// Says whether there is a change to take back.
  public ReadOnlyBooleanProperty canUndo() {
    return canUndo.getReadOnlyProperty();
  }

  /// Says whether there is a change to make again.
  public ReadOnlyBooleanProperty canRedo() {
    return canRedo.getReadOnlyProperty();
  }

  /// Says whether changes are being saved.
  public ReadOnlyBooleanProperty savingProperty() {
    return saving.getReadOnlyProperty();
  }

  /// What is wrong with the changes; empty where nothing is known to be.
  public ReadOnlyStringProperty troubleProperty() {
    return trouble.getReadOnlyProperty();
  }

  /// What the user is to decide; null where nothing.
  public ReadOnlyObjectProperty<@Nullable Question> questionProperty() {
    return question.getReadOnlyProperty();
  }

  /// Returns how many changes there are, as people read it: `3 changes`.
  public String words() {
    return Cells.count(changes.get(), "change");
  }

  /// Has `done` told of what was done in the background.
  public void onDone(Consumer<String> done) {
    this.done = done;
  }

  /// Has `settle` called before changes are looked at as a whole, so that what is being typed
  /// counts.
  void onSettle(Runnable settle) {
    this.settle = settle;
  }

  // What is shown

  /// Returns `shown` with the changes laid over it.
  Shown.Table covered(Shown.Table shown) {
    Sheet now = grid.sheet();
    boolean isSame = now != null && now == sheet;
    if (!isSame) {
      forget(workbench.answerProperty().get());
      sheet = now;
    }
    Answer of = answer;
    if (of != null) {
      List<Column> columns = shown.columns();
      result =
          EditedResult.of(of.chain(), of.result(), of.database().models(), columns).orElse(null);
      reason.set(EditedResult.reason(of.result(), of.database().models(), columns).orElse(""));
    }
    editable.set(result != null);
    if (result != null && !isSame) {
      steps = StagedSteps.of(result.model().name());
    }
    CoveredRows known = rows;
    CoveredRows over = isSame && known != null ? known : new CoveredRows(shown.rows(), cover);
    rows = over;
    return new Shown.Table(shown.columns(), over, shown.sort(), shown.canSort());
  }

  private void forget(@Nullable Answer next) {
    answer = next;
    sheet = null;
    result = null;
    rows = null;
    editable.set(false);
    reason.set("");
    labels.clear();
    problems.clear();
    numbers = List.of();
    removal = null;
    conflicts = List.of();
    steps = StagedSteps.of("");
    count();
  }

  private final class Cover implements RowCover {
    @Override
    public Row over(Row row, int index) {
      EditedResult of = result;
      if (of == null) {
        return row;
      }
      if (row.isPending()) {
        Optional<Values> added = added(index);
        return added.isPresent() ? of.added(added.get(), labels) : row;
      }
      return of.over(row, steps.now(), labels);
    }

    @Override
    public int further() {
      return numbers.size();
    }
  }

  private int stored() {
    return rows == null ? 0 : rows.stored();
  }

  private Optional<Values> added(int row) {
    int at = row - stored();
    return at < 0 || at >= numbers.size()
        ? Optional.empty()
        : Optional.ofNullable(steps.now().added().get(numbers.get(at)));
  }

  /// Returns which row of the table it is.
  private Optional<RowRef> ref(int row) {
    int at = row - stored();
    if (at >= 0) {
      return at < numbers.size()
          ? Optional.of(new RowRef.Added(numbers.get(at)))
          : Optional.empty();
    }
    return original(row).map(known -> new RowRef.Stored(known.key()));
  }

  private Optional<Original> original(int row) {
    return result == null || row < 0 || row >= stored()
        ? Optional.empty()
        : result
            .original(grid.fetched(row))
            .map(read -> steps.now().original(read.key()).orElse(read));
  }

  /// Returns what is to become of a row, or with a column of 0 or more of a cell.
  Mark mark(int row, int column) {
    EditedResult of = result;
    if (of == null || changes.get() == 0) {
      return Mark.NONE;
    }
    RowRef ref = ref(row).orElse(null);
    String name = of.field(column).map(Field::attname).orElse("");
    if (ref != null) {
      Map<String, String> wrong = problems.getOrDefault(ref, Map.of());
      boolean isWrong = column < 0 ? !wrong.isEmpty() : wrong.containsKey(name);
      if (isWrong) {
        return Mark.WRONG;
      }
    }
    return switch (ref) {
      case RowRef.Added _ -> Mark.ADDED;
      case RowRef.Stored(Object key) when steps.now().isRemoved(key) -> Mark.REMOVED;
      case RowRef.Stored(Object key) -> {
        Values after = steps.now().after(key);
        boolean isChanged = column < 0 ? !after.isEmpty() : after.byName().containsKey(name);
        yield isChanged ? Mark.CHANGED : Mark.NONE;
      }
      case null -> Mark.NONE;
    };
  }

  /// Returns what is said of a cell where one points at it; empty where nothing is.
  String note(int row, int column) {
    EditedResult of = result;
    Mark mark = mark(row, column);
    if (of == null || mark == Mark.NONE) {
      return "";
    }
    Field field = of.field(column).orElse(null);
    RowRef ref = ref(row).orElse(null);
    if (mark == Mark.WRONG && ref != null && field != null) {
      return problems.getOrDefault(ref, Map.of()).getOrDefault(field.attname(), mark.words());
    }
    return mark == Mark.CHANGED && field != null
        ? original(row)
            .map(was -> "Was " + Cells.of(was.values().get(field)).text())
            .orElse(mark.words())
        : mark.words();
  }

  // Locking

  /// Unlocks the rows for changes, or locks them. A database that was opened only to be read asks
  /// whether to open it again.
  public void toggle() {
    Opened now = workbench.openedProperty().get();
    if (now == null) {
      return;
    }
    if (unlocked.get()) {
      workbench.leaving(() -> unlocked.set(false));
    } else if (now.readOnly()) {
      question.set(new Question.ReadOnly(now.title()));
    } else {
      unlocked.set(true);
    }
  }

  /// Opens the database once more so that it can be changed, and asks again what was asked.
  public void reopen() {
    question.set(null);
    Opened now = workbench.openedProperty().get();
    if (now != null) {
      Answer of = workbench.answerProperty().get();
      reopening = of == null ? "" : of.text();
      workbench.open(now.location(), true);
    }
  }

  private void opened(@Nullable Opened now) {
    if (now == null) {
      unlocked.set(false);
      return;
    }
    String asked = reopening;
    reopening = null;
    if (asked != null && !now.readOnly()) {
      unlocked.set(true);
      if (!asked.isEmpty()) {
        workbench.ask(asked);
      }
    }
  }

  private boolean lets(Runnable goOn) {
    settle.run();
    if (changes.get() == 0) {
      return true;
    }
    question.set(new Question.Leave(words(), goOn));
    return false;
  }

  // Changing cells

  /// Says why something cannot be done; empty takes it back.
  void say(String why) {
    trouble.set(why);
  }

  /// Returns why a cell cannot be changed; empty where it can.
  public String whyNot(int row, int column) {
    EditedResult of = result;
    if (of == null) {
      return reason.get().isEmpty() ? "There is nothing to be changed here." : reason.get();
    }
    if (!unlocked.get()) {
      return "The rows are locked. Unlock them to change something.";
    }
    Field field = of.field(column).orElse(null);
    RowRef ref = ref(row).orElse(null);
    if (saving.get() || ref == null) {
      return "Wait a moment.";
    }
    if (field == null) {
      return "This column is computed by the query; it is no field of " + of.model().name() + ".";
    }
    return whyNot(of, field, ref);
  }

  private String whyNot(EditedResult of, Field field, RowRef ref) {
    if (field.generatedBy().isPresent()) {
      return "The database computes " + field.name() + " itself.";
    }
    if (!Typed.isTypable(field)) {
      return "Lists are not edited in the grid.";
    }
    return switch (ref) {
      case RowRef.Added _ -> "";
      case RowRef.Stored(Object key) when steps.now().isRemoved(key) -> "The row is to be removed.";
      case RowRef.Stored _ when field.isPrimaryKey() ->
          "The primary key says which %s a row is, so it stays. Duplicate the row to give it another."
              .formatted(of.model().name());
      case RowRef.Stored _ -> "";
    };
  }

  /// Returns how a cell is edited; nothing where it cannot be.
  public Optional<CellEdit> edit(int row, int column) {
    EditedResult of = result;
    if (of == null || !whyNot(row, column).isEmpty()) {
      return Optional.empty();
    }
    Field field = of.field(column).orElseThrow();
    Object value = peek(row).value(column);
    CellEdit.Way way = way(field, value);
    String text =
        way == CellEdit.Way.LINK
            ? labels.find(field, value).orElseGet(() -> linkText(row, column, value))
            : Typed.text(value);
    return Optional.of(
        new CellEdit(
            row,
            column,
            "%s of %s".formatted(field.name(), rowName(row)),
            way,
            text,
            field.isNullable(),
            picks(field)));
  }

  private String linkText(int row, int column, @Nullable Object value) {
    Cell cell = peek(row).cell(column);
    return cell.style() == Cell.Style.RELATION ? cell.text() : Typed.text(value);
  }

  private String rowName(int row) {
    return row < stored() ? "row %,d".formatted(row + 1) : "the new row";
  }

  private Row peek(int row) {
    return grid.peek(row);
  }

  private static CellEdit.Way way(Field field, @Nullable Object value) {
    if (field.isRelation()) {
      return CellEdit.Way.LINK;
    }
    if (!field.choices().isEmpty()) {
      return CellEdit.Way.PICK;
    }
    return switch (field.type().kind()) {
      case BOOLEAN -> CellEdit.Way.PICK;
      case DATE, DATETIME -> CellEdit.Way.DATE;
      case JSON -> CellEdit.Way.JSON;
      case TEXT, ANY ->
          value instanceof String text && (text.length() > LONG || text.indexOf('\n') >= 0)
              ? CellEdit.Way.LONG
              : CellEdit.Way.LINE;
      case INTEGER, FLOAT, DECIMAL, TIME, DURATION, UUID, BINARY, ARRAY -> CellEdit.Way.LINE;
    };
  }

  private static List<Pick> picks(Field field) {
    List<Pick> picks = new ArrayList<>();
    for (Choice choice : field.choices()) {
      String key = Typed.text(choice.value());
      picks.add(new Pick(choice.value(), choice.label(), choice.label().equals(key) ? "" : key));
    }
    if (field.choices().isEmpty() && field.type().kind() == Kind.BOOLEAN) {
      picks.add(new Pick(true, "true", "✓"));
      picks.add(new Pick(false, "false", "✗"));
    }
    if (field.isNullable() && !picks.isEmpty()) {
      picks.add(Pick.NULL);
    }
    return picks;
  }

  /// Looks for objects that a cell may point to, in the background.
  public Tasks.Running search(
      CellEdit edit, String text, Consumer<List<Pick>> found, Consumer<String> failed) {
    Field field = Objects.requireNonNull(result).field(edit.column()).orElseThrow();
    LinkSearch search = new LinkSearch(Objects.requireNonNull(answer).database(), field);
    String target = field.reference().orElseThrow().target();
    return beside.ask(
        "Find a " + target,
        () -> search.find(text),
        found,
        error -> failed.accept(Trouble.of(error).sentence()));
  }

  /// Says what would be wrong with `text` as the value of a cell; empty where it is right.
  public String check(CellEdit edit, String text) {
    Field field = Objects.requireNonNull(result).field(edit.column()).orElseThrow();
    try {
      return wrong(field, Typed.read(field, text));
    } catch (ValidationError e) {
      return e.getMessage();
    }
  }

  /// Gives a cell the value that `text` means.
  ///
  /// @return what is wrong with it, and then nothing is changed; else empty
  public String type(CellEdit edit, String text) {
    Field field = Objects.requireNonNull(result).field(edit.column()).orElseThrow();
    try {
      return put(edit.row(), field, Typed.read(field, text));
    } catch (ValidationError e) {
      return e.getMessage();
    }
  }

  /// Gives a cell a value that was picked.
  ///
  /// @return what is wrong with it, and then nothing is changed; else empty
  public String pick(CellEdit edit, Pick pick) {
    Field field = Objects.requireNonNull(result).field(edit.column()).orElseThrow();
    if (edit.way() == CellEdit.Way.LINK) {
      labels.add(field, pick.value(), pick.label());
    }
    return put(edit.row(), field, pick.value());
  }

  private String put(int row, Field field, @Nullable Object value) {
    String wrong = wrong(field, value);
    if (wrong.isEmpty()) {
      change(now -> put(now, row, field, value));
    }
    return wrong;
  }

  private Staged put(Staged now, int row, Field field, @Nullable Object value) {
    return switch (ref(row).orElse(null)) {
      case RowRef.Added(long number) -> now.set(number, field, value);
      case RowRef.Stored _ -> original(row).map(was -> now.set(was, field, value)).orElse(now);
      case null -> now;
    };
  }

  /// Makes the chosen cells null.
  public void setNull() {
    setAll(_ -> null);
  }

  /// Makes the chosen cells empty: texts empty texts, all else null.
  public void setEmpty() {
    setAll(field -> field.type().kind() == Kind.TEXT && !field.isRelation() ? "" : null);
  }

  /// Turns the chosen truth values: true, false, and null where that may be.
  public void turn() {
    GridSelection selection = grid.selection();
    Optional<Field> field = result == null ? Optional.empty() : result.field(selection.column());
    boolean isTruth = field.filter(f -> f.type().kind() == Kind.BOOLEAN).isPresent();
    if (isTruth && whyNot(selection.row(), selection.column()).isEmpty()) {
      Object now = peek(selection.row()).value(selection.column());
      Boolean next = now == null ? Boolean.TRUE : now.equals(true) ? Boolean.FALSE : null;
      Field of = field.orElseThrow();
      boolean isOver = next == null && !of.isNullable();
      put(selection.row(), of, isOver ? Boolean.TRUE : next);
    }
  }

  /// Says whether a cell holds truth values, which a key turns.
  boolean isTruth(int column) {
    return result != null
        && result.field(column).filter(f -> f.type().kind() == Kind.BOOLEAN).isPresent();
  }

  private void setAll(Function<Field, @Nullable Object> values) {
    EditedResult of = result;
    if (of == null || !canEdit.get()) {
      return;
    }
    String wrong = "";
    Staged next = steps.now();
    for (int row : chosenRows()) {
      for (int column = 0; column < of.columns(); column++) {
        Field field = of.field(column).orElse(null);
        if (field != null && grid.selection().has(row, column)) {
          Object value = values.apply(field);
          String why = whyNot(row, column);
          String no = why.isEmpty() ? wrong(field, value) : why;
          next = no.isEmpty() ? put(next, row, field, value) : next;
          wrong = no.isEmpty() ? wrong : no;
        }
      }
    }
    Staged all = next;
    change(_ -> all);
    trouble.set(wrong);
  }

  private String wrong(Field field, @Nullable Object value) {
    return staging().fieldCheck().problem(field, value).orElse("");
  }

  /// Gives the cells from the chosen one on the values of a text with tabs and line breaks, as far
  /// as they can have them; lines beyond the last row become new rows.
  public void paste(String text) {
    EditedResult of = result;
    List<List<String>> cells = Tsv.cells(text);
    GridSelection selection = grid.selection();
    if (of == null || !canEdit.get() || cells.isEmpty() || selection.row() < 0) {
      return;
    }
    List<Integer> order = selection.order();
    int first = Math.max(0, order.indexOf(selection.column()));
    String wrong = "";
    Staged next = steps.now();
    int last = stored() + numbers.size();
    for (int i = 0; i < Math.min(MOST_ROWS, cells.size()); i++) {
      int row = selection.row() + i;
      boolean isNew = row >= last;
      next = isNew ? next.add(Values.NONE) : next;
      for (int j = 0; j < cells.get(i).size(); j++) {
        int place = first + j;
        int column = place < order.size() ? order.get(place) : -1;
        Field field = of.field(column).orElse(null);
        String why = isNew && field != null ? "" : whyNot(row, column);
        if (field == null || !why.isEmpty()) {
          wrong = why.isEmpty() ? wrong : why;
          continue;
        }
        try {
          Object value = Typed.read(field, cells.get(i).get(j));
          String no = wrong(field, value);
          wrong = no.isEmpty() ? wrong : no;
          if (no.isEmpty()) {
            next = isNew ? next.set(next.lastAdded(), field, value) : put(next, row, field, value);
          }
        } catch (ValidationError e) {
          wrong = e.getMessage();
        }
      }
    }
    Staged all = next;
    change(_ -> all);
    trouble.set(wrong);
  }

  // Rows

  private List<Integer> chosenRows() {
    TreeSet<Integer> chosen = new TreeSet<>();
    for (Area area : grid.selection().areas()) {
      for (int row = area.top(); row <= area.bottom() && chosen.size() < MOST_ROWS; row++) {
        chosen.add(row);
      }
    }
    return List.copyOf(chosen);
  }

  /// Adds a row, whose values are defaults.
  public void addRow() {
    add(List.of(Values.NONE));
  }

  /// Adds a row like each of the chosen ones, with a key of its own.
  public void duplicateRows() {
    EditedResult of = result;
    if (of == null) {
      return;
    }
    List<Values> copies = new ArrayList<>();
    for (int row : chosenRows()) {
      Row shown = peek(row);
      Map<String, @Nullable Object> values = new LinkedHashMap<>();
      for (int column = 0; column < shown.values().size(); column++) {
        Field field = of.field(column).orElse(null);
        if (field != null && !isOwn(field, row)) {
          values.put(field.attname(), shown.value(column));
        }
      }
      copies.add(Values.of(values));
    }
    add(copies);
  }

  /// Says whether a copy of a row has a value of `field` of its own: a key, or what nobody gave.
  private boolean isOwn(Field field, int row) {
    return field.generatedBy().isPresent()
        || field.isPrimaryKey()
        || field.isUnique()
        || added(row).filter(values -> !values.has(field)).isPresent();
  }

  private void add(List<Values> rowsToAdd) {
    if (!canEdit.get() || rowsToAdd.isEmpty()) {
      return;
    }
    change(now -> {
      Staged next = now;
      for (Values values : rowsToAdd) {
        next = next.add(values);
      }
      return next;
    });
    int row = stored() + numbers.size() - rowsToAdd.size();
    select(row, firstOpen(row));
  }

  /// Returns the first column of an added row that wants a value.
  private int firstOpen(int row) {
    EditedResult of = Objects.requireNonNull(result);
    for (int column = 0; column < peek(row).cells().size(); column++) {
      Field field = of.field(column).orElse(null);
      boolean isOpen =
          field != null
              && !field.type().isAuto()
              && field.generatedBy().isEmpty()
              && !field.isPrimaryKey();
      if (isOpen) {
        return column;
      }
    }
    return 0;
  }

  /// Removes the chosen rows: added ones at once; of others it is first looked up what goes with
  /// them. Rows that are to be removed already stay after all.
  public void removeRows() {
    EditedResult of = result;
    if (of == null || !canEdit.get()) {
      return;
    }
    Staged next = steps.now();
    List<Object> keys = new ArrayList<>();
    boolean isBack =
        chosenRows().stream()
            .allMatch(row ->
                ref(row).orElse(null) instanceof RowRef.Stored(Object key)
                    && steps.now().isRemoved(key));
    for (int row : chosenRows()) {
      switch (ref(row).orElse(null)) {
        case RowRef.Added(long number) -> next = next.drop(number);
        case RowRef.Stored(Object key) -> {
          if (isBack) {
            next = next.keep(key);
          } else if (!next.isRemoved(key)) {
            next = next.remove(original(row).orElseThrow());
            keys.add(key);
          }
        }
        case null -> {}
      }
    }
    if (keys.isEmpty()) {
      Staged after = next;
      change(_ -> after);
      return;
    }
    lookBeforeRemoving(of, next, keys);
  }

  private void lookBeforeRemoving(EditedResult of, Staged next, List<Object> keys) {
    Staging staging = staging();
    beside.ask(
        "Look what depends on " + Cells.count(keys.size(), "row"),
        () -> staging.cascade(of.model(), keys),
        found -> {
          if (found.parts().isEmpty()) {
            change(_ -> next);
          } else {
            removal = next;
            question.set(removal(of, keys.size(), found));
          }
        },
        error -> trouble.set(Trouble.of(error).sentence()));
  }

  private static Question.Remove removal(EditedResult of, int rows, Cascade cascade) {
    List<Question.Line> lines = new ArrayList<>();
    for (Cascade.Part part : cascade.parts()) {
      List<String> told =
          part.examples().stream().filter(e -> !e.startsWith(part.model() + " object (")).toList();
      String examples = String.join(", ", told);
      boolean isMore = !told.isEmpty() && part.rows() > told.size();
      lines.add(
          new Question.Line(
              Cells.count(part.rows(), "row") + " of " + part.model(),
              what(part),
              examples + (isMore ? ", …" : ""),
              part.effect() == Cascade.Effect.REFUSED
                  ? Mark.WRONG
                  : part.effect() == Cascade.Effect.DELETED ? Mark.REMOVED : Mark.CHANGED));
    }
    String own = "%,d %s".formatted(rows, of.model().name());
    long more = cascade.deleted();
    return new Question.Remove(
        own,
        more == 0 ? "Remove " + own : "Remove " + own + " and " + Cells.count(more, "other row"),
        lines,
        cascade.isRefused());
  }

  private static String what(Cascade.Part part) {
    String who = part.byDatabase() ? " by the database" : "";
    String relation = part.relation();
    return switch (part.effect()) {
      case DELETED -> "are deleted with it" + who + ", since " + relation + " points to it";
      case SET_NULL -> relation + " becomes null" + who;
      case SET_DEFAULT -> relation + " gets its default" + who;
      case REFUSED -> "are in the way: " + relation + " points to it and forbids removing it";
    };
  }

  /// Stages the removal that was asked about.
  public void confirmRemoval() {
    Staged next = removal;
    answered();
    if (next != null) {
      change(_ -> next);
    }
  }

  // Steps

  private void change(UnaryOperator<Staged> work) {
    StagedSteps next = steps.then(work.apply(steps.now()));
    if (!next.equals(steps)) {
      take(next);
    }
  }

  /// Takes the last change back.
  public void undo() {
    if (!saving.get()) {
      take(steps.undo());
    }
  }

  /// Makes the change again that was taken back.
  public void redo() {
    if (!saving.get()) {
      take(steps.redo());
    }
  }

  private void take(StagedSteps next) {
    steps = next;
    numbers = List.copyOf(next.now().added().keySet());
    trouble.set("");
    problems.clear();
    refresh();
  }

  private void refresh() {
    count();
    if (rows != null) {
      rows.refresh();
      grid.covered();
    }
    version.set(version.get() + 1);
  }

  private void count() {
    changes.set(steps.now().count());
    canUndo.set(steps.canUndo());
    canRedo.set(steps.canRedo());
    if (changes.get() == 0) {
      trouble.set("");
    }
  }

  /// Asks whether to give up all changes.
  public void discard() {
    if (changes.get() > 1) {
      question.set(new Question.Discard(words()));
    } else {
      discardNow();
    }
  }

  /// Gives up all changes.
  public void discardNow() {
    answered();
    change(now -> Staged.of(now.model()));
  }

  private void drop() {
    take(StagedSteps.of(steps.now().model()));
  }

  /// Gives up all changes and goes on with what was asked for.
  public void discardAndGo() {
    Runnable goOn = goOn();
    answered();
    drop();
    goOn.run();
  }

  /// Saves all changes and goes on with what was asked for.
  public void saveAndGo() {
    Runnable goOn = goOn();
    answered();
    save(goOn);
  }

  private Runnable goOn() {
    return question.get() instanceof Question.Leave(_, Runnable goOn) ? goOn : () -> {};
  }

  /// Puts the question away; nothing happens.
  public void answered() {
    removal = null;
    conflicts = List.of();
    question.set(null);
    version.set(version.get() + 1);
  }

  // Saving

  private Staging staging() {
    return new Staging(Objects.requireNonNull(answer).database().orm());
  }

  /// Shows the statements that saving would send.
  public void preview() {
    settle.run();
    Answer of = answer;
    if (of == null || changes.get() == 0 || isWrong()) {
      return;
    }
    Staging staging = staging();
    Staged now = steps.now();
    beside.ask(
        "Preview SQL",
        () -> staging.preview(now),
        told -> {
          List<String> sql = new ArrayList<>(List.of("BEGIN"));
          told.forEach(
              each -> sql.add(Interpolator.interpolate(each, of.database().database().dialect())));
          sql.add("COMMIT");
          question.set(new Question.Sql(words(), sql));
        },
        error -> trouble.set(Trouble.of(error).sentence()));
  }

  /// Saves all changes in one transaction.
  public void save() {
    save(() -> {});
  }

  private void save(Runnable then) {
    settle.run();
    if (answer == null || changes.get() == 0 || saving.get() || isWrong()) {
      return;
    }
    String what = words();
    Staging staging = staging();
    Staged now = steps.now();
    saving.set(true);
    trouble.set("");
    afterSaving = then;
    beside.ask(
        "Save " + what,
        () -> staging.save(now),
        outcome -> {
          saving.set(false);
          took(outcome, what);
        },
        error -> {
          saving.set(false);
          trouble.set(Trouble.of(error).sentence());
        });
  }

  /// Says whether the changes cannot be saved, and shows why.
  private boolean isWrong() {
    List<Problem> found = staging().problems(steps.now());
    show(found);
    return !found.isEmpty();
  }

  private void took(Outcome outcome, String what) {
    switch (outcome) {
      case Outcome.Saved _ -> {
        Staged written = steps.now();
        drop();
        done.accept("Saved " + what + " in one transaction.");
        Runnable then = afterSaving;
        afterSaving = () -> {};
        EditedResult of = result;
        grid.reread(row -> of == null ? row : of.over(row, written, labels));
        then.run();
      }
      case Outcome.Invalid(List<Problem> found) -> show(found);
      case Outcome.Refused(Problem problem, _) -> {
        show(List.of(problem));
        trouble.set("Nothing was saved. " + problem.sentence());
      }
      case Outcome.Conflicts(List<Conflict> found) -> {
        conflicts = found;
        question.set(
            new Question.Conflicts(
                found.stream().map(conflict -> Conflicting.row(conflict)).toList()));
      }
    }
  }

  private void show(List<Problem> found) {
    problems.clear();
    for (Problem problem : found) {
      problems
          .computeIfAbsent(problem.row(), _ -> new LinkedHashMap<>())
          .put(problem.field().orElse(""), problem.sentence());
    }
    if (!found.isEmpty()) {
      int more = found.size() - 1;
      trouble.set(
          found.getFirst().sentence() + (more == 0 ? "" : " And %,d more.".formatted(more)));
      reveal(found.getFirst());
    }
    version.set(version.get() + 1);
  }

  private void reveal(Problem problem) {
    int column = problem.field().map(Objects.requireNonNull(result)::column).orElse(0);
    int row = find(problem.row());
    if (row >= 0) {
      select(row, Math.max(0, column));
    }
  }

  private void select(int row, int column) {
    grid.selection().select(row, column);
    reveals.set(reveals.get() + 1);
  }

  private int find(RowRef wanted) {
    if (wanted instanceof RowRef.Added(long number)) {
      return numbers.contains(number) ? stored() + numbers.indexOf(number) : -1;
    }
    int most = Math.min(stored(), MOST_ROWS);
    for (int row = 0; row < most; row++) {
      if (ref(row).filter(wanted::equals).isPresent()) {
        return row;
      }
    }
    return -1;
  }

  /// Decides the conflicts and saves again.
  ///
  /// @param ours of each conflict, whether our change is to hold; else theirs stays
  public void decide(List<Boolean> ours) {
    List<Conflict> decided = conflicts;
    answered();
    change(now -> {
      Staged next = now;
      for (int i = 0; i < decided.size(); i++) {
        next =
            Conflicting.decide(
                next, decided.get(i), ours.get(i), Objects.requireNonNull(result).allFields());
      }
      return next;
    });
    if (changes.get() > 0) {
      save(afterSaving);
    } else {
      grid.reread(UnaryOperator.identity());
    }
  }
}
