package orrery.orm.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import orrery.orm.error.FieldError;
import orrery.orm.sql.SqlExpr;
import orrery.orm.sql.Walk;
import orrery.orm.type.FieldTypes;

/// A path as a value: the column, annotation or transform that `F("path")` means. Django's
/// `resolve_ref`.
final class References {

  private final Scope scope;

  References(Scope scope) {
    this.scope = scope;
  }

  /// Returns what `path` means.
  ///
  /// @param touched gets the joins that the value stands on
  SqlExpr resolve(String path, Context context, Set<String> touched) {
    SqlExpr annotation = scope.annotations.get(path);
    if (annotation != null) {
      if (!context.joins() && Walk.any(annotation, this::isJoined)) {
        throw joined();
      }
      touch(annotation, touched);
      return annotation;
    }
    List<String> names = Scope.split(path);
    SqlExpr head = scope.annotations.get(names.getFirst());
    if (head != null) {
      touch(head, touched);
      SqlExpr at = head;
      for (String transform : names.subList(1, names.size())) {
        at = Transforms.apply(at, transform, names.getFirst());
      }
      return at;
    }
    FilteredPaths.Found filtered = FilteredPaths.find(scope, names, context);
    Path walked =
        filtered != null
            ? filtered.path()
            : scope.paths.walk(scope.model, names, false, scope.annotations.keySet());
    Sources.End end =
        filtered != null
            ? scope.sources.trim(walked.targets(), filtered.aliases(), walked.hops())
            : end(walked, context);
    if (!context.joins() && end.aliases().size() > 1) {
      throw joined();
    }
    if (end.targets().size() > 1 && !walked.rest().isEmpty()) {
      throw Scope.severalColumns();
    }
    scope.sources.use(end.aliases());
    touched.addAll(end.aliases());
    if (context.reuse() != null) {
      context.reuse().addAll(end.aliases());
    }
    if (end.targets().size() > 1) {
      List<SqlExpr> items = new ArrayList<>();
      end.targets().forEach(f -> items.add(Sources.column(end.alias(), f)));
      return new SqlExpr.Tuple(items, FieldTypes.ANY);
    }
    if (end.targets().isEmpty()) {
      throw new FieldError("Model '" + walked.model().name() + "' has no primary key.");
    }
    SqlExpr at = Sources.column(end.alias(), end.targets().getFirst());
    int offset = path.length() - String.join("__", walked.rest()).length();
    for (String transform : walked.rest()) {
      try {
        at = Transforms.apply(at, transform, end.targets().getFirst().name());
      } catch (FieldError e) {
        e.offset(offset);
        throw e;
      }
      offset += transform.length() + 2;
    }
    return at;
  }

  /// Returns where a walked path ends, with its joins made and the needless ones dropped.
  Sources.End end(Path walked, Context context) {
    List<String> aliases = new Joins(scope).make(walked, scope.sources.base(), context.reuse());
    return scope.sources.trim(walked.targets(), aliases, walked.hops());
  }

  private boolean isJoined(SqlExpr expr) {
    return expr instanceof SqlExpr.Column column
        && scope.sources.aliases().contains(column.alias())
        && !column.alias().equals(scope.sources.base());
  }

  private void touch(SqlExpr expr, Set<String> touched) {
    Walk.any(
        expr,
        e -> {
          if (e instanceof SqlExpr.Column column
              && scope.sources.aliases().contains(column.alias())) {
            touched.add(column.alias());
          }
          return false;
        });
  }

  private static FieldError joined() {
    return new FieldError("Joined field references are not permitted in this query");
  }
}
