package orrery.ui.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import orrery.orm.Result;
import orrery.orm.chain.Printer;
import orrery.orm.edit.Sorting;
import orrery.orm.query.Chain;
import orrery.orm.query.Query;
import orrery.orm.query.Step;
import orrery.ui.Answer;
import orrery.ui.Beside;
import orrery.ui.Cost;
import orrery.ui.RunState;
import orrery.ui.Trouble;
import orrery.ui.Workbench;
import orrery.ui.task.Tasks;

/// The result of the last run: rows that come as they are scrolled to, single values or a plan; how
/// many there are; and what went wrong. Belongs to the window's thread.
public final class GridViewModel {
  /// How many rows a block has: as many as the run itself brings.
  static final int BLOCK = Workbench.PAGE;

  /// How many blocks are kept.
  static final int MOST_BLOCKS = 60;

  /// Up to how many rows are counted without being asked.
  static final int COUNTED = 10_000;

  /// The most rows that are copied.
  static final int MOST_COPIED = 100_000;

  private final Workbench workbench;
  private final Beside beside;
  private final GridSelection selection = new GridSelection();
  private final ReadOnlyObjectWrapper<Shown> shown =
      new ReadOnlyObjectWrapper<>(new Shown.Nothing());
  private final ReadOnlyObjectWrapper<@Nullable Trouble> trouble = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper footer = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<Total> total =
      new ReadOnlyObjectWrapper<>(new Total(0, true));
  private final BooleanBinding canCountAll =
      Bindings.createBooleanBinding(() -> !total.get().isExact(), total);

  private RowCover cover = RowCover.NONE;
  private @Nullable Answer answer;
  private @Nullable RowMaker maker;
  private @Nullable RowBlocks blocks;
  private @Nullable VirtualRows rows;
  private Tasks.@Nullable Running counting;

  /// Makes it for what `workbench` runs.
  public GridViewModel(Workbench workbench, Beside beside) {
    this.workbench = workbench;
    this.beside = beside;
    workbench.answerProperty().subscribe(this::take);
    workbench.runStateProperty().subscribe(this::follow);
  }

  // Properties

  /// What is shown: the last good answer.
  public ReadOnlyObjectProperty<Shown> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /// Says whether a chain is running, so that what is shown may be of the one before.
  public BooleanBinding isRunning() {
    return workbench.isRunning();
  }

  /// What went wrong with the last run, or with fetching rows; null where nothing did.
  public ReadOnlyObjectProperty<@Nullable Trouble> troubleProperty() {
    return trouble.getReadOnlyProperty();
  }

  /// How many rows there are and what they cost: `200 of 10,000+ · 2 queries · 6.1 ms`.
  public ReadOnlyStringProperty footerProperty() {
    return footer.getReadOnlyProperty();
  }

  /// Says whether it is not known how many rows there are.
  public BooleanBinding canCountAll() {
    return canCountAll;
  }

  /// Which cells are chosen.
  public GridSelection selection() {
    return selection;
  }

  /// Has rows shown under `cover`.
  void cover(RowCover cover) {
    this.cover = cover;
  }

  /// Returns a row as it is shown, if it is there; asking does not fetch.
  Row peek(int row) {
    return blocks == null ? Row.PENDING : cover.over(blocks.peek(row), row);
  }

  /// Tells that the cover changed: rows are shown anew, and there may be more or fewer.
  void covered() {
    if (rows != null && maker != null) {
      selection.size(total.get().rows() + cover.further(), maker.columns().size());
    }
  }

  /// Fetches what is shown again, and counts again.
  void reread() {
    if (rows != null && blocks != null) {
      blocks.stale();
      rows.arrived(0, rows.size());
      count(COUNTED + 1);
    }
  }

  // Commands

  /// Counts all rows, however many there are.
  public void countAll() {
    count(Integer.MAX_VALUE);
  }

  /// Tries again to fetch what could not be fetched.
  public void retry() {
    trouble.set(null);
    if (blocks != null && rows != null) {
      blocks.retry();
      rows.arrived(0, rows.size());
    }
  }

  /// Sorts by columns, in their order; by none, leaves the model's own order. The chain is
  /// rewritten and run.
  public void sort(List<SortKey> keys) {
    if (answer == null || maker == null) {
      return;
    }
    List<Sorting> by = new ArrayList<>();
    for (SortKey key : keys) {
      by.add(new Sorting(maker.columns().get(key.column()).sort(), key.descending()));
    }
    ask(Sorting.sort(answer.chain().query(), by));
  }

  /// Puts the name that was probably meant into the chain and runs it.
  public void fix() {
    if (workbench.fix()) {
      workbench.run();
    }
  }

  /// Returns the last condition of the chain, as it is written; empty where it has none.
  public String lastFilter() {
    return lastFilterStep().map(Printer::print).orElse("");
  }

  /// Takes the last condition out of the chain and runs that.
  public void dropLastFilter() {
    Optional<Step> last = lastFilterStep();
    if (answer == null || last.isEmpty()) {
      return;
    }
    Query query = answer.chain().query();
    List<Step> steps = new ArrayList<>(query.steps());
    steps.remove(steps.lastIndexOf(last.get()));
    ask(new Query(query.model(), steps));
  }

  /// Gives the chosen cells to `taker` as text with tabs, fetching rows that are not there.
  ///
  /// @param head whether the columns' names stand above
  public void copy(boolean head, Consumer<String> taker) {
    List<Area> areas = selection.areas();
    RowMaker with = maker;
    Answer of = answer;
    if (areas.isEmpty() || with == null || of == null) {
      return;
    }
    List<String> names = head ? with.columns().stream().map(Column::name).toList() : List.of();
    int top = areas.stream().mapToInt(Area::top).min().orElse(0);
    int bottom = areas.stream().mapToInt(Area::bottom).max().orElse(0);
    boolean isThere = true;
    for (int row = top; row <= bottom && isThere; row++) {
      isThere = !peek(row).isPending();
    }
    if (isThere) {
      taker.accept(Tsv.of(areas, names, this::peek));
      return;
    }
    if (bottom - top >= MOST_COPIED) {
      trouble.set(
          Trouble.of(
              new IllegalStateException(
                  "At most %,d rows can be copied at once.".formatted(MOST_COPIED))));
      return;
    }
    beside.ask(
        "Copy rows",
        () -> {
          Result all = of.database().runner().page(of.chain(), top, bottom - top + 1);
          List<Row> fetched = with.rows(all);
          return Tsv.of(
              areas,
              names,
              row -> row - top < fetched.size() ? fetched.get(row - top) : Row.PENDING);
        },
        taker,
        error -> trouble.set(Trouble.of(error)));
  }

  /// Returns the value of a cell, to be looked at alone; nothing while it is on its way.
  public Optional<Detail> detail(int row, int column) {
    if (blocks == null || maker == null || column >= maker.columns().size()) {
      return Optional.empty();
    }
    Row at = peek(row);
    return at.isPending() ? Optional.empty() : Optional.of(Details.of(maker, at, row, column));
  }

  private void follow(RunState state) {
    switch (state) {
      case RunState.Failed(_, Trouble said) -> trouble.set(said);
      case RunState.Running _, RunState.Done _, RunState.Idle _, RunState.Stopped _ ->
          trouble.set(null);
    }
  }

  private void take(@Nullable Answer next) {
    close();
    answer = next;
    if (next == null) {
      shown.set(new Shown.Nothing());
      footer.set("");
      return;
    }
    switch (next.result()) {
      case Result.Objects _, Result.Values _ ->
          RowMaker.of(next.result()).ifPresent(m -> table(next, m));
      case Result.Scalar(Object value) -> {
        shown.set(new Shown.Cards(cards(next, value)));
        footer.set(next.cost().words());
      }
      case Result.PlanText(String text) -> {
        shown.set(new Shown.Plan(text, PlanTree.of(text)));
        footer.set(next.cost().words());
      }
    }
  }

  private void close() {
    if (blocks != null) {
      blocks.close();
    }
    if (counting != null) {
      counting.cancel();
    }
    blocks = null;
    rows = null;
    maker = null;
    counting = null;
    total.set(new Total(0, true));
    selection.size(0, 0);
  }

  private void table(Answer next, RowMaker with) {
    List<Row> first = with.rows(next.result());
    RowBlocks cache =
        new RowBlocks(BLOCK, MOST_BLOCKS, first, this::fetch, beside.tasks(), new Arrivals());
    VirtualRows list = new VirtualRows(cache, first.size());
    maker = with;
    blocks = cache;
    rows = list;
    total.set(new Total(first.size(), !next.more()));
    selection.size(first.size(), with.columns().size());
    Query query = next.chain().query();
    boolean canSort = Sorting.canSort(query) && (next.more() || first.size() > 1);
    shown.set(new Shown.Table(with.columns(), list, sortKeys(query, with.columns()), canSort));
    sayFooter();
    if (next.more()) {
      count(COUNTED + 1);
    }
  }

  private static List<SortKey> sortKeys(Query query, List<Column> columns) {
    List<SortKey> keys = new ArrayList<>();
    for (Sorting sorting : Sorting.of(query)) {
      for (int i = 0; i < columns.size(); i++) {
        Column column = columns.get(i);
        boolean isIt =
            sorting.name().equals(column.sort())
                || sorting.name().equals(column.name())
                || (sorting.name().equals("pk") && column.role() == Column.Role.KEY);
        if (isIt && !column.sort().isEmpty()) {
          keys.add(new SortKey(i, sorting.descending()));
          break;
        }
      }
    }
    return keys;
  }

  private Tasks.Running fetch(
      int offset, int limit, Consumer<List<Row>> done, Consumer<Throwable> failed) {
    Answer of = Objects.requireNonNull(answer);
    RowMaker with = Objects.requireNonNull(maker);
    return beside.ask(
        "More rows",
        () -> with.rows(of.database().runner().page(of.chain(), offset, limit)),
        done,
        failed);
  }

  private void count(int cap) {
    Answer of = answer;
    if (of == null) {
      return;
    }
    if (counting != null) {
      counting.cancel();
    }
    counting =
        beside.ask(
            cap == Integer.MAX_VALUE ? "Count all rows" : "Count rows",
            () -> of.database().runner().count(of.chain(), cap),
            found -> counted(found, cap),
            error -> trouble.set(Trouble.of(error)));
  }

  private void counted(long found, int cap) {
    boolean isExact = found < cap;
    resize(new Total((int) (isExact ? found : cap - 1L), isExact));
  }

  private void resize(Total next) {
    if (rows != null && maker != null) {
      total.set(next);
      rows.resize(next.rows());
      selection.size(next.rows() + cover.further(), maker.columns().size());
      sayFooter();
    }
  }

  private void sayFooter() {
    if (answer == null || blocks == null) {
      return;
    }
    Total of = total.get();
    int here = blocks.fetched();
    String count =
        of.isExact() && here >= of.rows()
            ? Cells.count(of.rows(), "row")
            : "%,d of %s".formatted(here, of.words());
    Cost cost = answer.cost();
    footer.set(count + " · " + cost.words());
  }

  private static List<Card> cards(Answer of, @Nullable Object value) {
    if (value instanceof Map<?, ?> all && !all.isEmpty()) {
      List<Card> cards = new ArrayList<>();
      all.forEach((name, one) -> cards.add(new Card(String.valueOf(name), Cells.of(one))));
      return cards;
    }
    return List.of(new Card(Printer.print(of.chain().terminal()), Cells.of(value)));
  }

  private Optional<Step> lastFilterStep() {
    if (answer == null) {
      return Optional.empty();
    }
    List<Step> steps = answer.chain().query().steps();
    return steps.reversed().stream()
        .filter(step -> step instanceof Step.Filter || step instanceof Step.Exclude)
        .findFirst();
  }

  private void ask(Query query) {
    if (answer == null) {
      return;
    }
    Chain chain = new Chain(query, answer.chain().terminal());
    boolean isTall = answer.text().strip().contains("\n");
    workbench.ask(isTall ? Printer.pretty(chain, 88) : Printer.print(chain));
  }

  private final class Arrivals implements RowBlocks.Listener {
    @Override
    public void fetched(int from, int to) {
      if (rows != null) {
        rows.arrived(from, to);
        boolean isEnd = to == rows.size() && !total.get().isExact() && cover.further() == 0;
        if (isEnd && to >= COUNTED) {
          resize(new Total(to + COUNTED, false));
        }
        sayFooter();
      }
    }

    @Override
    public void ended(int size) {
      resize(new Total(size, true));
    }

    @Override
    public void failed(Throwable error) {
      trouble.set(Trouble.of(error));
    }
  }
}
