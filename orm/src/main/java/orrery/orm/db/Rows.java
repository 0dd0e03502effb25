package orrery.orm.db;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rows of a statement, from the first to the last, one at a time.
///
/// ```java
/// try (Rows rows = database.query(sql, Reason.USER)) {
///   while (rows.next()) {
///     Object title = rows.get(0);
///   }
/// }
/// ```
///
/// They come from the database in blocks of [#BLOCK]; a result no longer than that is whole when
/// the query returns, and holds no connection. Used by one thread at a time, which need not be the
/// one that asked.
public final class Rows implements AutoCloseable {

  /// How many rows are fetched at a time.
  public static final int BLOCK = 100;

  private final Cursor cursor;
  private @Nullable Object[][] block;
  private int size;
  private int at = -1;

  /// Makes them and fetches the first block.
  Rows(Cursor cursor) {
    this.cursor = cursor;
    this.block = new @Nullable Object[BLOCK][];
    this.size = cursor.fetch(block);
  }

  /// Returns the names of the columns as the database gives them, where the statement does not say
  /// what its columns are; else none.
  public List<String> names() {
    return cursor.names();
  }

  /// Steps to the next row; false after the last.
  ///
  /// @throws orrery.orm.error.OrmError where the database fails or was interrupted; the rows are
  ///   closed then
  public boolean next() {
    if (++at < size) {
      return true;
    }
    if (size == BLOCK) {
      size = cursor.fetch(block);
      at = 0;
      return size > 0;
    }
    at = size;
    return false;
  }

  /// Returns the values of the current row in an array that is the caller's own.
  public @Nullable Object[] row() {
    return block[at];
  }

  /// Returns the value of a column of the current row, columns counted from 0.
  public @Nullable Object get(int column) {
    return block[at][column];
  }

  /// Ends the statement and gives its connection back; the second time does nothing.
  @Override
  public void close() {
    size = 0;
    cursor.close();
  }
}
