package orrery.orm.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import orrery.orm.chain.Names;
import orrery.orm.query.Condition;
import orrery.orm.query.Expr;
import orrery.orm.query.Named;
import orrery.orm.query.Query;
import orrery.orm.query.Step;

/// A value computed over many rows, taken apart: `revenue=Sum("total", distinct=True)`. Immutable.
///
/// @param name what it is called
/// @param function the name of the aggregate
/// @param path the path of what is counted or summed; `*` for rows
/// @param distinct whether equal values count once
/// @param filter which rows count; none for all
public record Aggregate(
    String name, String function, String path, boolean distinct, Optional<Condition> filter) {

  /// The aggregates that a form offers, in the order people reach for them.
  public static final List<String> FUNCTIONS =
      List.of("Count", "Sum", "Avg", "Min", "Max", "StdDev", "Variance");

  /// Says whether `expr` computes over many rows.
  public static boolean isAggregate(Expr expr) {
    return switch (expr) {
      case Expr.Call call ->
          Names.aggregates().contains(call.name())
              || call.args().stream().anyMatch(Aggregate::isAggregate);
      case Expr.Arithmetic a -> isAggregate(a.left()) || isAggregate(a.right());
      case Expr.Negated n -> isAggregate(n.of());
      case Expr other -> false;
    };
  }

  /// Returns the name that Django gives to an aggregate that was given none: `total__sum`.
  static Optional<String> defaultName(Expr expr) {
    return expr instanceof Expr.Call(String function, List<Expr> args, _)
            && args.size() == 1
            && path(args.getFirst()).isPresent()
        ? Optional.of(
            path(args.getFirst()).get() + "__" + function.toLowerCase(java.util.Locale.ROOT))
        : Optional.empty();
  }

  private static Optional<String> path(Expr argument) {
    return switch (argument) {
      case Expr.Literal(String path) -> Optional.of(path);
      case Expr.Ref(String path) -> Optional.of(path);
      case Expr other -> Optional.empty();
    };
  }

  /// Takes `named` apart; nothing where it is more than an aggregate of a path.
  public static Optional<Aggregate> of(Named named) {
    if (!(named.value() instanceof Expr.Call call)
        || call.args().size() != 1
        || path(call.args().getFirst()).isEmpty()
        || !FUNCTIONS.contains(call.name())) {
      return Optional.empty();
    }
    boolean distinct = false;
    Optional<Condition> filter = Optional.empty();
    for (Named option : call.options()) {
      if (option.name().equals("distinct") && option.value() instanceof Expr.Literal(Boolean on)) {
        distinct = on;
      } else if (option.name().equals("filter")
          && option.value() instanceof Expr.Test(Condition condition)) {
        filter = Optional.of(condition);
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(
        new Aggregate(
            named.name(), call.name(), path(call.args().getFirst()).get(), distinct, filter));
  }

  /// Returns the named expression that it is.
  public Named named() {
    List<Named> options = new ArrayList<>();
    if (distinct) {
      options.add(new Named("distinct", new Expr.Literal(true)));
    }
    filter.ifPresent(f -> options.add(new Named("filter", new Expr.Test(f))));
    return new Named(name, new Expr.Call(function, List.of(new Expr.Literal(path)), options));
  }

  /// Reads the conditions of a filter, such as `genre="Jazz", price__gt=1`; nothing where `text` is
  /// none.
  public static Optional<Condition> condition(String text) {
    try {
      Query query =
          orrery.orm.chain.Parser.parse("M.objects.filter(Q(" + text + "))").chain().query();
      return query.steps().size() == 1
              && query.steps().getFirst() instanceof Step.Filter(List<Condition> all)
              && !all.isEmpty()
          ? Optional.of(all.size() == 1 ? all.getFirst() : new Condition.And(all))
          : Optional.empty();
    } catch (orrery.orm.error.OrmError wrong) {
      // While people type, most texts are no conditions yet.
      return Optional.empty();
    }
  }

  /// Returns the text that [#condition] reads.
  public static String text(Condition condition) {
    String text = orrery.orm.chain.Printer.print(new Step.Filter(List.of(condition)));
    return text.substring("filter(".length(), text.length() - 1);
  }
}
