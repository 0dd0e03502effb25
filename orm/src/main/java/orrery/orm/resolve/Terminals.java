package orrery.orm.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import orrery.orm.error.FieldDoesNotExist;
import orrery.orm.error.NotSupportedError;
import orrery.orm.error.TypeError;
import orrery.orm.error.ValueError;
import orrery.orm.meta.Constraint;
import orrery.orm.meta.Field;
import orrery.orm.meta.Model;
import orrery.orm.meta.Reference;
import orrery.orm.query.Condition;
import orrery.orm.query.Expr;
import orrery.orm.query.Name;
import orrery.orm.query.Selection;
import orrery.orm.query.Terminal;
import orrery.orm.sql.SqlExpr;

/// What the end of a chain adds to its query before it is sent: an order, a condition, a slice.
final class Terminals {

  /// The most objects that `get()` asks for: enough to say that there are too many.
  private static final int MOST_OF_GET = 21;

  private final Scope scope;

  Terminals(Scope scope) {
    this.scope = scope;
  }

  /// Narrows the query to what `get()` asks for.
  void get(Terminal.Get get) {
    Scope.Combined combined = scope.combined;
    if (combined != null && !get.conditions().isEmpty()) {
      throw new NotSupportedError(
          "Calling QuerySet.get(...) with filters after "
              + combined.name()
              + "() is not supported.");
    }
    Folder.filter(scope, get.conditions(), false);
    if (!scope.isSliced() && scope.distinctFields.isEmpty()) {
      scope.unorder();
    }
    scope.slice(0, OptionalLong.of(MOST_OF_GET));
  }

  /// Refuses an `iterator()` whose parts have no size where each part is to be prefetched for.
  void iterator(Terminal.Iterator iterator) {
    if (iterator.chunkSize().isEmpty() && !scope.prefetches.isEmpty()) {
      throw new ValueError(
          "chunk_size must be provided when using QuerySet.iterator() after prefetch_related().");
    }
    if (iterator.chunkSize().orElse(1) <= 0) {
      throw new ValueError("Chunk size must be strictly positive.");
    }
  }

  /// Narrows the query to its first row, by key where nothing orders it.
  void first() {
    if (!new Ordering(scope).isOrdered()) {
      orderByKey("first", "pk");
    }
    scope.slice(0, OptionalLong.of(1));
  }

  /// Narrows the query to its last row, by key where nothing orders it.
  void last() {
    if (new Ordering(scope).isOrdered()) {
      scope.refuseIfSliced("Cannot reverse a query once a slice has been taken.");
      scope.reversed = !scope.reversed;
    } else {
      orderByKey("last", "-pk");
    }
    scope.slice(0, OptionalLong.of(1));
  }

  private void orderByKey(String method, String key) {
    List<Field> fields = scope.models.primaryKey(scope.model);
    boolean gathered =
        scope.groupBy != null
            && !scope.groupByModel
            && scope.groupBy.stream().noneMatch(e -> isKey(e, fields));
    if (gathered) {
      throw new TypeError(
          "Cannot use QuerySet."
              + method
              + "() on an unordered queryset performing aggregation. Add an ordering with"
              + " order_by().");
    }
    scope.refuseIfSliced("Cannot reorder a query once a slice has been taken.");
    scope.unorder();
    scope.orderBy = List.of(new Name(key));
  }

  // A foreign key to the model is as good as its key, for Django.
  private boolean isKey(SqlExpr expr, List<Field> key) {
    Field field = scope.fieldOf(expr);
    Reference reference = field == null ? null : field.reference().orElse(null);
    return reference == null
        ? field != null && key.contains(field)
        : scope.models.get(reference.target()).equals(scope.models.concrete(scope.model))
            && key.stream().anyMatch(k -> k.name().equals(reference.toField()));
  }

  /// Narrows the query to the row with the smallest, or with `latest` the largest value of
  /// `fields`.
  void earliest(List<Name> fields, boolean latest) {
    scope.refuseIfSliced("Cannot change a query once a slice has been taken.");
    List<Selection> by = new ArrayList<>(fields);
    if (by.isEmpty()) {
      scope.model.getLatestBy().forEach(name -> by.add(new Name(name)));
    }
    if (by.isEmpty()) {
      throw new ValueError(
          "earliest() and latest() require either fields as positional arguments or"
              + " 'get_latest_by' in the model's Meta.");
    }
    scope.reversed ^= latest;
    scope.unorder();
    scope.orderBy = by;
    scope.slice(0, OptionalLong.of(1));
  }

  /// Narrows the query to the object that `contains()` asks for.
  void contains(Terminal.Contains contains) {
    if (scope.combined != null) {
      throw Combining.notSupported(scope.combined, "contains");
    }
    if (scope.picks != null) {
      throw new TypeError("Cannot call QuerySet.contains() after .values() or .values_list().");
    }
    Expr.Call object =
        contains.object() instanceof Expr.Call call && scope.models.find(call.name()).isPresent()
            ? call
            : null;
    if (object == null) {
      throw new TypeError("'obj' must be a model instance.").about(contains.object());
    }
    Expr key = RightSides.key(scope.models, object);
    if (key == null) {
      throw new ValueError("QuerySet.contains() cannot be used on unsaved objects.").about(object);
    }
    Model concrete = scope.models.concrete(scope.models.get(object.name()));
    if (!concrete.equals(scope.models.concrete(scope.model))) {
      scope.none = true;
      return;
    }
    Condition.Lookup lookup = new Condition.Lookup("pk", key);
    scope.origins.put(lookup, contains.object());
    Folder.filter(scope, List.of(lookup), false);
  }

  /// Narrows the query to the keys that `in_bulk()` asks for.
  void inBulk(Terminal.InBulk terminal) {
    scope.refuseIfSliced("Cannot use 'limit' or 'offset' with in_bulk().");
    if (scope.picks != null) {
      throw new TypeError("in_bulk() cannot be used with values() or values_list().");
    }
    String field = terminal.fieldName().orElse("pk");
    if (!field.equals("pk") && !isUnique(field)) {
      throw new ValueError(
          "in_bulk()'s field_name must be a unique field but '" + field + "' isn't.");
    }
    terminal
        .ids()
        .ifPresent(ids -> {
          if (scope.combined != null) {
            throw Combining.notSupported(scope.combined, "filter");
          }
          Condition.Lookup lookup = new Condition.Lookup(field + "__in", ids);
          scope.origins.put(lookup, ids);
          Folder.filter(scope, List.of(lookup), false);
        });
  }

  private boolean isUnique(String name) {
    for (Field field : scope.models.members(scope.model).fields()) {
      if (field.name().equals(name) || field.attname().equals(name)) {
        boolean alone = scope.model.primaryKey().equals(List.of(field.name()));
        return alone
            || field.isUnique()
            || scope.distinctFields.equals(List.of(new Name(name)))
            || scope.model.constraints().stream().anyMatch(c -> isOn(c, field));
      }
    }
    throw new FieldDoesNotExist(scope.model.name() + " has no field named '" + name + "'");
  }

  private static boolean isOn(Constraint constraint, Field field) {
    return constraint instanceof Constraint.Unique unique
        && unique.condition().isEmpty()
        && unique.fields().equals(List.of(field.name()));
  }
}
