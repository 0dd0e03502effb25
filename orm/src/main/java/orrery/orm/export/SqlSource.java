package orrery.orm.export;

import java.util.ArrayList;
import java.util.List;
import orrery.orm.schema.Schema;
import orrery.orm.schema.Table;

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

  /// Returns a script made of what the database says of its tables. What a view selects it does not
  /// say; views are named in comments.
  ///
  /// @param dialect the name of the kind of database, such as `postgresql`
  public static String of(Schema schema, String dialect) {
    List<String> statements = new ArrayList<>();
    List<String> after = new ArrayList<>();
    StringBuilder remarks = new StringBuilder();
    for (Table table : schema.tables()) {
      switch (table.kind()) {
        case TABLE -> {
          SqlTable sql = new SqlTable(table, dialect.equals("sqlite"));
          statements.add(sql.create());
          after.addAll(sql.after());
        }
        case VIEW -> remarks.append(remark("the view " + table.name()));
        case VIRTUAL -> remarks.append(remark("the virtual table " + table.name()));
      }
    }
    statements.addAll(after);
    return of(statements) + (remarks.isEmpty() ? "" : "\n" + remarks);
  }

  private static String remark(String what) {
    return "-- Not here: " + what.replaceAll("\\s+", " ") + ".\n";
  }
}
