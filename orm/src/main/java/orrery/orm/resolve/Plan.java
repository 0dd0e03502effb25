package orrery.orm.resolve;

import java.util.List;
import orrery.orm.meta.Model;
import orrery.orm.query.Prefetch;
import orrery.orm.sql.Statement;

/// What is to be sent, how its rows become an answer, and which relations are loaded afterwards.
///
/// @param model the model that was asked
/// @param statement what is to be sent
/// @param shape how rows become the answer
/// @param prefetches what is loaded in statements of their own, in the order asked
/// @param empty whether no row can match, so that nothing is to be sent
/// @param database the alias of the database to ask, empty for the one at hand
public record Plan(
    Model model,
    Statement statement,
    Shape shape,
    List<Prefetch> prefetches,
    boolean empty,
    String database) {

  /// Makes it from a copy of `prefetches`.
  public Plan {
    prefetches = List.copyOf(prefetches);
  }
}
