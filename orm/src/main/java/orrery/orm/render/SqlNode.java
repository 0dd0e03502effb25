package orrery.orm.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import orrery.orm.render.SqlToken.Kind;

/// A token of a statement, or a pair of brackets with what stands between. Blanks are not nodes: a
/// node knows whether one stood before it.
sealed interface SqlNode {

  /// Says whether a blank stood before it.
  boolean isSpaced();

  /// A token.
  record Leaf(SqlToken token, boolean isSpaced) implements SqlNode {}

  /// A pair of brackets; the closing one is empty where the text ends before it.
  record Brackets(SqlToken open, List<SqlNode> inside, SqlToken close, boolean isSpaced)
      implements SqlNode {

    /// Says whether a query stands between them.
    boolean isQuery() {
      return !inside.isEmpty() && Set.of("SELECT", "WITH").contains(inside.getFirst().word());
    }
  }

  /// Returns the nodes of `tokens`.
  static List<SqlNode> of(List<SqlToken> tokens) {
    return new Reader(tokens).nodes(0);
  }

  /// Returns the word of the language that it is, in capitals, else an empty text.
  default String word() {
    return this instanceof Leaf(SqlToken token, boolean _) && token.kind() == Kind.KEYWORD
        ? token.text().toUpperCase(Locale.ROOT)
        : "";
  }

  /// Says whether it is a comma.
  default boolean isComma() {
    return this instanceof Leaf(SqlToken token, boolean _) && token.is(",");
  }

  /// Returns how many characters `nodes` take on one line.
  static int width(List<SqlNode> nodes) {
    int width = 0;
    for (SqlNode node : nodes) {
      width += node.isSpaced() ? 1 : 0;
      width +=
          switch (node) {
            case Leaf(SqlToken token, boolean _) -> token.text().length();
            case Brackets b -> 2 + width(b.inside());
          };
    }
    return width;
  }

  /// Reads nodes from tokens. Not thread-safe.
  final class Reader {

    private final List<SqlToken> in;
    private int at;

    private Reader(List<SqlToken> in) {
      this.in = in;
    }

    private List<SqlNode> nodes(int depth) {
      List<SqlNode> nodes = new ArrayList<>();
      boolean isSpaced = false;
      while (at < in.size() && (depth == 0 || !in.get(at).is(")"))) {
        SqlToken token = in.get(at);
        at++;
        if (token.kind() == Kind.SPACE) {
          isSpaced = true;
          continue;
        }
        nodes.add(token.is("(") ? brackets(token, depth, isSpaced) : new Leaf(token, isSpaced));
        isSpaced = false;
      }
      return nodes;
    }

    private Brackets brackets(SqlToken open, int depth, boolean isSpaced) {
      List<SqlNode> inside = nodes(depth + 1);
      SqlToken close = at < in.size() ? in.get(at) : new SqlToken(Kind.PUNCTUATION, "");
      at++;
      return new Brackets(open, inside, close, isSpaced);
    }
  }
}
