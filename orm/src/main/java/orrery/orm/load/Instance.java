package orrery.orm.load;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import orrery.orm.error.AttributeError;
import orrery.orm.error.Nearest;
import orrery.orm.error.ObjectDoesNotExist;
import orrery.orm.error.TypeError;
import orrery.orm.meta.Field;
import orrery.orm.meta.Model;

/// An object of a model: Django's model instance.
///
/// It is one array of values with a layout that all objects of the model share; what it has besides
/// (related objects, annotations) is allocated when there is some. A field that was not loaded, and
/// a relation that was not fetched, is loaded when it is read, in a statement of its own. Equal is
/// what has the same model and key. Not thread-safe.
public class Instance {

  private static final ClassValue<Boolean> HASHABLE =
      new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
          try {
            Class<?> equality = type.getMethod("equals", Object.class).getDeclaringClass();
            return equality.isAssignableFrom(type.getMethod("hashCode").getDeclaringClass());
          } catch (NoSuchMethodException e) {
            throw new AssertionError(e);
          }
        }
      };

  private final Layout layout;
  private final @Nullable Object[] values;
  private State state;
  private @Nullable Object @Nullable [] cache;
  private @Nullable Bag bag;

  /// Makes an object of a row.
  public Instance(Row row) {
    this.layout = row.layout;
    this.values = row.values;
    this.state = row.state;
  }

  /// Returns its model.
  public final Model model() {
    return layout.model();
  }

  /// Returns where it comes from.
  public final State state() {
    return state;
  }

  /// Says where it is from now on.
  public final void state(State state) {
    this.state = state;
  }

  /// Returns the layout of its values.
  public final Layout layout() {
    return layout;
  }

  /// Returns the value of its primary key: of a composite key a list; null where it has none yet.
  public final @Nullable Object pk() {
    if (layout.keySize() == 1) {
      return value(layout.keySlot(0));
    }
    List<Object> parts = new ArrayList<>(layout.keySize());
    for (int i = 0; i < layout.keySize(); i++) {
      Object part = value(layout.keySlot(i));
      if (part == null) {
        return null;
      }
      parts.add(part);
    }
    return parts.isEmpty() ? null : parts;
  }

  /// Returns what it has under `name`: the value of a field by its raw name, the object of a to-one
  /// relation, the manager of a to-many relation, an annotation, whatever was set, or a property.
  ///
  /// @throws AttributeError where it has nothing of that name
  /// @throws ObjectDoesNotExist where a relation that must have an object has none
  public final @Nullable Object get(String name) {
    Link link = layout.link(name);
    if (link != null) {
      return link.isToMany()
          ? state.session().managers().manager(this, link.member())
          : ToOne.read(this, link);
    }
    int slot = layout.find(name);
    if (slot >= 0) {
      return value(slot);
    }
    if (bag != null && bag.has(name)) {
      return bag.get(name);
    }
    Property property = layout.behaviour().properties().get(name);
    if (property != null) {
      return compute(name, property);
    }
    if (name.equals("pk")) {
      return pk();
    }
    throw unknown(name);
  }

  /// Returns what it has under `name`, which is of the class `type`; see [#get(String)].
  ///
  /// @throws TypeError where it is of another class
  /// @throws AttributeError where it has nothing of that name
  /// @throws ObjectDoesNotExist where a relation that must have an object has none
  public final <T> @Nullable T get(String name, Class<T> type) {
    Object value = get(name);
    if (value != null && !type.isInstance(value)) {
      throw new TypeError(
          "%s.%s is a %s, not a %s."
              .formatted(
                  model().name(), name, value.getClass().getSimpleName(), type.getSimpleName()));
    }
    return type.cast(value);
  }

  /// Says whether [#get] has an answer; may ask the database for it.
  public final boolean has(String name) {
    try {
      get(name);
      return true;
    } catch (AttributeError | ObjectDoesNotExist none) {
      return false;
    }
  }

  /// Sets what it has under `name`: a field by its raw name, a to-one relation, or an attribute of
  /// its own.
  ///
  /// @throws orrery.orm.error.ValueError where a relation is given an object of another model
  /// @throws TypeError where `name` is a to-many relation
  public final void set(String name, @Nullable Object value) {
    Link link = layout.link(name);
    if (link != null) {
      ToOne.assign(this, link, value);
      return;
    }
    int slot = layout.find(name);
    if (slot >= 0) {
      value(slot, value);
    } else if (name.equals("pk")) {
      pk(value);
    } else {
      attr(name, value);
    }
  }

  private void pk(@Nullable Object value) {
    if (layout.keySize() == 1) {
      value(layout.keySlot(0), value);
      return;
    }
    List<?> parts = value instanceof List<?> list ? list : List.of();
    if (parts.size() != layout.keySize()) {
      throw new TypeError("The key of " + model() + " has " + layout.keySize() + " values.");
    }
    for (int i = 0; i < parts.size(); i++) {
      value(layout.keySlot(i), parts.get(i));
    }
  }

  /// Returns the value of `field`, loading it where it was deferred.
  public final @Nullable Object value(Field field) {
    return value(layout.slot(field));
  }

  final @Nullable Object value(int slot) {
    Object value = values[slot];
    if (value == Gap.DEFERRED) {
      return Refresh.deferred(this, slot);
    }
    return value == Gap.DEFAULT ? null : value;
  }

  final void value(int slot, @Nullable Object value) {
    Object fitting = Coercion.of(value);
    if (cache != null && !Objects.equals(values[slot], fitting)) {
      for (Link link : layout.links()) {
        if (!link.isToMany() && link.member() instanceof Field && link.goesBy(slot)) {
          cache[link.place()] = null;
        }
      }
    }
    values[slot] = fitting;
  }

  /// Puts a value in its place as it is, for those that know that nothing hangs on it.
  final void put(int slot, @Nullable Object value) {
    values[slot] = value;
  }

  /// Forgets the value of a field, so that it is loaded again when it is read: Python's `del`.
  public final void unset(String name) {
    int slot = layout.find(name);
    if (slot >= 0) {
      values[slot] = Gap.DEFERRED;
    } else if (bag != null && bag.has(name)) {
      bag.remove(name);
    } else {
      throw unknown(name);
    }
  }

  /// Says whether `field` was not loaded.
  public final boolean isDeferred(Field field) {
    return values[layout.slot(field)] == Gap.DEFERRED;
  }

  final boolean isDeferred(int slot) {
    return values[slot] == Gap.DEFERRED;
  }

  /// Returns the raw names of the fields that were not loaded: Django's `get_deferred_fields`.
  public final Set<String> deferredFields() {
    Set<String> names = new LinkedHashSet<>();
    for (int i = 0; i < values.length; i++) {
      if (values[i] == Gap.DEFERRED) {
        names.add(layout.fields().get(i).attname());
      }
    }
    return names;
  }

  /// Returns the annotation, or the attribute that was set, under `name`; null where there is none.
  public final @Nullable Object attr(String name) {
    return bag == null ? null : bag.get(name);
  }

  /// Says whether there is an annotation, or an attribute that was set, under `name`.
  public final boolean hasAttr(String name) {
    return bag != null && bag.has(name);
  }

  /// Sets an attribute beside the fields.
  public final void attr(String name, @Nullable Object value) {
    if (bag == null) {
      bag = new Bag(2);
    }
    bag.put(name, value);
  }

  /// Gives it all its attributes at once.
  final void bag(Bag bag) {
    this.bag = bag;
  }

  /// Says whether the objects of `relation` are at hand, so that reading them sends no statement.
  public final boolean isCached(String relation) {
    Link link = layout.link(relation);
    return link != null && cached(link) != null;
  }

  /// Says whether there may be objects of any relation at hand.
  public final boolean hasRelated() {
    return cache != null;
  }

  /// Returns what is at hand of `relation`, never asking the database: an object, null where it is
  /// known that there is none, or of a to-many relation [Prefetched].
  public final @Nullable Object related(String relation) {
    Link link = layout.link(relation);
    Object value = link == null ? null : cached(link);
    return value == Gap.NOTHING ? null : value;
  }

  final @Nullable Object cached(Link link) {
    return cache == null ? null : cache[link.place()];
  }

  /// Keeps what a relation leads to: an object, [Prefetched], [Gap#NOTHING], or null to forget.
  final void cache(Link link, @Nullable Object value) {
    if (cache == null) {
      if (value == null) {
        return;
      }
      cache = new @Nullable Object[layout.links().size()];
    }
    cache[link.place()] = value;
  }

  final void cache(String relation, Instance value) {
    Link link = layout.link(relation);
    if (link != null) {
      cache(link, value);
    }
  }

  /// Keeps `object` as what the to-one `relation` leads to; the raw value stays as it is.
  public final void remember(String relation, Instance object) {
    cache(relation, object);
  }

  /// Forgets the objects of `relation`, so that they are loaded again when they are read.
  public final void forget(String relation) {
    Link link = layout.link(relation);
    if (link != null) {
      cache(link, null);
    }
  }

  /// Loads its fields again: all but the deferred ones.
  ///
  /// @throws ObjectDoesNotExist where its row is gone
  public final void refreshFromDb() {
    Refresh.all(this, Optional.empty());
  }

  /// Loads the fields, and forgets the relations, of those names.
  ///
  /// @throws orrery.orm.error.ValueError where a name is a path
  public final void refreshFromDb(List<String> fields) {
    Refresh.some(this, fields, Optional.empty());
  }

  /// Loads it again as options by their Django names say: `using`, the alias of the database, and
  /// `fields`, the names of what is to be loaded.
  ///
  /// @throws TypeError for an option of another name, or a value that is none
  public final void refreshFromDb(Map<String, ? extends @Nullable Object> options) {
    Optional<String> database = Optional.empty();
    Optional<List<String>> fields = Optional.empty();
    for (Map.Entry<String, ? extends @Nullable Object> option : options.entrySet()) {
      Object value = option.getValue();
      switch (option.getKey()) {
        case "using" -> database = Optional.ofNullable(value).map(String::valueOf);
        case "fields" -> fields = Optional.ofNullable(value).map(Instance::names);
        default ->
            throw new TypeError(
                "refresh_from_db() got an unexpected keyword argument '" + option.getKey() + "'");
      }
    }
    if (fields.isPresent()) {
      Refresh.some(this, fields.get(), database);
    } else {
      Refresh.all(this, database);
    }
  }

  private static List<String> names(Object value) {
    if (value instanceof Collection<?> names) {
      return names.stream().map(String::valueOf).toList();
    }
    throw new TypeError("refresh_from_db() takes a list of names as fields, not " + value);
  }

  /// Saves it: inserts its row, or updates it.
  ///
  /// @throws orrery.orm.error.OrmError where the database refuses, or a related object is not saved
  public final void save() {
    save(SaveOptions.USUAL);
  }

  /// Saves it as `options` say.
  ///
  /// @throws orrery.orm.error.OrmError where the database refuses, or a related object is not saved
  public void save(SaveOptions options) {
    state.session().storage().save(this, options);
  }

  /// Deletes its row, and what depends on it; its primary key is then null.
  ///
  /// @throws orrery.orm.error.ValueError where it has no primary key
  public Deletion delete() {
    return state.session().storage().delete(this, Optional.empty());
  }

  /// Says whether the database is to fill in the value of `field`.
  public final boolean isLeftToDatabase(Field field) {
    return values[layout.slot(field)] == Gap.DEFAULT;
  }

  /// Puts the value of a field that the database has told in its place; nothing that hangs on it is
  /// forgotten.
  public final void tell(Field field, @Nullable Object value) {
    put(layout.slot(field), value);
  }

  /// Returns the words by which people know it: what the model's definition says, or the value of
  /// its label field, or `Album object (1)`.
  public final String label() {
    Optional<Function<Instance, String>> words = layout.behaviour().label();
    if (words.isPresent()) {
      return words.get().apply(this);
    }
    Optional<String> field = layout.model().labelField();
    if (field.isPresent()) {
      Object value = values[layout.slot(field.get())];
      if (value != null && value != Gap.DEFERRED) {
        return value.toString();
      }
    }
    return model().name() + " object (" + Objects.requireNonNullElse(pk(), "None") + ")";
  }

  /// Returns Django's `__str__`: the label, where a class of one's own says nothing else.
  @Override
  public String toString() {
    return label();
  }

  /// Returns Django's `__repr__`: `<Album: Let There Be Rock>`.
  public final String repr() {
    return "<" + model().name() + ": " + this + ">";
  }

  /// Says whether the other is an object of the same model with the same key; without a key,
  /// whether it is this one.
  @Override
  public boolean equals(@Nullable Object other) {
    if (this == other) {
      return true;
    }
    if (!(other instanceof Instance that)
        || !layout.concrete().name().equals(that.layout.concrete().name())) {
      return false;
    }
    Object key = pk();
    return key != null && key.equals(that.pk());
  }

  /// Returns the hash of the key.
  ///
  /// @throws TypeError where there is none yet, since saving would change it; and where a class of
  ///   one's own says what is equal but not how it is hashed
  @Override
  public int hashCode() {
    if (getClass() != Instance.class && !HASHABLE.get(getClass())) {
      throw new TypeError("unhashable type: '" + getClass().getSimpleName() + "'");
    }
    if (layout.keySize() == 0) {
      return System.identityHashCode(this);
    }
    Object key = pk();
    if (key == null) {
      throw new TypeError("Model instances without primary key value are unhashable");
    }
    return key.hashCode();
  }

  private @Nullable Object compute(String name, Property property) {
    Object value = property.compute().apply(this);
    if (property.cached()) {
      attr(name, value);
    }
    return value;
  }

  private AttributeError unknown(String name) {
    AttributeError error =
        new AttributeError(
            name.equals("objects")
                ? "Manager isn't accessible via " + model().name() + " instances"
                : "'" + model().name() + "' object has no attribute '" + name + "'");
    if (!name.equals("objects")) {
      error.meaning(Nearest.of(name, layout.names()));
    }
    return error;
  }
}
