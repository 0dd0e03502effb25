package orrery.ui.grid;

/// What lies over the rows of a result where they are shown: changes that are not saved yet, and
/// rows that are yet to be added.
interface RowCover {
  /// Nothing.
  RowCover NONE =
      new RowCover() {
        @Override
        public Row over(Row row, int index) {
          return row;
        }

        @Override
        public int further() {
          return 0;
        }
      };

  /// Returns how a row is shown.
  ///
  /// @param row the row as it was fetched; [Row#PENDING] beyond the last one
  /// @param index which row it is, from 0
  Row over(Row row, int index);

  /// Returns how many rows are shown after the last one.
  int further();
}
