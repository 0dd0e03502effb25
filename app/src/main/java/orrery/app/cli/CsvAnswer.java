package orrery.app.cli;

import java.io.PrintWriter;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import orrery.orm.Result;

/// An answer as CSV by RFC 4180: a header line, commas, quotes where they are needed; NULL is
/// nothing between commas.
final class CsvAnswer {

  private final PrintWriter out;

  CsvAnswer(PrintWriter out) {
    this.out = out;
  }

  /// Writes the results one after another, as one table.
  void write(Iterator<Result> results) {
    boolean first = true;
    try {
      while (results.hasNext()) {
        Grid grid = Grid.of(results.next());
        if (first) {
          line(List.copyOf(grid.header()));
        }
        for (List<@Nullable Object> row : grid.rows()) {
          line(row);
        }
        first = false;
      }
    } finally {
      // What was read before something failed is an answer too.
      out.flush();
    }
  }

  private void line(List<? extends @Nullable Object> values) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < values.size(); i++) {
      line.append(i == 0 ? "" : ",").append(cell(values.get(i)));
    }
    out.print(line.append("\r\n"));
  }

  private static String cell(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    String text = Values.text(value);
    boolean quoted =
        text.isEmpty()
            || text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}
