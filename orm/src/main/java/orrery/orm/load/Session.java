package orrery.orm.load;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import orrery.orm.meta.Field;
import orrery.orm.meta.Model;
import orrery.orm.meta.Models;
import orrery.orm.type.FieldTypes;
import orrery.orm.type.Kind;

/// What loaded objects belong to: the models, what code adds to them, and the line to the
/// databases. Thread-safe where its line is; the objects are not.
public final class Session {

  private final Models models;
  private final Map<String, Behaviour> behaviours;
  private final Line line;
  private final Managers managers;
  private final Storage storage;
  private final ContentTypes contentTypes;
  private final Map<String, Layout> layouts = new ConcurrentHashMap<>();

  /// Makes a session.
  ///
  /// @param behaviours what code adds to a model, by the model's name
  /// @param managers gives objects the managers of their to-many relations
  /// @param storage where objects are saved to and deleted from
  /// @param line the way to the databases that objects go, each on its own account, for what they
  ///   lack
  public Session(
      Models models,
      Map<String, Behaviour> behaviours,
      Line line,
      Managers managers,
      Storage storage) {
    this.models = models;
    this.behaviours = Map.copyOf(behaviours);
    this.line = line;
    this.managers = managers;
    this.storage = storage;
    this.contentTypes = new ContentTypes(models, line);
  }

  /// Returns the models.
  public Models models() {
    return models;
  }

  /// Returns what code adds to `model`.
  public Behaviour behaviour(Model model) {
    return behaviours.getOrDefault(model.name(), Behaviour.PLAIN);
  }

  /// Returns the layout of the objects of `model`.
  public Layout layout(Model model) {
    Layout known = layouts.get(model.name());
    if (known == null) {
      known = new Layout(models, model, behaviour(model));
      layouts.put(model.name(), known);
    }
    return known;
  }

  /// Returns the way to the databases.
  public Line line() {
    return line;
  }

  /// Returns the content types.
  public ContentTypes contentTypes() {
    return contentTypes;
  }

  /// Returns a new object of `model`, in no database yet, with the defaults of its fields.
  public Instance make(Model model) {
    Layout layout = layout(model);
    @Nullable Object[] values = new @Nullable Object[layout.fields().size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = initial(layout.fields().get(i));
    }
    State state = new State(this, "", true);
    return layout.behaviour().factory().apply(new Row(layout, values, state));
  }

  private static @Nullable Object initial(Field field) {
    if (field.defaultValue().isPresent()) {
      return Coercion.of(field.defaultValue().get().get());
    }
    if (field.dbDefault().isPresent() && !field.isPrimaryKey()) {
      return Gap.DEFAULT;
    }
    return isEmptyAtFirst(field) ? "" : null;
  }

  /// Texts that cannot be null start empty: Django's `empty_strings_allowed`.
  private static boolean isEmptyAtFirst(Field field) {
    return field.type().kind() == Kind.TEXT
        && !field.type().name().equals(FieldTypes.IP_ADDRESS.name())
        && !field.isNullable()
        && !field.isRelation();
  }

  Managers managers() {
    return managers;
  }

  Storage storage() {
    return storage;
  }

  /// Says whether an object of `model` is also one of `of`: the same table, or a child of it.
  public boolean isKindOf(Model model, Model of) {
    Model concrete = models.concrete(model);
    return concrete.name().equals(models.concrete(of).name())
        || models.parents(concrete).keySet().stream().anyMatch(parent -> isKindOf(parent, of));
  }
}
