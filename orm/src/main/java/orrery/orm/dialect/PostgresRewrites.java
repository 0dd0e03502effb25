package orrery.orm.dialect;

import java.util.List;
import orrery.orm.sql.SqlExpr;
import orrery.orm.sql.SqlExpr.Arithmetic;
import orrery.orm.type.Kind;

/// What PostgreSQL lacks, said in what it has.
final class PostgresRewrites {

  private PostgresRewrites() {}

  static SqlExpr expr(SqlExpr expr) {
    return switch (expr) {
      case SqlExpr.Binary e -> arithmetic(e);
      case SqlExpr.IsNull e when e.of() instanceof SqlExpr.Tuple tuple -> TupleNulls.of(e, tuple);
      default -> expr;
    };
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
