package orrery.ui.grid;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import orrery.orm.OpenDatabase;
import orrery.orm.Result;
import orrery.orm.db.Reason;
import orrery.orm.edit.Hop;
import orrery.orm.load.Instance;
import orrery.orm.query.Chain;

/// What the objects of a foreign key are called, in the place of their keys; a key that leads
/// nowhere is told apart.
///
/// @param column where the keys stand
record LabelAside(int column, Hop hop) implements Aside {

  @Override
  public String words() {
    return "Labels of " + hop.name();
  }

  @Override
  public @Nullable Object key(Row row) {
    return row.value(column);
  }

  @Override
  public Map<Object, Found> ask(OpenDatabase database, Collection<?> keys) {
    Reason reason = Reason.of(Reason.Kind.LABEL, hop.name());
    Map<Object, Found> found = new HashMap<>();
    for (Object key : keys) {
      found.put(
          key,
          new Found(
              key, new Cell("no " + hop.target().name(), Cell.Style.MISSING, Cells.text(key))));
    }
    if (database.runner().run(new Chain(hop.labels(keys)), reason)
        instanceof Result.Objects objects) {
      for (Instance object : objects.rows()) {
        Object key = object.value(hop.targetField());
        if (key != null) {
          found.put(key, new Found(key, cell(object, key)));
        }
      }
    }
    return found;
  }

  private Cell cell(Instance object, Object key) {
    return hop.target().labelField().isPresent()
        ? new Cell(Cells.of(object.label()).text(), Cell.Style.RELATION, Cells.text(key))
        : new Cell(Cells.text(key), Cell.Style.RELATION);
  }

  @Override
  public Row put(Row row, @Nullable Found found) {
    return found == null ? row : row.with(column, found.cell());
  }
}
