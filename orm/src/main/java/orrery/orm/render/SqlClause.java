package orrery.orm.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A clause of a statement: `ORDER BY` and what is ordered by.
///
/// @param name the first word of its head
/// @param head the words it starts with; none where a text starts with something else
/// @param body what follows them
record SqlClause(String name, List<SqlNode> head, List<SqlNode> body) {

  private static final Set<String> CLAUSES =
      Set.of(
          "SELECT",
          "FROM",
          "WHERE",
          "GROUP BY",
          "HAVING",
          "ORDER BY",
          "LIMIT",
          "OFFSET",
          "UNION",
          "INTERSECT",
          "EXCEPT",
          "VALUES",
          "SET",
          "RETURNING",
          "WINDOW",
          "ON CONFLICT",
          "INSERT",
          "UPDATE",
          "DELETE",
          "WITH",
          "JOIN",
          "FOR");

  private static final Set<String> BEFORE_JOIN =
      Set.of("INNER", "LEFT", "RIGHT", "FULL", "OUTER", "CROSS", "NATURAL");

  /// Splits what stands on one level into its clauses; what stands before the first has no head.
  static List<SqlClause> of(List<SqlNode> nodes) {
    List<SqlClause> clauses = new ArrayList<>();
    SqlClause open = new SqlClause("", new ArrayList<>(), new ArrayList<>());
    for (int i = 0; i < nodes.size(); i++) {
      int length = headLength(nodes, i);
      if (length == 0) {
        open.body().add(nodes.get(i));
        continue;
      }
      if (!open.head().isEmpty() || !open.body().isEmpty()) {
        clauses.add(open);
      }
      List<SqlNode> head = nodes.subList(i, i + length);
      open = new SqlClause(nodes.get(i).word(), head, new ArrayList<>());
      i += length - 1;
    }
    if (!open.head().isEmpty() || !open.body().isEmpty()) {
      clauses.add(open);
    }
    return clauses;
  }

  /// Returns how many words the head of a clause has that starts at `i`, 0 where none does.
  private static int headLength(List<SqlNode> nodes, int i) {
    String word = nodes.get(i).word();
    String next = i + 1 < nodes.size() ? nodes.get(i + 1).word() : "";
    String before = i > 0 ? nodes.get(i - 1).word() : "";
    if (BEFORE_JOIN.contains(word)) {
      int at = i;
      while (at < nodes.size() && BEFORE_JOIN.contains(nodes.get(at).word())) {
        at++;
      }
      return at < nodes.size() && nodes.get(at).word().equals("JOIN") ? at - i + 1 : 0;
    }
    boolean isPart =
        switch (word) {
          case "FROM" -> before.equals("DISTINCT");
          case "SET" -> before.equals("DO") || before.equals("UPDATE");
          case "UPDATE" -> before.equals("DO") || before.equals("FOR") || before.equals("KEY");
          case "FOR" -> !next.equals("UPDATE") && !next.equals("SHARE") && !next.equals("NO");
          case "WITH" -> before.equals("TIME") || i > 0;
          case "VALUES" -> before.equals("DEFAULT");
          default -> false;
        };
    if (isPart) {
      return 0;
    }
    if (CLAUSES.contains(word + " " + next)) {
      return 2;
    }
    if (!CLAUSES.contains(word)) {
      return 0;
    }
    boolean isPair =
        (next.equals("DISTINCT") && word.equals("SELECT"))
            || (next.equals("ALL") && !word.equals("SELECT"))
            || next.equals("INTO")
            || (word.equals("DELETE") && next.equals("FROM"))
            || (word.equals("INSERT") && next.equals("OR"));
    return isPair ? 2 : 1;
  }
}
