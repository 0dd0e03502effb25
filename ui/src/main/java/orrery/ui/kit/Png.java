package orrery.ui.kit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/// Writes pictures as PNG files, 8 bits a colour and no transparency, so that the program can do
/// without the desktop module of the JDK.
public final class Png {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final byte TRUE_COLOUR = 2;
  private static final int UP = 2;

  private Png() {}

  /// Writes a picture.
  ///
  /// @param argb its pixels, line by line from the top, as 0xAARRGGBB
  /// @throws IOException where the file cannot be written
  public static void write(Path file, int width, int height, int[] argb) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(SIGNATURE);
    ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
    chunk(out, "IHDR", header.put((byte) 8).put(TRUE_COLOUR).array());
    chunk(out, "IDAT", packed(width, height, argb));
    chunk(out, "IEND", new byte[0]);
    Files.write(file, out.toByteArray());
  }

  // Each line is written as its difference from the one above, which packs flat areas to nothing.
  private static byte[] packed(int width, int height, int[] argb) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    try (DeflaterOutputStream out = new DeflaterOutputStream(packed, deflater)) {
      byte[] above = new byte[width * 3];
      byte[] line = new byte[width * 3];
      byte[] difference = new byte[width * 3 + 1];
      difference[0] = UP;
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          int pixel = argb[y * width + x];
          line[x * 3] = (byte) (pixel >> 16);
          line[x * 3 + 1] = (byte) (pixel >> 8);
          line[x * 3 + 2] = (byte) pixel;
        }
        for (int i = 0; i < line.length; i++) {
          difference[i + 1] = (byte) (line[i] - above[i]);
        }
        out.write(difference);
        byte[] swap = above;
        above = line;
        line = swap;
      }
    } finally {
      deflater.end();
    }
    return packed.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream out, String type, byte[] data)
      throws IOException {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(data);
    out.write(ByteBuffer.allocate(4).putInt(data.length).array());
    out.write(name);
    out.write(data);
    out.write(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }
}
