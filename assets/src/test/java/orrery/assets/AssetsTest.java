package orrery.assets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class AssetsTest {
  @Test
  void aFileThatComesWithTheProgramIsRead() {
    assertThat(Assets.text("controlsfx.css")).contains("-color-");
    assertThat(Assets.url("controlsfx.css").getPath()).endsWith("controlsfx.css");
  }

  @Test
  void anUnknownNameIsRefusedByName() {
    assertThatThrownBy(() -> Assets.url("nothing.css"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nothing.css");
  }
}
