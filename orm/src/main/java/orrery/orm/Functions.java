package orrery.orm;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orrery.orm.query.Expr;

/// Functions of the database, conditional values and subqueries. A text as an argument is the name
/// of a field, as in Django; [F#value] makes it a text.
public final class Functions {

  private Functions() {}

  /// Calls the function of that Django name: `Lower`, `Concat`, `TruncMonth`, `RowNumber`.
  public static Expression call(String name, @Nullable Object... arguments) {
    List<Expr> args = Arrays.stream(arguments).map(Terms::plain).toList();
    return new Expression(new Expr.Call(name, args, List.of()));
  }

  /// Returns the text in lower case.
  public static Expression lower(Object of) {
    return call("Lower", of);
  }

  /// Returns the text in upper case.
  public static Expression upper(Object of) {
    return call("Upper", of);
  }

  /// Returns the number of characters.
  public static Expression length(Object of) {
    return call("Length", of);
  }

  /// Returns the first value that is not NULL.
  public static Expression coalesce(@Nullable Object... of) {
    return call("Coalesce", of);
  }

  /// Returns the texts joined to one.
  public static Expression concat(@Nullable Object... of) {
    return call("Concat", of);
  }

  /// Returns `then` where `condition` holds, else `otherwise`.
  public static Expression when(Q condition, @Nullable Object then, @Nullable Object otherwise) {
    Expr.When branch = new Expr.When(condition.condition(Terms.unbound()), Terms.plain(then));
    return new Expression(
        new Expr.Case(List.of(branch), Optional.of(Terms.plain(otherwise)), Optional.empty()));
  }

  /// Starts a choice between several values: Django's `Case`.
  public static Cases cases() {
    return new Cases(List.of());
  }

  /// Returns a relation that is joined only where `condition` holds: Django's `FilteredRelation`.
  public static Expression filteredRelation(String relation, Q condition) {
    return new Expression(
        new Expr.FilteredRelation(relation, condition.condition(Terms.unbound())));
  }

  /// Returns whether `rows` has a row.
  public static Expression exists(QuerySet<?> rows) {
    return new Expression(new Expr.Exists(rows.query()));
  }

  /// Returns the first value of the one row of `rows`.
  public static Expression subquery(QuerySet<?> rows) {
    return new Expression(new Expr.Subquery(rows.query(), Optional.empty()));
  }

  /// Returns the first value of the one row of `rows`, of a type of one's own.
  ///
  /// @param outputField the type, as [#call] of a field class
  public static Expression subquery(QuerySet<?> rows, Expression outputField) {
    return new Expression(new Expr.Subquery(rows.query(), Optional.of(outputField.expr())));
  }
}
