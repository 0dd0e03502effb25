package orrery.orm.resolve;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import orrery.orm.error.FieldError;
import orrery.orm.sql.SqlExpr;
import orrery.orm.type.FieldType;
import orrery.orm.type.FieldTypes;
import orrery.orm.type.Kind;

/// The table of transforms: names that may stand in a path behind a field and change its value.
final class Transforms {

  /// A transform: the function it is, for which kinds of value, and the type of what it gives.
  private record Row(String function, Set<Kind> kinds, FieldType type) {}

  private static final Set<Kind> DAYS = Set.of(Kind.DATE, Kind.DATETIME);
  private static final Set<Kind> CLOCKS = Set.of(Kind.TIME, Kind.DATETIME);
  private static final Map<String, Row> ROWS = new LinkedHashMap<>();

  static {
    row("year", "ExtractYear", DAYS, FieldTypes.INTEGER);
    row("iso_year", "ExtractIsoYear", DAYS, FieldTypes.INTEGER);
    row("quarter", "ExtractQuarter", DAYS, FieldTypes.INTEGER);
    row("month", "ExtractMonth", DAYS, FieldTypes.INTEGER);
    row("week", "ExtractWeek", DAYS, FieldTypes.INTEGER);
    row("week_day", "ExtractWeekDay", DAYS, FieldTypes.INTEGER);
    row("iso_week_day", "ExtractIsoWeekDay", DAYS, FieldTypes.INTEGER);
    row("day", "ExtractDay", DAYS, FieldTypes.INTEGER);
    row("hour", "ExtractHour", CLOCKS, FieldTypes.INTEGER);
    row("minute", "ExtractMinute", CLOCKS, FieldTypes.INTEGER);
    row("second", "ExtractSecond", CLOCKS, FieldTypes.INTEGER);
    row("date", "TruncDate", Set.of(Kind.DATETIME), FieldTypes.DATE);
    row("time", "TruncTime", Set.of(Kind.DATETIME), FieldTypes.TIME);
  }

  private Transforms() {}

  private static void row(String name, String function, Set<Kind> kinds, FieldType type) {
    ROWS.put(name, new Row(function, kinds, type));
  }

  /// Returns the names of the transforms of a value of `type`.
  static Set<String> names(FieldType type) {
    Set<String> names = new TreeSet<>();
    ROWS.forEach((name, row) -> {
      if (row.kinds().contains(type.kind())) {
        names.add(name);
      }
    });
    return names;
  }

  /// Returns the transform `name` of `of`, or null where its kind has none of that name.
  static @Nullable SqlExpr find(SqlExpr of, String name) {
    if (of.type().kind() == Kind.JSON) {
      return new SqlExpr.Function(
          "JsonKey", List.of(of, new SqlExpr.Param(name, FieldTypes.TEXT)), FieldTypes.JSON);
    }
    if (of.type().kind() == Kind.ARRAY) {
      return ArrayLookups.transform(of, name);
    }
    Row row = ROWS.get(name);
    return row == null || !row.kinds().contains(of.type().kind())
        ? null
        : new SqlExpr.Function(row.function(), List.of(of), row.type());
  }

  /// Returns the transform `name` of `of`.
  ///
  /// @throws FieldError in Django's words, where its kind has none of that name
  static SqlExpr apply(SqlExpr of, String name) {
    SqlExpr found = find(of, name);
    if (found != null) {
      return found;
    }
    throw unsupported(of.type(), name, name);
  }

  /// Returns the names that may stand behind a value of `type`: transforms and lookups.
  static Set<String> namesAndLookups(FieldType type) {
    Set<String> known = names(type);
    known.addAll(Lookups.names());
    known.addAll(ArrayLookups.names(type));
    if (type.kind() == Kind.JSON) {
      known.addAll(JsonLookups.own());
    }
    return known;
  }

  /// Returns the error for a name that is neither a lookup nor a transform of `type`.
  ///
  /// @param whole the name and all that follows it
  static FieldError unsupported(FieldType type, String name, String whole) {
    return unsupported(type.name(), namesAndLookups(type), name, whole);
  }

  /// Returns the error for a name that is none of the `known` ones of a field's class.
  static FieldError unsupported(
      String className, Collection<String> known, String name, String whole) {
    List<String> close = CloseMatches.of(name, known);
    return new FieldError(
        "Unsupported lookup '"
            + whole
            + "' for "
            + className
            + " or join on the field not permitted"
            + (close.isEmpty() ? "." : ", perhaps you meant " + String.join(" or ", close) + "?"));
  }
}
