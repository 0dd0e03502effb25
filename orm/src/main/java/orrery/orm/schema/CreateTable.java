package orrery.orm.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What only the text of a `CREATE TABLE` statement says: the expressions of generated columns,
/// collations, checks, and the names of constraints.
///
/// The text is one that SQLite has accepted, so it is read for what is looked for and not checked.
/// Column names are folded, as SQLite compares them.
final class CreateTable {

  private static final Set<String> TABLE_CONSTRAINTS =
      Set.of("constraint", "primary", "unique", "check", "foreign");

  private final String sql;
  private final Map<String, String> collations = new HashMap<>();
  private final Map<String, String> generated = new HashMap<>();
  private final Map<List<String>, String> uniqueNames = new HashMap<>();
  private final List<Table.Check> checks = new ArrayList<>();

  /// Reads `sql`; a statement of another kind, or none, says nothing.
  CreateTable(String sql) {
    this.sql = sql;
    List<SqlToken> tokens = SqlToken.all(sql);
    int open = 0;
    while (open < tokens.size() && !tokens.get(open).is("(")) {
      open++;
    }
    int from = open + 1;
    for (int at = from; at < tokens.size(); at = SqlToken.after(tokens, at)) {
      if (tokens.get(at).is(",") || tokens.get(at).is(")")) {
        read(tokens.subList(from, at));
        from = at + 1;
        if (tokens.get(at).is(")")) {
          break;
        }
      }
    }
  }

  /// Returns the declared collation of each column that has one.
  Map<String, String> collations() {
    return collations;
  }

  /// Returns the expression of each generated column.
  Map<String, String> generated() {
    return generated;
  }

  /// Returns the names of the unique constraints that have one, by their columns.
  Map<List<String>, String> uniqueNames() {
    return uniqueNames;
  }

  /// Returns the checks, in their order.
  List<Table.Check> checks() {
    return checks;
  }

  /// Reads the definition of one column, or one constraint of the table.
  private void read(List<SqlToken> part) {
    if (part.isEmpty()) {
      return;
    }
    SqlToken first = part.getFirst();
    boolean column = first.quoted() || !TABLE_CONSTRAINTS.contains(first.word());
    String name = column ? Names.folded(first.name()) : "";
    String constraint = "";
    for (int at = column ? 1 : 0; at < part.size(); at = SqlToken.after(part, at)) {
      SqlToken next = at + 1 < part.size() ? part.get(at + 1) : part.get(at);
      switch (part.get(at).word()) {
        case "constraint" -> constraint = next.name();
        case "collate" -> collations.put(name, next.name());
        case "as" -> generated.put(name, inside(part, at + 1));
        case "check" -> {
          checks.add(new Table.Check(constraint, inside(part, at + 1)));
          constraint = "";
        }
        case "unique" -> {
          uniqueNames.put(column ? List.of(name) : columns(part, at + 1), constraint);
          constraint = "";
        }
        case "primary", "references", "not", "default" -> constraint = "";
        default -> {}
      }
    }
  }

  /// Returns the text between the bracket at `at` and its end.
  private String inside(List<SqlToken> part, int at) {
    int end = at < part.size() ? SqlToken.after(part, at) - 1 : at;
    boolean bracket = end > at && end < part.size() && part.get(at).is("(");
    return bracket ? sql.substring(part.get(at).end(), part.get(end).start()).strip() : "";
  }

  private static List<String> columns(List<SqlToken> part, int open) {
    List<String> names = new ArrayList<>();
    for (int at = open; at + 1 < part.size() && !part.get(at).is(")"); at++) {
      if (part.get(at).is("(") || part.get(at).is(",")) {
        names.add(Names.folded(part.get(at + 1).name()));
      }
    }
    return names;
  }
}
