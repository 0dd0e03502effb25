package orrery.ui.grid;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import orrery.orm.OpenDatabase;
import orrery.orm.Result;
import orrery.orm.chain.Printer;
import orrery.orm.db.Reason;
import orrery.orm.edit.Hop;
import orrery.orm.load.Instance;
import orrery.orm.meta.Field;
import orrery.orm.query.Chain;
import orrery.orm.query.Query;
import orrery.orm.query.Step;
import orrery.ui.Beside;
import orrery.ui.task.Latest;

/// What can be done with cells that stand for other objects: open them as a chain of their own, or
/// look at them in passing. Belongs to the window's thread.
public final class Relations {
  private static final int MOST_LINES = 8;
  private static final int REMEMBERED = 200;

  private final Asking asking;
  private final Latest looking;
  private final Beside beside;
  private final Supplier<@Nullable Sheet> sheet;
  private final Consumer<Throwable> failed;
  private final Map<Query, Peek> seen =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Query, Peek> eldest) {
          return size() > REMEMBERED;
        }
      };
  private @Nullable Sheet seenOn;

  Relations(
      Asking asking, Beside beside, Supplier<@Nullable Sheet> sheet, Consumer<Throwable> failed) {
    this.asking = asking;
    this.beside = beside;
    this.looking = new Latest(beside.tasks());
    this.sheet = sheet;
    this.failed = failed;
  }

  /// A cell that leads somewhere: the relation, and the key that finds its objects.
  private record Way(Hop hop, Object key) {
    Query query() {
      return hop.open(key);
    }
  }

  private Optional<Way> way(int row, int column) {
    Sheet of = sheet.get();
    if (of == null || row < 0 || column < 0 || column >= of.columns().size()) {
      return Optional.empty();
    }
    return of.hop(column).flatMap(hop -> of.key(row, column).map(key -> new Way(hop, key)));
  }

  /// Says whether a cell leads to other objects.
  public boolean leads(int row, int column) {
    return way(row, column).isPresent();
  }

  /// Returns what opening the objects of a cell is called: `Open Artist AC/DC`, `Open 2 × Album`;
  /// nothing where it leads nowhere.
  public Optional<String> words(int row, int column) {
    Sheet of = sheet.get();
    return way(row, column)
        .map(way -> {
          Cell cell = of == null ? Cell.PENDING : of.peek(row).cell(column);
          String name = way.hop().target().name();
          return way.hop().isToMany()
              ? "Open %s × %s".formatted(cell.text(), name)
              : "Open %s %s".formatted(name, cell.text());
        });
  }

  /// Opens the objects that a cell leads to.
  ///
  /// @return whether it leads anywhere
  public boolean follow(int row, int column) {
    Optional<Way> way = way(row, column);
    way.ifPresent(to -> asking.ask(to.query()));
    return way.isPresent();
  }

  /// Returns the chain that following a cell runs; empty where it leads nowhere.
  public String chain(int row, int column) {
    return way(row, column).map(way -> Printer.print(new Chain(way.query()))).orElse("");
  }

  /// Looks at what a cell leads to, with one query that is not repeated; an earlier look that is
  /// still under way is given up.
  public void peek(int row, int column, Consumer<Peek> taker) {
    looking.cancel();
    Sheet of = sheet.get();
    Optional<Way> way = way(row, column);
    if (of == null || way.isEmpty()) {
      return;
    }
    if (seenOn != of) {
      seen.clear();
      seenOn = of;
    }
    Query query = way.get().query();
    Peek known = seen.get(query);
    if (known != null) {
      taker.accept(known);
      return;
    }
    OpenDatabase database = of.database();
    looking.start(
        beside.job("Peek at " + way.get().hop().name(), () -> look(database, way.get())),
        peek -> {
          seen.put(query, peek);
          taker.accept(peek);
        },
        failed);
  }

  /// Gives up a look that is under way.
  public void away() {
    looking.cancel();
  }

  private static Peek look(OpenDatabase database, Way way) {
    Hop hop = way.hop();
    Reason reason = Reason.of(Reason.Kind.PEEK, hop.name());
    Step few = new Step.Slice(0, OptionalInt.of(hop.isToMany() ? MOST_LINES + 1 : 1));
    Result result = database.runner().run(new Chain(way.query().with(few)), reason);
    List<Instance> found = result instanceof Result.Objects objects ? objects.rows() : List.of();
    String model = hop.target().name();
    if (hop.isToMany()) {
      return many(hop, found);
    }
    if (found.isEmpty()) {
      return new Peek(
          "No such " + model,
          "%s %s is gone, or was never there.".formatted(model, Cells.text(way.key())),
          List.of());
    }
    Instance one = found.getFirst();
    List<Peek.Line> lines = new ArrayList<>();
    for (Field field : one.layout().fields()) {
      boolean isSaid = hop.target().labelField().equals(Optional.of(field.name()));
      if (!isSaid && lines.size() < MOST_LINES) {
        lines.add(new Peek.Line(field.attname(), Cells.of(one.value(field))));
      }
    }
    return new Peek(one.label(), model, lines);
  }

  private static Peek many(Hop hop, List<Instance> found) {
    List<Peek.Line> lines = new ArrayList<>();
    for (Instance one : found.subList(0, Math.min(MOST_LINES, found.size()))) {
      lines.add(new Peek.Line(Cells.text(one.pk()), Cells.of(one.label())));
    }
    String title =
        found.size() > MOST_LINES
            ? "The first %d".formatted(MOST_LINES)
            : Cells.count(found.size(), "object");
    return new Peek(title, hop.target().name(), lines);
  }
}
