package orrery.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PngTest {
  @TempDir Path folder;

  @Test
  void everyPixelIsReadBackAsItWas() throws IOException {
    int width = 37;
    int height = 21;
    int[] pixels = new Random(1).ints((long) width * height).map(p -> p | 0xff000000).toArray();
    Path file = folder.resolve("noise.png");
    Png.write(file, width, height, pixels);

    BufferedImage image = ImageIO.read(file.toFile());
    assertThat(image.getWidth()).isEqualTo(width);
    assertThat(image.getHeight()).isEqualTo(height);
    assertThat(image.getRGB(0, 0, width, height, null, 0, width)).isEqualTo(pixels);
  }
}
