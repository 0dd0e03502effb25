package orrery.orm;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import orrery.orm.query.Condition;
import orrery.orm.query.Expr;

/// A condition to be combined with others: Django's `Q`. Immutable.
///
/// ```java
/// books.filter(Q.of("title__startswith", "S").or(Q.of("authors", jane)), Q.of("id", 3).not());
/// ```
public final class Q {

  // What a value means depends on the model that is asked, so conditions are made when that is
  // known.
  private final Function<Terms, Condition> condition;

  private Q(Function<Terms, Condition> condition) {
    this.condition = condition;
  }

  /// Makes the condition that all of the pairs of a path and a value, and the conditions before
  /// them, hold.
  public static Q of(@Nullable Object... arguments) {
    Arguments read = new Arguments("Q", arguments);
    return new Q(terms -> {
      List<Condition> parts = read.sortedConditions(terms);
      return parts.size() == 1 ? parts.getFirst() : new Condition.And(parts);
    });
  }

  /// Makes the condition that `condition` is.
  static Q of(Condition condition) {
    return new Q(terms -> condition);
  }

  Condition condition(Terms terms) {
    return condition.apply(terms);
  }

  /// Returns the condition that both hold: Python's `&`.
  public Q and(Q other) {
    return new Q(terms -> {
      List<Condition> parts = new ArrayList<>();
      add(condition(terms), Condition.And.class, Condition.And::parts, parts);
      add(other.condition(terms), Condition.And.class, Condition.And::parts, parts);
      return new Condition.And(parts);
    });
  }

  /// Returns the condition that one or both hold: Python's `|`.
  public Q or(Q other) {
    return new Q(terms -> {
      List<Condition> parts = new ArrayList<>();
      add(condition(terms), Condition.Or.class, Condition.Or::parts, parts);
      add(other.condition(terms), Condition.Or.class, Condition.Or::parts, parts);
      return new Condition.Or(parts);
    });
  }

  /// Returns the condition that just one of them holds: Python's `^`.
  public Q xor(Q other) {
    return new Q(terms -> {
      List<Condition> parts = new ArrayList<>();
      add(condition(terms), Condition.Xor.class, Condition.Xor::parts, parts);
      add(other.condition(terms), Condition.Xor.class, Condition.Xor::parts, parts);
      return new Condition.Xor(parts);
    });
  }

  /// Returns the condition that this does not hold: Python's `~`.
  public Q not() {
    return new Q(terms -> new Condition.Not(condition(terms)));
  }

  /// Returns this as an expression that is true or false, to be computed beside the fields.
  public Expression asExpression() {
    return new Expression(new Expr.Test(condition.apply(Terms.unbound())));
  }

  private static <C extends Condition> void add(
      Condition condition, Class<C> same, Function<C, List<Condition>> parts, List<Condition> to) {
    if (same.isInstance(condition)) {
      to.addAll(parts.apply(same.cast(condition)));
    } else {
      to.add(condition);
    }
  }
}
