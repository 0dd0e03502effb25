package orrery.ui.log;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import orrery.orm.db.Entry;
import orrery.orm.dialect.Sql;
import orrery.ui.Cost;

/// The statements of one thing that the user did, with what they have in common.
///
/// *Similar* statements have the same text, *duplicates* the same values too; both are at least two
/// on one connection, as Django's debug toolbar counts them. Belongs to the window's thread.
final class LogGroup {

  private record Text(String connection, String sql) {}

  private record Whole(String connection, Sql sql) {}

  private final long key;
  private final String title;
  private final Instant start;
  private final List<LogLine.Statement> statements = new ArrayList<>();
  private final Map<Text, Integer> texts = new HashMap<>();
  private final Map<Whole, Integer> wholes = new HashMap<>();
  private int queries;
  private long nanos;

  /// Makes the group that starts with `first`.
  LogGroup(long key, Entry first) {
    this.key = key;
    this.title = title(first);
    this.start = first.time();
  }

  private static String title(Entry first) {
    if (!first.action().words().isEmpty()) {
      return first.action().words();
    }
    String reason = first.reason().text();
    return reason.substring(0, 1).toUpperCase(Locale.ROOT) + reason.substring(1);
  }

  /// Adds a statement.
  LogLine.Statement add(Entry entry) {
    LogLine.Statement statement = new LogLine.Statement(entry, this);
    statements.add(statement);
    nanos += entry.nanos();
    if (entry.counted()) {
      queries++;
      texts.merge(text(entry), 1, Integer::sum);
      wholes.merge(whole(entry), 1, Integer::sum);
    }
    return statement;
  }

  /// Says whether a statement that belongs to no action goes on with what this group is about.
  boolean goesOnWith(Entry entry) {
    Entry last = statements.getLast().entry();
    return last.action().id() == 0 && last.reason().kind() == entry.reason().kind();
  }

  /// Returns what tells it from other groups.
  long key() {
    return key;
  }

  /// Returns its statements.
  List<LogLine.Statement> statements() {
    return statements;
  }

  /// Returns when the first statement was begun.
  Instant start() {
    return start;
  }

  /// Returns how long all took together, in nanoseconds.
  long nanos() {
    return nanos;
  }

  /// Returns how many statements have the text of `entry`.
  int similar(Entry entry) {
    return texts.getOrDefault(text(entry), 1);
  }

  /// Returns how many statements have the text and the values of `entry`.
  int duplicates(Entry entry) {
    return wholes.getOrDefault(whole(entry), 1);
  }

  /// Returns the line above it.
  LogLine.Head head() {
    int similar = repeated(texts);
    String summary =
        "%,d %s in %s · %,d similar · %,d %s"
            .formatted(
                queries,
                queries == 1 ? "query" : "queries",
                Cost.time(nanos),
                similar,
                repeated(wholes),
                repeated(wholes) == 1 ? "duplicate" : "duplicates");
    return new LogLine.Head(key, title, summary, similar);
  }

  private static int repeated(Map<?, Integer> counts) {
    return counts.values().stream().filter(n -> n > 1).mapToInt(n -> n).sum();
  }

  private static Text text(Entry entry) {
    return new Text(entry.connection(), entry.sql().text());
  }

  private static Whole whole(Entry entry) {
    return new Whole(entry.connection(), entry.sql());
  }
}
