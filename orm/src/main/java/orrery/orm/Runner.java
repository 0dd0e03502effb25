package orrery.orm;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import orrery.orm.db.Reason;
import orrery.orm.db.Rows;
import orrery.orm.dialect.Sql;
import orrery.orm.edit.Parameter;
import orrery.orm.error.ValueError;
import orrery.orm.load.Arities;
import orrery.orm.load.Behaviour;
import orrery.orm.load.Branch;
import orrery.orm.load.Fetched;
import orrery.orm.load.Instance;
import orrery.orm.load.Loader;
import orrery.orm.load.Managers;
import orrery.orm.load.ObjectRows;
import orrery.orm.load.Prefetcher;
import orrery.orm.load.RawColumns;
import orrery.orm.load.Session;
import orrery.orm.load.State;
import orrery.orm.meta.Models;
import orrery.orm.query.Chain;
import orrery.orm.query.Expr;
import orrery.orm.query.Query;
import orrery.orm.query.Step;
import orrery.orm.query.Terminal;
import orrery.orm.resolve.Plan;
import orrery.orm.resolve.Resolver;
import orrery.orm.resolve.Shape;
import orrery.orm.save.Desk;
import orrery.orm.sql.Statement;

/// The line from a chain to its answer: resolve, spell, send, load, prefetch. Thread-safe.
///
/// What runs is stopped from another thread by stopping the [orrery.orm.db.Action] that it runs in.
public final class Runner {

  /// How many rows a part of an answer has: Django's size of the chunks of an `iterator()`.
  public static final int PART = 2000;

  private final Models models;
  private final Resolver resolver;
  private final Wire wire;
  private final OpenLine line;
  private final Rehearsal rehearsal;
  private final WriteTerminals writes;

  /// Makes the runner of `orm`.
  ///
  /// @param behaviours what code adds to a model, by the model's name
  /// @param managers gives objects the managers of their to-many relations
  Runner(Orm orm, Map<String, Behaviour> behaviours, Managers managers) {
    this.models = orm.models();
    this.resolver = new Resolver(models);
    this.wire = new Wire(orm.databases());
    this.line = new OpenLine(orm.models(), behaviours, managers, resolver, wire);
    this.rehearsal = new Rehearsal(orm.models(), behaviours, resolver, wire);
    this.writes = new WriteTerminals(orm);
  }

  /// Returns what loaded objects belong to.
  public Session session() {
    return line.session();
  }

  Desk desk() {
    return line.desk();
  }

  /// Returns what `text` would do, without asking the database. Never throws: what is wrong is in
  /// the answer.
  public Preview preview(String text) {
    return preview(text, Map.of());
  }

  /// Returns what `text` would do with values for its parameters, without asking the database.
  /// Never throws: what is wrong is in the answer, whose chain has the parameters still.
  ///
  /// @param values what was typed for each of its [Parameter]s, by name
  public Preview preview(String text, Map<String, String> values) {
    return rehearsal.preview(text, chain -> bind(chain, values));
  }

  /// Returns `chain` with values in the places of its parameters.
  ///
  /// @param values what was typed for each, by name
  /// @throws orrery.orm.error.ValueError where one has no value, or what was typed is none
  public Chain bind(Chain chain, Map<String, String> values) {
    return Parameter.bind(models, chain, values);
  }

  /// Returns the statement that `chain` would send first.
  ///
  /// @throws orrery.orm.error.OrmError where the chain is wrong
  public Sql sql(Chain chain) {
    return wire.write(resolver.resolve(chain), "");
  }

  /// Returns the answer to `chain`.
  ///
  /// @throws orrery.orm.error.OrmError where the chain is wrong, which is found out before anything
  ///   is sent; where the database refuses; where there are more or fewer objects than the chain
  ///   promises
  public Result run(Chain chain) {
    return WriteTerminals.isWrite(chain.terminal())
        ? writes.run(chain)
        : run(chain, "", Reasons.of(chain.terminal()));
  }

  /// Returns the answer to `chain`, which only reads, logged as asked for `reason`.
  ///
  /// @throws orrery.orm.error.OrmError as [#run(Chain)] does
  public Result run(Chain chain, Reason reason) {
    return run(chain, "", reason);
  }

  /// Returns the answer to `chain` from the database called `at`, where the chain names none.
  Result run(Chain chain, String at, Reason reason) {
    if (chain.terminal() instanceof Terminal.InBulk bulk
        && bulk.ids().orElse(null) instanceof Expr.Sequence ids) {
      return inBulk(chain, ids, bulk.fieldName(), at, reason);
    }
    return answer(resolver.resolve(chain), at, reason);
  }

  private Result inBulk(
      Chain chain, Expr.Sequence ids, Optional<String> field, String at, Reason reason) {
    List<Expr> keys = ids.items().stream().distinct().toList();
    List<Plan> parts =
        wire.divide(
            keys,
            some ->
                resolver.resolve(
                    some.size() == keys.size() ? chain : inBulk(chain, ids, some, field)),
            at);
    Plan first = parts.getFirst();
    Shape.Objects shape = Shapes.objects(first);
    rehearsal.check(first, shape);
    return objects(first, shape, line.fetch(parts, at, reason));
  }

  private static Chain inBulk(
      Chain chain, Expr.Sequence ids, List<Expr> some, Optional<String> field) {
    Expr part = new Expr.Sequence(ids.brackets(), some);
    return new Chain(chain.query(), new Terminal.InBulk(Optional.of(part), field));
  }

  /// Returns at most `limit` of the answer's rows, passing over the first `offset`.
  ///
  /// A chain that does not end in rows is run as it is. The first rows are what was asked for; only
  /// those after them are logged as a page.
  public Result page(Chain chain, long offset, int limit) {
    if (!(chain.terminal() instanceof Terminal.Fetch)) {
      return run(chain);
    }
    int start = Math.toIntExact(offset);
    Step slice = new Step.Slice(start, OptionalInt.of(Math.addExact(start, limit)));
    Reason reason = offset == 0 ? Reason.USER : Reason.PAGE;
    return run(new Chain(chain.query().with(slice)), "", reason);
  }

  /// Returns how many rows the answer has, but no more than `cap`.
  public long count(Chain chain, long cap) {
    Query some = chain.query().with(new Step.Slice(0, OptionalInt.of(Math.toIntExact(cap))));
    if (some.steps().stream().anyMatch(Step.Raw.class::isInstance)) {
      return run(new Chain(some)) instanceof Result.Objects all ? all.rows().size() : 0;
    }
    Chain count = new Chain(some, new Terminal.Count());
    return run(count) instanceof Result.Scalar(Long rows) ? rows : 0;
  }

  private Result answer(Plan plan, String at, Reason reason) {
    Loader loader = line.loader();
    return switch (plan.shape()) {
      case Shape.Objects shape -> objects(plan, shape, at, reason);
      case Shape.RawObjects shape -> {
        try (ObjectParts rows = raw(plan, shape, at, reason)) {
          Result.Objects all = rows.read(Integer.MAX_VALUE);
          Arities.check(shape.arity(), all.rows().size(), plan.model().name());
          yield all;
        }
      }
      case Shape.Values shape -> {
        List<@Nullable Object[]> rows =
            plan.empty() ? List.of() : loader.values(shape, wire.send(plan, at, reason));
        Arities.check(shape.arity(), rows.size(), plan.model().name());
        yield new Result.Values(shape.columns(), rows, shape.form());
      }
      case Shape.Scalar shape ->
          new Result.Scalar(
              plan.empty() ? shape.ifEmpty() : loader.scalar(shape, wire.send(plan, at, reason)));
      case Shape.Aggregates shape ->
          new Result.Scalar(
              plan.empty()
                  ? Loader.ofNothing(shape)
                  : loader.aggregates(shape, wire.send(plan, at, reason)));
      case Shape.PlanText shape ->
          new Result.PlanText(plan.empty() ? "" : loader.planText(wire.send(plan, at, reason)));
      case Shape.Changed shape ->
          throw new AssertionError("A plan to read that changes rows: " + plan);
    };
  }

  private Result objects(Plan plan, Shape.Objects shape, String at, Reason reason) {
    rehearsal.check(plan, shape);
    return objects(plan, shape, line.fetch(plan, shape, at, reason));
  }

  // Django slices what a statement by hand gave it, too.
  private ObjectParts raw(Plan plan, Shape.RawObjects shape, String at, Reason reason) {
    RawColumns columns = new RawColumns(session(), shape);
    Rows rows = wire.send(plan, at, reason, columns::type);
    try {
      Shape.Objects found = columns.shape(rows.names());
      State state = new State(session(), wire.database(plan, at).alias(), false);
      ObjectRows objects = new ObjectRows(found, rows, state);
      for (long i = 0; i < shape.low() && objects.next(); i++) {}
      long most = Math.max(0, shape.high().orElse(Long.MAX_VALUE) - shape.low());
      return new ObjectParts(session(), plan, found, objects, most);
    } catch (RuntimeException e) {
      rows.close();
      throw e;
    }
  }

  private Result objects(Plan plan, Shape.Objects shape, Fetched fetched) {
    boolean once = shape.arity() == Shape.Arity.BY_KEY;
    List<Instance> rows = once ? byKey(fetched.objects()) : fetched.objects();
    Arities.check(shape.arity(), rows.size(), plan.model().name());
    List<Branch> related =
        Prefetcher.prefetch(session(), rows, fetched.prefetches(), fetched.related());
    return new Result.Objects(
        plan.model(),
        shape.root().fields().stream().map(Shape.FieldSlot::field).toList(),
        rows,
        Loader.annotations(shape),
        related,
        Optional.empty());
  }

  // As in a dictionary, the last object of a key stands at the place of the first.
  private static List<Instance> byKey(List<Instance> objects) {
    Map<@Nullable Object, Instance> byKey = new LinkedHashMap<>();
    objects.forEach(object -> byKey.put(object.pk(), object));
    return List.copyOf(byKey.values());
  }

  /// Returns the answer to `chain` in parts, for whoever passes the rows on and needs none again.
  ///
  /// Rows come in parts of [#PART], or of the `chunk_size` of an `iterator()`. What must be whole
  /// before the first row is known comes as one part: rows for which something is prefetched at
  /// once, and whatever is no list of rows.
  ///
  /// @throws orrery.orm.error.OrmError as [#run(Chain)] does; of rows, also while they are read
  public Parts parts(Chain chain) {
    if (chain.terminal() instanceof Terminal.Iterator(OptionalInt size)) {
      return parts(chain, "", size.orElse(PART));
    }
    Plan plan = chain.terminal() instanceof Terminal.Fetch ? resolver.resolve(chain) : null;
    return plan == null || !plan.prefetches().isEmpty()
        ? new Parts(PartSource.of(run(chain)), PART)
        : parts(plan, "", PART, Reason.USER);
  }

  /// Returns the answer to `chain`, which fetches rows, in parts, logged as asked for `reason`.
  ///
  /// @throws orrery.orm.error.OrmError as [#parts(Chain)] does
  public Parts parts(Chain chain, Reason reason) {
    return parts(resolver.resolve(chain), "", PART, reason);
  }

  /// Returns the answer to `chain` in parts of `size` rows, each prefetched on its own.
  Parts parts(Chain chain, String at, int size) {
    return parts(resolver.resolve(chain), at, size, Reasons.of(chain.terminal()));
  }

  private Parts parts(Plan plan, String at, int size, Reason reason) {
    PartSource source =
        switch (plan.shape()) {
          case Shape.Objects shape when !plan.empty() -> {
            rehearsal.check(plan, shape);
            yield new ObjectParts(
                session(), plan, shape, line.open(plan, shape, at, reason), Long.MAX_VALUE);
          }
          case Shape.Values shape when !plan.empty() ->
              new ValueParts(shape, wire.send(plan, at, reason));
          case Shape.RawObjects shape when !plan.empty() -> raw(plan, shape, at, reason);
          case Shape other -> PartSource.of(answer(plan, at, reason));
        };
    return new Parts(source, size);
  }

  /// Refuses what Django refuses when a queryset's method is called.
  ///
  /// @throws orrery.orm.error.OrmError where a name does not exist, or a step may not stand where
  ///   it stands
  void check(Query query) {
    List<Step> told = query.steps().stream().filter(Runner::isChecked).toList();
    if (!told.isEmpty() && isChecked(query.steps().getLast())) {
      try {
        resolver.resolve(new Chain(new Query(query.model(), told)));
      } catch (ValueError e) {
        // What it refers to will be known when it is a subquery of something.
        if (!(e.node().orElse(null) instanceof Expr.OuterRef)) {
          throw e;
        }
      }
    }
  }

  // These are looked at when the rows are asked for.
  private static boolean isChecked(Step step) {
    return !(step instanceof Step.SelectRelated
        || step instanceof Step.PrefetchRelated
        || step instanceof Step.Defer
        || step instanceof Step.Only
        || step instanceof Step.Using
        || step instanceof Step.All
        || step instanceof Step.None
        || step instanceof Step.Raw);
  }

  /// Says whether anything orders the rows of `query`.
  boolean isOrdered(Query query) {
    return switch (resolver.resolve(new Chain(query)).statement()) {
      case Statement.Select select -> !select.orderBy().isEmpty();
      case Statement.Compound compound -> !compound.orderBy().isEmpty();
      case Statement other -> false;
    };
  }
}
