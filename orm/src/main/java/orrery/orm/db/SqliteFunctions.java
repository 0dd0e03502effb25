package orrery.orm.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The table of functions that SQLite lacks, under the names that Django gives them; registered for
/// each physical connection.
///
/// A function of which an argument is NULL is NULL, time zones aside.
final class SqliteFunctions {

  private record Row(int arguments, boolean deterministic, ScalarFunction.Body body) {}

  private static final Map<String, Row> SCALARS = new LinkedHashMap<>();
  private static final Map<String, Supplier<org.sqlite.Function>> AGGREGATES =
      new LinkedHashMap<>();

  static {
    dates();
    texts();
    numbers();
    AGGREGATES.put("ANY_VALUE", AnyValue::new);
    AGGREGATES.put("BIT_AND", () -> new Bits((a, b) -> a & b));
    AGGREGATES.put("BIT_OR", () -> new Bits((a, b) -> a | b));
    AGGREGATES.put("BIT_XOR", () -> new Bits((a, b) -> a ^ b));
    AGGREGATES.put("STDDEV_POP", () -> new Variance(true, false));
    AGGREGATES.put("STDDEV_SAMP", () -> new Variance(true, true));
    AGGREGATES.put("VAR_POP", () -> new Variance(false, false));
    AGGREGATES.put("VAR_SAMP", () -> new Variance(false, true));
  }

  private SqliteFunctions() {}

  static void register(Connection connection) throws SQLException {
    for (Map.Entry<String, Row> entry : SCALARS.entrySet()) {
      Row row = entry.getValue();
      int flags = row.deterministic ? org.sqlite.Function.FLAG_DETERMINISTIC : 0;
      org.sqlite.Function.create(
          connection, entry.getKey(), new ScalarFunction(row.body), row.arguments, flags);
    }
    for (Map.Entry<String, Supplier<org.sqlite.Function>> entry : AGGREGATES.entrySet()) {
      org.sqlite.Function.create(
          connection,
          entry.getKey(),
          entry.getValue().get(),
          1,
          org.sqlite.Function.FLAG_DETERMINISTIC);
    }
  }

  private static void dates() {
    add("django_date_extract", 2, a -> DateFunctions.extract(text(a[0]), a[1], null, null));
    add("django_datetime_extract", 4, a -> DateFunctions.extract(text(a[0]), a[1], a[2], a[3]));
    add("django_time_extract", 2, a -> DateFunctions.extractOfTime(text(a[0]), a[1]));
    add("django_date_trunc", 4, a -> DateFunctions.truncateToDate(text(a[0]), a[1], a[2], a[3]));
    add("django_datetime_trunc", 4, a -> DateFunctions.truncate(text(a[0]), a[1], a[2], a[3]));
    add("django_time_trunc", 4, a -> DateFunctions.truncateTime(text(a[0]), a[1], a[2], a[3]));
    add("django_datetime_cast_date", 3, a -> DateFunctions.castToDate(a[0], a[1], a[2]));
    add("django_datetime_cast_time", 3, a -> DateFunctions.castToTime(a[0], a[1], a[2]));
    add("django_format_dtdelta", 3, a -> DateFunctions.combine(text(a[0]), a[1], a[2]));
    add("django_time_diff", 2, a -> DateFunctions.timeDifference(a[0], a[1]));
    add("django_timestamp_diff", 2, a -> DateFunctions.difference(a[0], a[1]));
  }

  private static void texts() {
    strict("REGEXP", 2, a -> PythonRegex.search(text(a[0]), text(a[1])));
    strict("LPAD", 3, a -> TextFunctions.padLeft(text(a[0]), whole(a[1]), text(a[2])));
    strict("RPAD", 3, a -> TextFunctions.padRight(text(a[0]), whole(a[1]), text(a[2])));
    strict("REPEAT", 2, a -> TextFunctions.repeat(text(a[0]), whole(a[1])));
    strict("REVERSE", 1, a -> TextFunctions.reverse(text(a[0])));
    Map<String, String> digests =
        Map.of(
            "MD5", "MD5", "SHA1", "SHA-1", "SHA224", "SHA-224", "SHA256", "SHA-256", "SHA384",
            "SHA-384", "SHA512", "SHA-512");
    digests.forEach((name, java) -> strict(name, 1, a -> TextFunctions.digest(java, text(a[0]))));
  }

  private static void numbers() {
    strict("BITXOR", 2, a -> whole(a[0]) ^ whole(a[1]));
    strict("COT", 1, a -> 1 / Math.tan(real(a[0])));
    SCALARS.put("RAND", new Row(0, false, a -> ThreadLocalRandom.current().nextDouble()));
  }

  private static void add(String name, int arguments, ScalarFunction.Body body) {
    SCALARS.put(name, new Row(arguments, true, body));
  }

  /// Adds a function that is NULL where an argument is.
  private static void strict(
      String name, int arguments, Function<@Nullable Object[], Object> body) {
    add(
        name,
        arguments,
        args -> {
          for (Object arg : args) {
            if (arg == null) {
              return null;
            }
          }
          return body.apply(args);
        });
  }

  private static String text(@Nullable Object value) {
    return String.valueOf(value);
  }

  private static long whole(@Nullable Object value) {
    return value instanceof Number number ? number.longValue() : 0;
  }

  private static double real(@Nullable Object value) {
    return value instanceof Number number ? number.doubleValue() : 0;
  }
}
