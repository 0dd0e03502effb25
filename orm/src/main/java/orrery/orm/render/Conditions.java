package orrery.orm.render;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import orrery.orm.sql.SqlExpr;
import orrery.orm.sql.SqlExpr.Truth;

/// The writing of `AND`, `OR` and `NOT`. What is always or never true is left out here; lists
/// inside lists of the same kind are written as one, as Django does; very long ones get brackets,
/// because a database reads a chain of them as a tree as deep as it is long (SQLite allows 1000
/// levels).
final class Conditions {

  private static final String AND = " AND ";
  private static final String OR = " OR ";
  private static final int LONG = 500;
  private static final int GROUP = 100;

  private final Page page;

  Conditions(Page page) {
    this.page = page;
  }

  /// Returns what `condition` is of every row, or null where it depends on the row.
  static @Nullable Truth constant(SqlExpr condition) {
    return switch (condition) {
      case Truth truth -> truth;
      case SqlExpr.In in when in.items().isEmpty() -> Truth.NEVER;
      case SqlExpr.Not not -> inverse(constant(not.of()));
      case SqlExpr.And and -> constant(parts(and), Truth.NEVER);
      case SqlExpr.Or or -> constant(parts(or), Truth.ALWAYS);
      default -> null;
    };
  }

  private static @Nullable Truth constant(List<SqlExpr> parts, Truth decisive) {
    boolean depends = false;
    for (SqlExpr part : parts) {
      Truth truth = constant(part);
      if (truth == decisive) {
        return decisive;
      }
      depends |= truth == null;
    }
    return depends ? null : inverse(decisive);
  }

  private static @Nullable Truth inverse(@Nullable Truth truth) {
    return truth == null ? null : truth == Truth.ALWAYS ? Truth.NEVER : Truth.ALWAYS;
  }

  /// Returns what `list` holds, with lists of its kind taken apart; as deep as they may be, for a
  /// chain of `|` is a list in a list in a list.
  private static List<SqlExpr> parts(SqlExpr list) {
    List<SqlExpr> found = new ArrayList<>();
    Deque<SqlExpr> open = new ArrayDeque<>(List.of(list));
    while (!open.isEmpty()) {
      SqlExpr next = open.pop();
      switch (next) {
        case SqlExpr.And and when list instanceof SqlExpr.And -> push(and.parts(), open);
        case SqlExpr.Or or when list instanceof SqlExpr.Or -> push(or.parts(), open);
        default -> found.add(next);
      }
    }
    return found;
  }

  private static void push(List<SqlExpr> parts, Deque<SqlExpr> open) {
    parts.reversed().forEach(open::push);
  }

  void and(SqlExpr.And and) {
    list(and, AND);
  }

  void or(SqlExpr.Or or) {
    list(or, OR);
  }

  private void list(SqlExpr list, String sign) {
    Truth truth = constant(list);
    List<SqlExpr> kept = dependent(list);
    if (truth != null) {
      page.expr(truth);
    } else if (kept.size() == 1) {
      page.expr(kept.getFirst());
    } else {
      page.text("(");
      joined(kept, sign);
      page.text(")");
    }
  }

  private static List<SqlExpr> dependent(SqlExpr list) {
    return parts(list).stream().filter(part -> constant(part) == null).toList();
  }

  private void joined(List<SqlExpr> parts, String sign) {
    if (parts.size() <= LONG) {
      for (int i = 0; i < parts.size(); i++) {
        page.text(i == 0 ? "" : sign).expr(parts.get(i));
      }
      return;
    }
    int size = Math.max(GROUP, (parts.size() + LONG - 1) / LONG);
    for (int from = 0; from < parts.size(); from += size) {
      page.text(from == 0 ? "(" : sign + "(");
      joined(parts.subList(from, Math.min(parts.size(), from + size)), sign);
      page.text(")");
    }
  }

  void not(SqlExpr.Not not) {
    Truth truth = constant(not);
    if (truth != null) {
      page.expr(truth);
      return;
    }
    page.text("NOT (");
    int start = page.length();
    switch (not.of()) {
      case SqlExpr.And and -> joined(dependent(and), AND);
      case SqlExpr.Or or -> joined(dependent(or), OR);
      default -> page.expr(not.of());
    }
    if (not.of() instanceof SqlExpr.And || not.of() instanceof SqlExpr.Or) {
      page.span(start, not.of());
    }
    page.text(")");
  }
}
