package orrery.ui.grid.out;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/// A form in which rows leave the program.
public enum Format {
  /// Values with commas, which spreadsheets and databases read.
  CSV("CSV", "csv"),
  /// Values with tabs and a line of names.
  TSV("TSV with Names", "tsv"),
  /// An array of objects.
  JSON("JSON", "json"),
  /// A table for texts.
  MARKDOWN("Markdown", "md"),
  /// Statements that write the rows into a table.
  INSERT("INSERT Statements", "sql"),
  /// The values as a list of SQL.
  SQL_LIST("SQL List  (1, 2, 3)", "sql"),
  /// The values as a list of the chain language.
  CHAIN_LIST("Chain List  [1, 2, 3]", "txt"),
  /// A workbook of spreadsheets.
  XLSX("Excel", "xlsx");

  private final String words;
  private final String ending;

  Format(String words, String ending) {
    this.words = words;
    this.ending = ending;
  }

  /// Returns what people call it.
  public String words() {
    return words;
  }

  /// Returns what names of such files end with.
  public String ending() {
    return ending;
  }

  /// Starts to write rows as text.
  ///
  /// @throws IllegalArgumentException for a workbook, which is no text
  public RowWriter write(Writer out, Table table) throws IOException {
    return switch (this) {
      case CSV -> new SeparatedWriter(out, ',', table.names());
      case TSV -> new SeparatedWriter(out, '\t', table.names());
      case JSON -> new JsonRows(out, table.names());
      case MARKDOWN -> new MarkdownWriter(out, table.names());
      case INSERT ->
          new InsertWriter(out, table.dialect(), table.name(), table.names(), table.types());
      case SQL_LIST -> new ListWriter(out, table.dialect(), table.types());
      case CHAIN_LIST -> new ListWriter(out, null, table.types());
      case XLSX -> throw new IllegalArgumentException("A workbook is no text.");
    };
  }

  /// Starts to write rows into a file's stream.
  public RowWriter write(OutputStream out, Table table) throws IOException {
    return this == XLSX
        ? new WorkbookWriter(out, table.name(), table.names())
        : write(new OutputStreamWriter(out, StandardCharsets.UTF_8), table);
  }
}
