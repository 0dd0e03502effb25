package orrery.ui.grid;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import orrery.orm.load.Instance;
import orrery.orm.type.Bytes;
import orrery.orm.type.Json;

/// Single values of the grid, to be looked at alone.
final class Details {
  private static final int MOST_OBJECTS = 500;
  private static final int MOST_BYTES = 4096;

  private Details() {}

  /// Returns the value of `row` in a column.
  ///
  /// @param of the column
  /// @param index which row it is, from 0
  static Detail of(RowMaker maker, Column of, Row row, int index, int column) {
    Object value = row.value(column);
    String title = "%s of row %,d".formatted(of.name(), index + 1);
    List<Instance> objects = RowMaker.objects(row.related(column));
    if (!objects.isEmpty()) {
      RowMaker inner = maker.related(of.name(), objects);
      List<Row> rows = objects.stream().limit(MOST_OBJECTS).map(inner::row).toList();
      String model = objects.getFirst().model().name();
      int more = objects.size() - rows.size();
      String about =
          "%,d × %s".formatted(objects.size(), model)
              + (more > 0 ? ", the first %,d shown".formatted(rows.size()) : "");
      return new Detail.Objects(title, about, inner.columns(), rows);
    }
    if (value instanceof Bytes bytes) {
      byte[] data = bytes.toArray();
      return new Detail.Binary(
          title, about(of, value), dump(data), ByteBuffer.wrap(data), isPicture(data));
    }
    return new Detail.Text(title, about(of, value), text(value));
  }

  private static String about(Column column, @Nullable Object value) {
    String size =
        switch (value) {
          case null -> "null";
          case String text -> Cells.count(text.length(), "character");
          case Bytes bytes -> Cells.count(bytes.length(), "byte");
          default -> "";
        };
    String type = column.type();
    return type.isEmpty() || size.isEmpty() ? type + size : type + " · " + size;
  }

  // By the first bytes that PNG, JPEG, GIF and BMP files have.
  private static boolean isPicture(byte[] data) {
    String start = HexFormat.of().formatHex(data, 0, Math.min(4, data.length));
    return start.equals("89504e47")
        || start.startsWith("ffd8ff")
        || start.equals("47494638")
        || (start.startsWith("424d") && data.length > 54);
  }

  private static String text(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case LocalDate _, LocalDateTime _, OffsetDateTime _ ->
          Cells.text(value) + "\n" + Ago.words(value, OffsetDateTime.now(ZoneId.systemDefault()));
      case Json json -> JsonText.indented(json.text());
      default -> Cells.text(value);
    };
  }

  /// Returns bytes as editors of bytes show them: sixteen a line, with the letters they may be.
  private static String dump(byte[] bytes) {
    StringBuilder out = new StringBuilder();
    int length = Math.min(bytes.length, MOST_BYTES);
    for (int line = 0; line < length; line += 16) {
      int end = Math.min(line + 16, length);
      String hex = HexFormat.ofDelimiter(" ").formatHex(bytes, line, end);
      StringBuilder letters = new StringBuilder();
      for (int i = line; i < end; i++) {
        letters.append(bytes[i] >= 32 && bytes[i] < 127 ? (char) bytes[i] : '.');
      }
      out.append("%06x  %-47s  %s%n".formatted(line, hex, letters));
    }
    if (length < bytes.length) {
      out.append("… ").append(Cells.count(bytes.length - length, "more byte"));
    }
    return out.toString();
  }
}
