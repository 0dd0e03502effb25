package orrery.orm.resolve;

import orrery.orm.sql.SqlExpr;
import orrery.orm.type.FieldType;

/// An expression said to be of another type, with nothing changed in what is sent:
/// `ExpressionWrapper`.
final class Retyped {

  private Retyped() {}

  /// Returns `of` with the type `type`, where its node can carry one.
  static SqlExpr as(SqlExpr of, FieldType type) {
    return switch (of) {
      case SqlExpr.Column e -> new SqlExpr.Column(e.alias(), e.name(), type);
      case SqlExpr.Alias e -> new SqlExpr.Alias(e.name(), type);
      case SqlExpr.Position e -> new SqlExpr.Position(e.index(), type);
      case SqlExpr.Param e -> new SqlExpr.Param(e.value(), type);
      case SqlExpr.Raw e -> new SqlExpr.Raw(e.text(), e.params(), type);
      case SqlExpr.Binary e -> new SqlExpr.Binary(e.operator(), e.left(), e.right(), type);
      case SqlExpr.Function e -> new SqlExpr.Function(e.name(), e.args(), type);
      case SqlExpr.Aggregate e ->
          new SqlExpr.Aggregate(e.name(), e.args(), e.distinct(), e.filter(), e.orderBy(), type);
      case SqlExpr.Window e ->
          new SqlExpr.Window(e.of(), e.partitionBy(), e.orderBy(), e.frame(), type);
      case SqlExpr.Case e -> new SqlExpr.Case(e.branches(), e.otherwise(), type);
      case SqlExpr.Scalar e -> new SqlExpr.Scalar(e.rows(), type);
      case SqlExpr.Tuple e -> new SqlExpr.Tuple(e.items(), type);
      case SqlExpr.Cast e -> e;
      case SqlExpr.Collate e -> new SqlExpr.Collate(as(e.of(), type), e.collation());
      case SqlExpr.Star e -> e;
      case SqlExpr.Truth e -> e;
      case SqlExpr.Condition e -> e;
    };
  }
}
