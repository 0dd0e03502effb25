package orrery.orm;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orrery.orm.query.Expr;

/// References and values in expressions: Django's `F`, `OuterRef` and `Value`.
public final class F {

  private F() {}

  /// Returns the value of a field, or of an annotation, of the same row.
  public static Expression of(String path) {
    return new Expression(new Expr.Ref(path));
  }

  /// Returns, inside a subquery, the value of a field of the query around it.
  public static Expression outer(String path) {
    return new Expression(new Expr.OuterRef(path));
  }

  /// Returns, inside subqueries within each other, the value of a field of a query further out.
  ///
  /// @param levels how many queries outwards; two for `OuterRef(OuterRef(path))`
  public static Expression outer(String path, int levels) {
    return new Expression(new Expr.OuterRef(path, levels));
  }

  /// Returns a plain value of a type of one's own.
  ///
  /// @param outputField the type, as [Functions#call] of a field class
  public static Expression value(@Nullable Object value, Expression outputField) {
    return new Expression(new Expr.Value(Terms.plain(value), Optional.of(outputField.expr())));
  }

  /// Returns what `expr` asks, which may be anything that the tree of expressions can say.
  public static Expression tree(Expr expr) {
    return new Expression(expr);
  }

  /// Returns a plain value, where a text would be taken for a name.
  public static Expression value(@Nullable Object value) {
    return new Expression(new Expr.Value(Terms.plain(value), Optional.empty()));
  }
}
