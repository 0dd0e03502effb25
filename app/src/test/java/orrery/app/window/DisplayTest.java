package orrery.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DisplayTest {
  @Test
  void linuxNeedsAnXServer() {
    assertThat(Display.isThere("Linux", Map.of(), null)).isFalse();
    assertThat(Display.isThere("Linux", Map.of("DISPLAY", ""), null)).isFalse();
    assertThat(Display.isThere("Linux", Map.of("DISPLAY", ":0"), null)).isTrue();
  }

  @Test
  void macAndWindowsAlwaysHaveOne() {
    assertThat(Display.isThere("Mac OS X", Map.of(), null)).isTrue();
    assertThat(Display.isThere("Windows 11", Map.of(), null)).isTrue();
  }

  @Test
  void theHeadlessPlatformNeedsNone() {
    assertThat(Display.isThere("Linux", Map.of(), "Headless")).isTrue();
  }
}
