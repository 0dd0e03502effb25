package orrery.orm.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// Finds out how a CSV file is written, from its beginning.
final class CsvSniffer {
  private static final int LOOK = 64 * 1024;
  private static final int RECORDS = 50;
  private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');

  private CsvSniffer() {}

  /// Returns how `file` seems to be written.
  ///
  /// @throws IOException where it cannot be read
  static CsvForm form(Path file) throws IOException {
    byte[] start;
    try (InputStream in = Files.newInputStream(file)) {
      start = in.readNBytes(LOOK);
    }
    Charset charset = charset(start);
    String text = new String(start, charset);
    // The last line may be cut off.
    int end = start.length < LOOK ? text.length() : text.lastIndexOf('\n') + 1;
    String whole = text.substring(text.startsWith("\uFEFF") ? 1 : 0, Math.max(end, 0));
    char separator = separator(whole);
    return new CsvForm(charset, separator, hasHeader(records(whole, separator)));
  }

  private static Charset charset(byte[] start) {
    if (startsWith(start, 0xFF, 0xFE)) {
      return StandardCharsets.UTF_16LE;
    }
    if (startsWith(start, 0xFE, 0xFF)) {
      return StandardCharsets.UTF_16BE;
    }
    return isUtf8(start) ? StandardCharsets.UTF_8 : Charset.forName("windows-1252");
  }

  private static boolean startsWith(byte[] bytes, int first, int second) {
    return bytes.length > 1 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
  }

  private static boolean isUtf8(byte[] bytes) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    // A character that is cut off at the end is no mistake.
    CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), out, bytes.length < LOOK);
    return !result.isError();
  }

  /// Returns the separator that divides the lines into the most columns, all alike.
  private static char separator(String text) {
    char best = ',';
    double most = 0;
    for (char candidate : SEPARATORS) {
      List<CsvRecord> records = records(text, candidate);
      if (records.isEmpty()) {
        continue;
      }
      int columns = records.getFirst().getFieldCount();
      long alike = records.stream().filter(r -> r.getFieldCount() == columns).count();
      double score = columns < 2 ? 0 : (double) alike / records.size() * 100 + columns;
      if (score > most) {
        most = score;
        best = candidate;
      }
    }
    return best;
  }

  private static List<CsvRecord> records(String text, char separator) {
    List<CsvRecord> records = new ArrayList<>();
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator(separator)
            .allowMissingFields(true)
            .allowExtraFields(true)
            .ofCsvRecord(text)) {
      for (CsvRecord each : reader) {
        records.add(each);
        if (records.size() >= RECORDS) {
          break;
        }
      }
    } catch (CsvParseException | IOException e) {
      // With this separator it is not written; another may fit.
      return List.of();
    }
    return records;
  }

  /// Says whether the first line names columns: all cells have words, each another, and none is a
  /// number although numbers stand below.
  private static boolean hasHeader(List<CsvRecord> records) {
    if (records.isEmpty()) {
      return true;
    }
    List<String> first = records.getFirst().getFields();
    boolean isNamed =
        first.stream().noneMatch(String::isBlank)
            && new HashSet<>(first).size() == first.size()
            && first.stream().noneMatch(cell -> cell.matches("[-+]?[\\d.,:/ -]+"));
    return isNamed;
  }
}
