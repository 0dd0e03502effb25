package orrery.ui.grid.out;

import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import orrery.orm.chain.Printer;
import orrery.orm.dialect.Binding;
import orrery.orm.dialect.Dialect;
import orrery.orm.query.Chain;
import orrery.orm.query.Condition;
import orrery.orm.query.Expr;
import orrery.orm.query.Query;
import orrery.orm.query.Step;
import orrery.orm.type.FieldType;

/// The different values of all cells as one list: of SQL, `(1, 'a')`, or of the chain language,
/// `[1, "a"]`. NULL is left out, since neither finds it.
final class ListWriter implements RowWriter {
  private final Writer out;
  private final @Nullable Dialect dialect;
  private final List<FieldType> types;
  private final Set<String> items = new LinkedHashSet<>();

  /// Makes it.
  ///
  /// @param dialect the database's words, or null for a list of the chain language
  ListWriter(Writer out, @Nullable Dialect dialect, List<FieldType> types) {
    this.out = out;
    this.dialect = dialect;
    this.types = types;
  }

  @Override
  public void row(List<? extends @Nullable Object> values) {
    for (int i = 0; i < values.size(); i++) {
      Object value = values.get(i);
      if (value != null) {
        items.add(
            dialect == null ? literal(value) : dialect.literal(new Binding(value, types.get(i))));
      }
    }
  }

  // As it is printed behind a name in a filter.
  private static String literal(Object value) {
    Step filter = new Step.Filter(List.of(new Condition.Lookup("x", new Expr.Literal(value))));
    String printed = Printer.print(new Chain(new Query("M").with(filter)));
    return printed.substring("M.objects.filter(x=".length(), printed.length() - 1);
  }

  @Override
  public void close() throws IOException {
    String all = String.join(", ", items);
    out.write(dialect == null ? "[" + all + "]" : "(" + all + ")");
    out.close();
  }
}
