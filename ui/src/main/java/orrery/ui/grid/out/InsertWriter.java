package orrery.ui.grid.out;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import orrery.orm.dialect.Binding;
import orrery.orm.dialect.Dialect;
import orrery.orm.type.FieldType;

/// Rows as `INSERT` statements in the words of a database, one a row.
final class InsertWriter implements RowWriter {
  private final Writer out;
  private final Dialect dialect;
  private final List<FieldType> types;
  private final String start;

  InsertWriter(
      Writer out, Dialect dialect, String table, List<String> names, List<FieldType> types) {
    this.out = out;
    this.dialect = dialect;
    this.types = types;
    this.start =
        "INSERT INTO "
            + dialect.quote(table)
            + " ("
            + String.join(", ", names.stream().map(dialect::quote).toList())
            + ") VALUES (";
  }

  @Override
  public void row(List<? extends @Nullable Object> values) throws IOException {
    List<String> literals = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      literals.add(dialect.literal(new Binding(values.get(i), types.get(i))));
    }
    out.write(start + String.join(", ", literals) + ");\n");
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
