package orrery.orm.export;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import orrery.orm.chain.Printer;
import orrery.orm.meta.Field;
import orrery.orm.query.Expr;
import orrery.orm.type.Kind;

/// The defaults of the database as Python, where they are plain values or the time of day.
final class DjangoDefaults {

  private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)");
  private static final Pattern TEXT = Pattern.compile("'((?:[^']|'')*)'");

  private DjangoDefaults() {}

  /// Returns the default of `field` as Python; empty where it has none, or one that only the
  /// database can compute.
  static Optional<String> of(Field field, PythonImports imports) {
    return field
        .fixedDefault()
        .map(value -> literal(value, imports))
        .or(() -> field.dbDefault().flatMap(sql -> ofDatabase(sql, field.type().kind(), imports)));
  }

  private static Optional<String> ofDatabase(String sql, Kind kind, PythonImports imports) {
    String bare = bare(sql);
    if (NUMBER.matcher(bare).matches()) {
      return number(new BigDecimal(bare), kind, bare, imports);
    }
    if (TEXT.matcher(bare).matches()) {
      String text = bare.substring(1, bare.length() - 1).replace("''", "'");
      if (kind == Kind.JSON && (text.equals("[]") || text.equals("{}"))) {
        return Optional.of(text.equals("[]") ? "list" : "dict");
      }
      return kind == Kind.TEXT ? Optional.of(PythonCall.string(text)) : Optional.empty();
    }
    return switch (bare.toUpperCase(java.util.Locale.ROOT)) {
      case "TRUE" -> kind == Kind.BOOLEAN ? Optional.of("True") : Optional.empty();
      case "FALSE" -> kind == Kind.BOOLEAN ? Optional.of("False") : Optional.empty();
      case "CURRENT_TIMESTAMP", "NOW()" ->
          kind == Kind.DATETIME
              ? Optional.of(imports.module("django.utils", "timezone") + ".now")
              : Optional.empty();
      case "CURRENT_DATE" ->
          kind == Kind.DATE
              ? Optional.of(imports.module("datetime") + ".date.today")
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  /// Takes away the brackets around the whole.
  private static String bare(String sql) {
    String bare = sql.strip();
    while (bare.startsWith("(") && bare.endsWith(")")) {
      String inside = bare.substring(1, bare.length() - 1).strip();
      boolean whole = NUMBER.matcher(inside).matches() || TEXT.matcher(inside).matches();
      if (!whole && !inside.startsWith("(") && !inside.matches("\\w+")) {
        return bare;
      }
      bare = inside;
    }
    return bare;
  }

  private static Optional<String> number(
      BigDecimal number, Kind kind, String spelled, PythonImports imports) {
    boolean whole = number.stripTrailingZeros().scale() <= 0;
    return switch (kind) {
      case INTEGER -> whole ? Optional.of(number.toBigInteger().toString()) : Optional.empty();
      case BOOLEAN -> Optional.of(number.signum() == 0 ? "False" : "True");
      case FLOAT -> Optional.of(Printer.print(new Expr.Literal(number.doubleValue())));
      case DECIMAL -> Optional.of(literal(number, imports));
      case TEXT -> Optional.of(PythonCall.string(spelled));
      case DATE, TIME, DATETIME, DURATION, BINARY, UUID, JSON, ARRAY, ANY -> Optional.empty();
    };
  }

  /// Returns a plain value as Python, with the module before the class where it needs one.
  static String literal(Object value, PythonImports imports) {
    String text =
        Printer.print(new Expr.Literal(value instanceof Integer i ? Long.valueOf(i) : value));
    String module =
        switch (text.replaceAll("\\(.*", "")) {
          case "Decimal" -> "decimal";
          case "UUID" -> "uuid";
          case "date", "time", "datetime", "timedelta" -> "datetime";
          default -> "";
        };
    if (module.isEmpty()) {
      return text;
    }
    String name = imports.module(module);
    return name + "." + text.replace("tzinfo=timezone", "tzinfo=" + name + ".timezone");
  }
}
