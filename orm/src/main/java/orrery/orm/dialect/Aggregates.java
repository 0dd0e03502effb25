package orrery.orm.dialect;

import java.util.HashMap;
import java.util.Map;
import orrery.orm.error.Nearest;
import orrery.orm.error.NotSupportedError;

/// The aggregates that a database has: Django's name of each, and SQL's. Immutable.
final class Aggregates {

  private static final Map<String, String> STANDARD =
      Map.ofEntries(
          Map.entry("AnyValue", "ANY_VALUE"),
          Map.entry("Avg", "AVG"),
          Map.entry("BitAnd", "BIT_AND"),
          Map.entry("BitOr", "BIT_OR"),
          Map.entry("BitXor", "BIT_XOR"),
          Map.entry("Count", "COUNT"),
          Map.entry("Max", "MAX"),
          Map.entry("Min", "MIN"),
          Map.entry("StdDev", "STDDEV_POP"),
          Map.entry("StdDevSamp", "STDDEV_SAMP"),
          Map.entry("StringAgg", "STRING_AGG"),
          Map.entry("Sum", "SUM"),
          Map.entry("Variance", "VAR_POP"),
          Map.entry("VarianceSamp", "VAR_SAMP"));

  private final String database;
  private final Map<String, String> rows;

  private Aggregates(String database, Map<String, String> rows) {
    this.database = database;
    this.rows = Map.copyOf(rows);
  }

  /// Returns the table of `database`: the usual names, with those of `own` in their place.
  static Aggregates of(String database, Map<String, String> own) {
    Map<String, String> rows = new HashMap<>(STANDARD);
    rows.putAll(own);
    return new Aggregates(database, rows);
  }

  String get(String name) {
    String found = rows.get(name);
    if (found == null) {
      throw (NotSupportedError)
          new NotSupportedError(database + " has no aggregate " + name + ".")
              .meaning(Nearest.of(name, rows.keySet()));
    }
    return found;
  }
}
