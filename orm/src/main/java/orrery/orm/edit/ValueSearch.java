package orrery.orm.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import orrery.orm.meta.Field;
import orrery.orm.meta.Member;
import orrery.orm.meta.Model;
import orrery.orm.query.Chain;
import orrery.orm.query.Condition;
import orrery.orm.query.Expr;
import orrery.orm.query.Name;
import orrery.orm.query.Query;
import orrery.orm.query.Step;
import orrery.orm.type.Kind;

/// Chains that find values which people may want to compare a field with: those it has, or the
/// objects that it may lead to.
public final class ValueSearch {
  private ValueSearch() {}

  /// Returns the chain that finds values of what `path` leads to, sorted: values of a field as a
  /// flat list, objects of a relation as objects.
  ///
  /// @param typed what they have in them; empty for any
  /// @param most how many are found at most
  /// @return nothing where the path leads to nothing that a table holds
  public static Optional<Chain> of(Ground ground, String path, String typed, int most) {
    Meaning meaning = ground.meaning(path);
    if (meaning.isRelation()) {
      Model target = ground.models().get(meaning.model());
      String order = target.labelField().orElse("pk");
      List<Step> steps = new ArrayList<>();
      if (!typed.isBlank() && target.labelField().isPresent()) {
        steps.add(holds(order, typed));
      }
      steps.add(new Step.OrderBy(List.of(new Name(order))));
      return Optional.of(chain(target.name(), steps, most));
    }
    List<Member> hops = ground.hops(path);
    boolean isField = hops.size() == Paths.split(path).size() && hops.getLast() instanceof Field;
    if (!isField) {
      return Optional.empty();
    }
    Field field = (Field) hops.getLast();
    boolean isText = field.type().kind() == Kind.TEXT;
    List<Step> steps = new ArrayList<>();
    if (isText && !typed.isBlank()) {
      steps.add(holds(field.name(), typed));
    } else {
      steps.add(filter(field.name() + "__isnull", new Expr.Literal(false)));
    }
    Name name = new Name(field.name());
    steps.add(new Step.OrderBy(List.of(name)));
    steps.add(new Step.ValuesList(List.of(name), true, false));
    steps.add(new Step.Distinct(List.of()));
    return Optional.of(chain(field.model(), steps, most));
  }

  private static Step holds(String name, String typed) {
    return filter(name + "__icontains", new Expr.Literal(typed.strip()));
  }

  private static Step filter(String lookup, Expr value) {
    return new Step.Filter(List.of(new Condition.Lookup(lookup, value)));
  }

  private static Chain chain(String model, List<Step> steps, int most) {
    return new Chain(new Query(model, steps).with(new Step.Slice(0, OptionalInt.of(most))));
  }
}
