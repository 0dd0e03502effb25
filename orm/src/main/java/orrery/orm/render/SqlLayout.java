package orrery.orm.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import orrery.orm.render.SqlToken.Kind;

/// The layout of a statement for people: a line for each clause, subqueries moved in, long lists
/// wrapped. Only white space changes, so that what is shown can be run.
///
/// The one exception is asked for with [#clipped]: a list of more than [#SHOWN] values is cut
/// short, and says how many are left out.
public final class SqlLayout {

  /// How many values of a clipped list are shown.
  public static final int SHOWN = 20;

  /// How wide a line may be unless another width is given, in characters.
  public static final int WIDTH = 92;

  private static final int CLIPPED_FROM = SHOWN + 5;

  private final List<SqlToken> out = new ArrayList<>();
  private int column;

  private final int width;

  private SqlLayout(int width) {
    this.width = width;
  }

  /// Returns the tokens of `sql` laid out over lines of at most `width` characters, where that is
  /// possible.
  public static List<SqlToken> pretty(List<SqlToken> sql, int width) {
    SqlLayout layout = new SqlLayout(width);
    layout.block(SqlNode.of(sql), 0);
    return layout.out;
  }

  /// Returns the text of `sql` laid out over several lines.
  public static String pretty(String sql) {
    return text(pretty(SqlTokens.of(sql), WIDTH));
  }

  /// Returns the tokens of `sql` on one line; a comment that ends with its line stays out of it.
  public static List<SqlToken> line(List<SqlToken> sql) {
    List<SqlToken> line = new ArrayList<>();
    for (SqlToken token : sql) {
      boolean isBlank =
          token.kind() == Kind.SPACE
              || (token.kind() == Kind.COMMENT && token.text().startsWith("--"));
      boolean isFirst = line.isEmpty() || line.getLast().kind() == Kind.SPACE;
      if (!isBlank) {
        line.add(token);
      } else if (!isFirst) {
        line.add(new SqlToken(Kind.SPACE, " "));
      }
    }
    return line;
  }

  /// Returns the tokens of `sql` with long lists of values cut short.
  public static List<SqlToken> clipped(List<SqlToken> sql) {
    List<SqlToken> kept = new ArrayList<>();
    int at = 0;
    while (at < sql.size()) {
      SqlToken token = sql.get(at);
      kept.add(token);
      at++;
      if (token.is("(")) {
        at = clip(sql, at, kept);
      }
    }
    return kept;
  }

  /// Returns the text of `tokens`.
  public static String text(List<SqlToken> tokens) {
    return tokens.stream().map(SqlToken::text).collect(Collectors.joining());
  }

  /// Copies the list of values from `from` on, cut short; returns where to go on, which is `from`
  /// where no long list stands.
  private static int clip(List<SqlToken> sql, int from, List<SqlToken> kept) {
    int values = 0;
    int cut = from;
    int at = from;
    for (; at < sql.size() && !sql.get(at).is(")"); at++) {
      SqlToken token = sql.get(at);
      switch (token.kind()) {
        case STRING, NUMBER, PARAMETER -> {
          values++;
          if (values <= SHOWN) {
            cut = at + 1;
          }
        }
        case SPACE, OPERATOR -> {}
        case KEYWORD -> {
          if (!token.is("NULL")) {
            return from;
          }
          values++;
        }
        case PUNCTUATION -> {
          if (!token.is(",")) {
            return from;
          }
        }
        case COMMENT, NAME, FUNCTION, ELISION -> {
          return from;
        }
      }
    }
    if (values < CLIPPED_FROM) {
      return from;
    }
    kept.addAll(sql.subList(from, cut));
    kept.add(new SqlToken(Kind.PUNCTUATION, ","));
    kept.add(new SqlToken(Kind.SPACE, " "));
    String more = String.format(Locale.ROOT, "… %,d more", values - SHOWN);
    kept.add(new SqlToken(Kind.ELISION, more));
    return at;
  }

  private void block(List<SqlNode> nodes, int indent) {
    boolean isFirst = true;
    for (SqlClause clause : SqlClause.of(nodes)) {
      if (!isFirst) {
        newLine(indent);
      }
      isFirst = false;
      clause(clause, indent);
    }
  }

  private void clause(SqlClause clause, int indent) {
    inline(clause.head(), indent);
    List<SqlNode> body = clause.body();
    if (body.isEmpty()) {
      return;
    }
    boolean isCondition = clause.name().equals("WHERE") || clause.name().equals("HAVING");
    boolean isTight = clause.head().isEmpty() || !body.getFirst().isSpaced();
    if (!isTight) {
      write(SqlToken.Kind.SPACE, " ");
    }
    if (isCondition) {
      conditions(body, indent + 2);
    } else if (clause.name().equals("SELECT") || clause.name().equals("SET")) {
      items(body, column);
    } else {
      items(body, indent + 4);
    }
  }

  /// Writes conditions, each on a line of its own.
  private void conditions(List<SqlNode> nodes, int indent) {
    List<List<SqlNode>> parts = parts(nodes);
    for (int i = 0; i < parts.size(); i++) {
      List<SqlNode> part = parts.get(i);
      if (i > 0) {
        newLine(indent);
      }
      condition(part, indent);
    }
  }

  private void condition(List<SqlNode> part, int indent) {
    boolean isFirst = true;
    for (SqlNode node : part) {
      if (!isFirst && node.isSpaced()) {
        write(Kind.SPACE, " ");
      }
      isFirst = false;
      boolean isLong =
          node instanceof SqlNode.Brackets b
              && (b.isQuery() || column + SqlNode.width(List.of(b)) > width);
      if (isLong
          && node instanceof SqlNode.Brackets b
          && !b.isQuery()
          && parts(b.inside()).size() > 1) {
        write(b.open());
        newLine(indent + 2);
        conditions(b.inside(), indent + 2);
        newLine(indent);
        write(b.close());
      } else if (isLong && node instanceof SqlNode.Brackets b && !b.isQuery()) {
        write(b.open());
        condition(b.inside(), indent);
        write(b.close());
      } else {
        node(node, indent);
      }
    }
  }

  /// Writes a list, wrapped behind its commas where it is too long for a line.
  private void items(List<SqlNode> nodes, int indent) {
    List<SqlNode> item = new ArrayList<>();
    boolean isFirst = true;
    for (int i = 0; i < nodes.size(); i++) {
      item.add(nodes.get(i));
      boolean isLast = i == nodes.size() - 1;
      if (isLast || nodes.get(i).isComma()) {
        if (!isFirst) {
          boolean isTooLong = column + 1 + SqlNode.width(item) > width && column > indent;
          if (isTooLong) {
            newLine(indent);
          } else if (item.getFirst().isSpaced()) {
            write(Kind.SPACE, " ");
          }
        }
        condition(item, indent);
        isFirst = false;
        item = new ArrayList<>();
      }
    }
  }

  private void node(SqlNode node, int indent) {
    switch (node) {
      case SqlNode.Leaf leaf -> {
        write(leaf.token());
        if (leaf.token().kind() == Kind.COMMENT && leaf.token().text().startsWith("--")) {
          newLine(indent);
        }
      }
      case SqlNode.Brackets b when b.isQuery() -> {
        write(b.open());
        newLine(indent + 2);
        block(b.inside(), indent + 2);
        newLine(indent);
        write(b.close());
      }
      case SqlNode.Brackets b -> {
        write(b.open());
        if (column + SqlNode.width(b.inside()) > width) {
          items(b.inside(), Math.min(column, indent + 4));
        } else {
          inline(b.inside(), indent);
        }
        write(b.close());
      }
    }
  }

  private void inline(List<SqlNode> nodes, int indent) {
    boolean isFirst = true;
    for (SqlNode node : nodes) {
      if (!isFirst && node.isSpaced()) {
        write(Kind.SPACE, " ");
      }
      isFirst = false;
      node(node, indent);
    }
  }

  /// Splits conditions before each `AND` and `OR` of this level.
  private static List<List<SqlNode>> parts(List<SqlNode> nodes) {
    List<List<SqlNode>> parts = new ArrayList<>();
    List<SqlNode> open = new ArrayList<>();
    boolean isBetween = false;
    int cases = 0;
    for (SqlNode node : nodes) {
      String word = node.word();
      cases += word.equals("CASE") ? 1 : word.equals("END") ? -1 : 0;
      boolean joins = (word.equals("AND") && !isBetween) || word.equals("OR");
      if (joins && cases == 0 && !open.isEmpty()) {
        parts.add(open);
        open = new ArrayList<>();
      }
      isBetween = word.equals("BETWEEN") || (isBetween && !word.equals("AND"));
      open.add(node);
    }
    parts.add(open);
    return parts;
  }

  private void newLine(int indent) {
    boolean isFresh = !out.isEmpty() && out.getLast().text().startsWith("\n");
    if (!isFresh) {
      write(Kind.SPACE, "\n" + " ".repeat(indent));
    }
    column = indent;
  }

  private void write(Kind kind, String text) {
    write(new SqlToken(kind, text));
  }

  private void write(SqlToken token) {
    out.add(token);
    column += token.text().length();
  }
}
