package orrery.orm.save;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import orrery.orm.db.Reason;
import orrery.orm.load.Instance;
import orrery.orm.meta.Field;
import orrery.orm.meta.Model;
import orrery.orm.meta.Models;
import orrery.orm.meta.OnDelete;
import orrery.orm.meta.Reference;
import orrery.orm.query.Chain;
import orrery.orm.query.Query;
import orrery.orm.query.Step;
import orrery.orm.query.Terminal;

/// Looks at what deleting rows would do, whoever does it: what [Deleter] deletes and sets, what the
/// database itself does for foreign keys that are left to it, and what is in the way.
///
/// It asks the database and changes nothing. Thread-safe.
public final class Cascades {

  private static final int EXAMPLES = 3;
  private static final int BATCH = 500;

  private final Desk desk;
  private final Models models;

  /// Makes one.
  public Cascades(Desk desk) {
    this.desk = desk;
    this.models = desk.session().models();
  }

  /// Rows that go, and those of them that were found out last.
  private record Going(Model model, List<Instance> rows) {}

  /// Returns what becomes of others where the rows of `model` with these keys are deleted.
  ///
  /// @param keys the values of their primary keys, of composite keys lists
  /// @param at the alias of the database
  public Cascade of(Model model, List<?> keys, String at) {
    Model start = models.concrete(model);
    Map<Model, Map<Object, Instance>> gone = new LinkedHashMap<>();
    Deque<Going> left = new ArrayDeque<>();
    List<Instance> first = new ArrayList<>();
    for (Portion<?> part : Portion.of(List.copyOf(keys), BATCH, Reason.delete(start.name()))) {
      first.addAll(fetch(Keys.query(models, start, part.items()), at));
    }
    left.add(new Going(start, fresh(gone, start, first)));
    List<Found> found = new ArrayList<>();
    while (!left.isEmpty()) {
      Going going = left.removeFirst();
      for (Field field : pointingTo(going.model())) {
        look(field, going, gone, left, found, at);
      }
    }
    return new Cascade(parts(found, gone, at));
  }

  /// Rows that point to some that go, as a query, since they may be many.
  private record Found(Field field, Cascade.Effect effect, boolean byDatabase, Query rows) {}

  private void look(
      Field field,
      Going going,
      Map<Model, Map<Object, Instance>> gone,
      Deque<Going> left,
      List<Found> found,
      String at) {
    Reference to = field.reference().orElseThrow();
    Model owner = models.concrete(models.get(field.model()));
    Cascade.Effect effect = effect(to);
    boolean byDatabase = isByDatabase(to.onDelete());
    List<Object> values = values(going.rows(), to);
    for (Portion<Object> part : Portion.of(values, BATCH, Reason.delete(owner.name()))) {
      Query rows = Keys.query(owner, field, part.items());
      found.add(new Found(field, effect, byDatabase, rows));
      if (effect == Cascade.Effect.DELETED && !pointingTo(owner).isEmpty()) {
        List<Instance> further = fresh(gone, owner, fetch(rows, at));
        if (!further.isEmpty()) {
          left.add(new Going(owner, further));
        }
      }
    }
  }

  // What nobody watches over is left pointing to nothing, which is not the database's business.
  private static Cascade.Effect effect(Reference to) {
    return switch (to.onDelete()) {
      case CASCADE, DB_CASCADE -> Cascade.Effect.DELETED;
      case SET_NULL, DB_SET_NULL -> Cascade.Effect.SET_NULL;
      case SET_DEFAULT, DB_SET_DEFAULT -> Cascade.Effect.SET_DEFAULT;
      case PROTECT, RESTRICT, DO_NOTHING -> Cascade.Effect.REFUSED;
    };
  }

  private static boolean isByDatabase(OnDelete onDelete) {
    return switch (onDelete) {
      case DB_CASCADE, DB_SET_NULL, DB_SET_DEFAULT, DO_NOTHING -> true;
      case CASCADE, SET_NULL, SET_DEFAULT, PROTECT, RESTRICT -> false;
    };
  }

  private List<Cascade.Part> parts(
      List<Found> found, Map<Model, Map<Object, Instance>> gone, String at) {
    Map<String, Cascade.Part> parts = new LinkedHashMap<>();
    for (Found each : found) {
      Model owner = models.concrete(models.get(each.field().model()));
      Map<Object, Instance> going = gone.getOrDefault(owner, Map.of());
      boolean known = !going.isEmpty();
      List<Instance> some = new ArrayList<>(known ? fetch(each.rows(), at) : List.of());
      // Rows that go themselves are neither in the way nor set to anything.
      if (each.effect() != Cascade.Effect.DELETED) {
        some.removeIf(row -> going.containsKey(keyOf(owner, row)));
      }
      long rows = known ? some.size() : count(each.rows(), at);
      if (rows > 0) {
        List<Instance> shown = known ? some : fetch(few(each.rows()), at);
        parts.merge(
            each.field().toString(),
            new Cascade.Part(
                owner.name(),
                each.field().toString(),
                each.effect(),
                each.byDatabase(),
                rows,
                shown.stream().limit(EXAMPLES).map(Instance::label).toList()),
            Cascades::together);
      }
    }
    return List.copyOf(parts.values());
  }

  private static Cascade.Part together(Cascade.Part a, Cascade.Part b) {
    return new Cascade.Part(
        a.model(), a.relation(), a.effect(), a.byDatabase(), a.rows() + b.rows(), a.examples());
  }

  private static Query few(Query rows) {
    return rows.with(new Step.Slice(0, OptionalInt.of(EXAMPLES)));
  }

  private List<Instance> fresh(
      Map<Model, Map<Object, Instance>> gone, Model model, List<Instance> rows) {
    Map<Object, Instance> known = gone.computeIfAbsent(model, _ -> new LinkedHashMap<>());
    List<Instance> fresh = new ArrayList<>();
    for (Instance row : rows) {
      if (known.putIfAbsent(keyOf(model, row), row) == null) {
        fresh.add(row);
      }
    }
    return fresh;
  }

  private Object keyOf(Model model, Instance row) {
    Object key = Dependents.key(desk, model, row);
    return key == null ? row : key;
  }

  private static List<Object> values(List<Instance> rows, Reference to) {
    Set<Object> values = new LinkedHashSet<>();
    for (Instance row : rows) {
      Object value = row.value(row.layout().field(to.toField()));
      if (value != null) {
        values.add(value);
      }
    }
    return List.copyOf(values);
  }

  private List<Field> pointingTo(Model model) {
    List<Field> fields = new ArrayList<>();
    for (Model other : models.all()) {
      for (Field field : other.localFields()) {
        Optional<Reference> to = field.reference();
        boolean counts =
            to.isPresent()
                && models.concrete(models.get(to.get().target())).equals(model)
                && (to.get().constrained() || to.get().onDelete() != OnDelete.DO_NOTHING);
        if (counts) {
          fields.add(field);
        }
      }
    }
    return fields;
  }

  private List<Instance> fetch(Query query, String at) {
    return desk.session()
        .line()
        .fetch(query, Optional.empty(), at, Reason.delete(query.model()))
        .objects();
  }

  private long count(Query query, String at) {
    Chain count = new Chain(query, new Terminal.Count());
    Object rows =
        desk.rows(at, desk.resolver().resolve(count).statement(), Reason.delete(query.model()))
            .getFirst()[0];
    return rows instanceof Number number ? number.longValue() : 0;
  }
}
