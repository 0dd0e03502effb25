package orrery.ui.grid.out;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import orrery.orm.type.Json;

/// Rows as a JSON array of objects, one a line.
final class JsonRows implements RowWriter {
  private final Writer out;
  private final List<String> names;
  private boolean isFirst = true;

  JsonRows(Writer out, List<String> names) throws IOException {
    this.out = out;
    this.names = names;
    out.write("[");
  }

  @Override
  public void row(List<? extends @Nullable Object> values) throws IOException {
    out.write(isFirst ? "\n  {" : ",\n  {");
    isFirst = false;
    for (int i = 0; i < values.size(); i++) {
      out.write(i == 0 ? "" : ", ");
      out.write(quoted(names.get(i)) + ": " + value(values.get(i)));
    }
    out.write("}");
  }

  private static String value(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case Boolean truth -> truth.toString();
      case Double d when d.isNaN() || d.isInfinite() -> "null";
      case Number number -> Plain.text(number);
      case Json json -> json.text();
      case Map<?, ?> all ->
          all.entrySet().stream()
              .map(e -> quoted(String.valueOf(e.getKey())) + ": " + value(e.getValue()))
              .collect(java.util.stream.Collectors.joining(", ", "{", "}"));
      case Iterable<?> all -> {
        StringBuilder list = new StringBuilder("[");
        for (Object item : all) {
          list.append(list.length() == 1 ? "" : ", ").append(value(item));
        }
        yield list.append("]").toString();
      }
      default -> quoted(Plain.text(value));
    };
  }

  private static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> out.append(c < ' ' ? "\\u%04x".formatted((int) c) : String.valueOf(c));
      }
    }
    return out.append('"').toString();
  }

  @Override
  public void close() throws IOException {
    out.write(isFirst ? "]\n" : "\n]\n");
    out.close();
  }
}
