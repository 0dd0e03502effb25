package orrery.orm.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import orrery.orm.meta.Member;
import orrery.orm.query.Chain;
import orrery.orm.query.Condition;
import orrery.orm.query.Expr;
import orrery.orm.query.Name;
import orrery.orm.query.Named;
import orrery.orm.query.Query;
import orrery.orm.query.Step;
import orrery.orm.query.Terminal;

/// A relation to many objects, whose number for each object can be estimated. Immutable.
///
/// @param model the model whose objects have them
/// @param relation its name in lookups
public record FanOut(String model, String relation) {
  /// How many objects the sample has.
  public static final int SAMPLE = 1000;

  /// What the sum of related objects is called in the answer to [#sample].
  public static final String RELATED = "related";

  /// What the number of objects is called in the answer to [#sample].
  public static final String OBJECTS = "objects_seen";

  /// Returns the relations to many objects on `path`, in their order.
  public static List<FanOut> on(Ground ground, String path) {
    List<FanOut> all = new ArrayList<>();
    for (Member hop : ground.hops(path)) {
      if (hop.isToMany()) {
        all.add(new FanOut(hop.model(), hop.name()));
      }
    }
    return all;
  }

  /// Returns the chain that counts, in one statement, what the first objects by key have.
  public Chain sample() {
    Query first =
        new Query(model)
            .with(new Step.OrderBy(List.of(new Name("pk"))))
            .with(new Step.Values(List.of(new Name("pk")), List.of()))
            .with(new Step.Slice(0, OptionalInt.of(SAMPLE)));
    Condition some = new Condition.Lookup("pk__in", new Expr.ChainValue(first));
    Expr once = new Expr.Literal(true);
    return new Chain(
        new Query(model).with(new Step.Filter(List.of(some))),
        new Terminal.Aggregate(
            List.of(),
            List.of(
                new Named(
                    RELATED,
                    new Expr.Call("Count", List.of(new Expr.Literal(relation)), List.of())),
                new Named(
                    OBJECTS,
                    new Expr.Call(
                        "Count",
                        List.of(new Expr.Literal("pk")),
                        List.of(new Named("distinct", once)))))));
  }
}
