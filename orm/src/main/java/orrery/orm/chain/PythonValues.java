package orrery.orm.chain;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Calculation with plain values as Python does it, before Django sees any of them: `60 * 60` in a
/// chain is `3600`, and `7 / 2` is `3.5` whatever a database would say.
final class PythonValues {

  /// The context of Python's decimals.
  private static final MathContext DECIMAL = new MathContext(28, RoundingMode.HALF_EVEN);

  /// As many bits as a chain may calculate with; enough for any column, and quick.
  private static final int MOST_BITS = 16_384;

  private static final int LONGEST_TEXT = 1_000_000;

  private PythonValues() {}

  /// Returns the value of `left operator right`, or null where Python has none for these types.
  ///
  /// @throws ArithmeticException where the values do not allow it
  static @Nullable Object calculate(
      String operator, @Nullable Object left, @Nullable Object right) {
    Object a = left instanceof Boolean bit && !isBitwise(operator, right) ? number(bit) : left;
    Object b = right instanceof Boolean bit && !isBitwise(operator, left) ? number(bit) : right;
    if (a == null || b == null) {
      return null;
    }
    if (a instanceof Boolean x && b instanceof Boolean y) {
      return switch (operator) {
        case "&" -> x && y;
        case "|" -> x || y;
        default -> !x.equals(y);
      };
    }
    Object time = PythonTimes.calculate(operator, a, b);
    if (time != null) {
      return time;
    }
    if (a instanceof String || b instanceof String) {
      return texts(operator, a, b);
    }
    if (isInteger(a) && isInteger(b)) {
      return integers(operator, big(a), big(b));
    }
    boolean decimal = a instanceof BigDecimal || b instanceof BigDecimal;
    if (decimal && (a instanceof BigDecimal || isInteger(a))) {
      return b instanceof BigDecimal || isInteger(b)
          ? decimals(operator, decimal(a), decimal(b))
          : null;
    }
    boolean floats = a instanceof Double || b instanceof Double;
    if (floats && !decimal && isNumber(a) && isNumber(b)) {
      return floats(operator, ((Number) a).doubleValue(), ((Number) b).doubleValue());
    }
    return null;
  }

  /// Returns `-value`, `+value` or `~value`, or null where Python has none for this type.
  static @Nullable Object sign(String operator, @Nullable Object value) {
    Object number = value instanceof Boolean bit ? number(bit) : value;
    return switch (operator) {
      case "-" ->
          switch (number) {
            case Double d -> -d;
            case BigDecimal d -> d.negate();
            case Duration d -> d.negated();
            case null -> null;
            default -> isInteger(number) ? NumberLiteral.integer(big(number).negate()) : null;
          };
      case "+" -> isNumber(number) || number instanceof Duration ? number : null;
      default ->
          number != null && isInteger(number) ? NumberLiteral.integer(big(number).not()) : null;
    };
  }

  static boolean isNegative(@Nullable Object value) {
    return value != null && isInteger(value) && big(value).signum() < 0;
  }

  static boolean isInteger(@Nullable Object value) {
    return value instanceof Long || value instanceof BigInteger;
  }

  static boolean isNumber(@Nullable Object value) {
    return isInteger(value) || value instanceof Double || value instanceof BigDecimal;
  }

  private static boolean isBitwise(String operator, @Nullable Object other) {
    return other instanceof Boolean && "&|^".contains(operator);
  }

  private static Long number(Boolean bit) {
    return bit ? 1L : 0L;
  }

  static BigInteger big(Object integer) {
    return integer instanceof BigInteger big ? big : BigInteger.valueOf((Long) integer);
  }

  private static BigDecimal decimal(Object number) {
    BigDecimal decimal =
        number instanceof BigDecimal already ? already : new BigDecimal(big(number));
    if (Math.abs((long) decimal.scale()) > MOST_BITS) {
      throw new ArithmeticException("the number is too large to calculate with");
    }
    return decimal;
  }

  private static @Nullable Object texts(String operator, Object a, Object b) {
    if (operator.equals("+") && a instanceof String x && b instanceof String y) {
      return x + y;
    }
    if (operator.equals("*") && (isInteger(a) || isInteger(b))) {
      String text = (String) (isInteger(a) ? b : a);
      BigInteger times = big(isInteger(a) ? a : b).max(BigInteger.ZERO);
      BigInteger length = times.multiply(BigInteger.valueOf(text.length()));
      if (length.compareTo(BigInteger.valueOf(LONGEST_TEXT)) > 0) {
        throw new ArithmeticException("the text is too long");
      }
      return text.isEmpty() ? "" : text.repeat(times.intValue());
    }
    return null;
  }

  private static @Nullable Object integers(String operator, BigInteger a, BigInteger b) {
    if (a.bitLength() > MOST_BITS || b.bitLength() > MOST_BITS) {
      throw new ArithmeticException("the number is too large to calculate with");
    }
    if (b.signum() == 0 && "/ // %".contains(operator)) {
      throw new ArithmeticException("division by zero");
    }
    return switch (operator) {
      case "+" -> NumberLiteral.integer(a.add(b));
      case "-" -> NumberLiteral.integer(a.subtract(b));
      case "*" -> NumberLiteral.integer(a.multiply(b));
      case "/" -> new BigDecimal(a).divide(new BigDecimal(b), MathContext.DECIMAL128).doubleValue();
      case "//" -> NumberLiteral.integer(floor(a, b));
      case "%" -> NumberLiteral.integer(a.subtract(floor(a, b).multiply(b)));
      case "**" -> power(a, b);
      case "&" -> NumberLiteral.integer(a.and(b));
      case "|" -> NumberLiteral.integer(a.or(b));
      case "^" -> NumberLiteral.integer(a.xor(b));
      case "<<" -> NumberLiteral.integer(a.shiftLeft(shift(b)));
      case ">>" -> NumberLiteral.integer(a.shiftRight(shift(b)));
      default -> null;
    };
  }

  private static BigInteger floor(BigInteger a, BigInteger b) {
    BigInteger[] parts = a.divideAndRemainder(b);
    boolean down = parts[1].signum() != 0 && parts[1].signum() != b.signum();
    return down ? parts[0].subtract(BigInteger.ONE) : parts[0];
  }

  private static Object power(BigInteger a, BigInteger b) {
    if (b.signum() < 0) {
      if (a.signum() == 0) {
        throw new ArithmeticException("0.0 cannot be raised to a negative power");
      }
      return Math.pow(a.doubleValue(), b.doubleValue());
    }
    long bits = (long) a.abs().subtract(BigInteger.ONE).max(BigInteger.ZERO).bitLength();
    if (bits > 0 && b.compareTo(BigInteger.valueOf(MOST_BITS / bits)) > 0) {
      throw new ArithmeticException("the number is too large to calculate with");
    }
    // Of 0, 1 and -1 every power is small, however large the exponent.
    int exponent = bits == 0 ? (b.signum() == 0 ? 0 : b.testBit(0) ? 1 : 2) : b.intValue();
    return NumberLiteral.integer(a.pow(exponent));
  }

  private static int shift(BigInteger by) {
    if (by.signum() < 0) {
      throw new ArithmeticException("negative shift count");
    }
    if (by.bitLength() > 14) {
      throw new ArithmeticException("the number is too large to calculate with");
    }
    return by.intValue();
  }

  private static @Nullable Object floats(String operator, double a, double b) {
    if (b == 0 && "/ // %".contains(operator)) {
      throw new ArithmeticException("division by zero");
    }
    return switch (operator) {
      case "+" -> a + b;
      case "-" -> a - b;
      case "*" -> a * b;
      case "/" -> a / b;
      case "//" -> Math.floor(a / b);
      case "%" -> {
        double rest = a % b;
        yield rest != 0 && (rest < 0) != (b < 0) ? rest + b : rest;
      }
      case "**" -> {
        double power = Math.pow(a, b);
        if (Double.isNaN(power) && a < 0) {
          throw new ArithmeticException("a chain has no complex numbers");
        }
        yield power;
      }
      default -> null;
    };
  }

  private static @Nullable Object decimals(String operator, BigDecimal a, BigDecimal b) {
    if (b.signum() == 0 && "/ // %".contains(operator)) {
      throw new ArithmeticException("division by zero");
    }
    return switch (operator) {
      case "+" -> a.add(b, DECIMAL);
      case "-" -> a.subtract(b, DECIMAL);
      case "*" -> a.multiply(b, DECIMAL);
      case "/" -> a.divide(b, DECIMAL);
      case "//" -> a.divideToIntegralValue(b);
      case "%" -> a.remainder(b);
      case "**" -> a.pow(b.intValueExact(), DECIMAL);
      default -> null;
    };
  }
}
