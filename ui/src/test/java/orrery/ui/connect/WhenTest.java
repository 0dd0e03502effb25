package orrery.ui.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhenTest {
  private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "PT20S, just now",
    "PT1M, a minute ago",
    "PT59M, 59 minutes ago",
    "PT1H, an hour ago",
    "PT23H59M, 23 hours ago",
    "P1D, yesterday",
    "P6D, 6 days ago",
  })
  void recentTimesAreSaidInWords(Duration ago, String words) {
    assertThat(ConnectViewModel.when(NOW.minus(ago), NOW)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({"P8D, 2026", "P400D, 2025"})
  void olderOnesAsADate(Duration ago, String year) {
    assertThat(ConnectViewModel.when(NOW.minus(ago), NOW)).contains(year);
  }
}
