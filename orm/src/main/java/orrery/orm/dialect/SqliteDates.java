package orrery.orm.dialect;

import orrery.orm.error.ValueError;
import orrery.orm.sql.SqlExpr;
import orrery.orm.type.Kind;

/// How SQLite writes parts of dates and times, which it keeps as text: by registered functions with
/// Django's names. A second argument of a part is a time zone.
final class SqliteDates {

  private SqliteDates() {}

  static void add(Functions.Builder table) {
    for (DatePart part : DatePart.values()) {
      table.add("Extract" + part.django(), (call, out) -> extract(part.word(), call, out));
      if (part.isTruncatable()) {
        table.add("Trunc" + part.django(), (call, out) -> trunc(part.word(), call, out));
      }
    }
    table
        .add("TruncDate", (call, out) -> zoned("django_datetime_cast_date(", call, out))
        .add("TruncTime", (call, out) -> zoned("django_datetime_cast_time(", call, out))
        .add("DurationAdd", "django_format_dtdelta('+', {*})")
        .add("DurationSubtract", "django_format_dtdelta('-', {*})")
        .add("DurationMultiply", "django_format_dtdelta('*', {*})")
        .add("DurationDivide", "django_format_dtdelta('/', {*})")
        .add("TimeDifference", "django_time_diff({*})")
        .add("TimestampDifference", "django_timestamp_diff({*})");
  }

  private static void extract(String part, SqlExpr.Function call, SqlOut out) {
    switch (call.args().getFirst().type().kind()) {
      case DATE -> plain("django_date_extract('" + part + "', ", call, out);
      case TIME -> plain("django_time_extract('" + part + "', ", call, out);
      case DURATION ->
          throw new ValueError("Extract requires native DurationField database support.");
      default -> zoned("django_datetime_extract('" + part + "', ", call, out);
    }
  }

  private static void trunc(String part, SqlExpr.Function call, SqlOut out) {
    Kind wanted = call.type().kind();
    Kind kind = wanted == Kind.ANY ? call.args().getFirst().type().kind() : wanted;
    String function =
        kind == Kind.DATE ? "date_trunc" : kind == Kind.TIME ? "time_trunc" : "datetime_trunc";
    zoned("django_" + function + "('" + part + "', ", call, out);
  }

  private static void plain(String open, SqlExpr.Function call, SqlOut out) {
    out.text(open).expr(call.args().getFirst()).text(")");
  }

  private static void zoned(String open, SqlExpr.Function call, SqlOut out) {
    out.text(open).expr(call.args().getFirst());
    if (call.args().size() > 1) {
      out.text(", ").expr(call.args().get(1)).text(", 'UTC')");
    } else {
      out.text(", NULL, NULL)");
    }
  }
}
