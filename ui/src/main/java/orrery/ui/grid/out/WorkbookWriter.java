package orrery.ui.grid.out;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/// Rows as a workbook of spreadsheets: numbers, truths and times as such, a new sheet where one is
/// full. Numbers of more than fifteen digits, which a spreadsheet would round, are texts.
final class WorkbookWriter implements RowWriter {
  private static final int MOST_ROWS = 1_048_576;
  private static final int MOST_TEXT = 32_767;
  private static final int FLUSHED = 500;
  private static final int DIGITS = 15;

  private final OutputStream out;
  private final Workbook workbook;
  private final String name;
  private final List<String> names;
  private Worksheet sheet;
  private int sheets = 1;
  private int row;

  WorkbookWriter(OutputStream out, String name, List<String> names) {
    this.out = out;
    this.workbook = new Workbook(out, "Orrery", "1.0");
    this.name = name;
    this.names = names;
    this.sheet = start();
  }

  private Worksheet start() {
    Worksheet next = workbook.newWorksheet(sheets == 1 ? name : name + " " + sheets);
    for (int i = 0; i < names.size(); i++) {
      next.inlineString(0, i, names.get(i));
      next.style(0, i).bold().set();
    }
    next.freezePane(0, 1);
    row = 1;
    return next;
  }

  @Override
  public void row(List<? extends @Nullable Object> values) throws IOException {
    if (row == MOST_ROWS) {
      sheet.finish();
      sheets++;
      sheet = start();
    }
    for (int i = 0; i < values.size(); i++) {
      cell(i, values.get(i));
    }
    row++;
    if (row % FLUSHED == 0) {
      sheet.flush();
    }
  }

  private void cell(int column, @Nullable Object value) {
    switch (value) {
      case null -> {}
      case Boolean truth -> sheet.value(row, column, truth);
      case BigDecimal number when number.precision() <= DIGITS -> sheet.value(row, column, number);
      case Long number when Math.abs(number) < 1_000_000_000_000_000L ->
          sheet.value(row, column, number);
      case Integer number -> sheet.value(row, column, number);
      case Double number when Double.isFinite(number) -> sheet.value(row, column, number);
      case LocalDate date -> {
        sheet.value(row, column, date);
        sheet.style(row, column).format("yyyy-mm-dd").set();
      }
      case LocalDateTime time -> time(column, time);
      case OffsetDateTime time -> time(column, time.toLocalDateTime());
      default -> {
        String text = Plain.text(value);
        sheet.inlineString(
            row, column, text.length() > MOST_TEXT ? text.substring(0, MOST_TEXT) : text);
      }
    }
  }

  private void time(int column, LocalDateTime time) {
    sheet.value(row, column, time);
    sheet.style(row, column).format("yyyy-mm-dd hh:mm:ss").set();
  }

  @Override
  public void close() throws IOException {
    workbook.close();
    out.close();
  }
}
