package orrery.ui;

import java.util.ArrayList;
import java.util.List;
import orrery.orm.render.SqlLayout;
import orrery.orm.render.SqlToken;
import orrery.orm.render.SqlTokens;
import orrery.ui.kit.Coloured;

/// Statements in colours, laid out for reading or on one line. Lists of very many values are cut
/// short.
public final class SqlColours {
  private SqlColours() {}

  /// Returns `sql` over lines of at most `width` characters, where that is possible.
  public static List<Coloured> pretty(String sql, int width) {
    return coloured(SqlLayout.pretty(SqlLayout.clipped(SqlTokens.of(sql)), width));
  }

  /// Returns `sql` on one line.
  public static List<Coloured> line(String sql) {
    return coloured(SqlLayout.line(SqlLayout.clipped(SqlTokens.of(sql))));
  }

  private static List<Coloured> coloured(List<SqlToken> tokens) {
    List<Coloured> runs = new ArrayList<>();
    for (SqlToken token : tokens) {
      runs.add(new Coloured(token.text(), style(token.kind())));
    }
    return runs;
  }

  private static List<String> style(SqlToken.Kind kind) {
    return switch (kind) {
      case SPACE, PUNCTUATION -> List.of("syntax-plain");
      case NAME -> List.of("syntax-plain");
      case COMMENT, ELISION -> List.of("syntax-comment");
      case KEYWORD -> List.of("syntax-keyword");
      case FUNCTION -> List.of("syntax-function");
      case STRING -> List.of("syntax-string");
      case NUMBER, PARAMETER -> List.of("syntax-number");
      case OPERATOR -> List.of("syntax-operator");
    };
  }
}
