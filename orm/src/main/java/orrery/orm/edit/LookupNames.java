package orrery.orm.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import orrery.orm.type.FieldType;
import orrery.orm.type.FieldTypes;
import orrery.orm.type.Kind;

/// The table of the lookups and transforms that each kind of type has, in the order people reach
/// for them, with what they mean in a few words.
public final class LookupNames {

  private static final Map<String, String> MEANING =
      Map.ofEntries(
          Map.entry("exact", "is"),
          Map.entry("iexact", "is, in any case"),
          Map.entry("contains", "contains"),
          Map.entry("icontains", "contains, in any case"),
          Map.entry("startswith", "starts with"),
          Map.entry("istartswith", "starts with, in any case"),
          Map.entry("endswith", "ends with"),
          Map.entry("iendswith", "ends with, in any case"),
          Map.entry("in", "is one of"),
          Map.entry("gt", "is more than"),
          Map.entry("gte", "is at least"),
          Map.entry("lt", "is less than"),
          Map.entry("lte", "is at most"),
          Map.entry("range", "is between, both included"),
          Map.entry("isnull", "is null"),
          Map.entry("regex", "matches the pattern"),
          Map.entry("iregex", "matches the pattern, in any case"),
          Map.entry("contained_by", "is contained by"),
          Map.entry("has_key", "has the key"),
          Map.entry("has_keys", "has all of the keys"),
          Map.entry("has_any_keys", "has any of the keys"),
          Map.entry("year", "the year"),
          Map.entry("iso_year", "the year of the ISO week"),
          Map.entry("quarter", "the quarter, 1 to 4"),
          Map.entry("month", "the month, 1 to 12"),
          Map.entry("week", "the ISO week, 1 to 53"),
          Map.entry("week_day", "the day of the week, 1 for Sunday"),
          Map.entry("iso_week_day", "the day of the week, 1 for Monday"),
          Map.entry("day", "the day of the month"),
          Map.entry("date", "the date"),
          Map.entry("time", "the time of day"),
          Map.entry("hour", "the hour"),
          Map.entry("minute", "the minute"),
          Map.entry("second", "the second"));

  private static final List<String> TEXT =
      List.of(
          "icontains",
          "contains",
          "exact",
          "iexact",
          "startswith",
          "istartswith",
          "endswith",
          "iendswith",
          "in",
          "isnull",
          "regex",
          "iregex",
          "gt",
          "gte",
          "lt",
          "lte",
          "range");
  private static final List<String> ORDERED =
      List.of("exact", "gt", "gte", "lt", "lte", "range", "in", "isnull");
  private static final List<String> PLAIN = List.of("exact", "in", "isnull");
  private static final List<String> BINARY = List.of("isnull", "exact", "in");
  private static final List<String> JSON =
      List.of(
          "contains",
          "contained_by",
          "has_key",
          "has_keys",
          "has_any_keys",
          "exact",
          "icontains",
          "isnull");
  private static final List<String> ARRAY =
      List.of("contains", "contained_by", "exact", "in", "isnull");
  private static final List<String> RELATION =
      List.of("exact", "in", "isnull", "gt", "gte", "lt", "lte");

  private static final List<String> CALENDAR =
      List.of("year", "month", "day", "quarter", "week", "week_day", "iso_year", "iso_week_day");
  private static final List<String> CLOCK = List.of("hour", "minute", "second");

  private LookupNames() {}

  /// Returns the lookups of values of `type`.
  static List<String> of(FieldType type) {
    return switch (type.kind()) {
      case TEXT, ANY -> TEXT;
      case BOOLEAN -> PLAIN;
      case INTEGER, FLOAT, DECIMAL, DATE, TIME, DATETIME, DURATION, UUID -> ORDERED;
      case BINARY -> BINARY;
      case JSON -> JSON;
      case ARRAY -> ARRAY;
    };
  }

  /// Returns the lookups of a relation itself.
  static List<String> ofRelation() {
    return RELATION;
  }

  /// Returns the transforms of values of `type`.
  static List<String> transformsOf(FieldType type) {
    return switch (type.kind()) {
      case DATE -> CALENDAR;
      case TIME -> CLOCK;
      case DATETIME -> {
        List<String> all = new ArrayList<>(CALENDAR);
        all.add("date");
        all.add("time");
        all.addAll(CLOCK);
        yield all;
      }
      case TEXT, ANY, BOOLEAN, INTEGER, FLOAT, DECIMAL, DURATION, UUID, BINARY, JSON, ARRAY ->
          List.of();
    };
  }

  /// Returns the type that the transform `name` makes of values of `type`, if they have it.
  static Optional<FieldType> afterTransform(FieldType type, String name) {
    if (type.kind() == Kind.JSON) {
      return Optional.of(type);
    }
    if (!transformsOf(type).contains(name)) {
      return Optional.empty();
    }
    return Optional.of(
        switch (name) {
          case "date" -> FieldTypes.DATE;
          case "time" -> FieldTypes.TIME;
          default -> FieldTypes.INTEGER;
        });
  }

  /// Says whether `name` is a lookup or a transform.
  public static boolean isLookup(String name) {
    return MEANING.containsKey(name);
  }

  /// Returns in a few words what the lookup or transform `name` means.
  static String meaning(String name) {
    return MEANING.getOrDefault(name, "");
  }
}
