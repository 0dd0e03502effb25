package orrery.orm;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import orrery.orm.error.IndexError;
import orrery.orm.error.Nearest;
import orrery.orm.error.TypeError;
import orrery.orm.load.Instance;
import orrery.orm.load.Session;
import orrery.orm.meta.Field;
import orrery.orm.meta.Member;
import orrery.orm.meta.Members;
import orrery.orm.meta.Model;

/// Makes objects of values given by position and by name: the constructor of a Django model.
final class Instances {

  private final Session session;
  private final Model model;
  private final Members members;

  Instances(Session session, Model model) {
    this.session = session;
    this.model = model;
    this.members = session.models().members(model);
  }

  /// Makes a new object.
  ///
  /// @param positional values of the fields in their order
  /// @param named values of fields and to-one relations
  /// @throws TypeError with Python's words, for a name that the model has not
  /// @throws IndexError where there are more values than fields
  Instance make(
      List<? extends @Nullable Object> positional, Map<String, ? extends @Nullable Object> named) {
    Instance made = session.make(model);
    List<Field> fields = members.fields();
    if (positional.size() > fields.size()) {
      throw new IndexError("Number of args exceeds number of fields");
    }
    for (int i = 0; i < positional.size(); i++) {
      Field field = fields.get(i);
      if (named.containsKey(field.name()) || named.containsKey(field.attname())) {
        throw new TypeError(
            model.name()
                + "() got both positional and keyword arguments for field '"
                + field.name()
                + "'.");
      }
      made.set(field.attname(), positional.get(i));
    }
    named.forEach((name, value) -> {
      check(name);
      made.set(name, value);
    });
    return made;
  }

  private void check(String name) {
    boolean known =
        name.equals("pk")
            || members.lookup(name).filter(Field.class::isInstance).isPresent()
            || members.attribute(name).isPresent()
            || session.behaviour(model).properties().containsKey(name);
    if (!known) {
      TypeError error =
          new TypeError(model.name() + "() got an unexpected keyword argument '" + name + "'");
      error.meaning(Nearest.of(name, members.accessors()));
      throw error;
    }
  }

  /// Says whether `name` can be given when an object is made.
  boolean isSettable(String name) {
    Member member = members.attribute(name).orElseGet(() -> members.lookup(name).orElse(null));
    return name.equals("pk")
        || (member != null && !member.isToMany())
        || session.behaviour(model).properties().containsKey(name);
  }
}
