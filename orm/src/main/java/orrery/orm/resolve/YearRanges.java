package orrery.orm.resolve;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.IsoFields;
import org.jspecify.annotations.Nullable;
import orrery.orm.sql.SqlExpr;
import orrery.orm.sql.SqlExpr.Comparison;
import orrery.orm.type.FieldType;
import orrery.orm.type.FieldTypes;
import orrery.orm.type.Kind;
import orrery.orm.type.Values;

/// Years compared as ranges of the raw column, so that an index serves. Django's `YearLookup`.
final class YearRanges {

  private static final LocalTime LAST = LocalTime.of(23, 59, 59, 999_999_000);

  private YearRanges() {}

  /// Returns the comparison of the year that `left` takes out of a column with `value`; null where
  /// it takes none out, or `value` is no year that a calendar has.
  static @Nullable SqlExpr compare(
      Comparison comparison, Lookups.Left left, @Nullable Object value) {
    boolean iso = isYear(left.expr(), "ExtractIsoYear");
    if (!iso && !isYear(left.expr(), "ExtractYear")) {
      return null;
    }
    Object year = Values.prepare(FieldTypes.INTEGER, value, left.name());
    if (!(year instanceof Long number) || number < 1 || number > 9999) {
      return null;
    }
    LocalDate first = first(number.intValue(), iso);
    LocalDate last = first(number.intValue() + 1, iso).minusDays(1);
    SqlExpr column = ((SqlExpr.Function) left.expr()).args().getFirst();
    FieldType type = column.type();
    boolean days = type.kind() == Kind.DATE;
    SqlExpr low = new SqlExpr.Param(days ? first : first.atStartOfDay(), type);
    SqlExpr high = new SqlExpr.Param(days ? last : LocalDateTime.of(last, LAST), type);
    return switch (comparison) {
      case EQUAL -> new SqlExpr.Between(column, low, high);
      case GREATER, LESS_OR_EQUAL -> new SqlExpr.Compare(comparison, column, high);
      case GREATER_OR_EQUAL, LESS -> new SqlExpr.Compare(comparison, column, low);
    };
  }

  private static boolean isYear(SqlExpr expr, String function) {
    return expr instanceof SqlExpr.Function f && f.name().equals(function);
  }

  private static LocalDate first(int year, boolean iso) {
    return iso
        ? LocalDate.of(year, 7, 1).with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, 1).with(DayOfWeek.MONDAY)
        : LocalDate.of(year, 1, 1);
  }
}
