package orrery.orm.csv;

import java.nio.charset.Charset;

/// How a CSV file is written.
///
/// @param charset how its characters are written as bytes
/// @param separator what stands between two cells
/// @param header whether its first line names the columns
public record CsvForm(Charset charset, char separator, boolean header) {

  /// Returns this with another encoding.
  public CsvForm withCharset(Charset charset) {
    return new CsvForm(charset, separator, header);
  }

  /// Returns this with another separator.
  public CsvForm withSeparator(char separator) {
    return new CsvForm(charset, separator, header);
  }

  /// Returns this with or without names in the first line.
  public CsvForm withHeader(boolean header) {
    return new CsvForm(charset, separator, header);
  }
}
