package orrery.orm.staged;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import orrery.orm.load.Instance;
import orrery.orm.load.Session;
import orrery.orm.load.State;
import orrery.orm.meta.Field;
import orrery.orm.meta.Model;

/// Objects as rows that changes start from, and the other way round.
public final class Originals {

  private Originals() {}

  /// Returns what `object`, which has a key, was read as; fields that were not loaded are left out.
  public static Original of(Instance object) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (Field field : object.layout().fields()) {
      if (!object.isDeferred(field)) {
        values.put(field.attname(), object.value(field));
      }
    }
    return new Original(Objects.requireNonNull(object.pk()), Values.of(values));
  }

  /// Returns an object as it was read from the database called `at`.
  static Instance object(Session session, Model model, Original row, String at) {
    Instance made = session.make(model);
    for (Field field : made.layout().fields()) {
      made.tell(field, row.values().get(field));
    }
    made.state(new State(session, at, false));
    return made;
  }

  /// Returns a new object with `values`, all else being defaults.
  static Instance fresh(Session session, Model model, Values values) {
    Instance made = session.make(model);
    values.byName().forEach(made::set);
    return made;
  }
}
