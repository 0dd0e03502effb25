package orrery.orm.query;

import java.util.ArrayList;
import java.util.List;

/// A query as it was asked: the name of a model and the steps in their order.
///
/// @param model the name of the model
/// @param steps what narrows, orders and shapes the answer; order matters, as in Django
public record Query(String model, List<Step> steps) {

  /// Makes a query from a copy of `steps`.
  public Query {
    steps = List.copyOf(steps);
  }

  /// Makes the query for all objects of `model`.
  public Query(String model) {
    this(model, List.of());
  }

  /// Returns this query with one more step at its end.
  public Query with(Step step) {
    List<Step> more = new ArrayList<>(steps);
    more.add(step);
    return new Query(model, more);
  }
}
