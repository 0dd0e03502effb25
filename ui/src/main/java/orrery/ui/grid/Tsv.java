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
