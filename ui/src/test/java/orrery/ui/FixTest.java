package orrery.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FixTest {
  @Test
  void aPlaceIsCountedInLinesAndColumnsFromOne() {
    String text = "Book.objects\n  .filter(x=1)";
    assertThat(Fix.offset(text, 1, 1)).isZero();
    assertThat(Fix.offset(text, 2, 3)).isEqualTo(text.indexOf(".filter"));
    assertThat(Fix.offset(text, 9, 1)).isEqualTo(text.length());
    assertThat(Fix.offset(text, 2, 99)).isEqualTo(text.length());
  }

  @ParameterizedTest
  @CsvSource({
    "Albun.objects, 0, Albun",
    "artist__nmae__icontains=1, 8, nmae",
    "artist__nmae=1, 8, nmae",
    "first_nmae=1, 0, first_nmae",
    "'titel\"', 0, titel",
    "straße=1, 0, straße",
    "=1, 0, ''",
  })
  void aNameEndsWhereThePathGoesOn(String text, int from, String name) {
    assertThat(text.substring(from, Fix.end(text, from))).isEqualTo(name);
  }
}
