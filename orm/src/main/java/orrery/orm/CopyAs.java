package orrery.orm;

import java.util.ArrayList;
import java.util.List;
import orrery.orm.dialect.Binding;
import orrery.orm.dialect.Dialect;
import orrery.orm.dialect.Interpolator;
import orrery.orm.dialect.Sql;
import orrery.orm.export.DjangoChain;
import orrery.orm.export.JavaChain;
import orrery.orm.query.Chain;

/// A chain in the words of other programs, to be copied there. Pure functions: nothing is asked.
public final class CopyAs {

  /// The application that the models are imported from where nobody said another.
  private static final String APPLICATION = "app";

  private CopyAs() {}

  /// Returns the chain as Python for a Django shell, with the imports that it needs.
  public static String django(Chain chain) {
    return DjangoChain.of(chain, APPLICATION);
  }

  /// Returns the chain as Java against this library, with the imports that it needs; an [Orm]
  /// called `orm` is taken for granted.
  public static String java(Chain chain) {
    return JavaChain.of(chain);
  }

  /// Returns the statements that the chain sends, with `?` for each value, and the values of each
  /// in a comment behind it. A statement whose keys only the rows before it tell is shown with one.
  public static String sqlWithParameters(Preview preview, Dialect dialect) {
    List<String> parts = new ArrayList<>();
    for (Preview.Statement statement : preview.statements()) {
      Sql sql = statement.sql();
      List<String> values = new ArrayList<>();
      for (Binding binding : sql.bindings()) {
        values.add(dialect.literal(binding).replace("\r", "\\r").replace("\n", "\\n"));
      }
      String parameters = values.isEmpty() ? "" : "\n-- Parameters: " + String.join(", ", values);
      parts.add(reason(preview, statement) + sql.text() + ";" + parameters);
    }
    return String.join("\n\n", parts) + (parts.isEmpty() ? "" : "\n");
  }

  /// Returns the statements that the chain sends, with each value in its place, to be run
  /// elsewhere. A statement whose keys only the rows before it tell is shown with one.
  public static String sqlWithValues(Preview preview, Dialect dialect) {
    List<String> parts = new ArrayList<>();
    for (Preview.Statement statement : preview.statements()) {
      parts.add(
          reason(preview, statement) + Interpolator.interpolate(statement.sql(), dialect) + ";");
    }
    return String.join("\n\n", parts) + (parts.isEmpty() ? "" : "\n");
  }

  private static String reason(Preview preview, Preview.Statement statement) {
    return preview.statements().size() > 1 ? "-- " + statement.reason().text() + "\n" : "";
  }
}
