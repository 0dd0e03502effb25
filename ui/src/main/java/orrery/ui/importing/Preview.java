package orrery.ui.importing;

import java.util.List;
import java.util.Optional;

/// The beginning of a file as it would be taken into a model.
///
/// @param columns the file's columns
/// @param lines its first lines
public record Preview(List<Preview.Column> columns, List<Preview.Line> lines) {
  /// Nothing.
  public static final Preview NOTHING = new Preview(List.of(), List.of());

  /// Makes it from copies of the lists.
  public Preview {
    columns = List.copyOf(columns);
    lines = List.copyOf(lines);
  }

  /// A column of the file.
  ///
  /// @param name what the file calls it
  /// @param field the name of the field that it becomes; empty where it is left out
  /// @param type the type of the field, in words; empty where it is left out
  public record Column(String name, String field, String type) {}

  /// A line of the file.
  ///
  /// @param number on which line of the file it starts, from 1
  /// @param cells its cells
  /// @param problem what is wrong with the whole line
  public record Line(long number, List<Preview.Cell> cells, Optional<String> problem) {
    /// Makes it from a copy of the list.
    public Line {
      cells = List.copyOf(cells);
    }
  }

  /// A cell of the file.
  ///
  /// @param text the text as it stands there
  /// @param isNull whether it means null
  /// @param problem what is wrong with it; empty where it is right
  public record Cell(String text, boolean isNull, String problem) {}
}
