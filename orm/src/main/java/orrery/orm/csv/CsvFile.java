package orrery.orm.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import orrery.orm.error.DataError;

/// A CSV file and how it is written. Immutable; each reading begins at its start.
public final class CsvFile {

  /// A line of cells.
  ///
  /// @param line on which line of the file it starts, from 1
  /// @param cells its cells
  public record Line(long line, List<String> cells) {
    /// Makes it from a copy of the list.
    public Line {
      cells = List.copyOf(cells);
    }
  }

  private final Path path;
  private final CsvForm form;
  private final List<String> columns;

  private CsvFile(Path path, CsvForm form, List<String> columns) {
    this.path = path;
    this.form = form;
    this.columns = List.copyOf(columns);
  }

  /// Opens a file, finding out how it is written.
  ///
  /// @throws DataError where it cannot be read, or is empty
  public static CsvFile open(Path path) {
    try {
      return of(path, CsvSniffer.form(path));
    } catch (IOException e) {
      throw unread(path, e);
    }
  }

  /// Opens a file that is written as `form` says.
  ///
  /// @throws DataError where it cannot be read, or is empty
  public static CsvFile of(Path path, CsvForm form) {
    CsvFile bare = new CsvFile(path, form.withHeader(false), List.of());
    try (Lines lines = bare.lines()) {
      if (!lines.hasNext()) {
        throw new DataError(path.getFileName() + " is empty.");
      }
      List<String> first = lines.next().cells();
      List<String> columns =
          form.header()
              ? first.stream().map(String::strip).toList()
              : IntStream.rangeClosed(1, first.size()).mapToObj(i -> "column " + i).toList();
      return new CsvFile(path, form, columns);
    }
  }

  /// Returns its path.
  public Path path() {
    return path;
  }

  /// Returns how it is written.
  public CsvForm form() {
    return form;
  }

  /// Returns the names of its columns.
  public List<String> columns() {
    return columns;
  }

  /// Returns the first lines below the header.
  public List<Line> head(int most) {
    List<Line> head = new ArrayList<>();
    try (Lines lines = lines()) {
      while (head.size() < most && lines.hasNext()) {
        head.add(lines.next());
      }
    }
    return head;
  }

  /// Reads the lines below the header, one after another; must be closed.
  public Lines lines() {
    try {
      CsvReader<CsvRecord> reader =
          CsvReader.builder()
              .fieldSeparator(form.separator())
              .allowMissingFields(true)
              .allowExtraFields(true)
              .detectBomHeader(true)
              .ofCsvRecord(path, form.charset());
      Lines lines = new Lines(path, reader);
      if (form.header() && lines.hasNext()) {
        lines.next();
      }
      return lines;
    } catch (IOException e) {
      throw unread(path, e);
    }
  }

  private static DataError unread(Path path, Exception e) {
    return new DataError(path.getFileName() + " cannot be read: " + e.getMessage(), e);
  }

  /// Lines as they are read. Used by one thread, once.
  public static final class Lines implements Iterator<Line>, AutoCloseable {

    private final Path path;
    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;

    Lines(Path path, CsvReader<CsvRecord> reader) {
      this.path = path;
      this.reader = reader;
      this.records = reader.iterator();
    }

    @Override
    public boolean hasNext() {
      try {
        return records.hasNext();
      } catch (CsvParseException | UncheckedIOException e) {
        throw unread(path, e);
      }
    }

    @Override
    public Line next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      try {
        CsvRecord found = records.next();
        return new Line(found.getStartingLineNumber(), found.getFields());
      } catch (CsvParseException | UncheckedIOException e) {
        throw unread(path, e);
      }
    }

    @Override
    public void close() {
      try {
        reader.close();
      } catch (IOException e) {
        throw unread(path, e);
      }
    }
  }
}
