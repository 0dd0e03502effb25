package orrery.ui.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
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
import orrery.orm.query.Expr;
import orrery.orm.query.Query;
import orrery.ui.Answer;
import orrery.ui.Beside;
import orrery.ui.Cost;
import orrery.ui.RunState;
import orrery.ui.Trouble;
import orrery.ui.Workbench;
import orrery.ui.grid.out.Format;

/// The result of the last run: rows that come as they are scrolled to, single values or a plan; how
/// many there are; and what went wrong. Belongs to the window's thread.
public final class GridViewModel {
  /// How many rows a block has: as many as the run itself brings.
  static final int BLOCK = Workbench.PAGE;

  /// How many blocks are kept.
  static final int MOST_BLOCKS = 60;

  /// Up to how many rows are counted without being asked.
  static final int COUNTED = 10_000;

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

  private final EditingViewModel editing;
  private RowCover cover = RowCover.NONE;
  private final Asking asking;
  private final Relations relations;
  private final GridColumns columns = new GridColumns(this);
  private final GridFilters filters;
  private final Copying copying;
  private final Exporting exporting;
  private final GridSummary summary;
  private final GridFind find;
  private final ReadOnlyStringWrapper chosen = new ReadOnlyStringWrapper("");
  private @Nullable Answer answer;
  private @Nullable Sheet sheet;

  /// Makes it for what `workbench` runs.
  public GridViewModel(Workbench workbench, Beside beside) {
    this.workbench = workbench;
    this.beside = beside;
    this.asking = new Asking(workbench);
    this.copying = new Copying(this, beside, this::fail);
    this.exporting = new Exporting(this, beside.tasks());
    this.summary = new GridSummary(this, beside, this::fail);
    this.find = new GridFind(this);
    this.filters = new GridFilters(this, asking);
    this.relations = new Relations(asking, beside, () -> sheet, this::fail);
    selection.changesProperty().subscribe(_ -> sayChosen());
    workbench.answerProperty().subscribe(this::take);
    workbench.runStateProperty().subscribe(this::follow);
    editing = new EditingViewModel(workbench, this, beside);
  }

  /// Returns the editing of its rows.
  public EditingViewModel editing() {
    return editing;
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
    return sheet == null ? Row.PENDING : cover.over(sheet.peek(row), row);
  }

  /// Returns a row as it was fetched, if it is there; asking does not fetch.
  Row fetched(int row) {
    return sheet == null ? Row.PENDING : sheet.peek(row);
  }

  /// Tells that the cover changed: rows are shown anew, and there may be more or fewer.
  void covered() {
    if (sheet != null) {
      selection.size(total.get().rows() + cover.further(), sheet.columns().size());
    }
  }

  /// Fetches what is shown again, and counts again; until then rows are shown as `meanwhile` has
  /// them.
  void reread(UnaryOperator<Row> meanwhile) {
    if (sheet != null) {
      sheet.reread(meanwhile);
    }
  }

  /// How the columns are laid out.
  public GridColumns columns() {
    return columns;
  }

  /// What sums columns up.
  public GridSummary summary() {
    return summary;
  }

  /// What finds texts in the rows that are here.
  public GridFind find() {
    return find;
  }

  /// How much is chosen, and what the numbers in it come to; empty for one cell or none.
  public ReadOnlyStringProperty chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  /// What writes all rows to a file.
  public Exporting exporting() {
    return exporting;
  }

  /// The conditions that come from the grid.
  public GridFilters filters() {
    return filters;
  }

  /// What can be done with cells that stand for other objects.
  public Relations relations() {
    return relations;
  }

  // Commands

  /// Counts all rows, however many there are.
  public void countAll() {
    if (sheet != null) {
      sheet.count(Integer.MAX_VALUE);
    }
  }

  /// Tries again to fetch what could not be fetched.
  public void retry() {
    trouble.set(null);
    if (sheet != null) {
      sheet.retry();
    }
  }

  /// Sorts by columns, in their order; by none, leaves the model's own order. The chain is
  /// rewritten and run.
  public void sort(List<SortKey> keys) {
    Sheet of = sheet;
    if (of == null) {
      return;
    }
    List<Sorting> by = new ArrayList<>();
    for (SortKey key : keys) {
      String name = of.columns().get(key.column()).sort();
      by.add(new Sorting(name, key.descending(), Expr.Nulls.valueOf(key.nulls().name())));
    }
    asking.ask(of.answer(), Sorting.sort(of.answer().chain().query(), by));
  }

  /// Puts the name that was probably meant into the chain and runs it.
  public void fix() {
    if (workbench.fix()) {
      workbench.run();
    }
  }

  /// Returns the last condition of the chain, as it is written; empty where it has none.
  public String lastFilter() {
    return answer == null
        ? ""
        : Asking.lastFilter(answer.chain().query()).map(Printer::print).orElse("");
  }

  /// Takes the last condition out of the chain and runs that.
  public void dropLastFilter() {
    if (answer != null) {
      asking.dropLastFilter(answer);
    }
  }

  /// Gives the chosen cells to `taker` as text with tabs, fetching rows that are not there.
  ///
  /// @param head whether the columns' names stand above
  public void copy(boolean head, Consumer<String> taker) {
    copying.copy(head, taker);
  }

  /// Gives the chosen cells to `taker` in another form, fetching rows that are not there.
  public void copyAs(Format format, Consumer<String> taker) {
    copying.copyAs(format, taker);
  }

  /// Returns the value of a cell, to be looked at alone; nothing while it is on its way.
  public Optional<Detail> detail(int row, int column) {
    if (sheet == null || column >= sheet.columns().size()) {
      return Optional.empty();
    }
    Row at = peek(row);
    return at.isPending()
        ? Optional.empty()
        : Optional.of(Details.of(sheet.maker(), sheet.columns().get(column), at, row, column));
  }

  private void sayChosen() {
    String much = selection.words();
    String sums =
        sheet == null || much.isEmpty()
            ? ""
            : Sums.words(selection.areas(), selection.order(), sheet.columns(), this::peek);
    chosen.set(sums.isEmpty() ? much : much + " · " + sums);
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
          RowMaker.of(next.result(), next.database().models(), next.chain().query())
              .ifPresent(maker ->
                  table(new Sheet(next, maker, beside, () -> cover.further(), new Watch())));
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
    if (sheet != null) {
      sheet.close();
    }
    sheet = null;
    total.set(new Total(0, true));
    selection.size(0, 0);
  }

  private void table(Sheet next) {
    sheet = next;
    columns.count(next);
    total.set(next.total());
    show(next);
    sayFooter();
    next.start();
  }

  /// Returns the rows that are shown; null where none are.
  @Nullable Sheet sheet() {
    return sheet;
  }

  /// Shows rows, in the columns that they have now.
  void show(Sheet of) {
    selection.size(of.total().rows() + cover.further(), of.columns().size());
    selection.order(columns.shown(of));
    Query query = of.answer().chain().query();
    boolean canSort = Sorting.canSort(query) && (of.answer().more() || of.rows().size() > 1);
    List<Column> all = of.columns();
    shown.set(new Shown.Table(all, of.rows(), sortKeys(query, all), canSort));
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
          keys.add(
              new SortKey(i, sorting.descending(), NullsPlace.valueOf(sorting.nulls().name())));
          break;
        }
      }
    }
    return keys;
  }

  private void fail(Throwable error) {
    trouble.set(Trouble.of(error));
  }

  private void sayFooter() {
    if (answer == null || sheet == null) {
      return;
    }
    Total of = total.get();
    int here = sheet.fetched();
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

  private final class Watch implements Sheet.Listener {
    @Override
    public void counted() {
      if (sheet != null) {
        total.set(sheet.total());
        selection.size(sheet.total().rows() + cover.further(), sheet.columns().size());
        sayFooter();
      }
    }

    @Override
    public void failed(Throwable error) {
      fail(error);
    }
  }
}
