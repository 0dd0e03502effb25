package orrery.orm.resolve;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import orrery.orm.error.TypeError;
import orrery.orm.error.ValueError;
import orrery.orm.meta.Field;
import orrery.orm.sql.SqlExpr;
import orrery.orm.type.FieldType;
import orrery.orm.type.Kind;

/// What `Extract` and `Trunc` refuse: values without such a part. Django's `functions.datetime`.
final class DateParts {

  private static final Set<String> OF_CLOCK = Set.of("Hour", "Minute", "Second");
  private static final Set<String> OF_DAYS =
      Set.of("Year", "Quarter", "Month", "Week", "Day", "Date");

  private DateParts() {}

  /// Refuses the function `name` of `of` where there is no such part.
  ///
  /// @param field the field that `of` is the column of, if it is one
  /// @param to what the function gives
  static void check(String name, SqlExpr of, @Nullable Field field, FieldType to) {
    if (name.startsWith("Trunc") || name.startsWith("Extract")) {
      OutputTypes.demand(of);
    }
    if (name.startsWith("Trunc")) {
      truncation(name.substring("Trunc".length()), of.type(), field, to);
    } else if (name.startsWith("Extract")) {
      extraction(name.substring("Extract".length()), of.type(), field);
    }
  }

  private static void truncation(String part, FieldType from, @Nullable Field field, FieldType to) {
    String shown = field == null ? "None" : field.name();
    switch (from.kind()) {
      case DATE -> {
        if (OF_CLOCK.contains(part) || part.equals("Time") || to.kind() == Kind.DATETIME) {
          throw cannot("DateField", shown, from, to);
        }
      }
      case TIME -> {
        if (OF_DAYS.contains(part) || to.kind() == Kind.DATETIME) {
          throw cannot("TimeField", shown, from, to);
        }
      }
      case DATETIME, ANY -> {}
      default ->
          throw new TypeError(
              (field == null ? "None" : "'" + shown + "'")
                  + " isn't a DateField, TimeField, or DateTimeField.");
    }
  }

  private static ValueError cannot(String what, String field, FieldType from, FieldType to) {
    String given = from.equals(to) ? "DateTimeField" : to.name();
    return new ValueError("Cannot truncate " + what + " '" + field + "' to " + given + ".");
  }

  private static void extraction(String part, FieldType from, @Nullable Field field) {
    switch (from.kind()) {
      case DATE -> {
        if (OF_CLOCK.contains(part)) {
          throw new ValueError(
              "Cannot extract time component '"
                  + part.toLowerCase(Locale.ROOT)
                  + "' from DateField '"
                  + (field == null ? "None" : field.name())
                  + "'.");
        }
      }
      case DATETIME, TIME, DURATION, ANY -> {}
      default ->
          throw new ValueError(
              "Extract input expression must be DateField, DateTimeField, TimeField, or"
                  + " DurationField.");
    }
  }
}
