package orrery.orm.render;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import orrery.orm.sql.SqlExpr;
import orrery.orm.sql.SqlExpr.Comparison;
import orrery.orm.sql.Statement;
import orrery.orm.sql.Statement.From;
import orrery.orm.sql.Statement.Order;
import orrery.orm.sql.Statement.Output;
import orrery.orm.type.FieldType;
import orrery.orm.type.FieldTypes;

/// Short words for the trees of these tests.
final class Trees {

  private Trees() {}

  static SqlExpr.Column col(String path) {
    return col(path, FieldTypes.INTEGER);
  }

  static SqlExpr.Column text(String path) {
    return col(path, FieldTypes.CHAR);
  }

  static SqlExpr.Column col(String path, FieldType type) {
    int dot = path.indexOf('.');
    return new SqlExpr.Column(path.substring(0, Math.max(0, dot)), path.substring(dot + 1), type);
  }

  static SqlExpr.Param param(@Nullable Object value) {
    return new SqlExpr.Param(
        value,
        value instanceof String
            ? FieldTypes.TEXT
            : value instanceof java.math.BigDecimal ? FieldTypes.DECIMAL : FieldTypes.INTEGER);
  }

  static SqlExpr eq(SqlExpr left, SqlExpr right) {
    return new SqlExpr.Compare(Comparison.EQUAL, left, right);
  }

  static SqlExpr eq(SqlExpr left, Object value) {
    return eq(left, param(value));
  }

  static SqlExpr gt(SqlExpr left, Object value) {
    return new SqlExpr.Compare(
        Comparison.GREATER, left, value instanceof SqlExpr e ? e : param(value));
  }

  static SqlExpr and(SqlExpr... parts) {
    return new SqlExpr.And(List.of(parts));
  }

  static SqlExpr or(SqlExpr... parts) {
    return new SqlExpr.Or(List.of(parts));
  }

  static SqlExpr not(SqlExpr of) {
    return new SqlExpr.Not(of);
  }

  static SqlExpr.Function call(String name, FieldType type, SqlExpr... args) {
    return new SqlExpr.Function(name, List.of(args), type);
  }

  static SqlExpr.Aggregate aggregate(String name, FieldType type, SqlExpr... args) {
    return new SqlExpr.Aggregate(name, List.of(args), false, Optional.empty(), List.of(), type);
  }

  static SqlExpr count() {
    return aggregate("Count", FieldTypes.INTEGER, new SqlExpr.Star());
  }

  static Order asc(SqlExpr expr) {
    return new Order(expr, false);
  }

  static Order desc(SqlExpr expr) {
    return new Order(expr, true);
  }

  static Statement.Table table(String name) {
    return new Statement.Table(name, name);
  }

  static Statement.Join inner(From source, SqlExpr on) {
    return new Statement.Join(Statement.JoinKind.INNER, source, on);
  }

  static Statement.Join left(From source, SqlExpr on) {
    return new Statement.Join(Statement.JoinKind.LEFT, source, on);
  }

  /// A select of the columns at `paths` from their tables.
  static Picking select(String... paths) {
    return new Picking(Arrays.stream(paths).<SqlExpr>map(Trees::col).map(Output::new).toList());
  }

  static Picking select(Output... outputs) {
    return new Picking(List.of(outputs));
  }

  /// A select in the making.
  static final class Picking {
    private Statement.Select select;

    private Picking(List<Output> outputs) {
      select = new Statement.Select(outputs, List.of());
    }

    Picking from(From... sources) {
      return with(List.of(sources), select.where(), select.groupBy(), select.having());
    }

    Picking where(SqlExpr where) {
      return with(select.from(), where, select.groupBy(), select.having());
    }

    Picking groupBy(SqlExpr... exprs) {
      return with(select.from(), select.where(), List.of(exprs), select.having());
    }

    Picking having(SqlExpr having) {
      return with(select.from(), select.where(), select.groupBy(), having);
    }

    private Picking with(List<From> from, SqlExpr where, List<SqlExpr> groupBy, SqlExpr having) {
      Statement.Select s = select;
      select =
          new Statement.Select(
              s.columns(),
              from,
              where,
              groupBy,
              having,
              s.distinct(),
              s.distinctOn(),
              s.orderBy(),
              s.limit(),
              s.offset(),
              s.lock());
      return this;
    }

    Picking distinct(SqlExpr... on) {
      Statement.Select s = select;
      select =
          new Statement.Select(
              s.columns(),
              s.from(),
              s.where(),
              s.groupBy(),
              s.having(),
              on.length == 0,
              List.of(on),
              s.orderBy(),
              s.limit(),
              s.offset(),
              s.lock());
      return this;
    }

    Picking orderBy(Order... orders) {
      Statement.Select s = select;
      select =
          new Statement.Select(
              s.columns(),
              s.from(),
              s.where(),
              s.groupBy(),
              s.having(),
              s.distinct(),
              s.distinctOn(),
              List.of(orders),
              s.limit(),
              s.offset(),
              s.lock());
      return this;
    }

    Picking slice(long offset, long limit) {
      Statement.Select s = select;
      select =
          new Statement.Select(
              s.columns(),
              s.from(),
              s.where(),
              s.groupBy(),
              s.having(),
              s.distinct(),
              s.distinctOn(),
              s.orderBy(),
              limit < 0 ? OptionalLong.empty() : OptionalLong.of(limit),
              offset,
              s.lock());
      return this;
    }

    Picking lock(Statement.Lock lock) {
      Statement.Select s = select;
      select =
          new Statement.Select(
              s.columns(),
              s.from(),
              s.where(),
              s.groupBy(),
              s.having(),
              s.distinct(),
              s.distinctOn(),
              s.orderBy(),
              s.limit(),
              s.offset(),
              Optional.of(lock));
      return this;
    }

    Statement.Select done() {
      return select;
    }
  }
}
