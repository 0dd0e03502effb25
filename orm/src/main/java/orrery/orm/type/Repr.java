package orrery.orm.type;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How Python shows a value (`repr`), for messages that quote one.
public final class Repr {

  private Repr() {}

  /// Returns `value` as Python would show it.
  public static String of(@Nullable Object value) {
    return switch (value) {
      case null -> "None";
      case Boolean b -> b ? "True" : "False";
      case String s -> quote(s);
      case BigDecimal d -> "Decimal('" + d.toPlainString() + "')";
      case LocalDate d ->
          "datetime.date("
              + d.getYear()
              + ", "
              + d.getMonthValue()
              + ", "
              + d.getDayOfMonth()
              + ")";
      case LocalDateTime d -> dateTime(d);
      case List<?> list -> {
        StringBuilder out = new StringBuilder("[");
        for (Object item : list) {
          out.append(out.length() > 1 ? ", " : "").append(of(item));
        }
        yield out.append("]").toString();
      }
      case java.util.UUID u -> "UUID('" + u + "')";
      default -> String.valueOf(value);
    };
  }

  private static String dateTime(LocalDateTime d) {
    StringBuilder out =
        new StringBuilder("datetime.datetime(")
            .append(d.getYear())
            .append(", ")
            .append(d.getMonthValue())
            .append(", ")
            .append(d.getDayOfMonth())
            .append(", ")
            .append(d.getHour())
            .append(", ")
            .append(d.getMinute());
    if (d.getSecond() != 0 || d.get(java.time.temporal.ChronoField.MICRO_OF_SECOND) != 0) {
      out.append(", ").append(d.getSecond());
    }
    int micros = d.get(java.time.temporal.ChronoField.MICRO_OF_SECOND);
    if (micros != 0) {
      out.append(", ").append(micros);
    }
    return out.append(")").toString();
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
