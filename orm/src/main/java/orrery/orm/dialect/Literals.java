package orrery.orm.dialect;

import java.util.List;
import orrery.orm.sql.SqlExpr;
import orrery.orm.sql.Walk;

/// Values that are written into the text of a statement, where it has more of them than
/// placeholders.
final class Literals {

  private Literals() {}

  /// Returns `in` with the values of its list in place.
  static SqlExpr inPlace(SqlExpr.In in, Dialect dialect) {
    return new SqlExpr.In(
        in.left(), in.items().stream().map(item -> inPlace(item, dialect)).toList());
  }

  private static SqlExpr inPlace(SqlExpr item, Dialect dialect) {
    return switch (item) {
      // A zero byte would end the text.
      case SqlExpr.Param param
          when !(param.value() instanceof String text && text.indexOf('\0') >= 0) ->
          new SqlExpr.Raw(
              dialect.literal(new Binding(param.value(), param.type())), List.of(), param.type());
      case SqlExpr.Tuple tuple -> Walk.map(tuple, part -> inPlace(part, dialect));
      default -> item;
    };
  }
}
