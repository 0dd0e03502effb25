package orrery.orm;

import orrery.orm.error.ValueError;
import orrery.orm.resolve.Plan;
import orrery.orm.resolve.Shape;

/// Tells the shapes of plans apart.
final class Shapes {

  private Shapes() {}

  /// Returns the shape of a plan for related objects.
  ///
  /// @throws ValueError with Django's words where its rows become something else
  static Shape.Objects objects(Plan plan) {
    if (plan.shape() instanceof Shape.Objects shape) {
      return shape;
    }
    throw new ValueError("Prefetch querysets cannot use raw(), values(), and values_list().");
  }
}
