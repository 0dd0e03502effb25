package orrery.orm.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import orrery.orm.error.FieldError;
import orrery.orm.meta.ReverseForeignKey;
import orrery.orm.resolve.Paths.Demand;
import orrery.orm.sql.SqlExpr;
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
  /// @param touched gets the joins that the value stands on, where they are made for it
  SqlExpr resolve(String path, Context context, Set<String> touched) {
    SqlExpr annotation = scope.annotation(path);
    if (annotation != null) {
      if (!context.joins() && orrery.orm.sql.Walk.any(annotation, this::isJoined)) {
        throw joined();
      }
      return annotation;
    }
    List<String> names = Scope.split(path);
    SqlExpr head = scope.annotation(names.getFirst());
    return head != null
        ? transformed(head, names.subList(1, names.size()), names.getFirst().length() + 2)
        : ofPath(names, context, touched);
  }

  private SqlExpr ofPath(List<String> names, Context context, Set<String> touched) {
    Path path = FilteredPaths.walk(scope, names, Demand.FIRST);
    List<String> aliases = new Joins(scope).make(path, scope.sources.base(), context.reuse());
    Sources.End end = scope.sources.trim(path.targets(), aliases, path.hops());
    if (!context.joins() && end.aliases().size() > 1) {
      throw joined();
    }
    if (end.targets().size() > 1 && !path.rest().isEmpty()) {
      throw Scope.severalColumns();
    }
    scope.sources.use(end.aliases());
    touched.addAll(end.aliases());
    if (context.reuse() != null) {
      context.reuse().addAll(end.aliases());
    }
    return value(path, end, names, further -> FilteredPaths.walk(scope, further, Demand.ALL));
  }

  /// Walks a path of which every name must be a field.
  @FunctionalInterface
  interface Walk {
    /// Returns where `names` lead, or throws what is wrong with them.
    Path to(List<String> names);
  }

  /// Returns the value at the end of a path, of which only transforms are left over.
  ///
  /// @param again what walked it, to say what is wrong with a name that is no transform
  static SqlExpr value(Path path, Sources.End end, List<String> names, Walk again) {
    if (end.targets().isEmpty()) {
      throw new FieldError("Model '" + path.model().name() + "' has no primary key.");
    }
    if (end.targets().size() > 1) {
      List<SqlExpr> items = new ArrayList<>();
      end.targets().forEach(f -> items.add(Sources.column(end.alias(), f)));
      return new SqlExpr.Tuple(items, FieldTypes.ANY);
    }
    SqlExpr column = Sources.column(end.alias(), end.targets().getFirst());
    int fields = names.size() - path.rest().size();
    try {
      int offset = String.join("__", names.subList(0, fields)).length() + 2;
      return transformed(column, path.rest(), offset);
    } catch (FieldError e) {
      if (path.last() instanceof ReverseForeignKey) {
        throw e;
      }
      // What is no transform was meant as a field.
      again.to(names.subList(0, fields + 1));
      throw e;
    }
  }

  private static SqlExpr transformed(SqlExpr of, List<String> transforms, int offset) {
    SqlExpr at = of;
    int position = offset;
    for (String transform : transforms) {
      try {
        at = Transforms.apply(at, transform);
      } catch (FieldError e) {
        throw e.offset(position);
      }
      position += transform.length() + 2;
    }
    return at;
  }

  private boolean isJoined(SqlExpr expr) {
    return expr instanceof SqlExpr.Column column
        && scope.sources.aliases().contains(column.alias())
        && !column.alias().equals(scope.sources.base());
  }

  private static FieldError joined() {
    return new FieldError("Joined field references are not permitted in this query");
  }
}
