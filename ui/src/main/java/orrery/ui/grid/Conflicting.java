package orrery.ui.grid;

import java.util.ArrayList;
import java.util.List;
import orrery.orm.meta.Field;
import orrery.orm.staged.Conflict;
import orrery.orm.staged.Original;
import orrery.orm.staged.Staged;

/// Rows that somebody else changed: how they are told, and what comes of the decision.
final class Conflicting {
  private Conflicting() {}

  /// Returns how a conflict is told.
  static Question.Row row(Conflict conflict) {
    List<Question.Cell> cells = new ArrayList<>();
    for (Conflict.Cell cell : conflict.cells()) {
      cells.add(
          new Question.Cell(
              cell.field(),
              Cells.of(cell.before()).text(),
              Cells.of(cell.theirs()).text(),
              conflict.removing() ? "removed" : Cells.of(cell.ours()).text()));
    }
    if (conflict.isGone()) {
      return new Question.Row(
          conflict.label(),
          "Somebody removed this row.",
          cells,
          "Leave it removed",
          "Add it again");
    }
    return conflict.removing()
        ? new Question.Row(
            conflict.label(),
            "Somebody changed this row, which is to be removed.",
            cells,
            "Keep the row",
            "Remove it all the same")
        : new Question.Row(
            conflict.label(), "Somebody changed this row.", cells, "Keep theirs", "Use mine");
  }

  /// Returns the changes as they are to be saved.
  ///
  /// @param ours whether our change is to hold; else theirs stays
  /// @param fields the fields of the model
  static Staged decide(Staged staged, Conflict conflict, boolean ours, List<Field> fields) {
    Object key = conflict.key();
    if (conflict.isGone()) {
      return ours ? staged.revive(key) : staged.revert(key);
    }
    Original theirs = conflict.theirs().orElseThrow();
    if (ours) {
      return staged.startFrom(theirs);
    }
    if (conflict.removing()) {
      return staged.revert(key);
    }
    Staged next = staged.startFrom(theirs);
    for (Conflict.Cell cell : conflict.cells()) {
      for (Field field : fields) {
        if (field.attname().equals(cell.field())) {
          next = next.revert(key, field);
        }
      }
    }
    return next;
  }
}
