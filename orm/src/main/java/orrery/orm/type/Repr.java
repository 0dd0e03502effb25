package orrery.orm.type;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How Python shows a value (`repr`), for messages that quote one.
public final class Repr {

  private static final long SECOND = 1_000_000;
  private static final long DAY = 86_400 * SECOND;

  private Repr() {}

  /// Returns `value` as Python would show it.
  public static String of(@Nullable Object value) {
    return switch (value) {
      case null -> "None";
      case Boolean b -> b ? "True" : "False";
      case String s -> quote(s);
      case BigDecimal d -> "Decimal('" + d.toPlainString() + "')";
      case LocalDate d -> call("datetime.date", List.of(year(d), month(d), day(d)));
      case LocalDateTime d -> call("datetime.datetime", dateTime(d));
      case OffsetDateTime d -> aware(d);
      case LocalTime t -> call("datetime.time", clock(t));
      case Duration d -> duration(d);
      case Double d -> real(d);
      case Bytes b -> bytes(b);
      case Bracketed b -> b.around(b.stream().map(Repr::of).collect(joining(", ")));
      case List<?> list -> "[" + list.stream().map(Repr::of).collect(joining(", ")) + "]";
      case Map<?, ?> map ->
          map.entrySet().stream()
              .map(e -> of(e.getKey()) + ": " + of(e.getValue()))
              .collect(joining(", ", "{", "}"));
      case java.util.UUID u -> "UUID('" + u + "')";
      default -> String.valueOf(value);
    };
  }

  /// Returns the name of the type that `value` has in Python, as its errors write it.
  public static String typeName(@Nullable Object value) {
    return switch (value) {
      case null -> "NoneType";
      case Boolean b -> "bool";
      case Long n -> "int";
      case Integer n -> "int";
      case BigInteger n -> "int";
      case Double d -> "float";
      case BigDecimal d -> "decimal.Decimal";
      case String s -> "str";
      case LocalDateTime d -> "datetime.datetime";
      case OffsetDateTime d -> "datetime.datetime";
      case LocalDate d -> "datetime.date";
      case LocalTime t -> "datetime.time";
      case Duration d -> "datetime.timedelta";
      case Bytes b -> "bytes";
      case Bracketed b -> b.isTuple() ? "tuple" : "set";
      case List<?> l -> "list";
      case Map<?, ?> m -> "dict";
      default -> value.getClass().getSimpleName();
    };
  }

  private static String call(String name, List<Integer> args) {
    return name + "(" + args.stream().map(String::valueOf).collect(joining(", ")) + ")";
  }

  private static int year(LocalDate d) {
    return d.getYear();
  }

  private static int month(LocalDate d) {
    return d.getMonthValue();
  }

  private static int day(LocalDate d) {
    return d.getDayOfMonth();
  }

  private static List<Integer> dateTime(LocalDateTime at) {
    LocalDate d = at.toLocalDate();
    List<Integer> parts = new ArrayList<>(List.of(year(d), month(d), day(d)));
    parts.addAll(clock(at.toLocalTime()));
    return parts;
  }

  // Seconds and microseconds are shown only where there are any.
  private static List<Integer> clock(LocalTime at) {
    List<Integer> parts = new ArrayList<>(List.of(at.getHour(), at.getMinute()));
    int micros = at.getNano() / 1000;
    if (at.getSecond() != 0 || micros != 0) {
      parts.add(at.getSecond());
    }
    if (micros != 0) {
      parts.add(micros);
    }
    return parts;
  }

  private static String aware(OffsetDateTime at) {
    String naive = call("datetime.datetime", dateTime(at.toLocalDateTime()));
    int seconds = at.getOffset().getTotalSeconds();
    String zone =
        seconds == 0
            ? "datetime.timezone.utc"
            : "datetime.timezone(" + duration(Duration.ofSeconds(seconds)) + ")";
    return naive.substring(0, naive.length() - 1) + ", tzinfo=" + zone + ")";
  }

  private static String duration(Duration d) {
    long micros = d.toNanos() / 1000;
    long days = Math.floorDiv(micros, DAY);
    long rest = Math.floorMod(micros, DAY);
    List<String> parts = new ArrayList<>();
    if (days != 0) {
      parts.add("days=" + days);
    }
    if (rest / SECOND != 0) {
      parts.add("seconds=" + rest / SECOND);
    }
    if (rest % SECOND != 0) {
      parts.add("microseconds=" + rest % SECOND);
    }
    return "datetime.timedelta(" + (parts.isEmpty() ? "0" : String.join(", ", parts)) + ")";
  }

  private static String real(double d) {
    if (Double.isNaN(d)) {
      return "nan";
    }
    if (Double.isInfinite(d)) {
      return d > 0 ? "inf" : "-inf";
    }
    double size = Math.abs(d);
    if (size != 0 && (size < 1e-4 || size >= 1e16)) {
      String[] parts = Double.toString(d).split("E", 2);
      String digits =
          parts[0].endsWith(".0") ? parts[0].substring(0, parts[0].length() - 2) : parts[0];
      int power = Integer.parseInt(parts[1]);
      return digits + "e" + (power < 0 ? "-" : "+") + String.format("%02d", Math.abs(power));
    }
    String plain = new BigDecimal(Double.toString(d)).toPlainString();
    return plain.contains(".") ? plain : plain + ".0";
  }

  private static String bytes(Bytes bytes) {
    StringBuilder out = new StringBuilder("b'");
    for (byte b : bytes.toArray()) {
      if (b == '\\' || b == '\'') {
        out.append('\\').append((char) b);
      } else if (b >= ' ' && b < 0x7f) {
        out.append((char) b);
      } else {
        out.append(String.format("\\x%02x", b));
      }
    }
    return out.append("'").toString();
  }

  private static String quote(String s) {
    char mark = s.indexOf('\'') >= 0 && s.indexOf('"') < 0 ? '"' : '\'';
    StringBuilder out = new StringBuilder().append(mark);
    for (int i = 0; i < s.length(); i++) {
      char c = s.charAt(i);
      switch (c) {
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c == mark) {
            out.append('\\');
          }
          out.append(c);
        }
      }
    }
    return out.append(mark).toString();
  }
}
