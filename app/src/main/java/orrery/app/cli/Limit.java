package orrery.app.cli;

import java.math.BigInteger;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// A number of rows on the command line. One that is larger than any answer means all rows.
final class Limit implements ITypeConverter<Integer> {

  private static final Pattern DIGITS = Pattern.compile("\\+?\\d+");

  @Override
  public Integer convert(String value) {
    if (!DIGITS.matcher(value).matches()) {
      throw new TypeConversionException("'" + value + "' is no number of rows");
    }
    return new BigInteger(value).min(BigInteger.valueOf(Integer.MAX_VALUE)).intValue();
  }
}
