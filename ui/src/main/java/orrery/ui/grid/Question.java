package orrery.ui.grid;

import java.util.List;

/// What the user is to know or to decide before the grid goes on.
public sealed interface Question {

  /// Changes would be lost by what was asked for.
  ///
  /// @param changes how many there are, in words
  /// @param goOn does what was asked for
  record Leave(String changes, Runnable goOn) implements Question {}

  /// All changes are to be given up.
  ///
  /// @param changes how many there are, in words
  record Discard(String changes) implements Question {}

  /// The database was opened only to be read.
  ///
  /// @param database what people call it
  record ReadOnly(String database) implements Question {}

  /// The statements that saving would send.
  ///
  /// @param changes how many changes there are, in words
  /// @param statements the statements in their order, the transaction's beginning and end included
  record Sql(String changes, List<String> statements) implements Question {
    /// Makes it from a copy of the list.
    public Sql {
      statements = List.copyOf(statements);
    }
  }

  /// Rows are to be removed, and others go or change with them, or are in the way.
  ///
  /// @param rows what is to be removed, in words
  /// @param verb what the button says
  /// @param lines what happens to others
  /// @param isRefused whether nothing can be removed
  record Remove(String rows, String verb, List<Question.Line> lines, boolean isRefused)
      implements Question {
    /// Makes it from a copy of the list.
    public Remove {
      lines = List.copyOf(lines);
    }
  }

  /// One foreign key by which others depend on what is removed.
  ///
  /// @param count how many, in words
  /// @param what what happens to them
  /// @param examples some of them
  /// @param mark how it looks
  record Line(String count, String what, String examples, Mark mark) {}

  /// Somebody else changed rows that were to be saved.
  record Conflicts(List<Question.Row> rows) implements Question {
    /// Makes it from a copy of the list.
    public Conflicts {
      rows = List.copyOf(rows);
    }
  }

  /// A row that somebody else changed.
  ///
  /// @param label the words by which people know it
  /// @param what what happened to it
  /// @param cells the values that differ
  /// @param theirs what the button says that takes theirs
  /// @param ours what the button says that takes ours
  record Row(String label, String what, List<Question.Cell> cells, String theirs, String ours) {
    /// Makes it from a copy of the list.
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /// A value that somebody else changed.
  record Cell(String field, String before, String theirs, String ours) {}
}
