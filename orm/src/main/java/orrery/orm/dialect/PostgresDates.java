package orrery.orm.dialect;

import orrery.orm.sql.SqlExpr;
import orrery.orm.type.Kind;

/// How PostgreSQL writes parts of dates and times. A second argument is a time zone.
final class PostgresDates {

  private PostgresDates() {}

  static void add(Functions.Builder table) {
    for (DatePart part : DatePart.values()) {
      table.add("Extract" + part.django(), (call, out) -> extract(part, call, out));
      if (part.isTruncatable()) {
        table.add("Trunc" + part.django(), (call, out) -> trunc(part, call, out));
      }
    }
    table
        .add("TruncDate", (call, out) -> cast("::date", call, out))
        .add("TruncTime", (call, out) -> cast("::time", call, out));
  }

  private static void extract(DatePart part, SqlExpr.Function call, SqlOut out) {
    switch (part) {
      case WEEK_DAY -> plain("(EXTRACT(DOW FROM ", call, out, ") + 1)");
      case ISO_WEEK_DAY -> plain("EXTRACT(ISODOW FROM ", call, out, ")");
      case ISO_YEAR -> plain("EXTRACT(ISOYEAR FROM ", call, out, ")");
      case SECOND -> plain("EXTRACT(SECOND FROM DATE_TRUNC('second', ", call, out, "))");
      case YEAR, QUARTER, MONTH, WEEK, DAY, HOUR, MINUTE ->
          plain("EXTRACT(" + part + " FROM ", call, out, ")");
    }
  }

  private static void trunc(DatePart part, SqlExpr.Function call, SqlOut out) {
    Kind wanted = call.type().kind();
    String cast = wanted == Kind.DATE ? "::date" : wanted == Kind.TIME ? "::time" : "";
    plain("DATE_TRUNC('" + part.word() + "', ", call, out, ")" + cast);
  }

  private static void cast(String cast, SqlExpr.Function call, SqlOut out) {
    plain("(", call, out, ")" + cast);
  }

  private static void plain(String open, SqlExpr.Function call, SqlOut out, String close) {
    out.text(open).operand(call.args().getFirst());
    if (call.args().size() > 1) {
      out.text(" AT TIME ZONE ").expr(call.args().get(1));
    }
    out.text(close);
  }
}
