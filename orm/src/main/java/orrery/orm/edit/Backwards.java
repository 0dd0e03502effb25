package orrery.orm.edit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import orrery.orm.meta.Field;
import orrery.orm.meta.ManyToMany;
import orrery.orm.meta.Member;
import orrery.orm.meta.Model;
import orrery.orm.meta.Models;
import orrery.orm.meta.ReverseForeignKey;
import orrery.orm.meta.ReverseManyToMany;
import orrery.orm.query.Condition;
import orrery.orm.query.Expr;
import orrery.orm.query.Query;
import orrery.orm.query.Step;

/// Relations gone backwards: from what a path leads to, back to where it starts. So are related
/// rows asked for in a subquery, which repeats no row of the query around it.
public final class Backwards {
  private Backwards() {}

  /// Returns the path from the objects that `path` leads to back to those of `ground`; nothing
  /// where some relation on it has no name for that.
  static Optional<String> path(Ground ground, String path) {
    List<Member> hops = ground.hops(path);
    List<String> names = new ArrayList<>();
    for (Member hop : hops) {
      Optional<String> back = back(ground.models(), hop);
      if (back.isEmpty()) {
        return Optional.empty();
      }
      names.add(back.get());
    }
    Collections.reverse(names);
    boolean isWhole = !hops.isEmpty() && hops.size() == Paths.split(path).size();
    return isWhole ? Optional.of(String.join("__", names)) : Optional.empty();
  }

  private static Optional<String> back(Models models, Member hop) {
    return switch (hop) {
      case ReverseForeignKey reverse -> Optional.of(reverse.field().name());
      case ReverseManyToMany reverse -> Optional.of(reverse.forward().name());
      case Field field -> reverse(models, hop, field.name());
      case ManyToMany many -> reverse(models, hop, many.name());
      case Member other -> Optional.empty();
    };
  }

  private static Optional<String> reverse(Models models, Member hop, String name) {
    Optional<Model> target = new Paths(models).target(hop);
    return target.stream()
        .flatMap(t -> models.members(t).all().stream())
        .filter(m ->
            switch (m) {
              case ReverseForeignKey r -> r.field().equals(hop);
              case ReverseManyToMany r -> r.forward().equals(hop);
              case Member other -> false;
            })
        .map(Member::name)
        .filter(found -> !name.isEmpty() && !found.isEmpty())
        .findFirst();
  }

  /// Returns the query of the objects that `path` leads to from one object of the query around:
  /// `Invoice.objects.filter(customer=OuterRef("pk"))`; nothing where that cannot be said.
  public static Optional<Query> related(Ground ground, String path) {
    String target = ground.meaning(path).model();
    return path(ground, path)
        .filter(_ -> !target.isEmpty())
        .map(back ->
            new Query(
                target,
                List.of(
                    new Step.Filter(
                        List.of(new Condition.Lookup(back, new Expr.OuterRef("pk")))))));
  }
}
