package orrery.ui.grid;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import orrery.orm.OpenDatabase;
import orrery.orm.Result;
import orrery.orm.db.Reason;
import orrery.orm.edit.Hop;
import orrery.orm.query.Chain;

/// How many objects a relation leads to, in a column of its own behind the others.
///
/// @param key where the rows' keys stand
record CountAside(int key, Hop hop) implements Aside {

  /// Returns the column.
  Column column() {
    return new Column(hop.name(), "× " + hop.target().name(), Column.Role.COUNT, true, "");
  }

  @Override
  public String words() {
    return "Counts of " + hop.name();
  }

  @Override
  public @Nullable Object key(Row row) {
    return row.value(key);
  }

  @Override
  public Map<Object, Found> ask(OpenDatabase database, Collection<?> keys) {
    Reason reason = Reason.of(Reason.Kind.COUNTS, hop.name());
    Map<Object, Found> found = new HashMap<>();
    keys.forEach(key -> found.put(key, of(0L)));
    if (database.runner().run(new Chain(hop.counts(keys)), reason) instanceof Result.Values pairs) {
      for (@Nullable Object[] pair : pairs.rows()) {
        Object key = pair[0];
        if (key != null) {
          found.put(key, of(pair[1]));
        }
      }
    }
    return found;
  }

  private static Found of(@Nullable Object count) {
    return new Found(count, new Cell(Cells.text(count), Cell.Style.COUNT));
  }

  @Override
  public Row put(Row row, @Nullable Found found) {
    return found == null ? row.and(null, Cell.PENDING) : row.and(found.value(), found.cell());
  }
}
