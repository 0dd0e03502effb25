package orrery.ui.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import orrery.orm.Result;
import orrery.orm.resolve.Shape;
import orrery.orm.type.Bytes;
import orrery.orm.type.FieldTypes;

/// Single values, looked at alone.
class DetailsTest {
  private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-08-01T12:00:00+02:00");

  private static Detail detail(Object value) {
    Result.Values values =
        new Result.Values(
            List.of(new Shape.Slot("x", 0, FieldTypes.ANY)),
            List.<@Nullable Object[]>of(new @Nullable Object[] {value}),
            Shape.Form.TUPLE);
    RowMaker maker = Optional.of(values).flatMap(RowMaker::of).orElseThrow();
    return Details.of(maker, maker.columns().getFirst(), maker.rows(values).getFirst(), 0, 0);
  }

  @Test
  void timesAreToldInWords() {
    assertThat(Ago.words(LocalDate.of(2026, 7, 29), NOW)).isEqualTo("Wednesday, 3 days ago");
    assertThat(Ago.words(LocalDate.of(2026, 8, 1), NOW)).isEqualTo("Saturday, today");
    assertThat(Ago.words(LocalDate.of(2028, 8, 2), NOW)).isEqualTo("Wednesday, in 2 years");
    assertThat(Ago.words(LocalDateTime.parse("2026-08-01T11:15:00"), NOW))
        .isEqualTo("Saturday, 45 minutes ago");
    assertThat(Ago.words(OffsetDateTime.parse("2026-08-01T08:00:00Z"), NOW))
        .isEqualTo("Saturday, 2 hours ago\nUTC 2026-08-01 08:00:00\nhere 2026-08-01 10:00:00");
  }

  @Test
  void bytesAreAPictureOrNot() {
    byte[] png = HexFormat.of().parseHex("89504e470d0a1a0a");
    assertThat(detail(Bytes.of(png)))
        .isInstanceOfSatisfying(
            Detail.Binary.class,
            it -> {
              assertThat(it.isPicture()).isTrue();
              assertThat(it.about()).isEqualTo("8 bytes");
              assertThat(it.dump()).startsWith("000000  89 50 4e 47");
              assertThat(it.data().remaining()).isEqualTo(8);
            });
    assertThat(((Detail.Binary) detail(Bytes.of(new byte[] {1, 2}))).isPicture()).isFalse();
  }

  @Test
  void aTextIsWhole() {
    assertThat(detail("a\nb")).isEqualTo(new Detail.Text("x of row 1", "3 characters", "a\nb"));
  }
}
