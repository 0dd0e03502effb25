package orrery.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CostTest {
  private final Locale before = Locale.getDefault();

  @BeforeEach
  void speakEnglish() {
    Locale.setDefault(Locale.US);
  }

  @AfterEach
  void speakAsBefore() {
    Locale.setDefault(before);
  }

  @Test
  void saysQueriesAndTime() {
    assertThat(new Cost(2, 6_100_000).words()).isEqualTo("2 queries · 6.1 ms");
    assertThat(new Cost(1, 400_000).words()).isEqualTo("1 query · 0.4 ms");
    assertThat(Cost.NONE.words()).isEqualTo("0 queries · 0.0 ms");
    assertThat(new Cost(1234, 0).words()).isEqualTo("1,234 queries · 0.0 ms");
  }

  @Test
  void addsUp() {
    assertThat(new Cost(1, 2).plus(new Cost(3, 4))).isEqualTo(new Cost(4, 6));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0.0 ms",
    "99900000, 99.9 ms",
    "99960000, 100 ms",
    "999400000, 999 ms",
    "999600000, 1.0 s",
    "59940000000, 59.9 s",
    "59960000000, 1 min 0 s",
    "185000000000, 3 min 5 s",
  })
  void timeHasTheUnitThatFits(long nanos, String words) {
    assertThat(Cost.time(nanos)).isEqualTo(words);
  }
}
