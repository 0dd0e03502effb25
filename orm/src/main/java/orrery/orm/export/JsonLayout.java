package orrery.orm.export;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The way back from [JsonText]: a text whose lines change where what they say changes, so that two
/// versions of it can be compared line by line. What is deeper than four levels stays on one line.
final class JsonLayout {

  private static final int DEPTH = 4;

  private final StringBuilder out = new StringBuilder();

  private JsonLayout() {}

  /// Returns the text of `value`, with a line break at its end.
  static String write(Object value) {
    JsonLayout layout = new JsonLayout();
    layout.put(value, 0);
    return layout.out.append('\n').toString();
  }

  private void put(@Nullable Object value, int depth) {
    switch (value) {
      case null -> out.append("null");
      case Map<?, ?> map -> {
        boolean broken = depth < DEPTH && !map.isEmpty();
        out.append('{');
        Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
        while (entries.hasNext()) {
          Map.Entry<?, ?> entry = entries.next();
          line(broken, depth + 1);
          string(String.valueOf(entry.getKey()));
          out.append(": ");
          put(entry.getValue(), depth + 1);
          comma(entries.hasNext(), broken);
        }
        line(broken, depth);
        out.append('}');
      }
      case List<?> list -> {
        boolean broken = depth < DEPTH && list.stream().anyMatch(JsonLayout::isNested);
        out.append('[');
        Iterator<?> items = list.iterator();
        while (items.hasNext()) {
          line(broken, depth + 1);
          put(items.next(), depth + 1);
          comma(items.hasNext(), broken);
        }
        line(broken, depth);
        out.append(']');
      }
      case String text -> string(text);
      default -> out.append(value);
    }
  }

  private static boolean isNested(@Nullable Object value) {
    return value instanceof Map || value instanceof Collection;
  }

  private void line(boolean broken, int depth) {
    if (broken) {
      out.append('\n').repeat("  ", depth);
    }
  }

  private void comma(boolean more, boolean broken) {
    out.append(more ? broken ? "," : ", " : "");
  }

  private void string(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < ' ' || (Character.isSurrogate(c) && !isPaired(text, i))) {
            out.append("\\u%04x".formatted((int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }

  private static boolean isPaired(String text, int at) {
    return Character.isHighSurrogate(text.charAt(at))
        ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
        : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
  }
}
