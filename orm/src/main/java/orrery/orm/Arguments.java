package orrery.orm;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import orrery.orm.error.TypeError;
import orrery.orm.query.Condition;
import orrery.orm.query.Expr;
import orrery.orm.query.Named;

/// The arguments of a call as Python has them: first those by position ([Q], [Expression]), then
/// pairs of a name and a value.
///
/// ```java
/// articles.filter(Q.of("headline__startswith", "A").not(), "pub_date__year", 2005, "pub_date__month", 7);
/// ```
final class Arguments {

  private final String method;
  private final List<Object> positional = new ArrayList<>();
  private final Map<String, @Nullable Object> named = new LinkedHashMap<>();

  /// Reads the arguments of `method`.
  ///
  /// @throws TypeError where a name has no value, or stands twice
  Arguments(String method, @Nullable Object... all) {
    this.method = method;
    int at = 0;
    while (at < all.length && !(all[at] instanceof String)) {
      Object argument = all[at++];
      if (argument == null) {
        throw new TypeError(method + "() takes names and values, not a null among them.");
      }
      positional.add(argument);
    }
    for (; at < all.length; at += 2) {
      if (!(all[at] instanceof String name)) {
        throw new TypeError("positional argument follows keyword argument in " + method + "()");
      }
      if (at + 1 == all.length) {
        throw new TypeError(method + "() got the name '" + name + "' without a value.");
      }
      if (named.containsKey(name)) {
        throw new TypeError(method + "() got multiple values for argument '" + name + "'");
      }
      named.put(name, all[at + 1]);
    }
  }

  List<Object> positional() {
    return positional;
  }

  Map<String, @Nullable Object> named() {
    return named;
  }

  /// Returns all arguments as conditions that hold together.
  List<Condition> conditions(Terms terms) {
    List<Condition> conditions = new ArrayList<>();
    for (Object argument : positional) {
      conditions.add(
          switch (argument) {
            case Q q -> q.condition(terms);
            case Expression e -> new Condition.Test(e.expr());
            default -> throw misplaced(argument);
          });
    }
    named.forEach((path, value) -> conditions.add(terms.lookup(path, value)));
    return conditions;
  }

  /// Returns all arguments as conditions that hold together, the pairs in the order of their paths,
  /// as Django's `Q` takes its keywords.
  List<Condition> sortedConditions(Terms terms) {
    List<Condition> conditions = conditions(terms);
    conditions
        .subList(positional.size(), conditions.size())
        .sort(Comparator.comparing(c -> ((Condition.Lookup) c).path()));
    return conditions;
  }

  /// Returns the arguments by position as expressions.
  List<Expr> expressions() {
    List<Expr> expressions = new ArrayList<>();
    for (Object argument : positional) {
      if (!(argument instanceof Expression expression)) {
        throw misplaced(argument);
      }
      expressions.add(expression.expr());
    }
    return expressions;
  }

  /// Returns the pairs, their values as expressions.
  List<Named> pairs(Terms terms) {
    List<Named> pairs = new ArrayList<>();
    named.forEach((name, value) -> pairs.add(new Named(name, terms.value(name, value))));
    return pairs;
  }

  private TypeError misplaced(Object argument) {
    return new TypeError(
        method
            + "() takes no "
            + argument.getClass().getSimpleName()
            + " by position; give it under a name.");
  }
}
