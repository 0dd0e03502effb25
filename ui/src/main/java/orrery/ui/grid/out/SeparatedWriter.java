package orrery.ui.grid.out;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows as lines with a separator between values: CSV by RFC 4180, or text with tabs. NULL is
/// nothing; the empty text is quoted.
final class SeparatedWriter implements RowWriter {
  private final Writer out;
  private final char separator;

  SeparatedWriter(Writer out, char separator, List<String> names) throws IOException {
    this.out = out;
    this.separator = separator;
    row(names);
  }

  @Override
  public void row(List<? extends @Nullable Object> values) throws IOException {
    for (int i = 0; i < values.size(); i++) {
      if (i > 0) {
        out.write(separator);
      }
      out.write(cell(values.get(i)));
    }
    out.write("\r\n");
  }

  private String cell(@Nullable Object value) {
    String text = Plain.text(value);
    boolean isQuoted =
        text.isEmpty()
            ? value != null
            : text.chars().anyMatch(c -> c == separator || c == '"' || c == '\n' || c == '\r');
    return isQuoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
