package orrery.orm.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import orrery.orm.query.Condition;
import orrery.orm.query.Query;
import orrery.orm.query.Step;

/// Conditions that are put into a query from outside of its text: by a cell of its result, or by
/// what is typed above a column.
public final class Filtering {
  private Filtering() {}

  /// Says whether conditions can be put into `query`: not into a statement given by hand, and not
  /// into a union, to which Django refuses them.
  public static boolean canFilter(Query query) {
    return query.steps().stream()
        .noneMatch(step -> step instanceof Step.Raw || step instanceof Step.Combine);
  }

  /// Returns `query` with one condition more, on a column of its result. A slice stays last, so it
  /// cuts what the condition leaves; a condition on the model's own field joins the last `filter`.
  ///
  /// @param negated whether the rows are excluded that it holds for
  public static Query add(Query query, Condition condition, boolean negated) {
    List<Step> steps = new ArrayList<>(query.steps());
    int at = end(steps);
    if (negated) {
      steps.add(at, new Step.Exclude(List.of(condition)));
    } else if (at > 0
        && steps.get(at - 1) instanceof Step.Filter(List<Condition> before)
        && isJoinable(condition, before)) {
      List<Condition> more = new ArrayList<>(before);
      more.add(condition);
      steps.set(at - 1, new Step.Filter(more));
    } else {
      steps.add(at, new Step.Filter(List.of(condition)));
    }
    return new Query(query.model(), steps);
  }

  // Behind all that gives names and before all that only orders, loads or cuts.
  private static int end(List<Step> steps) {
    int at = 0;
    while (at < steps.size() && !(steps.get(at) instanceof Step.Slice)) {
      at++;
    }
    while (at > 0 && isLate(steps.get(at - 1))) {
      at--;
    }
    return at;
  }

  private static boolean isLate(Step step) {
    return step instanceof Step.OrderBy
        || step instanceof Step.Reverse
        || step instanceof Step.SelectRelated
        || step instanceof Step.PrefetchRelated
        || step instanceof Step.Only
        || step instanceof Step.Defer
        || step instanceof Step.Distinct;
  }

  // Conditions in one filter() mean the same as in two where no relation to many is crossed.
  private static boolean isJoinable(Condition condition, List<Condition> before) {
    return condition instanceof Condition.Lookup(String path, _)
        && Paths.split(path).stream().skip(1).allMatch(LookupNames::isLookup)
        && before.stream()
            .allMatch(
                other -> other instanceof Condition.Lookup(String taken, _) && !taken.equals(path));
  }

  /// A condition of a query that stands alone: nothing but it decides.
  ///
  /// @param step which step it is in
  /// @param negated whether the rows are excluded that it holds for
  record Found(int step, Condition.Lookup condition, boolean negated) {}

  /// Returns the last condition of `query` that stands alone and that `wanted` takes.
  static Optional<Found> last(Query query, Predicate<Found> wanted) {
    for (int i = query.steps().size() - 1; i >= 0; i--) {
      for (Found found : alone(query.steps().get(i), i).reversed()) {
        if (wanted.test(found)) {
          return Optional.of(found);
        }
      }
    }
    return Optional.empty();
  }

  private static List<Found> alone(Step step, int at) {
    return switch (step) {
      case Step.Filter(List<Condition> all) -> {
        List<Found> found = new ArrayList<>();
        for (Condition one : all) {
          switch (one) {
            case Condition.Lookup lookup -> found.add(new Found(at, lookup, false));
            case Condition.Not(Condition.Lookup lookup) -> found.add(new Found(at, lookup, true));
            case Condition.Not _, Condition.And _, Condition.Or _, Condition.Xor _ -> {}
            case Condition.Test _ -> {}
          }
        }
        yield found;
      }
      case Step.Exclude(List<Condition> all)
          when all.size() == 1 && all.getFirst() instanceof Condition.Lookup lookup ->
          List.of(new Found(at, lookup, true));
      case Step other -> List.of();
    };
  }

  /// Returns `query` without a condition that [#last] has found in it.
  static Query without(Query query, Found found) {
    List<Step> steps = new ArrayList<>(query.steps());
    if (steps.get(found.step()) instanceof Step.Filter(List<Condition> all) && all.size() > 1) {
      List<Condition> rest = new ArrayList<>(all);
      Condition it = found.negated() ? new Condition.Not(found.condition()) : found.condition();
      rest.remove(rest.lastIndexOf(it));
      steps.set(found.step(), new Step.Filter(rest));
    } else {
      steps.remove(found.step());
    }
    return new Query(query.model(), steps);
  }
}
