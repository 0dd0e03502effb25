package orrery.ui.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import orrery.orm.OpenDatabase;
import orrery.orm.Parts;
import orrery.orm.Result;
import orrery.orm.db.Reason;
import orrery.orm.edit.Hop;
import orrery.orm.edit.Seeking;
import orrery.orm.meta.Field;
import orrery.orm.meta.Model;
import orrery.orm.meta.Models;
import orrery.orm.query.Chain;
import orrery.orm.query.Query;
import orrery.orm.type.FieldType;
import orrery.orm.type.FieldTypes;
import orrery.ui.Answer;
import orrery.ui.Beside;
import orrery.ui.grid.out.Format;
import orrery.ui.grid.out.Table;
import orrery.ui.task.Tasks;

/// A result of rows while it is looked at: the rows as far as they were fetched, how many there
/// are, and what is asked for aside. Belongs to the window's thread.
final class Sheet {

  /// Hears of a sheet.
  interface Listener {
    /// There are more rows than before, or it is known how many there are.
    void counted();

    /// Something could not be fetched.
    void failed(Throwable error);
  }

  private final Answer answer;
  private final RowMaker maker;
  private final Beside beside;
  private final Listener listener;
  private final IntSupplier further;
  private final RowBlocks blocks;
  private final VirtualRows rows;
  private final Asides asides;
  private final Optional<Places> places;
  private final List<Aside> labels = new ArrayList<>();
  private final List<CountAside> counts = new ArrayList<>();
  private Total total;
  private Tasks.@Nullable Running counting;
  private Tasks.@Nullable Running surveying;

  /// Makes it of an answer, and starts to count what it did not bring.
  ///
  /// @param further how many rows are shown behind those of the result
  Sheet(Answer answer, RowMaker maker, Beside beside, IntSupplier further, Listener listener) {
    this.further = further;
    this.answer = answer;
    this.maker = maker;
    this.beside = beside;
    this.listener = listener;
    List<Row> first = maker.rows(answer.result());
    total = new Total(first.size(), !answer.more());
    blocks =
        new RowBlocks(
            GridViewModel.BLOCK,
            GridViewModel.MOST_BLOCKS,
            first,
            this::fetch,
            beside.tasks(),
            new Arrivals());
    rows = new VirtualRows(blocks, first.size());
    places = places(first);
    asides =
        new Asides(
            beside,
            answer.database(),
            blocks,
            maker.columns().size(),
            at -> rows.arrived(at.from(), at.to()),
            listener::failed);
    for (int i = 0; i < maker.columns().size(); i++) {
      int column = i;
      if (!maker.isFetched(i)) {
        hop(i).ifPresent(hop -> labels.add(new LabelAside(column, hop)));
      }
    }
  }

  /// Starts to ask for what did not come with the first rows.
  void start() {
    ask();
    if (answer.more()) {
      count(GridViewModel.COUNTED + 1);
    }
  }

  /// Returns what was asked.
  Answer answer() {
    return answer;
  }

  /// Returns what makes the rows.
  RowMaker maker() {
    return maker;
  }

  /// Returns the columns, those that count last.
  List<Column> columns() {
    List<Column> all = new ArrayList<>(maker.columns());
    counts.forEach(count -> all.add(count.column()));
    return List.copyOf(all);
  }

  /// Returns the rows.
  VirtualRows rows() {
    return rows;
  }

  /// Returns a row if it is there; asking does not fetch.
  Row peek(int row) {
    return blocks.peek(row);
  }

  /// Returns how many rows there are.
  Total total() {
    return total;
  }

  /// Returns how many rows were fetched.
  int fetched() {
    return blocks.fetched();
  }

  /// Returns where the rows that were fetched begin and end.
  List<RowBlocks.Range> ranges() {
    return blocks.ranges();
  }

  /// Lets what failed be tried again.
  void retry() {
    blocks.retry();
    rows.arrived(0, rows.size());
  }

  /// Fetches what is shown again, and counts again; until then rows are shown as `meanwhile` has
  /// them.
  void reread(UnaryOperator<Row> meanwhile) {
    blocks.ranges().forEach(at -> blocks.change(at.from(), at.to(), meanwhile));
    blocks.stale();
    asides.forget();
    places.ifPresent(Places::forget);
    rows.arrived(0, rows.size());
    count(GridViewModel.COUNTED + 1);
  }

  /// Asks no more.
  void close() {
    blocks.close();
    asides.close();
    if (counting != null) {
      counting.cancel();
    }
    if (surveying != null) {
      surveying.cancel();
    }
  }

  // Relations

  /// Returns the relations whose objects can be counted.
  List<Hop> countable() {
    OptionalInt key = maker.key();
    return key.isPresent() && answer.result() instanceof Result.Objects objects
        ? Hop.toMany(models(), objects.model())
        : List.of();
  }

  /// Returns the relations whose objects are counted.
  List<Hop> counted() {
    return counts.stream().map(CountAside::hop).toList();
  }

  /// Counts the objects of these relations in columns behind the others.
  void count(List<Hop> hops) {
    counts.clear();
    maker.key().ifPresent(key -> hops.forEach(hop -> counts.add(new CountAside(key, hop))));
    ask();
  }

  private void ask() {
    List<Aside> all = new ArrayList<>(labels);
    all.addAll(counts);
    asides.set(all);
  }

  /// Returns the relation that a column stands for.
  Optional<Hop> hop(int column) {
    int own = maker.columns().size();
    if (column < own) {
      return maker.hop(models(), query(), column);
    }
    return column - own < counts.size()
        ? Optional.of(counts.get(column - own).hop())
        : Optional.empty();
  }

  /// Returns the key by which the relation of a cell finds its objects; nothing where there is none
  /// or it is on its way.
  Optional<Object> key(int row, int column) {
    Row at = blocks.peek(row);
    int own = maker.columns().size();
    return Optional.ofNullable(
        column < own ? at.value(column) : at.value(maker.key().orElseThrow()));
  }

  /// Returns the database.
  OpenDatabase database() {
    return answer.database();
  }

  private Models models() {
    return answer.database().models();
  }

  private Query query() {
    return answer.chain().query();
  }

  // Rows

  // Where an unordered query gave its first rows in the order of their keys, the others are asked
  // for in that order.
  private Optional<Places> places(List<Row> first) {
    OptionalInt key = maker.key();
    if (key.isEmpty() || !answer.more()) {
      return Optional.empty();
    }
    return Seeking.of(models(), answer.sent().query())
        .filter(seeking -> seeking.isSaid() || isAscending(first, key.getAsInt()))
        .map(Places::new);
  }

  private static boolean isAscending(List<Row> rows, int key) {
    for (int i = 1; i < rows.size(); i++) {
      boolean isUp =
          rows.get(i - 1).value(key) instanceof Long before
              && rows.get(i).value(key) instanceof Long now
              && before < now;
      if (!isUp) {
        return false;
      }
    }
    return true;
  }

  private Tasks.Running fetch(
      int offset, int limit, Consumer<List<Row>> done, Consumer<Throwable> failed) {
    OptionalInt exact = total.isExact() ? OptionalInt.of(total.rows()) : OptionalInt.empty();
    Optional<Places.Way> way = places.flatMap(p -> p.to(offset, limit, exact));
    return beside.ask("More rows", () -> page(way, offset, limit), done, failed);
  }

  /// Fetches rows, at once. Not on the window's thread.
  List<Row> fetch(int offset, int limit) {
    return maker.rows(database().runner().page(answer.sent(), offset, limit));
  }

  /// Returns those of `columns` that can be written in a form: as statements, the model's own.
  List<Integer> written(List<Integer> columns, Format format) {
    return columns.stream()
        .filter(i -> format != Format.INSERT || maker.field(i).isPresent())
        .toList();
  }

  /// Returns what the rows of these columns are, for who writes them.
  Table table(List<Integer> columns, Format format) {
    Model model = models().get(query().model());
    List<String> names = new ArrayList<>();
    List<FieldType> types = new ArrayList<>();
    for (int column : columns) {
      Optional<Field> field = maker.field(column);
      String name = columns().get(column).name();
      names.add(field.map(f -> format == Format.INSERT ? f.column() : f.attname()).orElse(name));
      types.add(field.map(Field::type).orElse(FieldTypes.ANY));
    }
    return new Table(model.table(), names, types, database().database().dialect());
  }

  private List<Row> page(Optional<Places.Way> way, int offset, int limit) {
    if (way.isEmpty()) {
      return fetch(offset, limit);
    }
    List<Row> page = maker.rows(database().runner().run(way.get().chain(), Reason.PAGE));
    return way.get().isBackwards() ? page.reversed() : page;
  }

  // Notes the keys of some rows all over a long result, so that each place is near one of them.
  private void survey(Places of) {
    if (surveying != null) {
      surveying.cancel();
    }
    surveying =
        beside.ask(
            "Find the places of rows",
            () -> {
              Chain keys = new Chain(of.keys());
              int row = 0;
              try (Parts parts = database().runner().parts(keys, Reason.of(Reason.Kind.PLACES))) {
                while (parts.hasNext()) {
                  row = note(of, parts.next(), row);
                }
              }
              return row;
            },
            _ -> surveying = null,
            listener::failed);
  }

  private static int note(Places of, Result part, int from) {
    int row = from;
    if (part instanceof Result.Values values) {
      for (@Nullable Object[] key : values.rows()) {
        if (row % Places.APART == 0 && key[0] != null) {
          of.found(row, key[0]);
        }
        row++;
      }
    }
    return row;
  }

  /// Counts the rows, up to `cap`.
  void count(int cap) {
    if (counting != null) {
      counting.cancel();
    }
    counting =
        beside.ask(
            cap == Integer.MAX_VALUE ? "Count all rows" : "Count rows",
            () -> database().runner().count(answer.sent(), cap),
            found -> counted(found, cap),
            listener::failed);
  }

  private void counted(long found, int cap) {
    boolean isExact = found < cap;
    resize(new Total((int) (isExact ? found : cap - 1L), isExact));
    if (isExact && found > GridViewModel.COUNTED) {
      places.ifPresent(this::survey);
    }
  }

  private void resize(Total next) {
    total = next;
    rows.resize(next.rows());
    listener.counted();
  }

  private final class Arrivals implements RowBlocks.Listener {
    @Override
    public void fetched(int from, int to) {
      OptionalInt column = maker.key();
      Object key = column.isPresent() ? blocks.peek(from).value(column.getAsInt()) : null;
      if (key != null) {
        places.ifPresent(p -> p.saw(from, key));
      }
      asides.arrived(new RowBlocks.Range(from, to));
      rows.arrived(from, to);
      boolean isEnd = to == rows.size() && !total.isExact() && further.getAsInt() == 0;
      if (isEnd && to >= GridViewModel.COUNTED) {
        resize(new Total(to + GridViewModel.COUNTED, false));
      }
      listener.counted();
    }

    @Override
    public void ended(int size) {
      resize(new Total(size, true));
    }

    @Override
    public void failed(Throwable error) {
      listener.failed(error);
    }
  }
}
