package orrery.orm.resolve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import orrery.orm.error.OrmError;
import orrery.orm.error.TypeError;
import orrery.orm.error.ValueError;
import orrery.orm.meta.Field;
import orrery.orm.meta.Models;
import orrery.orm.query.Chain;
import orrery.orm.query.Condition;
import orrery.orm.query.Expr;
import orrery.orm.query.Name;
import orrery.orm.query.Named;
import orrery.orm.query.Query;
import orrery.orm.query.Selection;
import orrery.orm.query.Step;
import orrery.orm.query.Terminal;
import orrery.orm.sql.SqlExpr;
import orrery.orm.sql.Statement;
import orrery.orm.sql.Statement.Output;
import orrery.orm.type.FieldTypes;

/// The step from names to columns: a chain becomes a [Plan]. Holds only the models; thread-safe.
///
/// Semantics are Django's `QuerySet` and `sql.Query`; an error says which node of the chain it is
/// about.
public final class Resolver {

  /// The most objects that `get()` asks for: enough to say that there are too many.
  private static final int MOST_OF_GET = 21;

  private final Models models;

  /// Makes a resolver that knows `models`.
  public Resolver(Models models) {
    this.models = models;
  }

  /// Returns the plan of `chain`.
  ///
  /// @throws OrmError where a name does not exist or a step may not stand where it stands
  public Plan resolve(Chain chain) {
    Scope scope = new Folder(models).fold(chain.query(), null);
    try {
      return end(scope, chain.terminal());
    } catch (OrmError e) {
      throw e.about(chain.terminal());
    }
  }

  /// Returns the plan for the objects of `related` that belong to `parents`.
  ///
  /// @param related what is asked of the related model: its manager's query, or a prefetch's own
  public Plan resolve(Query related, Parents parents) {
    Scope scope = new Folder(models).fold(related, null);
    List<SqlExpr> keys = new ParentKeys(scope).restrict(parents);
    Selects.Built built = new Selects(scope).build(keys);
    return plan(scope, built, Shape.Arity.MANY);
  }

  private Plan end(Scope scope, Terminal terminal) {
    if (scope.raw != null) {
      RawOnly.refuse(terminal);
    }
    return switch (terminal) {
      case Terminal.Fetch t -> fetch(scope, Shape.Arity.MANY);
      case Terminal.Iterator t -> fetch(scope, Shape.Arity.MANY);
      case Terminal.Index t -> {
        scope.slice(t.index(), OptionalLong.of(t.index() + 1L));
        yield fetch(scope, Shape.Arity.AT_INDEX);
      }
      case Terminal.Get t -> get(scope, t);
      case Terminal.First t -> {
        orderByKey(scope, false);
        scope.slice(0, OptionalLong.of(1));
        yield fetch(scope, Shape.Arity.OPTIONAL);
      }
      case Terminal.Last t -> {
        last(scope);
        scope.slice(0, OptionalLong.of(1));
        yield fetch(scope, Shape.Arity.OPTIONAL);
      }
      case Terminal.Earliest t -> earliest(scope, t.fields(), false);
      case Terminal.Latest t -> earliest(scope, t.fields(), true);
      case Terminal.Count t -> new Counting(scope).count();
      case Terminal.Exists t -> exists(scope);
      case Terminal.Contains t -> contains(scope, t);
      case Terminal.Aggregate t -> new Counting(scope).aggregate(t);
      case Terminal.InBulk t -> inBulk(scope, t);
      case Terminal.Explain t -> {
        Plan plan = fetch(scope, Shape.Arity.MANY);
        List<String> options = new ArrayList<>();
        t.options().forEach(o -> options.add(o.name()));
        Statement explain =
            new Statement.Explain(plan.statement(), t.format().orElse(null), options);
        yield new Plan(
            plan.model(), explain, new Shape.PlanText(), List.of(), plan.empty(), plan.database());
      }
      case Terminal.Create t -> throw writes("create");
      case Terminal.GetOrCreate t -> throw writes("get_or_create");
      case Terminal.UpdateOrCreate t -> throw writes("update_or_create");
      case Terminal.BulkCreate t -> throw writes("bulk_create");
      case Terminal.BulkUpdate t -> throw writes("bulk_update");
      case Terminal.Update t -> throw writes("update");
      case Terminal.Delete t -> throw writes("delete");
    };
  }

  private static OrmError writes(String method) {
    return new orrery.orm.error.NotSupportedError(
        "QuerySet." + method + "() writes; only reading is planned by the resolver.");
  }

  private Plan fetch(Scope scope, Shape.Arity arity) {
    return plan(scope, new Selects(scope).build(List.of()), arity);
  }

  private static Plan plan(Scope scope, Selects.Built built, Shape.Arity arity) {
    Shape shape;
    if (scope.raw != null) {
      shape =
          new Shape.RawObjects(scope.model, translations(scope.raw), scope.low, scope.high, arity);
    } else if (built.root() != null) {
      shape = new Shape.Objects(built.root(), built.annotations(), built.keys(), arity);
    } else {
      shape = new Shape.Values(built.values(), scope.form, arity);
    }
    return new Plan(
        scope.model, built.rows(), shape, scope.prefetches, empty(scope), scope.database);
  }

  private static Map<String, String> translations(Step.Raw raw) {
    Map<String, String> fields = new HashMap<>();
    for (Named each : raw.translations()) {
      if (each.value() instanceof Expr.Literal(String field)) {
        fields.put(each.name(), field);
      }
    }
    return fields;
  }

  /// Says whether no row of `scope` can meet its conditions.
  static boolean empty(Scope scope) {
    if (scope.raw != null) {
      return false;
    }
    if (scope.combined == null) {
      return scope.none || scope.condition() == SqlExpr.Truth.NEVER;
    }
    if (scope.none) {
      return true;
    }
    List<Scope> parts = scope.combined.parts();
    return switch (scope.combined.combinator()) {
      case UNION -> parts.stream().allMatch(Resolver::empty);
      case INTERSECTION -> parts.stream().anyMatch(Resolver::empty);
      case DIFFERENCE -> empty(parts.getFirst());
    };
  }

  private Plan get(Scope scope, Terminal.Get get) {
    if (scope.combined != null && !get.conditions().isEmpty()) {
      throw new orrery.orm.error.NotSupportedError(
          "Calling QuerySet.get(...) with filters after union() is not supported.");
    }
    Folder.filter(scope, get.conditions(), false);
    if (!scope.isSliced() && scope.distinctFields.isEmpty()) {
      scope.orderBy = List.of();
      scope.defaultOrder = false;
    }
    scope.slice(0, OptionalLong.of(MOST_OF_GET));
    return fetch(scope, Shape.Arity.ONE);
  }

  private static void orderByKey(Scope scope, boolean descending) {
    if (new Ordering(scope).isOrdered()) {
      return;
    }
    if (scope.groupBy != null && scope.picks != null) {
      throw new TypeError(
          "Cannot use QuerySet."
              + (descending ? "last" : "first")
              + "() on an unordered queryset performing aggregation. Add an ordering with"
              + " order_by().");
    }
    scope.refuseIfSliced("Cannot reorder a query once a slice has been taken.");
    scope.orderBy = List.of(new Name(descending ? "-pk" : "pk"));
    scope.defaultOrder = false;
    scope.reversed = false;
  }

  private static void last(Scope scope) {
    if (new Ordering(scope).isOrdered()) {
      scope.refuseIfSliced("Cannot reverse a query once a slice has been taken.");
      scope.reversed = !scope.reversed;
    } else {
      orderByKey(scope, true);
    }
  }

  private Plan earliest(Scope scope, List<Name> fields, boolean latest) {
    scope.refuseIfSliced("Cannot change a query once a slice has been taken.");
    List<Selection> by = new ArrayList<>(fields);
    if (by.isEmpty()) {
      scope.model.getLatestBy().forEach(name -> by.add(new Name(name)));
    }
    if (by.isEmpty()) {
      throw new ValueError(
          "earliest() and latest() require either fields as positional arguments or"
              + " 'get_latest_by' in the model's Meta.");
    }
    scope.orderBy = by;
    scope.defaultOrder = false;
    scope.reversed = latest;
    scope.slice(0, OptionalLong.of(1));
    return fetch(scope, Shape.Arity.EARLIEST);
  }

  private static Plan exists(Scope scope) {
    boolean empty = empty(scope);
    Statement.Rows rows = new Selects(scope).exists();
    return new Plan(
        scope.model,
        rows,
        new Shape.Scalar(Shape.ScalarKind.EXISTS, FieldTypes.BOOLEAN, false),
        List.of(),
        empty,
        scope.database);
  }

  private static Plan contains(Scope scope, Terminal.Contains contains) {
    if (scope.picks != null) {
      throw new TypeError("Cannot call QuerySet.contains() after .values() or .values_list().");
    }
    Folder.filter(scope, List.of(new Condition.Lookup("pk", contains.object())), false);
    return exists(scope);
  }

  private Plan inBulk(Scope scope, Terminal.InBulk terminal) {
    scope.refuseIfSliced("Cannot use 'limit' or 'offset' with in_bulk().");
    String field = terminal.fieldName().orElse("pk");
    if (!field.equals("pk")) {
      Optional<Field> found =
          models.members(scope.model).fields().stream()
              .filter(f -> f.name().equals(field))
              .findFirst();
      if (found.isEmpty() || !(found.get().isUnique() || found.get().isPrimaryKey())) {
        throw new ValueError(
            "in_bulk()'s field_name must be a unique field but '" + field + "' isn't.");
      }
    }
    if (terminal.ids().isPresent()) {
      Expr ids = terminal.ids().get();
      Folder.filter(scope, List.of(new Condition.Lookup(field + "__in", ids)), false);
    }
    scope.orderBy = List.of();
    scope.defaultOrder = false;
    return fetch(scope, Shape.Arity.MANY);
  }

  /// Returns a select of `columns` from a select in place of a table.
  static Statement.Select around(Statement.Rows inner, List<Output> columns) {
    return new Statement.Select(columns, List.of(new Statement.Derived(inner, "subquery")));
  }
}
