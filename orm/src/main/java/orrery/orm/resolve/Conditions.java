package orrery.orm.resolve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import orrery.orm.error.FieldError;
import orrery.orm.error.OrmError;
import orrery.orm.error.TypeError;
import orrery.orm.meta.Field;
import orrery.orm.meta.Member;
import orrery.orm.query.Condition;
import orrery.orm.query.Expr;
import orrery.orm.resolve.Promoter.Connector;
import orrery.orm.sql.SqlExpr;
import orrery.orm.sql.Truths;
import orrery.orm.type.FieldTypes;
import orrery.orm.type.Kind;

/// Conditions of names become conditions of columns: Django's `_add_q` and `build_filter`.
final class Conditions {

  /// A condition, and the joins in which it needs a row.
  record Clause(SqlExpr sql, Set<String> needed) {}

  private final Scope scope;

  Conditions(Scope scope) {
    this.scope = scope;
  }

  /// Adds the conditions of one `filter()`, or with `negated` one `exclude()`, to the scope.
  void add(List<Condition> conditions, boolean negated, Set<String> reuse) {
    Set<String> inner = scope.sources.inner();
    Clause clause = connect(Connector.AND, sorted(conditions), negated, Context.filter(reuse));
    scope.addWhere(clause.sql());
    // Joins that kept only rows with a partner before go on doing so.
    scope.sources.demote(inner);
  }

  // Django takes the keywords of one call in the order of their names, behind all else.
  private static List<Condition> sorted(List<Condition> conditions) {
    List<Condition> sorted = new ArrayList<>(conditions);
    int keywords = sorted.size();
    while (keywords > 0 && sorted.get(keywords - 1) instanceof Condition.Lookup) {
      keywords--;
    }
    sorted
        .subList(keywords, sorted.size())
        .sort(Comparator.comparing(c -> ((Condition.Lookup) c).path()));
    return sorted;
  }

  /// Returns what `condition` means.
  Clause build(Condition condition, Context context) {
    return switch (condition) {
      case Condition.And and -> connect(Connector.AND, and.parts(), false, context);
      case Condition.Or or -> connect(Connector.OR, or.parts(), false, context);
      case Condition.Xor xor -> connect(Connector.XOR, xor.parts(), false, context);
      case Condition.Not not -> not(not.part(), context);
      case Condition.Test test -> test(test, context);
      case Condition.Lookup lookup -> {
        try {
          yield lookup(lookup, context);
        } catch (OrmError e) {
          throw e.about(scope.origins.getOrDefault(lookup, lookup));
        }
      }
    };
  }

  private Clause not(Condition part, Context context) {
    return switch (part) {
      // As in Django, the negation of a negation is the condition itself.
      case Condition.Not twice -> build(twice.part(), context);
      case Condition.And and -> connect(Connector.AND, and.parts(), true, context);
      case Condition.Or or -> connect(Connector.OR, or.parts(), true, context);
      case Condition.Xor xor -> connect(Connector.XOR, xor.parts(), true, context);
      case Condition.Lookup lookup -> connect(Connector.AND, List.of(lookup), true, context);
      case Condition.Test test -> connect(Connector.AND, List.of(test), true, context);
    };
  }

  private Clause connect(
      Connector connector, List<Condition> parts, boolean negated, Context context) {
    if (parts.stream().allMatch(Conditions::isEmpty)) {
      // A Q() says nothing, and neither does its opposite.
      return new Clause(SqlExpr.Truth.ALWAYS, Set.of());
    }
    Context below = negated ? context.negated() : context;
    Promoter promoter = new Promoter(connector, parts.size(), below.currentNegated());
    List<SqlExpr> clauses = new ArrayList<>();
    for (Condition part : parts) {
      Clause clause = build(part, below);
      promoter.vote(clause.needed());
      clauses.add(clause.sql());
    }
    Set<String> needed = context.settles() ? promoter.settle(scope.sources) : Set.of();
    SqlExpr joined =
        switch (connector) {
          case AND -> Truths.and(clauses);
          case OR -> parts.isEmpty() ? SqlExpr.Truth.ALWAYS : Truths.or(clauses);
          case XOR -> xor(clauses);
        };
    return new Clause(negated ? Truths.not(joined) : joined, needed);
  }

  private static boolean isEmpty(Condition condition) {
    return switch (condition) {
      case Condition.And and -> and.parts().stream().allMatch(Conditions::isEmpty);
      case Condition.Or or -> or.parts().stream().allMatch(Conditions::isEmpty);
      case Condition.Xor xor -> xor.parts().stream().allMatch(Conditions::isEmpty);
      case Condition.Not not -> isEmpty(not.part());
      case Condition.Lookup lookup -> false;
      case Condition.Test test -> false;
    };
  }

  /// Returns the condition that an odd number of `parts` holds.
  static SqlExpr xor(List<SqlExpr> parts) {
    SqlExpr sum = null;
    for (SqlExpr part : parts) {
      SqlExpr one =
          part instanceof SqlExpr.Truth truth
              ? Literals.param(truth == SqlExpr.Truth.ALWAYS ? 1L : 0L)
              : new SqlExpr.Case(
                  List.of(new SqlExpr.Branch(part, Literals.param(1L))),
                  java.util.Optional.of(Literals.param(0L)),
                  FieldTypes.INTEGER);
      sum =
          sum == null
              ? one
              : new SqlExpr.Binary(SqlExpr.Arithmetic.ADD, sum, one, FieldTypes.INTEGER);
    }
    if (sum == null) {
      return SqlExpr.Truth.ALWAYS;
    }
    SqlExpr odd =
        parts.size() > 2
            ? new SqlExpr.Function("Mod", List.of(sum, Literals.param(2L)), FieldTypes.INTEGER)
            : sum;
    return Truths.and(
        Truths.or(parts), new SqlExpr.Compare(SqlExpr.Comparison.EQUAL, Literals.param(1L), odd));
  }

  private Clause test(Condition.Test test, Context context) {
    SqlExpr expr = new Expressions(scope, context).resolve(test.expr());
    if (expr.type().kind() != Kind.BOOLEAN || test.expr() instanceof Expr.Ref) {
      throw new TypeError("Cannot filter against a non-conditional expression.").about(test.expr());
    }
    return new Clause(expr, Set.of());
  }

  private Clause lookup(Condition.Lookup lookup, Context context) {
    List<String> names = Scope.split(lookup.path());
    if (lookup.path().isEmpty()) {
      throw new FieldError("Cannot parse keyword query ''");
    }
    for (int n = 1; n <= names.size(); n++) {
      String name = String.join("__", names.subList(0, n));
      SqlExpr annotation = scope.annotation(name);
      if (annotation != null) {
        return ofAnnotation(lookup, annotation, name, names.subList(n, names.size()), context);
      }
    }
    return ofPath(lookup, names, context);
  }

  private Clause ofAnnotation(
      Condition.Lookup lookup,
      SqlExpr annotation,
      String name,
      List<String> rest,
      Context context) {
    Lookups.Right right =
        new RightSides(scope, new Expressions(scope, context))
            .of(lookup.value(), LeftSides.lookup(rest));
    OutputTypes.demand(annotation);
    Field field = scope.fieldOf(annotation);
    Lookups.Left left =
        new Lookups.Left(annotation, field == null ? Lookups.NAMELESS : field.name());
    LeftSides.Subject subject = new LeftSides.Subject(annotation.type().name(), false, List.of());
    LeftSides.Found found = LeftSides.transform(left, subject, rest, name.length() + 2);
    return new Clause(Lookups.apply(found.lookup(), found.left(), right), Set.of());
  }

  private Clause ofPath(Condition.Lookup lookup, List<String> names, Context context) {
    Path path = FilteredPaths.walk(scope, names, Paths.Demand.FIRST);
    if (!context.joins() && path.steps().size() > 1) {
      throw new FieldError("Joined field references are not permitted in this query");
    }
    Set<String> used = new LinkedHashSet<>();
    Lookups.Right right =
        new RightSides(scope, new Expressions(scope, context, used))
            .of(path, lookup.value(), LeftSides.lookup(path.rest()));
    boolean toMany = path.hops().stream().anyMatch(Hop::toMany);
    if (toMany && context.branchNegated() && context.split()) {
      return new Exclusion(scope).build(lookup, path, right, context);
    }
    List<String> aliases = new Joins(scope).make(path, scope.sources.base(), context.reuse());
    used.addAll(aliases);
    Sources.End end = scope.sources.trim(path.targets(), aliases, path.hops());
    if (context.reuse() != null) {
      context.reuse().addAll(end.aliases());
    }
    scope.sources.use(end.aliases());
    if (end.targets().isEmpty()) {
      throw new FieldError("Model '" + path.model().name() + "' has no primary key.");
    }
    SqlExpr column = columns(end);
    LeftSides.Found found =
        LeftSides.transform(
            new Lookups.Left(column, nameOf(path), path.endsInRelation()),
            subject(path),
            path.rest(),
            lookup.path().length() - String.join("__", path.rest()).length());
    SqlExpr condition = Lookups.apply(found.lookup(), found.left(), right);
    return negatedNulls(condition, found, right, column, end, used, context);
  }

  private static String nameOf(Path path) {
    Member last = path.last();
    return path.targets().size() == 1
        ? path.targets().getFirst().name()
        : last == null ? "pk" : last.name();
  }

  private LeftSides.Subject subject(Path path) {
    return path.endsInRelation() || path.targets().size() > 1
        ? new LeftSides.Subject(
            path.className(), true, scope.models.members(path.model()).lookupNames())
        : new LeftSides.Subject(path.className(), false, List.of());
  }

  private static SqlExpr columns(Sources.End end) {
    if (end.targets().size() == 1) {
      return Sources.column(end.alias(), end.targets().getFirst());
    }
    List<SqlExpr> items = new ArrayList<>();
    end.targets().forEach(t -> items.add(Sources.column(end.alias(), t)));
    return new SqlExpr.Tuple(items, FieldTypes.ANY);
  }

  // Under a negation a row whose value is NULL must stay, as it would in two-valued logic.
  private Clause negatedNulls(
      SqlExpr condition,
      LeftSides.Found found,
      Lookups.Right right,
      SqlExpr column,
      Sources.End end,
      Set<String> used,
      Context context) {
    String lookup = found.lookup();
    boolean isNull = lookup.equals("isnull");
    boolean wantsNull =
        isNull && right instanceof Lookups.Right.One one && Boolean.TRUE.equals(one.value());
    boolean noneGiven = !isNull && right instanceof Lookups.Right.One one && one.value() == null;
    // JSON has a null of its own, for which there must be a row.
    boolean jsonNull = noneGiven && found.left().type().kind() == Kind.JSON;
    boolean outer = (wantsNull || (noneGiven && !jsonNull)) && !context.currentNegated();
    SqlExpr whole = condition;
    if (context.currentNegated() && !wantsNull && !noneGiven) {
      outer = true;
      if (!isNull) {
        List<SqlExpr> parts = new ArrayList<>();
        parts.add(condition);
        Source last = scope.sources.get(end.alias());
        if (end.targets().getFirst().isNullable() || last.isOuter()) {
          parts.add(new SqlExpr.IsNull(column, true));
        }
        if (right instanceof Lookups.Right.Expression e) {
          Field other = scope.fieldOf(e.expr());
          if (other != null && other.isNullable()) {
            parts.add(new SqlExpr.IsNull(e.expr(), true));
          }
        }
        whole = Truths.and(parts);
      }
    }
    return new Clause(whole, outer ? Set.of() : used);
  }
}
