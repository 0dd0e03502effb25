package orrery.orm.render;

import orrery.orm.sql.SqlExpr;

/// Which expressions stand in brackets, and which must be put in them.
final class Brackets {

  private Brackets() {}

  /// Says whether `expr` would be torn apart by an operator beside it.
  static boolean bare(SqlExpr expr) {
    return switch (expr) {
      case SqlExpr.And e -> false;
      case SqlExpr.Or e -> false;
      case SqlExpr.Exists e -> false;
      case SqlExpr.Condition e -> true;
      case SqlExpr.Truth e -> true;
      default -> false;
    };
  }

  /// Says whether the text of `expr` starts with a bracket of its own, so that a right side needs
  /// no second one.
  static boolean own(SqlExpr expr) {
    return switch (expr) {
      case SqlExpr.Binary e -> true;
      case SqlExpr.And e -> true;
      case SqlExpr.Or e -> true;
      case SqlExpr.Raw e -> e.text().startsWith("(");
      case SqlExpr.Scalar e -> true;
      case SqlExpr.Tuple e -> true;
      default -> false;
    };
  }
}
