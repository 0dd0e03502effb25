package orrery.orm.resolve;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import orrery.orm.error.FieldError;
import orrery.orm.sql.SqlExpr;
import orrery.orm.sql.Walk;

/// Annotations as `aggregate()` sees them: by name, until it is known whether they are columns of
/// rows made before or stand in the very statement.
final class Summaries {

  private Summaries() {}

  /// Returns what the annotation `name` is to an aggregate over all rows.
  static SqlExpr annotation(Scope scope, String name, SqlExpr annotation) {
    if (!scope.selectedAnnotations.contains(name)) {
      throw new FieldError(
          "Cannot aggregate over the '" + name + "' alias. Use annotate() to promote it.");
    }
    return new SqlExpr.Alias(name, annotation.type());
  }

  /// Returns the names of annotations in `expr`.
  static Set<String> names(SqlExpr expr) {
    Set<String> names = new LinkedHashSet<>();
    Walk.any(
        expr,
        e -> {
          if (e instanceof SqlExpr.Alias alias) {
            names.add(alias.name());
          }
          return false;
        });
    return names;
  }

  /// Returns `expr` with the annotations themselves in place of their names.
  static SqlExpr inlined(SqlExpr expr, Map<String, SqlExpr> annotations) {
    return Walk.rewrite(
        expr,
        e ->
            e instanceof SqlExpr.Alias alias
                ? Objects.requireNonNull(annotations.get(alias.name()), alias.name())
                : e);
  }
}
