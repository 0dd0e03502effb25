package orrery.orm.chain;

import java.math.BigInteger;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A number in Python's spelling: `1_000`, `0x1f`, `1.5e-3`.
final class NumberLiteral {

  /// Python's own limit, which keeps a pasted megabyte of digits from taking minutes.
  private static final int MOST_DIGITS = 4300;

  private NumberLiteral() {}

  /// Returns what is wrong with `text`, in Python's words, or null where it is a number.
  static @Nullable String problem(String text) {
    String low = text.toLowerCase(Locale.ROOT);
    int radix = radix(low);
    if (radix != 10) {
      String name = radix == 16 ? "hexadecimal" : radix == 8 ? "octal" : "binary";
      String rest = low.substring(2);
      return !rest.isEmpty() && digits(rest, radix) ? null : "invalid " + name + " literal";
    }
    if (low.endsWith("j") && problem(low.substring(0, low.length() - 1)) == null) {
      return "a chain has no complex numbers";
    }
    int exponent = low.indexOf('e');
    String mantissa = exponent < 0 ? low : low.substring(0, exponent);
    if (exponent >= 0) {
      String power = low.substring(exponent + 1);
      boolean signed = power.startsWith("+") || power.startsWith("-");
      if (!digits("_" + (signed ? power.substring(1) : power), 10)) {
        return "invalid decimal literal";
      }
    }
    int point = mantissa.indexOf('.');
    if (point >= 0) {
      String whole = mantissa.substring(0, point);
      String part = mantissa.substring(point + 1);
      boolean right =
          (whole.isEmpty() || digits("_" + whole, 10))
              && (part.isEmpty() || digits("_" + part, 10))
              && !(whole.isEmpty() && part.isEmpty());
      return right ? null : "invalid decimal literal";
    }
    if (!digits("_" + mantissa, 10)) {
      return "invalid decimal literal";
    }
    if (exponent < 0) {
      if (mantissa.startsWith("0") && !mantissa.replaceAll("[0_]", "").isEmpty()) {
        return "leading zeros in decimal integer literals are not permitted; "
            + "use an 0o prefix for octal integers";
      }
      if (mantissa.length() > MOST_DIGITS) {
        return "Exceeds the limit (4300 digits) for integer string conversion";
      }
    }
    return null;
  }

  /// Returns the value of `text`, in which there is no [#problem]: a `Long`, a `BigInteger` where
  /// 64 bits are too few, or a `Double`.
  static Object value(String text) {
    String plain = text.replace("_", "").toLowerCase(Locale.ROOT);
    int radix = radix(plain);
    if (radix != 10) {
      return integer(new BigInteger(plain.substring(2), radix));
    }
    if (plain.indexOf('.') >= 0 || plain.indexOf('e') >= 0) {
      return Double.valueOf(plain);
    }
    return integer(new BigInteger(plain));
  }

  /// Returns `value` as a `Long` where it fits.
  static Object integer(BigInteger value) {
    return value.bitLength() < Long.SIZE ? (Object) value.longValue() : value;
  }

  private static int radix(String low) {
    if (low.length() < 2 || low.charAt(0) != '0') {
      return 10;
    }
    return switch (low.charAt(1)) {
      case 'x' -> 16;
      case 'o' -> 8;
      case 'b' -> 2;
      default -> 10;
    };
  }

  /// Says whether `text` is digits, each with at most one underscore before it.
  private static boolean digits(String text, int radix) {
    boolean digit = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '_') {
        if (!digit) {
          return false;
        }
        digit = false;
      } else if (c < 128 && Character.digit(c, radix) >= 0) {
        digit = true;
      } else {
        return false;
      }
    }
    return digit;
  }
}
