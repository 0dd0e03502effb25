package orrery.orm.resolve;

import java.util.List;
import java.util.Map;
import orrery.orm.error.OrmError;
import orrery.orm.error.ValueError;
import orrery.orm.query.Expr;
import orrery.orm.query.Name;
import orrery.orm.query.Named;
import orrery.orm.query.Step;
import orrery.orm.sql.SqlExpr;
import orrery.orm.type.FieldType;
import orrery.orm.type.FieldTypes;

/// The distinct dates of a field: `dates()` and `datetimes()`.
final class Dates {

  private static final Map<String, String> DATE_KINDS =
      Map.of("year", "TruncYear", "month", "TruncMonth", "week", "TruncWeek", "day", "TruncDay");
  private static final Map<String, String> CLOCK_KINDS =
      Map.of("hour", "TruncHour", "minute", "TruncMinute", "second", "TruncSecond");

  private Dates() {}

  /// Applies `dates(field, kind, order)`.
  static void apply(Scope scope, Step.Dates step) {
    if (!DATE_KINDS.containsKey(step.kind())) {
      throw new ValueError("'kind' must be one of 'year', 'month', 'week', or 'day'.");
    }
    apply(scope, step.field(), DATE_KINDS.getOrDefault(step.kind(), ""), step.order(), "date");
  }

  /// Applies `datetimes(field, kind, order)`.
  static void apply(Scope scope, Step.Datetimes step) {
    String function =
        DATE_KINDS.getOrDefault(step.kind(), CLOCK_KINDS.getOrDefault(step.kind(), ""));
    if (function.isEmpty()) {
      throw new ValueError(
          "'kind' must be one of 'year', 'month', 'week', 'day', 'hour', 'minute', or 'second'.");
    }
    apply(scope, step.field(), function, step.order(), "datetime");
  }

  private static void apply(Scope scope, Name field, String function, String order, String name) {
    if (!order.equals("ASC") && !order.equals("DESC")) {
      throw new ValueError("'order' must be either 'ASC' or 'DESC'.");
    }
    String alias = name + "field";
    check(scope, field, function, name);
    scope.refuseIfSliced("Cannot create distinct fields once a slice has been taken.");
    Expr cut =
        new Expr.Call(
            function,
            List.of(new Expr.Ref(field.text())),
            name.equals("date")
                ? List.of(
                    new Named("output_field", new Expr.Call("DateField", List.of(), List.of())))
                : List.of());
    new Annotating(scope)
        .add(
            List.of(),
            List.of(new Named(alias, cut), new Named("plain_field", new Expr.Ref(field.text()))),
            true);
    new Picking(scope).pick(List.of(new Name(alias)), Shape.Form.FLAT);
    scope.distinct = true;
    Folder.filter(
        scope,
        List.of(
            new orrery.orm.query.Condition.Lookup("plain_field__isnull", new Expr.Literal(false))),
        false);
    scope.unorder();
    scope.orderBy = List.of(new Name((order.equals("DESC") ? "-" : "") + alias));
  }

  private static void check(Scope scope, Name field, String function, String name) {
    try {
      SqlExpr of = scope.value(field.text());
      Calls.refuseTuples("Trunc", List.of(of));
      FieldType to = name.equals("date") ? FieldTypes.DATE : FieldTypes.DATETIME;
      DateParts.check(function, of, scope.fieldOf(of), to);
    } catch (OrmError e) {
      throw e.about(field);
    }
  }
}
