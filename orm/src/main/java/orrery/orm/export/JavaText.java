package orrery.orm.export;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import orrery.orm.type.Bytes;
import orrery.orm.type.Json;

/// Java source while it is written: values as literals, and the classes to import for what was
/// written so far. Not thread-safe.
final class JavaText {

  private final Set<String> imports = new TreeSet<>();

  /// Returns the simple name of a class, which is then imported.
  String name(Class<?> type) {
    return name(type.getName());
  }

  /// Returns the simple name of the class called `type` in full, which is then imported.
  String name(String type) {
    if (!type.startsWith("java.lang.")) {
      imports.add(type);
    }
    return type.substring(type.lastIndexOf('.') + 1);
  }

  /// Returns the lines of the imports.
  String imports() {
    StringBuilder text = new StringBuilder();
    imports.forEach(type -> text.append("import ").append(type).append(";\n"));
    return text.toString();
  }

  /// Returns `value` as an expression.
  ///
  /// @throws IllegalArgumentException where it is of no class that a chain or a field can hold
  String literal(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case Boolean truth -> truth.toString();
      case Integer number -> number.toString();
      case Long number -> number == number.intValue() ? number.toString() : number + "L";
      case BigInteger number -> "new " + name(BigInteger.class) + "(\"" + number + "\")";
      case BigDecimal number -> "new " + name(BigDecimal.class) + "(\"" + number + "\")";
      case Double number -> number(number);
      case String text -> string(text);
      case Bytes bytes -> bytes(bytes);
      case LocalDate date -> name(LocalDate.class) + ".of(" + day(date) + ")";
      case LocalTime time -> name(LocalTime.class) + ".of(" + clock(time) + ")";
      case LocalDateTime time ->
          name(LocalDateTime.class)
              + (".of(" + day(time.toLocalDate()) + ", " + clock(time.toLocalTime()) + ")");
      case OffsetDateTime time -> name(OffsetDateTime.class) + ".parse(\"" + time + "\")";
      case Duration duration -> name(Duration.class) + ".parse(\"" + duration + "\")";
      case UUID uuid -> name(UUID.class) + ".fromString(\"" + uuid + "\")";
      case Json json -> "new " + name(Json.class) + "(" + string(json.text()) + ")";
      case List<?> items ->
          name(List.class)
              + ".of("
              + String.join(", ", items.stream().map(this::literal).toList())
              + ")";
      default -> throw new IllegalArgumentException("no literal for " + value.getClass());
    };
  }

  private static String number(double number) {
    if (Double.isNaN(number)) {
      return "Double.NaN";
    }
    if (Double.isInfinite(number)) {
      return number > 0 ? "Double.POSITIVE_INFINITY" : "Double.NEGATIVE_INFINITY";
    }
    return Double.toString(number);
  }

  private static String day(LocalDate date) {
    return date.getYear() + ", " + date.getMonthValue() + ", " + date.getDayOfMonth();
  }

  private static String clock(LocalTime time) {
    String nanos = time.getNano() > 0 ? ", " + grouped(time.getNano()) : "";
    String seconds = time.getSecond() > 0 || time.getNano() > 0 ? ", " + time.getSecond() : "";
    return time.getHour() + ", " + time.getMinute() + seconds + nanos;
  }

  private static String grouped(int number) {
    return "%,d".formatted(number).replaceAll("[^0-9]", "_");
  }

  private static String bytes(Bytes bytes) {
    StringBuilder text = new StringBuilder("new byte[] {");
    for (byte b : bytes.toArray()) {
      text.append(text.charAt(text.length() - 1) == '{' ? "" : ", ").append(b);
    }
    return text.append('}').toString();
  }

  /// Returns `text` as a string literal.
  static String string(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> out.append(character(text, i));
      }
    }
    return out.append('"').toString();
  }

  /// Returns the character at `at` as it stands in a literal, escaped where a reader would not see
  /// it. Half a character stands outside of the literal.
  private static String character(String text, int at) {
    char c = text.charAt(at);
    int type = Character.getType(c);
    if (c < ' ') {
      return "\\%03o".formatted((int) c);
    }
    if (Character.isSurrogate(c)) {
      return isPaired(text, at) ? String.valueOf(c) : "\" + (char) 0x%x + \"".formatted((int) c);
    }
    boolean unseen =
        Character.isISOControl(c)
            || type == Character.FORMAT
            || type == Character.LINE_SEPARATOR
            || type == Character.PARAGRAPH_SEPARATOR;
    return unseen ? "\\u%04x".formatted((int) c) : String.valueOf(c);
  }

  private static boolean isPaired(String text, int at) {
    return Character.isHighSurrogate(text.charAt(at))
        ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
        : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
  }
}
