package orrery.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The tour on the sample that comes with the program, every shot of it once.
class TourTest {
  @TempDir Path folder;

  @Test
  void everyScreenIsPictured() throws Exception {
    List<Path> told = new ArrayList<>();
    Tour tour = new Tour(new Locations(new Folders(folder, folder)), folder, told::add);
    List<Path> files = tour.take(List.of(new Tour.Look(1280, 800, true, "-dark")));

    assertThat(files).isEqualTo(told).hasSameSizeAs(Shot.tour());
    for (Path file : files) {
      BufferedImage image = ImageIO.read(file.toFile());
      assertThat(image.getWidth()).as("width of %s", file).isEqualTo(1280);
      assertThat(image.getHeight()).as("height of %s", file).isEqualTo(800);
      assertThat(colours(image)).as("colours of %s", file).hasSizeGreaterThan(100);
    }
  }

  private static Set<Integer> colours(BufferedImage image) {
    Set<Integer> colours = new HashSet<>();
    for (int y = 0; y < image.getHeight(); y += 2) {
      for (int x = 0; x < image.getWidth(); x += 2) {
        colours.add(image.getRGB(x, y));
      }
    }
    return colours;
  }
}
