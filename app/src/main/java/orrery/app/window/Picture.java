package orrery.app.window;

import java.io.IOException;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.transform.Transform;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import orrery.ui.kit.Png;

/// What is seen of a window: its scene, and above it the popups that belong to it, at the places
/// where they stand. Belongs to the window's thread.
final class Picture {
  private final int width;
  private final int height;
  private final int[] pixels;

  private Picture(int width, int height) {
    this.width = width;
    this.height = height;
    this.pixels = new int[width * height];
  }

  /// Takes one.
  ///
  /// @param scale how many pixels there are to a point, in each direction
  static Picture of(Stage stage, double scale) {
    Scene scene = stage.getScene();
    WritableImage image = image(scene, scale);
    Picture picture = new Picture((int) image.getWidth(), (int) image.getHeight());
    picture.add(image, 0, 0);
    for (Window window : Window.getWindows()) {
      if (window instanceof PopupWindow popup && popup.isShowing()) {
        double x = popup.getX() - stage.getX() - scene.getX();
        double y = popup.getY() - stage.getY() - scene.getY();
        picture.add(
            image(popup.getScene(), scale),
            (int) Math.round(x * scale),
            (int) Math.round(y * scale));
      }
    }
    return picture;
  }

  /// Writes it as a PNG file.
  void write(Path file) throws IOException {
    Png.write(file, width, height, pixels);
  }

  /// Returns the colour of a pixel, as 0xAARRGGBB.
  int at(int x, int y) {
    return pixels[y * width + x];
  }

  /// Returns the width in pixels.
  int width() {
    return width;
  }

  /// Returns the height in pixels.
  int height() {
    return height;
  }

  private static WritableImage image(Scene scene, double scale) {
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setTransform(Transform.scale(scale, scale));
    parameters.setFill(
        scene.getFill() instanceof Color colour && colour.isOpaque() ? colour : Color.TRANSPARENT);
    return scene.getRoot().snapshot(parameters, null);
  }

  private void add(WritableImage image, int left, int top) {
    int w = (int) image.getWidth();
    int h = (int) image.getHeight();
    int[] above = new int[w * h];
    image.getPixelReader().getPixels(0, 0, w, h, PixelFormat.getIntArgbPreInstance(), above, 0, w);
    for (int y = Math.max(0, -top); y < h && y + top < height; y++) {
      for (int x = Math.max(0, -left); x < w && x + left < width; x++) {
        int at = (y + top) * width + x + left;
        pixels[at] = over(above[y * w + x], pixels[at]);
      }
    }
  }

  // Both are multiplied by their own opacity already.
  private static int over(int above, int below) {
    int rest = 255 - (above >>> 24);
    if (rest == 0) {
      return above;
    }
    int result = 0;
    for (int shift = 0; shift < 32; shift += 8) {
      int sum = ((above >>> shift) & 0xff) + ((below >>> shift) & 0xff) * rest / 255;
      result |= Math.min(255, sum) << shift;
    }
    return result;
  }
}
