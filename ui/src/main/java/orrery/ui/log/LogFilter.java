package orrery.ui.log;

import orrery.orm.db.Entry;
import orrery.orm.db.Reason;

/// Which statements are shown.
public enum LogFilter {
  /// All.
  ALL("All"),
  /// Those that answer what the user asked.
  MINE("Mine"),
  /// Those that read the tables themselves.
  SCHEMA("Schema");

  private final String words;

  LogFilter(String words) {
    this.words = words;
  }

  /// Returns what a button says for it.
  public String words() {
    return words;
  }

  /// Says whether a statement is shown.
  boolean takes(Entry entry) {
    return switch (this) {
      case ALL -> true;
      case MINE ->
          switch (entry.reason().kind()) {
            case USER, PREFETCH, LAZY, DEFERRED, EXISTS, SAVE, DELETE, PLAN, CONTENT_TYPE -> true;
            case COUNT, PAGE, LABEL, COUNTS, SUMMARY, PLACES, PEEK -> false;
            case ESTIMATE, VALUES, SCHEMA, TRANSACTION -> false;
          };
      case SCHEMA -> entry.reason().kind() == Reason.Kind.SCHEMA;
    };
  }
}
