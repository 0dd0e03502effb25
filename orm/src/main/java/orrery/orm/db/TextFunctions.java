package orrery.orm.db;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Functions on texts that SQLite lacks. Lengths are counted in characters of Unicode, as SQLite's
/// own functions count them.
final class TextFunctions {

  private TextFunctions() {}

  /// Returns `text` with `fill` before it, as often as it takes to make `length` characters; the
  /// start of a longer text.
  static String padLeft(String text, long length, String fill) {
    int missing = missing(text, length);
    return missing > 0 ? filling(fill, missing) + text : start(text, length);
  }

  /// Returns `text` with `fill` behind it, as often as it takes to make `length` characters; the
  /// start of a longer text.
  static String padRight(String text, long length, String fill) {
    int missing = missing(text, length);
    return missing > 0 ? text + filling(fill, missing) : start(text, length);
  }

  private static int missing(String text, long length) {
    return Math.toIntExact(Math.max(0, length)) - text.codePointCount(0, text.length());
  }

  private static String filling(String fill, int length) {
    if (fill.isEmpty()) {
      return "";
    }
    int characters = fill.codePointCount(0, fill.length());
    return start(fill.repeat(length / characters + 1), length);
  }

  private static String start(String text, long length) {
    int wanted = Math.toIntExact(Math.max(0, length));
    boolean longer = text.codePointCount(0, text.length()) > wanted;
    return longer ? text.substring(0, text.offsetByCodePoints(0, wanted)) : text;
  }

  static String repeat(String text, long count) {
    return text.repeat(Math.toIntExact(Math.max(0, count)));
  }

  static String reverse(String text) {
    return new StringBuilder(text).reverse().toString();
  }

  /// Returns the digest of the text's UTF-8 in hexadecimal.
  ///
  /// @param algorithm Java's name for it, such as `SHA-256`
  static String digest(String algorithm, String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
