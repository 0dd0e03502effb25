package orrery.orm.load;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orrery.orm.db.Reason;
import orrery.orm.error.ValueError;
import orrery.orm.meta.Field;
import orrery.orm.meta.GenericForeignKey;
import orrery.orm.meta.Model;
import orrery.orm.meta.Models;
import orrery.orm.meta.Reference;
import orrery.orm.query.Condition;
import orrery.orm.query.Expr;
import orrery.orm.type.Kind;

/// Reads and sets a generic foreign key: the object of any model that a content type and a key name
/// together.
final class GenericTarget {

  private GenericTarget() {}

  /// Returns the object, loading it where it is not at hand; null where there is none.
  static @Nullable Instance read(Instance of, Link link, GenericForeignKey generic) {
    Object cached = of.cached(link);
    if (cached == Gap.NOTHING) {
      return null;
    }
    Object type = of.value(link.slot(0));
    Object key = of.value(link.slot(1));
    State state = of.state();
    if (cached instanceof Instance found
        && String.valueOf(found.pk()).equals(String.valueOf(key))
        && typeOf(of, link, found).filter(id -> id.equals(type)).isPresent()) {
      return found;
    }
    Optional<Instance> found = Optional.empty();
    if (type != null && key != null) {
      Reason reason = Reason.lazy(of.model().name() + "." + generic.name());
      List<Condition> byKey = List.of(new Condition.Lookup("pk", new Expr.Literal(key)));
      found = model(of, link, type).flatMap(model -> ToOne.one(state, model.name(), byKey, reason));
    }
    of.cache(link, found.isPresent() ? found.get() : Gap.NOTHING);
    return found.orElse(null);
  }

  static void assign(Instance of, Link link, GenericForeignKey generic, @Nullable Object value) {
    if (value == null) {
      of.put(link.slot(0), null);
      of.put(link.slot(1), null);
      of.cache(link, Gap.NOTHING);
      return;
    }
    if (!(value instanceof Instance target)) {
      throw new ValueError(
          "Cannot assign \"%s\": \"%s.%s\" must be an object of a model."
              .formatted(value, of.model().name(), generic.name()));
    }
    Optional<Object> type = typeOf(of, link, target);
    if (type.isEmpty()) {
      throw new ValueError("There is no content type for the model " + target.model() + ".");
    }
    of.value(link.slot(0), type.get());
    Object key = target.pk();
    boolean text = of.layout().fields().get(link.slot(1)).type().kind() == Kind.TEXT;
    of.put(link.slot(1), text && key != null ? key.toString() : key);
    of.cache(link, target);
  }

  /// Returns the model that the content type `type` stands for.
  static Optional<Model> model(Instance of, Link link, Object type) {
    return of.state()
        .session()
        .contentTypes()
        .model(typeModel(of, link), type, of.state().database());
  }

  private static Optional<Object> typeOf(Instance of, Link link, Instance target) {
    return of.state()
        .session()
        .contentTypes()
        .id(typeModel(of, link), target.model(), target.state().database());
  }

  /// Returns the name of the model of content types.
  private static String typeModel(Instance of, Link link) {
    return of.layout()
        .fields()
        .get(link.slot(0))
        .reference()
        .map(Reference::target)
        .orElse("ContentType");
  }

  /// Returns the name of the model of content types, for a generic relation to `target`.
  static String typeModel(Models models, String target, String typeField) {
    return models
        .members(models.get(target))
        .lookup(typeField)
        .filter(Field.class::isInstance)
        .flatMap(field -> ((Field) field).reference())
        .map(Reference::target)
        .orElse("ContentType");
  }
}
