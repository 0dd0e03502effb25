package orrery.orm.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import orrery.orm.query.Expr;
import orrery.orm.query.Name;
import orrery.orm.query.Query;
import orrery.orm.query.Selection;
import orrery.orm.query.Step;

/// The order that a query asks for, as the names of columns with a direction each: what a click on
/// a column's head reads and changes. Immutable.
///
/// @param name the name as `order_by` takes it, without a sign
/// @param descending whether it goes downwards
/// @param nulls where NULL stands
public record Sorting(String name, boolean descending, Expr.Nulls nulls) {

  /// Makes one that leaves it to the database where NULL stands.
  public Sorting(String name, boolean descending) {
    this(name, descending, Expr.Nulls.UNSAID);
  }

  /// Returns what `query` is sorted by, as far as it is sorted by plain names; an order that is
  /// made of anything else ends the list.
  public static List<Sorting> of(Query query) {
    List<Sorting> all = new ArrayList<>();
    boolean isReversed = false;
    for (Step step : query.steps()) {
      if (step instanceof Step.OrderBy(List<Selection> by)) {
        all.clear();
        for (Selection selection : by) {
          Optional<Sorting> one = one(selection);
          if (one.isEmpty()) {
            break;
          }
          all.add(one.get());
        }
      } else if (step instanceof Step.Reverse) {
        isReversed = !isReversed;
      }
    }
    if (isReversed) {
      all.replaceAll(Sorting::reversed);
    }
    return List.copyOf(all);
  }

  private Sorting reversed() {
    Expr.Nulls other =
        switch (nulls) {
          case UNSAID -> Expr.Nulls.UNSAID;
          case FIRST -> Expr.Nulls.LAST;
          case LAST -> Expr.Nulls.FIRST;
        };
    return new Sorting(name, !descending, other);
  }

  private Selection selection() {
    return new OrderKey(name, descending, nulls).selection();
  }

  private static Optional<Sorting> one(Selection selection) {
    return switch (selection) {
      case Name(String text) when text.equals("?") -> Optional.empty();
      case Name(String text) when text.startsWith("-") ->
          Optional.of(new Sorting(text.substring(1), true));
      case Name(String text) -> Optional.of(new Sorting(text, false));
      case Expr.Ref(String path) -> Optional.of(new Sorting(path, false));
      case Expr.Ordered(Expr.Ref(String path), boolean down, Expr.Nulls nulls) ->
          Optional.of(new Sorting(path, down, nulls));
      case Expr other -> Optional.empty();
    };
  }

  /// Says whether the order of `query` may still be changed: Django refuses once a slice was taken,
  /// and rows that come from a statement given by hand have the order it gives them.
  public static boolean canSort(Query query) {
    return query.steps().stream()
        .noneMatch(step -> step instanceof Step.Slice || step instanceof Step.Raw);
  }

  /// Returns `query` sorted by `by`, in that order, in place of whatever it was sorted by; nothing
  /// to sort by leaves the model's own order.
  public static Query sort(Query query, List<Sorting> by) {
    List<Step> steps = new ArrayList<>();
    int at = -1;
    for (Step step : query.steps()) {
      boolean isOrder = step instanceof Step.OrderBy || step instanceof Step.Reverse;
      if (isOrder) {
        at = at < 0 ? steps.size() : at;
      } else {
        steps.add(step);
      }
    }
    if (!by.isEmpty()) {
      // Names that a later annotation gives can only be sorted by behind it.
      boolean isBehindAll =
          at < 0 || steps.subList(at, steps.size()).stream().anyMatch(Sorting::givesNames);
      List<Selection> names = new ArrayList<>();
      by.forEach(s -> names.add(s.selection()));
      steps.add(isBehindAll ? steps.size() : at, new Step.OrderBy(names));
    }
    return new Query(query.model(), steps);
  }

  private static boolean givesNames(Step step) {
    return step instanceof Step.Annotate
        || step instanceof Step.Alias
        || step instanceof Step.Values
        || step instanceof Step.ValuesList
        || step instanceof Step.Combine;
  }
}
