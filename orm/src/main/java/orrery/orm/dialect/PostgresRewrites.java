package orrery.orm.dialect;

import java.util.List;
import java.util.Set;
import orrery.orm.sql.SqlExpr;
import orrery.orm.sql.SqlExpr.Arithmetic;
import orrery.orm.sql.Statement;
import orrery.orm.type.FieldTypes;
import orrery.orm.type.Kind;

/// What PostgreSQL lacks, said in what it has.
final class PostgresRewrites {

  private PostgresRewrites() {}

  /// What takes texts, and takes no column of a type of the database's own for one.
  private static final Set<String> OF_TEXTS =
      Set.of(
          "Chr",
          "Concat",
          "ConcatPair",
          "LPad",
          "LTrim",
          "Left",
          "Length",
          "Lower",
          "MD5",
          "Ord",
          "RPad",
          "RTrim",
          "Repeat",
          "Replace",
          "Reverse",
          "Right",
          "SHA1",
          "SHA224",
          "SHA256",
          "SHA384",
          "SHA512",
          "StrIndex",
          "Substr",
          "Trim",
          "Upper");

  static Statement statement(Statement statement) {
    return statement instanceof Statement.Update update
        ? new Statement.Update(
            update.table(),
            update.set().stream().map(PostgresRewrites::assignment).toList(),
            update.where(),
            update.returning())
        : statement;
  }

  // What the server takes for text it gives to no column of another type: a CASE of placeholders is
  // text. Django casts those of a bulk_update(), too; but a cast to varchar would cut off what is
  // too
  // long, where an assignment refuses it.
  private static Statement.Assignment assignment(Statement.Assignment set) {
    SqlExpr value = set.value();
    boolean isFit =
        value instanceof SqlExpr.Param
            || value instanceof SqlExpr.Cast
            || (value instanceof SqlExpr.Column column && column.type().equals(set.type()))
            || !(value instanceof SqlExpr.Case || set.type().isOwn())
            || (set.type().kind() == Kind.TEXT && !set.type().isOwn());
    return isFit
        ? set
        : new Statement.Assignment(set.column(), set.type(), new SqlExpr.Cast(value, set.type()));
  }

  static SqlExpr expr(SqlExpr expr) {
    return switch (expr) {
      case SqlExpr.Function e
          when OF_TEXTS.contains(e.name())
              && e.args().stream().anyMatch(PostgresRewrites::isOwnColumn) ->
          new SqlExpr.Function(
              e.name(), e.args().stream().map(PostgresRewrites::text).toList(), e.type());
      case SqlExpr.Binary e -> arithmetic(e);
      case SqlExpr.IsNull e when e.of() instanceof SqlExpr.Tuple tuple -> TupleNulls.of(e, tuple);
      default -> expr;
    };
  }

  private static boolean isOwnColumn(SqlExpr expr) {
    return expr instanceof SqlExpr.Column column && column.type().isOwn();
  }

  private static SqlExpr text(SqlExpr expr) {
    return isOwnColumn(expr) ? new SqlExpr.Cast(expr, FieldTypes.TEXT) : expr;
  }

  private static SqlExpr arithmetic(SqlExpr.Binary e) {
    Kind left = e.left().type().kind();
    Kind right = e.right().type().kind();
    if (e.operator() == Arithmetic.SUBTRACT && left == Kind.DATE && right == Kind.DATE) {
      return new SqlExpr.Function("DateDifference", List.of(e.left(), e.right()), e.type());
    }
    boolean floating = left == Kind.FLOAT || right == Kind.FLOAT;
    return e.operator() == Arithmetic.MODULO && floating
        ? new SqlExpr.Function("Mod", List.of(e.left(), e.right()), e.type())
        : e;
  }
}
