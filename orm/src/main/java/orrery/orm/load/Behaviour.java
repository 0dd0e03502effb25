package orrery.orm.load;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntSupplier;
import orrery.orm.query.Step;

/// What code adds to a model: the class of its objects, values they compute, and the queryset that
/// its default manager starts from. Immutable; thread-safe where its functions are.
///
/// @param factory makes an object
/// @param properties computed values, by name
/// @param defaultManager the steps that come before all others where many related objects are
///   loaded
/// @param rowUpdate what stands between saving an object and the update of its row
/// @param label the words by which people know an object, where a function says them
public record Behaviour(
    Function<Row, ? extends Instance> factory,
    Map<String, Property> properties,
    List<Step> defaultManager,
    RowUpdate rowUpdate,
    Optional<Function<Instance, String>> label) {

  /// A model that nothing was added to.
  public static final Behaviour PLAIN =
      new Behaviour(Instance::new, Map.of(), List.of(), IntSupplier::getAsInt, Optional.empty());

  /// Makes it from copies of the collections.
  public Behaviour {
    properties = Map.copyOf(properties);
    defaultManager = List.copyOf(defaultManager);
  }

  /// Returns this with objects made by `factory`.
  public Behaviour withFactory(Function<Row, ? extends Instance> factory) {
    return new Behaviour(factory, properties, defaultManager, rowUpdate, label);
  }

  /// Returns this with these computed values, and no others.
  public Behaviour withProperties(Map<String, Property> properties) {
    return new Behaviour(factory, properties, defaultManager, rowUpdate, label);
  }

  /// Returns this with querysets that start with `steps`.
  public Behaviour withDefaultManager(List<Step> steps) {
    return new Behaviour(factory, properties, steps, rowUpdate, label);
  }

  /// Returns this with other updates of rows.
  public Behaviour withRowUpdate(RowUpdate rowUpdate) {
    return new Behaviour(factory, properties, defaultManager, rowUpdate, label);
  }

  /// Returns this with objects known by what `label` says of them.
  public Behaviour withLabel(Function<Instance, String> label) {
    return new Behaviour(factory, properties, defaultManager, rowUpdate, Optional.of(label));
  }
}
