package orrery.ui.grid.out;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import orrery.orm.load.Instance;
import orrery.orm.load.Prefetched;
import orrery.orm.type.Bytes;

/// The text of a value where the format has no form of its own for it: times by ISO 8601, bytes in
/// Base64, an object what it is called.
final class Plain {
  private Plain() {}

  /// Returns the text of a value; of null the empty one.
  static String text(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case BigDecimal number -> number.toPlainString();
      case Boolean truth -> truth ? "True" : "False";
      case LocalDateTime time -> time.toString();
      case OffsetDateTime time -> time.toString();
      case Bytes bytes -> Base64.getEncoder().encodeToString(bytes.toArray());
      case Instance one -> one.label();
      case Prefetched many -> text(many.objects());
      case Collection<?> all -> all.stream().map(Plain::text).collect(Collectors.joining(", "));
      default -> value.toString();
    };
  }
}
