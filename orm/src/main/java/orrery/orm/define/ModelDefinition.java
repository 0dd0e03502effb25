package orrery.orm.define;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import orrery.orm.error.ImproperlyConfigured;
import orrery.orm.load.Instance;
import orrery.orm.load.Property;
import orrery.orm.load.Row;
import orrery.orm.load.RowUpdate;
import orrery.orm.meta.Constraint;
import orrery.orm.meta.Index;

/// A model as code defines it: what stands in the body of a Django model class. Not thread-safe; a
/// set of [Definitions] is.
///
/// ```java
/// ModelDefinition book =
///     model("Book")
///         .field("title", charField(255))
///         .field("authors", manyToManyField("Author").relatedName("books"))
///         .ordering("id")
///         .str("title");
/// ```
public final class ModelDefinition {

  /// Where a class of one's own stands for the rows.
  record Type(Class<? extends Instance> type, Function<Row, ? extends Instance> factory) {}

  final String name;
  final Map<String, MemberDefinition> members = new LinkedHashMap<>();
  final Map<String, Property> properties = new LinkedHashMap<>();
  final List<Constraint> constraints = new ArrayList<>();
  final List<Index> indexes = new ArrayList<>();
  final List<List<String>> together = new ArrayList<>();
  @Nullable Type type;
  @Nullable String parent;
  @Nullable String proxyOf;
  @Nullable String table;
  @Nullable List<String> ordering;
  @Nullable List<String> getLatestBy;
  boolean selectOnSave;
  @Nullable String labelField;
  @Nullable Function<Instance, String> label;
  @Nullable String defaultManager;
  @Nullable RowUpdate rowUpdate;

  private ModelDefinition(String name) {
    this.name = name;
  }

  /// Starts a model called `name`, in PascalCase, whose objects are plain [Instance]s.
  public static ModelDefinition model(String name) {
    return new ModelDefinition(name);
  }

  /// Starts a model that is called as the class of its objects is.
  ///
  /// @param factory the constructor, which passes the row on to that of [Instance]
  public static <T extends Instance> ModelDefinition model(
      Class<T> type, Function<Row, T> factory) {
    ModelDefinition model = new ModelDefinition(type.getSimpleName());
    model.type = new Type(type, factory);
    return model;
  }

  /// Adds a field or a relation.
  ///
  /// @throws ImproperlyConfigured where the model has one of that name
  public ModelDefinition field(String name, MemberDefinition member) {
    if (members.putIfAbsent(name, member) != null) {
      throw new ImproperlyConfigured(this.name + " has two fields called '" + name + "'.");
    }
    return this;
  }

  /// Adds all that another definition has been given so far: an abstract base class.
  public ModelDefinition include(ModelDefinition base) {
    base.members.forEach(this::field);
    properties.putAll(base.properties);
    ordering = ordering == null ? base.ordering : ordering;
    getLatestBy = getLatestBy == null ? base.getLatestBy : getLatestBy;
    return this;
  }

  /// Makes it a child of another model in multi-table inheritance: its own table holds what it
  /// adds, and a link to the parent's row.
  public ModelDefinition extend(String parent) {
    this.parent = parent;
    return this;
  }

  /// Makes it a proxy: another view of the rows of another model.
  public ModelDefinition proxyOf(String model) {
    this.proxyOf = model;
    return this;
  }

  /// Names its table: `db_table`.
  public ModelDefinition table(String name) {
    this.table = name;
    return this;
  }

  /// Orders querysets that say nothing else: names of fields, with `-` before a descending one.
  public ModelDefinition ordering(String... names) {
    this.ordering = List.of(names);
    return this;
  }

  /// Says by which fields `latest()` and `earliest()` go: `get_latest_by`.
  public ModelDefinition getLatestBy(String... names) {
    this.getLatestBy = List.of(names);
    return this;
  }

  /// Has `save()` ask first whether the row is there: `select_on_save`.
  public ModelDefinition selectOnSave() {
    this.selectOnSave = true;
    return this;
  }

  /// Lets no two rows have the same values of these fields: `unique_together`.
  public ModelDefinition uniqueTogether(String... names) {
    together.add(List.of(names));
    return this;
  }

  /// Adds a constraint.
  public ModelDefinition constraint(Constraint constraint) {
    constraints.add(constraint);
    return this;
  }

  /// Adds an index.
  public ModelDefinition index(Index index) {
    indexes.add(index);
    return this;
  }

  /// Has the value of a field stand for an object where people read it: `__str__`.
  public ModelDefinition str(String field) {
    this.labelField = field;
    return this;
  }

  /// Has `label` say what stands for an object where people read it: `__str__`. A class of one's
  /// own overrides `toString` instead.
  public ModelDefinition str(Function<Instance, String> label) {
    this.label = label;
    return this;
  }

  /// Adds a value that objects compute whenever it is read: a `property`. Paths of
  /// `prefetch_related` may lead through it.
  public ModelDefinition property(String name, Function<Instance, @Nullable Object> compute) {
    properties.put(name, new Property(compute, false));
    return this;
  }

  /// Adds a value that an object computes once and then keeps: a `cached_property`.
  public ModelDefinition cachedProperty(String name, Function<Instance, @Nullable Object> compute) {
    properties.put(name, new Property(compute, true));
    return this;
  }

  /// Sets the queryset that everything starts from, as a chain:
  /// `Teacher.objects.prefetch_related("qualifications")`.
  public ModelDefinition defaultManager(String chain) {
    this.defaultManager = chain;
    return this;
  }

  /// Sets what stands between saving an object and the update of its row: the `_update` of the base
  /// manager. Proxies and children use that of the model whose table it is.
  public ModelDefinition baseManager(RowUpdate rowUpdate) {
    this.rowUpdate = rowUpdate;
    return this;
  }

  /// Returns its name.
  public String name() {
    return name;
  }

  /// Returns the class of its objects.
  public Class<? extends Instance> type() {
    return type == null ? Instance.class : type.type();
  }

  Optional<ForeignKeyDefinition> parentLink() {
    return members.values().stream()
        .filter(ForeignKeyDefinition.class::isInstance)
        .map(ForeignKeyDefinition.class::cast)
        .filter(ForeignKeyDefinition::isParentLink)
        .findFirst();
  }
}
