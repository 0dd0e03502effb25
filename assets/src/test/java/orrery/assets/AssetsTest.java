package orrery.assets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssetsTest {
  @Test
  void anUnknownNameIsRefusedByName() {
    assertThatThrownBy(() -> Assets.url("nothing.css"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nothing.css");
  }

  @Test
  void theColoursComeBeforeTheSheetThatUsesThem() {
    assertThat(Assets.styleSheets(true))
        .extracting(sheet -> sheet.getPath().replaceAll(".*/", ""))
        .containsExactly("controlsfx-shim.css", "dark.css", "base.css");
    assertThat(Assets.styleSheets(false))
        .extracting(sheet -> sheet.getPath().replaceAll(".*/", ""))
        .containsExactly("controlsfx-shim.css", "light.css", "base.css");
  }

  @Test
  void theFontsAreTheOnesThatTheStyleSheetsName() throws IOException, FontFormatException {
    List<String> names = new ArrayList<>();
    for (URL font : Assets.fonts()) {
      try (InputStream in = font.openStream()) {
        names.add(Font.createFont(Font.TRUETYPE_FONT, in).getFontName());
      }
    }
    assertThat(names)
        .containsExactly(
            "Inter Regular",
            "Inter Italic",
            "Inter Bold",
            "Inter Medium",
            "Inter SemiBold",
            "JetBrains Mono Regular",
            "JetBrains Mono Bold");
  }

  @Test
  void theFontsComeWithTheirLicence() {
    assertThat(Assets.text("fonts/Inter-OFL.txt")).contains("SIL OPEN FONT LICENSE Version 1.1");
    assertThat(Assets.text("fonts/JetBrainsMono-OFL.txt"))
        .contains("SIL OPEN FONT LICENSE Version 1.1");
  }

  @ParameterizedTest
  @ValueSource(ints = {16, 32, 48, 64, 128, 256, 512})
  void theIconHasThisSize(int size) throws IOException {
    BufferedImage icon = ImageIO.read(Assets.icon(size));
    assertThat(icon.getWidth()).isEqualTo(size);
    assertThat(icon.getHeight()).isEqualTo(size);
    assertThat(icon.getRGB(0, 0) >>> 24).as("its corner is transparent").isZero();
    assertThat(icon.getRGB(size / 2, size / 2) >>> 24).as("its sun is not").isEqualTo(255);
  }

  @Test
  void theIconsAreGivenFromTheSmallest() {
    assertThat(Assets.icons()).hasSize(7).first().isEqualTo(Assets.icon(16));
    assertThat(Assets.text("icons/icon.svg")).startsWith("<svg");
    assertThat(Assets.icon().getPath()).endsWith("icon.svg");
  }
}
