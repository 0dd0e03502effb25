package orrery.orm.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import orrery.orm.db.Reason;
import orrery.orm.error.ObjectDoesNotExist;
import orrery.orm.error.TypeError;
import orrery.orm.error.ValueError;
import orrery.orm.meta.Field;
import orrery.orm.meta.ForeignObject;
import orrery.orm.meta.GenericForeignKey;
import orrery.orm.meta.GenericRelation;
import orrery.orm.meta.ManyToMany;
import orrery.orm.meta.Model;
import orrery.orm.meta.Reference;
import orrery.orm.meta.ReverseForeignKey;
import orrery.orm.meta.ReverseForeignObject;
import orrery.orm.meta.ReverseGeneric;
import orrery.orm.meta.ReverseManyToMany;
import orrery.orm.query.Condition;
import orrery.orm.query.Expr;
import orrery.orm.query.Query;
import orrery.orm.query.Step;

/// Reads and sets an object's relations to one object: Django's related descriptors.
final class ToOne {

  private ToOne() {}

  /// Returns what `link` leads to, loading it where it is not at hand; null where nothing is an
  /// answer.
  ///
  /// @throws ObjectDoesNotExist where there is nothing and that is no answer
  static @Nullable Instance read(Instance of, Link link) {
    if (link.member() instanceof GenericForeignKey generic) {
      return GenericTarget.read(of, link, generic);
    }
    Object cached = of.cached(link);
    if (cached == null) {
      cached = load(of, link);
      of.cache(link, cached);
    }
    if (cached instanceof Instance found) {
      return found;
    }
    if (link.isNullable()) {
      return null;
    }
    throw new ObjectDoesNotExist(
        of.model().name() + " has no " + link.name() + ".", link.target().orElse(null));
  }

  /// Returns the object, or [Gap#NOTHING].
  private static Object load(Instance of, Link link) {
    Object key = link.key(of);
    if (key == null) {
      return Gap.NOTHING;
    }
    Optional<Instance> parent = parent(of, link);
    if (parent.isPresent()) {
      link.reverse().ifPresent(name -> parent.get().cache(name, of));
      return parent.get();
    }
    List<Condition> conditions = new ArrayList<>();
    for (int i = 0; i < link.remote().size(); i++) {
      Object value = key instanceof List<?> parts && link.remote().size() > 1 ? parts.get(i) : key;
      conditions.add(new Condition.Lookup(link.remote().get(i), new Expr.Literal(value)));
    }
    Reason reason = Reason.lazy(of.model().name() + "." + link.name());
    Optional<Instance> found = one(of.state(), link.target().orElseThrow(), conditions, reason);
    if (found.isEmpty()) {
      if (link.member() instanceof Field) {
        throw Arities.none(link.target().orElseThrow());
      }
      return Gap.NOTHING;
    }
    link.reverse().ifPresent(name -> found.get().cache(name, of));
    return found.get();
  }

  /// Returns the one object that meets the conditions, from the database of `state`.
  ///
  /// @throws orrery.orm.error.MultipleObjectsReturned where there are more
  static Optional<Instance> one(
      State state, String model, List<Condition> conditions, Reason reason) {
    Query query =
        new Query(
            model,
            List.of(
                new Step.Filter(conditions),
                new Step.OrderBy(List.of()),
                new Step.Slice(0, OptionalInt.of(Arities.MOST))));
    List<Instance> found =
        state.session().line().fetch(query, Optional.empty(), state.database(), reason).objects();
    if (found.size() > 1) {
      throw Arities.several(model, found.size());
    }
    return found.stream().findFirst();
  }

  /// Makes the parent of a child in multi-table inheritance of the child's own values, where it has
  /// them all.
  private static Optional<Instance> parent(Instance of, Link link) {
    if (!(link.member() instanceof Field field)
        || !field.reference().map(Reference::parentLink).orElse(false)) {
      return Optional.empty();
    }
    Session session = of.state().session();
    Layout layout = session.layout(session.models().get(link.target().orElseThrow()));
    @Nullable Object[] values = new @Nullable Object[layout.fields().size()];
    for (int i = 0; i < values.length; i++) {
      int slot = of.layout().find(layout.fields().get(i).attname());
      if (slot < 0 || of.isDeferred(slot)) {
        return Optional.empty();
      }
      values[i] = of.value(slot);
    }
    return Optional.of(layout.behaviour().factory().apply(new Row(layout, values, of.state())));
  }

  /// Sets what `link` leads to.
  ///
  /// @throws TypeError where it leads to many
  /// @throws ValueError where it leads to objects of another model
  static void assign(Instance of, Link link, @Nullable Object value) {
    switch (link.member()) {
      case GenericForeignKey generic -> GenericTarget.assign(of, link, generic, value);
      case Field f -> forward(of, link, checked(of, link, value));
      case ForeignObject f -> forward(of, link, checked(of, link, value));
      case ReverseForeignKey r when !r.isToMany() -> backward(of, link, checked(of, link, value));
      case ReverseForeignObject r when !r.isToMany() ->
          backward(of, link, checked(of, link, value));
      case ManyToMany m -> throw prohibited("forward side of a many-to-many set", link);
      case ReverseManyToMany r -> throw prohibited("reverse side of a many-to-many set", link);
      case ReverseForeignKey r -> throw prohibited("reverse side of a related set", link);
      case ReverseForeignObject r -> throw prohibited("reverse side of a related set", link);
      case GenericRelation g -> throw prohibited("reverse side of a related set", link);
      case ReverseGeneric r -> throw prohibited("reverse side of a related set", link);
    }
  }

  private static TypeError prohibited(String what, Link link) {
    return new TypeError(
        "Direct assignment to the "
            + what
            + " is prohibited. Use "
            + link.name()
            + ".set() instead.");
  }

  private static @Nullable Instance checked(Instance of, Link link, @Nullable Object value) {
    if (value == null) {
      return null;
    }
    Session session = of.state().session();
    Model target = session.models().get(link.target().orElseThrow());
    if (value instanceof Instance related && session.isKindOf(related.model(), target)) {
      return related;
    }
    throw new ValueError(
        "Cannot assign \"%s\": \"%s.%s\" must be a \"%s\" instance."
            .formatted(
                value instanceof Instance other ? other.repr() : value,
                of.model().name(),
                link.name(),
                target.name()));
  }

  private static void forward(Instance of, Link link, @Nullable Instance related) {
    for (int i = 0; i < link.remote().size(); i++) {
      of.put(
          link.slot(i), related == null ? null : related.get(raw(related, link.remote().get(i))));
    }
    of.cache(link, related == null ? Gap.NOTHING : related);
    if (related != null) {
      link.reverse().ifPresent(name -> related.cache(name, of));
    }
  }

  private static void backward(Instance of, Link link, @Nullable Instance related) {
    Object before = of.cached(link);
    of.cache(link, related);
    String back = link.reverse().orElseThrow();
    if (related != null) {
      related.set(back, of);
    } else if (before instanceof Instance old) {
      old.set(back, null);
    }
  }

  private static String raw(Instance of, String field) {
    return of.layout().fields().get(of.layout().slot(field)).attname();
  }
}
