package orrery.orm.staged;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import orrery.orm.error.OrmError;
import orrery.orm.load.Instance;
import orrery.orm.load.SaveOptions;
import orrery.orm.load.Session;
import orrery.orm.meta.Model;
import orrery.orm.query.Query;
import orrery.orm.save.Deleter;
import orrery.orm.save.Desk;
import orrery.orm.save.Keys;
import orrery.orm.save.Saver;

/// Writes a set of changes through the ORM: first foreign keys, so that what is to be moved away
/// does not go with what is removed; then removals, so that their unique values are free; then all
/// else.
public final class StagedWriter {

  private final Session session;
  private final Desk desk;
  private final String at;

  /// Makes one for the database called `at`.
  public StagedWriter(Session session, Desk desk, String at) {
    this.session = session;
    this.desk = desk;
    this.at = at;
  }

  /// A row that the database refused.
  public static final class RefusedRow extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient RowRef row;
    private final OrmError error;

    RefusedRow(RowRef row, OrmError error) {
      super(error);
      this.row = row;
      this.error = error;
    }

    /// Returns what became of saving.
    public Outcome outcome() {
      return new Outcome.Refused(new Problem(row, Optional.empty(), error.getMessage()), error);
    }
  }

  /// Writes `staged`, sending statement after statement.
  ///
  /// @param rows gives a row that is to be changed
  /// @return the keys of the rows that were added, by their numbers
  /// @throws RefusedRow where the database refuses a row
  public Map<Long, Object> write(Staged staged, Function<Original, Instance> rows) {
    Model model = session.models().get(staged.model());
    List<Staged.Edited> later = new ArrayList<>();
    for (Staged.Edited row : staged.edited().values()) {
      if (!staged.removed().isEmpty() && hasRelation(model, row.after())) {
        update(row, rows);
      } else {
        later.add(row);
      }
    }
    remove(model, staged.removed());
    later.forEach(row -> update(row, rows));
    Map<Long, Object> keys = new LinkedHashMap<>();
    staged
        .added()
        .forEach((number, values) -> {
          Instance made = Originals.fresh(session, model, values);
          guarded(new RowRef.Added(number), () -> saver().save(made, SaveOptions.INSERT.using(at)));
          Object key = made.pk();
          if (key != null) {
            keys.put(number, key);
          }
        });
    return keys;
  }

  private boolean hasRelation(Model model, Values after) {
    return session.models().members(model).fields().stream()
        .anyMatch(field -> field.isRelation() && after.has(field));
  }

  private void update(Staged.Edited row, Function<Original, Instance> rows) {
    Instance object = rows.apply(row.original());
    row.after().byName().forEach(object::set);
    List<String> names = List.copyOf(row.after().byName().keySet());
    guarded(
        new RowRef.Stored(row.original().key()),
        () -> saver().save(object, SaveOptions.fields(names).using(at)));
  }

  private void remove(Model model, Map<Object, Original> removed) {
    if (!removed.isEmpty()) {
      List<Object> keys = List.copyOf(removed.keySet());
      Query query = Keys.query(session.models(), model, keys);
      guarded(new RowRef.Stored(keys.getFirst()), () -> new Deleter(desk).delete(query, at));
    }
  }

  private Saver saver() {
    return new Saver(desk);
  }

  private static void guarded(RowRef row, Runnable work) {
    try {
      work.run();
    } catch (OrmError e) {
      throw new RefusedRow(row, e);
    }
  }

  /// Returns the object of a row that was read, without reading it again.
  public Instance asRead(Model model, Original row) {
    return Originals.object(session, model, row, at);
  }
}
