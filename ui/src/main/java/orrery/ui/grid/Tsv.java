package orrery.ui.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.IntFunction;

/// Cells as text with tabs between columns and line breaks between rows, which spreadsheets read.
final class Tsv {
  private Tsv() {}

  /// Returns the cells of `areas`.
  ///
  /// Of several areas all their rows and columns are taken; cells that are not chosen stay empty.
  ///
  /// @param head the names to put above, or none
  /// @param row gives the rows
  static String of(List<Area> areas, List<String> head, IntFunction<Row> row) {
    TreeSet<Integer> columns = new TreeSet<>();
    TreeSet<Integer> rows = new TreeSet<>();
    for (Area area : areas) {
      for (int c = area.left(); c <= area.right(); c++) {
        columns.add(c);
      }
      for (int r = area.top(); r <= area.bottom(); r++) {
        rows.add(r);
      }
    }
    StringBuilder out = new StringBuilder();
    if (!head.isEmpty()) {
      out.append(line(columns.stream().map(head::get).toList()));
    }
    for (int r : rows) {
      Row values = row.apply(r);
      List<String> texts = new ArrayList<>();
      for (int c : columns) {
        boolean isChosen = areas.stream().anyMatch(area -> area.has(r, c));
        texts.add(isChosen ? Cells.text(values.value(c)) : "");
      }
      out.append(out.isEmpty() ? "" : "\n").append(line(texts));
    }
    return out.toString();
  }

  /// Returns the cells of a text as spreadsheets write it: tabs between columns, line breaks
  /// between rows, quotes around what has either.
  static List<List<String>> cells(String text) {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean isQuoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isQuoted) {
        boolean isDoubled = c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"';
        if (c == '"' && !isDoubled) {
          isQuoted = false;
        } else {
          cell.append(c);
          i += isDoubled ? 1 : 0;
        }
      } else if (c == '"' && cell.isEmpty() && text.indexOf('"', i + 1) > 0) {
        isQuoted = true;
      } else if (c == '\t' || c == '\n') {
        row.add(cell.toString());
        cell.setLength(0);
        if (c == '\n') {
          rows.add(List.copyOf(row));
          row.clear();
        }
      } else if (c != '\r') {
        cell.append(c);
      }
    }
    if (!cell.isEmpty() || !row.isEmpty()) {
      row.add(cell.toString());
      rows.add(List.copyOf(row));
    }
    return rows;
  }

  private static String line(List<String> texts) {
    // One value alone is wanted as it is.
    return texts.size() == 1 && texts.getFirst().indexOf('\n') < 0
        ? texts.getFirst()
        : String.join("\t", texts.stream().map(Tsv::quoted).toList());
  }

  private static String quoted(String text) {
    boolean isSafe = text.chars().noneMatch(c -> c == '\t' || c == '\n' || c == '\r' || c == '"');
    return isSafe ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
