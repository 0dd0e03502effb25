package orrery.ui.grid.out;

import java.io.IOException;
import java.io.Writer;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Rows as a table of Markdown.
final class MarkdownWriter implements RowWriter {
  private final Writer out;

  MarkdownWriter(Writer out, List<String> names) throws IOException {
    this.out = out;
    row(names);
    out.write("|" + String.join("", Collections.nCopies(names.size(), " --- |")) + "\n");
  }

  @Override
  public void row(List<? extends @Nullable Object> values) throws IOException {
    out.write(
        values.stream().map(MarkdownWriter::cell).collect(Collectors.joining(" | ", "| ", " |\n")));
  }

  private static String cell(@Nullable Object value) {
    return Plain.text(value).replace("|", "\\|").replaceAll("\\R", "<br>");
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
