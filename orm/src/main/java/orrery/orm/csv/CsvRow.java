package orrery.orm.csv;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orrery.orm.error.ValidationError;
import orrery.orm.meta.Field;
import orrery.orm.staged.FieldCheck;
import orrery.orm.staged.Typed;
import orrery.orm.staged.Values;
import orrery.orm.type.Kind;

/// A line of a file as a new row.
///
/// @param line on which line of the file it starts, from 1
/// @param values the values of its fields
/// @param problems what is wrong with it, cell by cell
public record CsvRow(long line, Values values, List<CsvRow.Problem> problems) {

  /// Makes it from a copy of the list.
  public CsvRow {
    problems = List.copyOf(problems);
  }

  /// What is wrong with a cell.
  ///
  /// @param line on which line of the file, from 1
  /// @param column which column of the file, from 0; -1 for the whole line
  /// @param name what the column is called
  /// @param sentence what is wrong
  public record Problem(long line, int column, String name, String sentence) {
    @Override
    public String toString() {
      return column < 0
          ? "Line %,d: %s".formatted(line, sentence)
          : "Line %,d, %s: %s".formatted(line, name, sentence);
    }
  }

  /// Reads a line.
  ///
  /// @param columns the names of the file's columns
  public static CsvRow of(
      CsvFile.Line line, List<String> columns, CsvMapping mapping, FieldCheck check) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    List<Problem> problems = new ArrayList<>();
    int cells = line.cells().size();
    if (cells != columns.size()) {
      problems.add(
          new Problem(
              line.line(),
              -1,
              "",
              "has %d cells, where there are %d columns.".formatted(cells, columns.size())));
    }
    for (int i = 0; i < Math.min(columns.size(), cells); i++) {
      Field field = mapping.fields().get(i).orElse(null);
      if (field != null) {
        String name = columns.get(i);
        try {
          Object value = value(field, line.cells().get(i), mapping.nullText());
          Optional<String> wrong =
              isLeft(field, value) ? Optional.empty() : check.problem(field, value);
          int column = i;
          wrong.ifPresent(said -> problems.add(new Problem(line.line(), column, name, said)));
          if (!isLeft(field, value)) {
            values.put(field.attname(), value);
          }
        } catch (ValidationError e) {
          problems.add(new Problem(line.line(), i, name, e.getMessage()));
        }
      }
    }
    return new CsvRow(line.line(), Values.of(values), problems);
  }

  // A key that the database numbers is left to it where the file has none.
  private static boolean isLeft(Field field, @Nullable Object value) {
    return value == null
        && !field.isNullable()
        && (field.type().isAuto()
            || field.defaultValue().isPresent()
            || field.dbDefault().isPresent());
  }

  private static @Nullable Object value(Field field, String cell, String nullText) {
    boolean isNull =
        nullText.isEmpty() ? cell.isEmpty() && isNullWhereEmpty(field) : cell.equals(nullText);
    return isNull ? null : Typed.read(field, cell);
  }

  // Without a word for null, no text is null wherever that may be, as spreadsheets write it.
  private static boolean isNullWhereEmpty(Field field) {
    return field.isNullable() || field.type().kind() != Kind.TEXT;
  }
}
