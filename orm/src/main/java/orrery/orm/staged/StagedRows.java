package orrery.orm.staged;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import orrery.orm.db.Reason;
import orrery.orm.load.Instance;
import orrery.orm.load.Session;
import orrery.orm.meta.Field;
import orrery.orm.meta.Model;
import orrery.orm.meta.Models;
import orrery.orm.meta.Reference;
import orrery.orm.query.Name;
import orrery.orm.query.Query;
import orrery.orm.query.Step;
import orrery.orm.save.Keys;

/// The rows behind a set of changes as the database has them now: whether somebody else changed
/// them, and whether what foreign keys are to point to is there.
public final class StagedRows {

  private static final int BATCH = 500;

  private final Session session;
  private final Models models;
  private final String at;

  /// Makes it for the database called `at`.
  public StagedRows(Session session, String at) {
    this.session = session;
    this.models = session.models();
    this.at = at;
  }

  /// Returns the rows that are changed or removed, by their keys. Inside a transaction nobody else
  /// can change them before it ends.
  public Map<Object, Instance> locked(Staged staged) {
    Set<Object> keys = new LinkedHashSet<>(staged.edited().keySet());
    keys.addAll(staged.removed().keySet());
    Model model = models.get(staged.model());
    Step lock = new Step.SelectForUpdate(false, false, List.<Name>of(), false);
    Map<Object, Instance> rows = new LinkedHashMap<>();
    for (List<Object> part : parts(keys)) {
      Query query = Keys.query(models, model, part).with(lock);
      for (Instance row : fetch(query, Reason.save(model.name()))) {
        Object key = row.pk();
        if (key != null) {
          rows.put(key, row);
        }
      }
    }
    return rows;
  }

  /// Returns the rows that somebody else changed in the cells that are changed here, or removed; of
  /// rows that are removed here, those that somebody else changed at all.
  ///
  /// @param now the rows as they are
  public List<Conflict> conflicts(Staged staged, Map<Object, Instance> now) {
    List<Conflict> conflicts = new ArrayList<>();
    staged
        .edited()
        .forEach((key, row) ->
            conflict(row.original(), row.after(), false, now.get(key)).ifPresent(conflicts::add));
    staged
        .removed()
        .forEach((key, row) -> {
          // What is gone already needs no removing.
          if (now.containsKey(key)) {
            conflict(row, Values.NONE, true, now.get(key)).ifPresent(conflicts::add);
          }
        });
    return conflicts;
  }

  private Optional<Conflict> conflict(
      Original before, Values ours, boolean removing, @Nullable Instance now) {
    if (now == null) {
      return Optional.of(
          new Conflict(before.key(), label(before), Optional.empty(), List.of(), removing));
    }
    Original theirs = Originals.of(now);
    List<Conflict.Cell> cells = new ArrayList<>();
    for (Field field : now.layout().fields()) {
      boolean counts = before.values().has(field) && (removing || ours.has(field));
      Object was = before.values().get(field);
      Object is = now.value(field);
      if (counts
          && !Same.values(was, is)
          && !(ours.has(field) && Same.values(ours.get(field), is))) {
        Object mine = removing ? was : ours.get(field);
        cells.add(new Conflict.Cell(field.attname(), was, is, mine));
      }
    }
    return cells.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Conflict(before.key(), now.label(), Optional.of(theirs), cells, removing));
  }

  private static String label(Original row) {
    return String.valueOf(row.key());
  }

  /// Returns the foreign keys that are to point to rows which are not there.
  public List<Problem> missingTargets(Staged staged) {
    List<Problem> problems = new ArrayList<>();
    Model model = models.get(staged.model());
    for (Field field : models.members(model).fields()) {
      field.reference().ifPresent(to -> missing(staged, model, field, to, problems));
    }
    return problems;
  }

  private void missing(
      Staged staged, Model model, Field field, Reference to, List<Problem> problems) {
    Map<RowRef, Object> wanted = new LinkedHashMap<>();
    staged.edited().forEach((key, row) -> want(new RowRef.Stored(key), row.after(), field, wanted));
    staged
        .added()
        .forEach((number, values) -> want(new RowRef.Added(number), values, field, wanted));
    Model target = models.get(to.target());
    Field at = session.layout(target).field(to.toField());
    Set<Object> there = new LinkedHashSet<>();
    if (models.concrete(target).equals(models.concrete(model))) {
      staged
          .added()
          .values()
          .forEach(values -> {
            Object value = values.get(at);
            if (value != null) {
              there.add(value);
            }
          });
    }
    Set<Object> asked = new LinkedHashSet<>(wanted.values());
    asked.removeAll(there);
    for (List<Object> part : parts(asked)) {
      fetch(Keys.query(target, at, part), Reason.save(model.name()))
          .forEach(row -> {
            Object value = row.value(at);
            if (value != null) {
              there.add(value);
            }
          });
    }
    wanted.forEach((row, value) -> {
      if (!there.contains(value)) {
        problems.add(
            new Problem(
                row,
                Optional.of(field.attname()),
                "There is no %s whose %s is %s."
                    .formatted(target.name(), at.name(), Typed.text(value))));
      }
    });
  }

  private static void want(RowRef row, Values values, Field field, Map<RowRef, Object> wanted) {
    Object value = values.get(field);
    if (value != null) {
      wanted.put(row, value);
    }
  }

  private static List<List<Object>> parts(Set<Object> keys) {
    List<Object> all = List.copyOf(keys);
    List<List<Object>> parts = new ArrayList<>();
    for (int from = 0; from < all.size(); from += BATCH) {
      parts.add(all.subList(from, Math.min(all.size(), from + BATCH)));
    }
    return parts;
  }

  private List<Instance> fetch(Query query, Reason reason) {
    return session.line().fetch(query, Optional.empty(), at, reason).objects();
  }
}
