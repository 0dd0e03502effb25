package orrery.orm.load;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import orrery.orm.error.FieldError;
import orrery.orm.error.Nearest;
import orrery.orm.meta.Field;
import orrery.orm.meta.Model;
import orrery.orm.meta.Models;

/// Where the objects of one model keep what: their fields in order, and their relations. Shared by
/// all of them, immutable and thread-safe.
public final class Layout {

  private final Model model;
  private final Model concrete;
  private final List<Field> fields;
  private final Map<String, Integer> slots = new HashMap<>();
  private final int[] key;
  private final Map<String, Link> links;
  private final Behaviour behaviour;

  Layout(Models models, Model model, Behaviour behaviour) {
    this.model = model;
    this.concrete = models.concrete(model);
    this.behaviour = behaviour;
    this.fields = models.members(model).fields();
    for (int i = 0; i < fields.size(); i++) {
      slots.put(fields.get(i).attname(), i);
    }
    for (int i = 0; i < fields.size(); i++) {
      slots.putIfAbsent(fields.get(i).name(), i);
    }
    this.key = models.primaryKey(model).stream().mapToInt(this::slot).toArray();
    this.links = new Links(models, model, this::slot).all();
  }

  /// Returns the model.
  public Model model() {
    return model;
  }

  /// Returns the model whose table the objects are in: that of a proxy is the one it stands for.
  public Model concrete() {
    return concrete;
  }

  /// Returns the fields, in the order of an object's values.
  public List<Field> fields() {
    return fields;
  }

  /// Returns the field of that name or raw name.
  ///
  /// @throws FieldError where the model has no such field
  public Field field(String name) {
    return fields.get(slot(name));
  }

  /// Returns the place of `field` among the values.
  public int slot(Field field) {
    return slot(field.attname());
  }

  /// Returns the place of the field of that name or raw name.
  ///
  /// @throws FieldError where the model has no such field
  int slot(String name) {
    Integer slot = slots.get(name);
    if (slot == null) {
      FieldError error = new FieldError(model.name() + " has no field named '" + name + "'");
      error.meaning(Nearest.of(name, slots.keySet()));
      throw error;
    }
    return slot;
  }

  /// Returns the place of the field of that name or raw name, or -1.
  int find(String name) {
    return slots.getOrDefault(name, -1);
  }

  /// Returns the relation that objects have under `name`, or null.
  @Nullable Link link(String name) {
    return links.get(name);
  }

  /// Returns this layout's own link of the same relation as `link`, which another layout may have
  /// made.
  Link linkOf(Link link) {
    Link own = links.get(link.name());
    return own == null ? link : own;
  }

  Collection<Link> links() {
    return links.values();
  }

  int keySlot(int index) {
    return key[index];
  }

  int keySize() {
    return key.length;
  }

  Behaviour behaviour() {
    return behaviour;
  }

  /// Returns every name that an object of this layout has a value under.
  Collection<String> names() {
    return Stream.of(slots.keySet(), links.keySet(), behaviour.properties().keySet())
        .flatMap(Collection::stream)
        .sorted()
        .toList();
  }
}
