package orrery.ui.log;

import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import orrery.orm.db.Entry;
import orrery.ui.Cost;

/// A line of the query log.
public sealed interface LogLine {

  /// Above the statements of one thing that the user did.
  ///
  /// @param key which group it stands above
  /// @param title what the user did
  /// @param summary how many statements it took, how long, and how many of them are alike
  /// @param repeats how many statements are alike; many are a sign of a loop
  record Head(long key, String title, String summary, int repeats) implements LogLine {}

  /// One statement.
  final class Statement implements LogLine {
    private static final DateTimeFormatter CLOCK =
        DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);

    private final Entry entry;
    private final LogGroup group;

    Statement(Entry entry, LogGroup group) {
      this.entry = entry;
      this.group = group;
    }

    /// Returns its number.
    public long id() {
      return entry.id();
    }

    /// Returns the text, with placeholders.
    public String sql() {
      return entry.sql().text();
    }

    /// Returns the text with the values in it.
    public String inlined() {
      return entry.interpolated();
    }

    /// Returns the values as literals, in their order.
    public List<String> parameters() {
      return entry.sql().bindings().stream().map(entry.dialect()::literal).toList();
    }

    /// Returns the time of day when it was begun.
    public String time() {
      return CLOCK.format(entry.time().atZone(ZoneId.systemDefault()));
    }

    /// Returns how long after the first statement of its group it was begun: `+2.1 ms`.
    public String offset() {
      long nanos = Duration.between(group.start(), entry.time()).toNanos();
      return nanos <= 0 ? "" : "+" + Cost.time(nanos);
    }

    /// Returns how long it took.
    public String duration() {
      return Cost.time(entry.nanos());
    }

    /// Returns how slow it was.
    public Pace pace() {
      double ms = entry.millis();
      return ms >= 500 ? Pace.VERY_SLOW : ms >= 100 ? Pace.SLOW : Pace.USUAL;
    }

    /// Returns its share of the time of its group, from 0 to 1.
    public double share() {
      return group.nanos() == 0 ? 0 : (double) entry.nanos() / group.nanos();
    }

    /// Returns how many rows came or were changed.
    public String rows() {
      return entry.error() == null ? "%,d".formatted(entry.rows()) : "–";
    }

    /// Returns why it was sent.
    public String reason() {
      return entry.reason().text();
    }

    /// Returns the style class of the reason, such as `reason-prefetch`.
    public String reasonStyle() {
      String kind = entry.reason().kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
      return "reason-" + kind;
    }

    /// Returns which database it was sent to.
    public String connection() {
      return entry.connection();
    }

    /// Returns what the database refused, empty where it did not.
    public String error() {
      return entry.error() == null ? "" : entry.error().type() + ": " + entry.error().sentence();
    }

    /// Returns how many statements of its group have the same text; 1 where it stands alone.
    public int similar() {
      return group.similar(entry);
    }

    /// Returns how many statements of its group have the same text and values; 1 where it stands
    /// alone.
    public int duplicates() {
      return group.duplicates(entry);
    }

    Entry entry() {
      return entry;
    }

    LogGroup group() {
      return group;
    }
  }

  /// How slow a statement was.
  enum Pace {
    /// Less than 100 ms.
    USUAL,
    /// From 100 ms.
    SLOW,
    /// From 500 ms.
    VERY_SLOW
  }
}
