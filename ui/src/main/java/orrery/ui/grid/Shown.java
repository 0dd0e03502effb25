package orrery.ui.grid;

import java.util.List;
import java.util.Optional;
import javafx.collections.ObservableList;

/// What the result pane shows.
public sealed interface Shown {

  /// Nothing was asked yet.
  record Nothing() implements Shown {}

  /// Rows.
  ///
  /// @param columns the columns
  /// @param rows the rows, fetched as they are asked for
  /// @param sort what they are sorted by, as far as that is columns
  /// @param canSort whether they can be sorted in another way
  record Table(List<Column> columns, ObservableList<Row> rows, List<SortKey> sort, boolean canSort)
      implements Shown {}

  /// Single values.
  record Cards(List<Card> cards) implements Shown {}

  /// A plan of the database.
  ///
  /// @param text the plan in the database's words
  /// @param tree the same as a tree, where it is one
  record Plan(String text, Optional<PlanTree> tree) implements Shown {}
}
