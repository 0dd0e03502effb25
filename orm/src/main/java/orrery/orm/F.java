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

  /// Returns a plain value, where a text would be taken for a name.
  public static Expression value(@Nullable Object value) {
    return new Expression(new Expr.Value(Terms.plain(value), Optional.empty()));
  }
}
