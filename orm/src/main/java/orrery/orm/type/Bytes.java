package orrery.orm.type;

import java.util.Arrays;
import java.util.HexFormat;

/// A binary value: an immutable run of bytes that is equal to another with the same bytes.
public final class Bytes {

  private final byte[] bytes;

  private Bytes(byte[] bytes) {
    this.bytes = bytes;
  }

  /// Returns a value with a copy of `bytes`.
  public static Bytes of(byte[] bytes) {
    return new Bytes(bytes.clone());
  }

  /// Returns a copy of the bytes.
  public byte[] toArray() {
    return bytes.clone();
  }

  /// Returns the number of bytes.
  public int length() {
    return bytes.length;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /// Returns the bytes in hexadecimal, two digits a byte.
  @Override
  public String toString() {
    return HexFormat.of().formatHex(bytes);
  }
}
