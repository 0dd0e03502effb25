package orrery.orm.dialect;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import orrery.orm.error.DatabaseError;
import orrery.orm.error.NotSupportedError;
import orrery.orm.sql.SqlExpr;
import orrery.orm.sql.SqlExpr.Arithmetic;
import orrery.orm.sql.Statement;
import orrery.orm.sql.Walk;
import orrery.orm.type.FieldType;
import orrery.orm.type.FieldTypes;
import orrery.orm.type.Kind;

/// What SQLite lacks, said in what it has: decimals are numbers of no declared precision, dates and
/// times are text, and the parts of a compound have neither order nor limit.
final class SqliteRewrites {

  private static final Set<String> OF_NUMBERS =
      Set.of("Sum", "Avg", "StdDev", "StdDevSamp", "Variance", "VarianceSamp");

  private SqliteRewrites() {}

  static SqlExpr expr(SqlExpr expr) {
    return switch (expr) {
      case SqlExpr.Binary e -> numeric(temporal(e));
      case SqlExpr.Function e -> e.name().equals("AsNumeric") ? e : numeric(e);
      case SqlExpr.Aggregate e -> numeric(checked(e));
      case SqlExpr.Window e -> numeric(window(e));
      case SqlExpr.Case e -> numeric(e);
      case SqlExpr.Cast e -> cast(e);
      case SqlExpr.Compare e -> compared(e);
      case SqlExpr.Between e -> compared(e);
      case SqlExpr.IsNull e when e.of() instanceof SqlExpr.Tuple tuple -> TupleNulls.of(e, tuple);
      case SqlExpr.In e when e.left() instanceof SqlExpr.Tuple && !e.items().isEmpty() ->
          function(
              "TupleIn",
              FieldTypes.BOOLEAN,
              Stream.concat(Stream.of(e.left()), e.items().stream()).toList());
      case SqlExpr.In e -> compared(e);
      default -> expr;
    };
  }

  /// A computed decimal is told to be a number, so that it compares as one; a decimal that is sent
  /// is sent as text.
  private static SqlExpr numeric(SqlExpr expr) {
    SqlExpr inner = numericParams(expr);
    return inner.type().kind() == Kind.DECIMAL ? asNumeric(untyped(inner)) : inner;
  }

  private static SqlExpr numericParams(SqlExpr expr) {
    return Walk.children(expr).stream().anyMatch(SqliteRewrites::isDecimalParam)
        ? Walk.map(expr, child -> isDecimalParam(child) ? asNumeric(child) : child)
        : expr;
  }

  /// A decimal that is sent as text becomes a number beside a numeric column or cast, but not
  /// beside anything else.
  private static SqlExpr compared(SqlExpr expr) {
    return Walk.children(expr).stream().anyMatch(SqliteRewrites::makesNumbers)
        ? expr
        : numericParams(expr);
  }

  private static boolean makesNumbers(SqlExpr expr) {
    return switch (expr) {
      case SqlExpr.Param e -> false;
      case SqlExpr.Column e -> e.type().isNumeric();
      default -> expr.type().kind() == Kind.DECIMAL;
    };
  }

  private static boolean isDecimalParam(SqlExpr expr) {
    return expr instanceof SqlExpr.Param param
        && param.type().kind() == Kind.DECIMAL
        && param.value() != null;
  }

  private static SqlExpr asNumeric(SqlExpr expr) {
    return function("AsNumeric", FieldTypes.DECIMAL, List.of(expr));
  }

  private static SqlExpr untyped(SqlExpr expr) {
    FieldType any = FieldTypes.ANY;
    return switch (expr) {
      case SqlExpr.Binary e -> new SqlExpr.Binary(e.operator(), e.left(), e.right(), any);
      case SqlExpr.Function e -> new SqlExpr.Function(e.name(), e.args(), any);
      case SqlExpr.Aggregate e ->
          new SqlExpr.Aggregate(e.name(), e.args(), e.distinct(), e.filter(), e.orderBy(), any);
      case SqlExpr.Case e -> new SqlExpr.Case(e.branches(), e.otherwise(), any);
      case SqlExpr.Window e ->
          new SqlExpr.Window(untyped(e.of()), e.partitionBy(), e.orderBy(), e.frame(), any);
      default -> expr;
    };
  }

  /// What stands before `OVER` must be a bare call.
  private static SqlExpr window(SqlExpr.Window e) {
    return e.of().type().kind() == Kind.DECIMAL
        ? new SqlExpr.Window(untyped(e.of()), e.partitionBy(), e.orderBy(), e.frame(), e.type())
        : e;
  }

  private static SqlExpr temporal(SqlExpr.Binary e) {
    boolean difference = e.operator() == Arithmetic.SUBTRACT;
    Kind left = e.left().type().kind();
    Kind right = e.right().type().kind();
    if (difference && left == Kind.TIME && right == Kind.TIME) {
      return function("TimeDifference", e.type(), List.of(e.left(), e.right()));
    }
    if (difference && isMoment(left) && isMoment(right)) {
      return function("TimestampDifference", e.type(), List.of(e.left(), e.right()));
    }
    if (left == right || (left != Kind.DURATION && right != Kind.DURATION)) {
      return e;
    }
    return switch (e.operator()) {
      case ADD -> function("DurationAdd", e.type(), List.of(e.left(), e.right()));
      case SUBTRACT -> function("DurationSubtract", e.type(), List.of(e.left(), e.right()));
      case MULTIPLY -> function("DurationMultiply", e.type(), List.of(e.left(), e.right()));
      case DIVIDE -> function("DurationDivide", e.type(), List.of(e.left(), e.right()));
      case MODULO, POWER, BIT_AND, BIT_OR, BIT_XOR, SHIFT_LEFT, SHIFT_RIGHT -> e;
    };
  }

  private static boolean isMoment(Kind kind) {
    return kind == Kind.DATE || kind == Kind.DATETIME;
  }

  private static SqlExpr checked(SqlExpr.Aggregate e) {
    if (OF_NUMBERS.contains(e.name()) && e.args().stream().anyMatch(a -> a.type().isTemporal())) {
      throw new NotSupportedError(
          "You cannot use Sum, Avg, StdDev, and Variance aggregations on date/time fields in"
              + " sqlite3 since date/time is saved as text.");
    }
    if (e.distinct() && e.args().size() > 1) {
      throw new NotSupportedError(
          "SQLite doesn't support DISTINCT on aggregate functions accepting multiple arguments.");
    }
    return e;
  }

  /// SQLite has no types for dates and times to cast to.
  private static SqlExpr cast(SqlExpr.Cast e) {
    return switch (e.type().kind()) {
      case DATE -> function("AsDate", e.type(), List.of(e.of()));
      case DATETIME -> function("AsDateTime", e.type(), List.of(e.of()));
      case TIME -> function("AsTime", e.type(), List.of(e.of()));
      default -> e;
    };
  }

  private static SqlExpr function(String name, FieldType type, List<SqlExpr> args) {
    return new SqlExpr.Function(name, args, type);
  }

  static Statement statement(Statement statement) {
    return switch (statement) {
      case Statement.Select s -> select(s);
      case Statement.Compound s -> compound(s);
      default -> statement;
    };
  }

  private static Statement select(Statement.Select s) {
    if (!s.distinctOn().isEmpty()) {
      throw new NotSupportedError("DISTINCT ON fields is not supported by this database backend");
    }
    boolean decimals = s.columns().stream().anyMatch(c -> isDecimalParam(c.expr()));
    boolean random = s.orderBy().stream().anyMatch(SqliteRewrites::isRandom);
    boolean offsetAlone = s.limit().isEmpty() && s.offset() > 0;
    if (s.lock().isEmpty() && !random && !offsetAlone && !decimals) {
      return s;
    }
    return new Statement.Select(
        s.columns().stream().map(SqliteRewrites::numeric).toList(),
        s.from(),
        s.where(),
        s.groupBy(),
        s.having(),
        s.distinct(),
        s.distinctOn(),
        s.orderBy().stream().map(SqliteRewrites::shuffled).toList(),
        offsetAlone ? OptionalLong.of(-1) : s.limit(),
        s.offset(),
        Optional.empty());
  }

  private static Statement.Output numeric(Statement.Output output) {
    return isDecimalParam(output.expr())
        ? new Statement.Output(asNumeric(output.expr()), output.alias())
        : output;
  }

  /// To shuffle rows, the number need not be from 0 up to 1.
  private static Statement.Order shuffled(Statement.Order order) {
    return isRandom(order)
        ? new Statement.Order(
            function("RandomOrder", order.expr().type(), List.of()),
            order.descending(),
            order.nulls())
        : order;
  }

  private static boolean isRandom(Statement.Order order) {
    return order.expr() instanceof SqlExpr.Function f && f.name().equals("Random");
  }

  private static Statement compound(Statement.Compound c) {
    List<Statement.Rows> parts = c.parts().stream().map(SqliteRewrites::part).toList();
    boolean offsetAlone = c.limit().isEmpty() && c.offset() > 0;
    return offsetAlone || !parts.equals(c.parts())
        ? new Statement.Compound(
            c.operator(),
            c.all(),
            parts,
            c.orderBy(),
            offsetAlone ? OptionalLong.of(-1) : c.limit(),
            c.offset())
        : c;
  }

  /// An order or a limit cannot stand inside a compound, as Django says; a compound must stand in a
  /// select of its own.
  private static Statement.Rows part(Statement.Rows rows) {
    if (rows instanceof Statement.Select s) {
      if (s.limit().isPresent() || s.offset() > 0) {
        throw new DatabaseError("LIMIT/OFFSET not allowed in subqueries of compound statements.");
      }
      if (!s.orderBy().isEmpty()) {
        throw new DatabaseError("ORDER BY not allowed in subqueries of compound statements.");
      }
      return rows;
    }
    return new Statement.Select(
        List.of(new Statement.Output(new SqlExpr.Star())),
        List.of(new Statement.Derived(rows, "")));
  }
}
