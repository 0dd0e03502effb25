package orrery.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VersionTest {
  @Test
  void theVersionIsTheOneOfTheBuild() throws Exception {
    assertThat(new Version().getVersion()).hasSize(1);
    assertThat(new Version().getVersion()[0]).matches("Orrery \\d+\\.\\d+\\.\\d+.*");
  }
}
