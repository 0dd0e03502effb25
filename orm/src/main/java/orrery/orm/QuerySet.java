package orrery.orm;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import orrery.orm.chain.Printer;
import orrery.orm.db.Reason;
import orrery.orm.error.IndexError;
import orrery.orm.error.ValueError;
import orrery.orm.load.Branch;
import orrery.orm.load.Deletion;
import orrery.orm.load.Instance;
import orrery.orm.query.Chain;
import orrery.orm.query.Query;
import orrery.orm.query.Step;
import orrery.orm.query.Terminal;

/// What is asked of the database, lazily: Django's `QuerySet`.
///
/// Every method that narrows, orders or shapes returns another queryset and asks nothing. The rows
/// are asked for when they are first needed, and then kept. What is asked never changes; the kept
/// rows do once. Not thread-safe.
///
/// @param <R> what a row becomes: an object, or with `values()` a mapping
public class QuerySet<R extends @Nullable Object> implements Iterable<R>, Terminals<R> {

  private static final int SHOWN = 20;

  private final Source<R> source;
  private @Nullable List<R> rows;
  private List<Branch> fetched = List.of();

  /// Makes a queryset.
  public QuerySet(Source<R> source) {
    this.source = source;
  }

  /// Makes a queryset whose rows are known.
  QuerySet(Source<R> source, List<R> rows) {
    this.source = source;
    this.rows = Collections.unmodifiableList(rows);
  }

  /// Returns the same with its rows known.
  final QuerySet<R> keeping(List<R> rows) {
    return new QuerySet<>(source, rows);
  }

  final Function<Source<?>, QuerySet<?>> factory() {
    return source.factory;
  }

  /// Returns what is asked.
  public final Query query() {
    return source.query;
  }

  /// Returns the alias of the database that is asked.
  public final String database() {
    String alias = source.at;
    for (Step step : source.query.steps()) {
      alias = step instanceof Step.Using using ? using.alias() : alias;
    }
    return source.orm.databases().get(alias).alias();
  }

  @Override
  public final QuerySet<R> with(Step step) {
    Query next = source.then(step);
    source.orm.runner().check(next);
    return source.with(next).queryset();
  }

  @Override
  public final <N extends @Nullable Object> QuerySet<N> with(Step step, RowForm<N> form) {
    Query next = source.then(step);
    source.orm.runner().check(next);
    return source.with(next, form).queryset();
  }

  /// Returns the same again, with no rows kept.
  public final QuerySet<R> all() {
    return source.with(source.query).queryset();
  }

  /// Returns this as a queryset of one's own class; so are then all that are made from it.
  public final <S extends QuerySet<R>> S as(Function<Source<R>, S> factory) {
    @SuppressWarnings("unchecked") // Rows may become something else later, as in Django.
    Function<Source<?>, QuerySet<?>> any = s -> factory.apply((Source<R>) s);
    return factory.apply(source.with(any));
  }

  @Override
  public final Terms terms() {
    return source.orm.terms(source.query.model());
  }

  @Override
  public final RowForm<R> form() {
    return source.form;
  }

  @Override
  public final Result ask(Terminal terminal) {
    return introduced(
        source.orm.runner().run(new Chain(source.query, terminal), source.at, reason(terminal)));
  }

  private Reason reason(Terminal terminal) {
    return source
        .owner
        .map(owner -> Reason.lazy(owner.relation()))
        .orElseGet(() -> Reasons.of(terminal));
  }

  /// Has objects of a related manager know the object it belongs to.
  private Result introduced(Result result) {
    if (source.owner.isPresent()
        && source.owner.get().reverse().isPresent()
        && result instanceof Result.Objects objects) {
      String reverse = source.owner.get().reverse().get();
      for (Instance each : objects.rows()) {
        if (!each.isCached(reverse)) {
          each.remember(reverse, source.owner.get().object());
        }
      }
    }
    return result;
  }

  /// Returns the rows, asking for them the first time.
  public final List<R> list() {
    List<R> known = rows;
    if (known == null) {
      Result result = ask(new Terminal.Fetch());
      known = Collections.unmodifiableList(source.form.rows(result));
      fetched = result instanceof Result.Objects objects ? objects.related() : List.of();
      rows = known;
    }
    return known;
  }

  /// Says whether the rows are kept already.
  public final boolean isEvaluated() {
    return rows != null;
  }

  /// Returns the relations that were fetched with the rows, once they are.
  public final List<Branch> fetched() {
    return fetched;
  }

  @Override
  public final Iterator<R> iterator() {
    return list().iterator();
  }

  /// Returns the number of rows, asking for them the first time: Python's `len`. See [#count].
  public final int size() {
    return list().size();
  }

  /// Says whether there are no rows, asking for them the first time. See [#exists].
  public final boolean isEmpty() {
    return list().isEmpty();
  }

  /// Returns the rows one after another.
  public final Stream<R> stream() {
    return list().stream();
  }

  /// Returns the row at `index`, counted from 0; asks for that one alone, unless the rows are kept.
  ///
  /// @throws IndexError where there is none
  /// @throws ValueError for a negative index
  public final R at(int index) {
    if (index < 0) {
      throw new ValueError("Negative indexing is not supported.");
    }
    List<R> known = rows;
    if (known == null) {
      return source.form.rows(ask(new Terminal.Index(index))).getFirst();
    }
    if (index >= known.size()) {
      throw new IndexError("list index out of range");
    }
    return known.get(index);
  }

  /// Returns the rows from `start` up to, but without, `stop`, both counted from 0: Python's
  /// `[start:stop]`.
  ///
  /// @throws ValueError where one is negative
  public final QuerySet<R> slice(int start, int stop) {
    return slice(start, OptionalInt.of(stop));
  }

  /// Returns the rows from `start` on: Python's `[start:]`.
  ///
  /// @throws ValueError where it is negative
  public final QuerySet<R> from(int start) {
    return slice(start, OptionalInt.empty());
  }

  private QuerySet<R> slice(int start, OptionalInt stop) {
    if (start < 0 || stop.orElse(0) < 0) {
      throw new ValueError("Negative indexing is not supported.");
    }
    Source<R> sliced = source.with(source.query.with(new Step.Slice(start, stop)));
    List<R> known = rows;
    if (known == null) {
      return sliced.queryset();
    }
    int end = Math.min(known.size(), stop.orElse(known.size()));
    return new QuerySet<>(sliced, known.subList(Math.min(start, end), end));
  }

  /// Returns how many rows there are; of kept rows their number.
  @Override
  public final long count() {
    return rows == null ? Terminals.super.count() : rows.size();
  }

  /// Says whether there is a row; of kept rows, without asking.
  @Override
  public final boolean exists() {
    return rows == null ? Terminals.super.exists() : !rows.isEmpty();
  }

  /// Says whether `object` is among the rows; of kept rows, without asking.
  @Override
  public final boolean contains(Instance object) {
    if (rows != null && object.pk() != null) {
      return rows.contains(object);
    }
    return Terminals.super.contains(object);
  }

  /// Returns the first row, by primary key where nothing orders; of kept rows that are ordered,
  /// without asking.
  @Override
  public final @Nullable R first() {
    if (rows != null && source.orm.runner().isOrdered(source.query)) {
      return rows.isEmpty() ? null : rows.getFirst();
    }
    return Terminals.super.first();
  }

  @Override
  public final Iterator<R> iterator(int chunkSize) {
    if (chunkSize <= 0) {
      throw new ValueError("Chunk size must be strictly positive.");
    }
    Iterator<Result> chunks =
        source.orm.runner().parts(new Chain(source.query), source.at, chunkSize);
    return new Flattened<>(chunks, result -> source.form.rows(introduced(result)));
  }

  @Override
  public final Changes<R> changes() {
    return new Changes<>(this, source.orm);
  }

  /// Deletes all rows, and what depends on them.
  ///
  /// @throws orrery.orm.error.TypeError where they are sliced, or values
  public final Deletion delete() {
    Deletion deletion = changes().delete();
    rows = null;
    return deletion;
  }

  /// Changes all rows in one statement; what was kept of them is forgotten.
  @Override
  public final int update(@Nullable Object... values) {
    int changed = Terminals.super.update(values);
    rows = null;
    return changed;
  }

  /// Returns what both querysets have: Python's `&`.
  public final QuerySet<R> and(QuerySet<?> other) {
    return with(new Step.Merge(Step.Connector.AND, other.query()));
  }

  /// Returns what either queryset has: Python's `|`.
  public final QuerySet<R> or(QuerySet<?> other) {
    return with(new Step.Merge(Step.Connector.OR, other.query()));
  }

  /// Returns what just one of the querysets has: Python's `^`.
  public final QuerySet<R> xor(QuerySet<?> other) {
    return with(new Step.Merge(Step.Connector.XOR, other.query()));
  }

  /// Returns Django's `__repr__`, which asks for the first rows: `<QuerySet [<Book: Poems>]>`.
  public final String repr() {
    List<R> shown = rows == null ? slice(0, SHOWN + 1).list() : rows;
    List<String> words = new ArrayList<>();
    for (R row : shown.subList(0, Math.min(SHOWN, shown.size()))) {
      words.add(row instanceof Instance object ? object.repr() : Objects.toString(row));
    }
    if (shown.size() > SHOWN) {
      words.add("...(remaining elements truncated)...");
    }
    return "<QuerySet [" + String.join(", ", words) + "]>";
  }

  /// Returns what is asked as a chain; asks nothing.
  @Override
  public String toString() {
    return Printer.print(source.query);
  }
}
