package orrery.orm.chain;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import org.jspecify.annotations.Nullable;

/// Calculation with dates, times and lengths of time as Python does it: `date(2005, 7, 28) -
/// timedelta(days=7)`.
final class PythonTimes {

  private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);

  /// The longest `timedelta`.
  private static final long MOST_DAYS = 999_999_999;

  private PythonTimes() {}

  /// Returns the value of `a operator b`, or null where Python has none for these types.
  ///
  /// @throws ArithmeticException where the values do not allow it
  static @Nullable Object calculate(String operator, Object a, Object b) {
    return switch (operator) {
      case "+" -> {
        if (a instanceof Duration x && b instanceof Duration y) {
          yield of(micros(x).add(micros(y)));
        }
        yield b instanceof Duration by
            ? plus(a, by)
            : a instanceof Duration by ? plus(b, by) : null;
      }
      case "-" -> {
        if (a instanceof Duration x && b instanceof Duration y) {
          yield of(micros(x).subtract(micros(y)));
        }
        yield b instanceof Duration by ? plus(a, by.negated()) : between(a, b);
      }
      case "*" ->
          a instanceof Duration x ? times(x, b) : b instanceof Duration y ? times(y, a) : null;
      case "/" -> a instanceof Duration x ? divided(x, b) : null;
      default -> null;
    };
  }

  /// Returns the length of time of so many microseconds.
  static Duration of(BigInteger micros) {
    BigInteger[] parts = micros.divideAndRemainder(MILLION);
    if (parts[0].abs().compareTo(BigInteger.valueOf(MOST_DAYS * 86_400)) > 0) {
      throw new ArithmeticException("days must have magnitude <= 999999999");
    }
    return Duration.ofSeconds(parts[0].longValue(), parts[1].longValue() * 1000);
  }

  /// Returns how many microseconds `duration` has.
  static BigInteger micros(Duration duration) {
    return BigInteger.valueOf(duration.toSeconds())
        .multiply(MILLION)
        .add(BigInteger.valueOf(duration.toNanosPart() / 1000));
  }

  /// Returns `value` as microseconds, halves to the even neighbour as Python rounds them.
  static BigInteger rounded(BigDecimal value) {
    return value.setScale(0, RoundingMode.HALF_EVEN).toBigInteger();
  }

  private static @Nullable Object plus(Object time, Duration by) {
    try {
      return switch (time) {
        case LocalDate date -> inRange(date.plusDays(Math.floorDiv(by.toSeconds(), 86_400)));
        case LocalDateTime naive -> inRange(naive.plus(by));
        case OffsetDateTime aware -> inRange(aware.plus(by));
        default -> null;
      };
    } catch (DateTimeException outside) {
      throw tooFar(outside);
    }
  }

  private static <T extends Temporal> T inRange(T time) {
    int year = time.get(java.time.temporal.ChronoField.YEAR);
    if (year < 1 || year > 9999) {
      throw new ArithmeticException("date value out of range");
    }
    return time;
  }

  private static ArithmeticException tooFar(Exception cause) {
    ArithmeticException error = new ArithmeticException("date value out of range");
    error.initCause(cause);
    return error;
  }

  private static @Nullable Object between(Object a, Object b) {
    if (a instanceof LocalDate x && b instanceof LocalDate y) {
      return Duration.ofDays(ChronoUnit.DAYS.between(y, x));
    }
    if (a instanceof LocalDateTime x && b instanceof LocalDateTime y) {
      return Duration.between(y, x);
    }
    if (a instanceof OffsetDateTime x && b instanceof OffsetDateTime y) {
      return Duration.between(y, x);
    }
    return null;
  }

  private static @Nullable Object times(Duration duration, Object factor) {
    if (PythonValues.isInteger(factor)) {
      return of(micros(duration).multiply(PythonValues.big(factor)));
    }
    if (factor instanceof Double number && Double.isFinite(number)) {
      return of(rounded(new BigDecimal(micros(duration)).multiply(new BigDecimal(number))));
    }
    return null;
  }

  private static @Nullable Object divided(Duration duration, Object by) {
    BigDecimal divisor =
        switch (by) {
          case Duration other -> new BigDecimal(micros(other));
          case Double number when Double.isFinite(number) -> new BigDecimal(number);
          default -> PythonValues.isInteger(by) ? new BigDecimal(PythonValues.big(by)) : null;
        };
    if (divisor == null) {
      return null;
    }
    if (divisor.signum() == 0) {
      throw new ArithmeticException("division by zero");
    }
    BigDecimal micros = new BigDecimal(micros(duration));
    BigDecimal quotient = micros.divide(divisor, java.math.MathContext.DECIMAL128);
    return by instanceof Duration ? (Object) quotient.doubleValue() : of(rounded(quotient));
  }
}
