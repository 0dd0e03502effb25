package orrery.orm.export;

import java.util.List;

/// The statements that make the tables of a database again, in another one of the same kind.
public final class SqlSource {

  private SqlSource() {}

  /// Returns a script of statements that a database gave itself.
  public static String of(List<String> statements) {
    StringBuilder script = new StringBuilder();
    for (String statement : statements) {
      script.append(script.isEmpty() ? "" : "\n").append(statement.strip());
      // A comment at the end of a statement would swallow the semicolon.
      boolean comment = statement.substring(statement.lastIndexOf('\n') + 1).contains("--");
      script.append(comment ? "\n;\n" : ";\n");
    }
    return script.toString();
  }
}
