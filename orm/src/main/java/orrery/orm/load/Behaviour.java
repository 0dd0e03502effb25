package orrery.orm.load;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import orrery.orm.query.Step;

/// What code adds to a model: the class of its objects, values they compute, and the queryset that
/// its default manager starts from.
///
/// @param factory makes an object
/// @param properties computed values, by name
/// @param defaultManager the steps that come before all others where many related objects are
///   loaded
public record Behaviour(
    Function<Row, ? extends Instance> factory,
    Map<String, Property> properties,
    List<Step> defaultManager,
    RowUpdate rowUpdate) {

  /// A model that nothing was added to.
  public static final Behaviour PLAIN = new Behaviour(Instance::new, Map.of(), List.of());

  /// Makes it from copies of the collections.
  public Behaviour {
    properties = Map.copyOf(properties);
    defaultManager = List.copyOf(defaultManager);
  }

  /// Makes it with updates of rows as they are.
  public Behaviour(
      Function<Row, ? extends Instance> factory,
      Map<String, Property> properties,
      List<Step> defaultManager) {
    this(factory, properties, defaultManager, java.util.function.IntSupplier::getAsInt);
  }
}
