import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// The program's icon in the form that each system wants. Windows and macOS take a PNG in a
/// wrapper.
final class Icon {
  private static final int ICO_HEADER = 6 + 16;
  private static final int ICNS_HEADER = 8 + 8;

  private Icon() {}

  /// Writes the icon.
  ///
  /// @param picture a square PNG; 256 pixels wide for Windows, 256, 512 or 1024 for macOS
  /// @param folder where to write
  /// @return the icon's file
  static Path of(Path picture, Path folder, boolean windows, boolean macos) throws IOException {
    byte[] png = Files.readAllBytes(picture);
    // The width stands after the signature and the head of the first chunk.
    int width = ByteBuffer.wrap(png).getInt(16);
    if (windows) {
      return Files.write(folder.resolve("icon.ico"), ico(png, width));
    }
    if (macos) {
      return Files.write(folder.resolve("icon.icns"), icns(png, width));
    }
    return picture;
  }

  private static byte[] ico(byte[] png, int width) {
    ByteBuffer ico = ByteBuffer.allocate(ICO_HEADER + png.length).order(ByteOrder.LITTLE_ENDIAN);
    ico.putShort((short) 0).putShort((short) 1).putShort((short) 1);
    // A width of 256 is written as 0.
    ico.put((byte) width).put((byte) width).putShort((short) 0);
    ico.putShort((short) 1).putShort((short) 32).putInt(png.length).putInt(ICO_HEADER);
    return ico.put(png).array();
  }

  private static byte[] icns(byte[] png, int width) {
    String type =
        switch (width) {
          case 256 -> "ic08";
          case 512 -> "ic09";
          case 1024 -> "ic10";
          default -> throw new IllegalArgumentException("An icon cannot be " + width + " wide");
        };
    ByteBuffer icns = ByteBuffer.allocate(ICNS_HEADER + png.length);
    icns.put("icns".getBytes(StandardCharsets.US_ASCII)).putInt(ICNS_HEADER + png.length);
    icns.put(type.getBytes(StandardCharsets.US_ASCII)).putInt(8 + png.length);
    return icns.put(png).array();
  }
}
