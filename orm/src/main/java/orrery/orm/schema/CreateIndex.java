package orrery.orm.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What only the text of a `CREATE INDEX` statement says: the expressions that the index goes by,
/// and its condition. The text is one that SQLite has accepted.
final class CreateIndex {

  private final String sql;
  private final List<String> parts = new ArrayList<>();
  private Optional<String> condition = Optional.empty();

  /// Reads `sql`; an empty text, of an index that a constraint made, says nothing.
  CreateIndex(String sql) {
    this.sql = sql;
    List<SqlToken> tokens = SqlToken.all(sql);
    int open = 0;
    while (open < tokens.size() && !tokens.get(open).is("(")) {
      open++;
    }
    int from = open + 1;
    int at = from;
    while (at < tokens.size() && !tokens.get(at).is(")")) {
      at = SqlToken.after(tokens, at);
      if (at < tokens.size() && (tokens.get(at).is(",") || tokens.get(at).is(")"))) {
        add(tokens.subList(from, at));
        from = at + 1;
      }
    }
    for (; at < tokens.size(); at++) {
      if (tokens.get(at).word().equals("where")) {
        condition = Optional.of(sql.substring(tokens.get(at).end()).strip());
        break;
      }
    }
  }

  private void add(List<SqlToken> part) {
    int end = part.size();
    while (end > 1 && (isOrder(part.get(end - 1)) || isCollation(part, end))) {
      end -= isOrder(part.get(end - 1)) ? 1 : 2;
    }
    parts.add(
        part.isEmpty() ? "" : sql.substring(part.getFirst().start(), part.get(end - 1).end()));
  }

  private static boolean isOrder(SqlToken token) {
    return token.word().equals("asc") || token.word().equals("desc");
  }

  private static boolean isCollation(List<SqlToken> part, int end) {
    return end > 2 && part.get(end - 2).word().equals("collate");
  }

  /// Returns the text of the part at `index`, counted from 0, without order and collation.
  String part(int index) {
    return index < parts.size() ? parts.get(index) : "";
  }

  /// Returns which rows are in the index, where not all are.
  Optional<String> condition() {
    return condition;
  }
}
