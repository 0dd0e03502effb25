package orrery.orm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orrery.orm.query.Expr;

/// A choice between several values: Django's `Case` with its `When`s. Immutable.
///
/// ```java
/// Functions.cases()
///     .when(Q.of("price__lt", 10), F.value("cheap"))
///     .when(Q.of("price__lt", 50), F.value("fair"))
///     .otherwise(F.value("dear"));
/// ```
public final class Cases {

  private final List<Expr.When> branches;

  Cases(List<Expr.When> branches) {
    this.branches = branches;
  }

  /// Adds a branch: `then` where `condition` holds and none before it did.
  public Cases when(Q condition, @Nullable Object then) {
    List<Expr.When> more = new ArrayList<>(branches);
    more.add(new Expr.When(condition.condition(Terms.unbound()), Terms.plain(then)));
    return new Cases(more);
  }

  /// Returns the choice, with `value` where no condition holds.
  public Expression otherwise(@Nullable Object value) {
    return new Expression(
        new Expr.Case(branches, Optional.of(Terms.plain(value)), Optional.empty()));
  }

  /// Returns the choice, with `value` where no condition holds, of a type of one's own.
  ///
  /// @param outputField the type, as [Functions#call] of a field class
  public Expression otherwise(@Nullable Object value, Expression outputField) {
    return new Expression(
        new Expr.Case(branches, Optional.of(Terms.plain(value)), Optional.of(outputField.expr())));
  }

  /// Returns the choice, which is NULL where no condition holds.
  public Expression end() {
    return new Expression(new Expr.Case(branches, Optional.empty(), Optional.empty()));
  }

  /// Returns the choice, which is NULL where no condition holds, of a type of one's own.
  ///
  /// @param outputField the type, as [Functions#call] of a field class
  public Expression end(Expression outputField) {
    return new Expression(
        new Expr.Case(branches, Optional.empty(), Optional.of(outputField.expr())));
  }
}
