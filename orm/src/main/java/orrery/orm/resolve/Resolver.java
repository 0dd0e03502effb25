package orrery.orm.resolve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import orrery.orm.error.FieldError;
import orrery.orm.error.NotSupportedError;
import orrery.orm.error.OrmError;
import orrery.orm.error.RecursionError;
import orrery.orm.meta.Models;
import orrery.orm.query.Chain;
import orrery.orm.query.Expr;
import orrery.orm.query.Named;
import orrery.orm.query.Query;
import orrery.orm.query.Step;
import orrery.orm.query.Terminal;
import orrery.orm.sql.SqlExpr;
import orrery.orm.sql.Statement;
import orrery.orm.type.FieldTypes;

/// The step from names to columns: a chain becomes a [Plan]. Holds only the models; thread-safe.
///
/// Semantics are Django's `QuerySet` and `sql.Query`; an error says which node of the chain it is
/// about.
public final class Resolver {

  private final Models models;

  /// Makes a resolver that knows `models`.
  public Resolver(Models models) {
    this.models = models;
  }

  /// Returns the plan of `chain`.
  ///
  /// @throws OrmError where a name does not exist or a step may not stand where it stands
  public Plan resolve(Chain chain) {
    try {
      Scope scope = new Folder(models).fold(chain.query(), null);
      return end(scope, chain.terminal());
    } catch (OrmError e) {
      throw e.about(chain.terminal());
    } catch (StackOverflowError round) {
      // As in Django, an exclusion within the condition of a relation that is used in it.
      throw new RecursionError("maximum recursion depth exceeded", round);
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

  /// Returns what `value`, assigned to the field `name` by an `update()` of `query`, means for a
  /// row of its model alone.
  ///
  /// @throws FieldError where it looks at other rows
  public SqlExpr assigned(Query query, String name, Expr value) {
    try {
      Scope scope = new Folder(models).fold(query, null);
      SqlExpr resolved = new Expressions(scope, Context.update()).resolve(value);
      refuseRows(name, value, resolved);
      boolean own =
          Nested.columns(resolved, scope.sources.aliases()).stream()
              .allMatch(column -> column.alias().equals(scope.sources.base()));
      if (!own) {
        throw new FieldError("Joined field references are not permitted in this query");
      }
      return resolved;
    } catch (OrmError e) {
      throw e.about(value);
    }
  }

  private static void refuseRows(String name, Expr value, SqlExpr resolved) {
    boolean windows = Aggregates.windowIn(resolved);
    if (windows || Aggregates.in(resolved)) {
      throw new FieldError(
          (windows ? "Window expressions" : "Aggregate functions")
              + " are not allowed in this query ("
              + name
              + "="
              + ExprTexts.of(value)
              + ").");
    }
  }

  private Plan end(Scope scope, Terminal terminal) {
    if (scope.raw != null) {
      RawOnly.refuse(terminal);
    }
    Terminals terminals = new Terminals(scope);
    return switch (terminal) {
      case Terminal.Fetch t -> fetch(scope, Shape.Arity.MANY);
      case Terminal.Iterator t -> {
        terminals.iterator(t);
        yield fetch(scope, Shape.Arity.MANY);
      }
      case Terminal.Index t -> {
        scope.slice(t.index(), OptionalLong.of(t.index() + 1L));
        yield fetch(scope, Shape.Arity.AT_INDEX);
      }
      case Terminal.Get t -> {
        terminals.get(t);
        yield fetch(scope, Shape.Arity.ONE);
      }
      case Terminal.First t -> {
        terminals.first();
        yield fetch(scope, Shape.Arity.OPTIONAL);
      }
      case Terminal.Last t -> {
        terminals.last();
        yield fetch(scope, Shape.Arity.OPTIONAL);
      }
      case Terminal.Earliest t -> {
        terminals.earliest(t.fields(), false);
        yield fetch(scope, Shape.Arity.EARLIEST);
      }
      case Terminal.Latest t -> {
        terminals.earliest(t.fields(), true);
        yield fetch(scope, Shape.Arity.EARLIEST);
      }
      case Terminal.Count t -> new Counting(scope).count();
      case Terminal.Exists t -> exists(scope);
      case Terminal.Contains t -> {
        terminals.contains(t);
        yield exists(scope);
      }
      case Terminal.Aggregate t -> new Counting(scope).aggregate(t);
      case Terminal.InBulk t -> {
        terminals.inBulk(t);
        yield fetch(scope, Shape.Arity.BY_KEY);
      }
      case Terminal.Explain t -> explain(fetch(scope, Shape.Arity.MANY), t);
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
    return new NotSupportedError(
        "QuerySet." + method + "() writes; only reading is planned by the resolver.");
  }

  private static Plan explain(Plan plan, Terminal.Explain terminal) {
    List<String> options = new ArrayList<>();
    terminal.options().forEach(o -> options.add(o.name()));
    Statement explain =
        new Statement.Explain(plan.statement(), terminal.format().orElse(null), options);
    return new Plan(
        plan.model(), explain, new Shape.PlanText(), List.of(), plan.empty(), plan.database());
  }

  private static Plan fetch(Scope scope, Shape.Arity arity) {
    return plan(scope, new Selects(scope).build(List.of()), arity);
  }

  private static Plan plan(Scope scope, Selects.Built built, Shape.Arity arity) {
    return new Plan(
        scope.model,
        Positions.in(built.rows()),
        shape(scope, built, arity),
        scope.prefetches,
        empty(scope),
        scope.database);
  }

  private static Shape shape(Scope scope, Selects.Built built, Shape.Arity arity) {
    if (scope.raw != null) {
      Map<String, String> fields = translations(scope.raw);
      return new Shape.RawObjects(scope.model, fields, scope.low, scope.high, arity);
    }
    return built.root() == null
        ? new Shape.Values(built.values(), scope.form, arity)
        : new Shape.Objects(built.root(), built.annotations(), built.keys(), arity);
  }

  private static Map<String, String> translations(Step.Raw raw) {
    Map<String, String> fields = new HashMap<>();
    for (Named each : raw.translations()) {
      if (each.value() instanceof Expr.Literal l && l.value() instanceof String field) {
        fields.put(each.name(), field);
      }
    }
    return fields;
  }

  private static Plan exists(Scope scope) {
    boolean empty = empty(scope);
    return new Plan(
        scope.model,
        new Selects(scope).exists(),
        new Shape.Scalar(Shape.ScalarKind.EXISTS, FieldTypes.BOOLEAN, false),
        List.of(),
        empty,
        scope.database);
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
}
