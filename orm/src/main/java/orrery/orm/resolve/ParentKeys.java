package orrery.orm.resolve;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import orrery.orm.error.FieldError;
import orrery.orm.error.OrmError;
import orrery.orm.meta.Field;
import orrery.orm.meta.ForeignObject;
import orrery.orm.meta.GenericForeignKey;
import orrery.orm.meta.GenericRelation;
import orrery.orm.meta.ManyToMany;
import orrery.orm.meta.Model;
import orrery.orm.meta.Reference;
import orrery.orm.meta.ReverseForeignKey;
import orrery.orm.meta.ReverseForeignObject;
import orrery.orm.meta.ReverseGeneric;
import orrery.orm.meta.ReverseManyToMany;
import orrery.orm.sql.SqlExpr;
import orrery.orm.sql.SqlExpr.Comparison;
import orrery.orm.sql.Statement.Order;
import orrery.orm.sql.Truths;
import orrery.orm.type.FieldTypes;
import orrery.orm.type.Values;

/// The restriction of a query to the objects that belong to some parents. Django's
/// `get_prefetch_querysets`.
final class ParentKeys {

  private final Scope scope;

  ParentKeys(Scope scope) {
    this.scope = scope;
  }

  /// Restricts the scope, and returns the columns that say which parent a row belongs to.
  List<SqlExpr> restrict(Parents parents) {
    List<SqlExpr> columns =
        switch (parents.relation()) {
          case Field f -> own(toField(f));
          case ReverseForeignKey r -> own(r.field());
          case ForeignObject f -> ownAll(f.toFields());
          case ReverseForeignObject r -> ownAll(r.forward().fields());
          case ManyToMany m -> through(m, false);
          case ReverseManyToMany r -> through(r.forward(), true);
          case GenericRelation g -> own(field(scope.model, g.keyField()));
          case GenericForeignKey g -> key();
          case ReverseGeneric r ->
              throw new FieldError("'" + r.name() + "' cannot be read from an object.");
        };
    List<SqlExpr> conditions = new ArrayList<>();
    if (parents.relation() instanceof GenericRelation g) {
      Field type = field(scope.model, g.typeField());
      conditions.add(
          new SqlExpr.Compare(
              Comparison.EQUAL,
              column(type),
              new SqlExpr.Param(parents.contentType().getFirst(), type.type())));
    }
    conditions.add(in(columns, parents.keys()));
    SqlExpr condition = Truths.and(conditions);
    if (scope.isSliced()) {
      window(columns, condition);
    } else {
      scope.addWhere(condition);
    }
    if (isToOne(parents)) {
      // One object a parent needs no order.
      scope.clearOrder();
    }
    return columns;
  }

  private static boolean isToOne(Parents parents) {
    return !parents.relation().isToMany();
  }

  private Field toField(Field f) {
    Reference to = f.reference().orElseThrow(() -> new FieldError(f + " is no relation"));
    return field(scope.models.get(to.target()), to.toField());
  }

  private Field field(Model model, String name) {
    return scope.paths.hops().field(model, name);
  }

  private List<SqlExpr> own(Field field) {
    return List.of(column(field));
  }

  private List<SqlExpr> ownAll(List<String> names) {
    List<SqlExpr> columns = new ArrayList<>();
    names.forEach(name -> columns.add(column(field(scope.model, name))));
    return columns;
  }

  private List<SqlExpr> key() {
    List<SqlExpr> columns = new ArrayList<>();
    scope.models.primaryKey(scope.model).forEach(f -> columns.add(column(f)));
    return columns;
  }

  // The field may live in a parent's table, which is then joined.
  private SqlExpr column(Field field) {
    Model at = scope.models.concrete(scope.model);
    if (field.model().equals(at.name())) {
      return Sources.column(scope.sources.base(), field);
    }
    List<Hop> up = scope.paths.hops().toParent(at, scope.models.get(field.model()));
    List<String> aliases = new Joins(scope).make(up, scope.sources.base(), null);
    scope.sources.use(aliases);
    return Sources.column(aliases.getLast(), field);
  }

  private List<SqlExpr> through(ManyToMany m, boolean backwards) {
    // From the related model back to the join table: against the direction in which the parents
    // have it.
    List<Hop> hops = scope.paths.hops().of(backwards ? m : new ReverseManyToMany(m.target(), m));
    Set<String> fresh = new HashSet<>();
    List<String> aliases = new Joins(scope).make(hops.subList(0, 1), scope.sources.base(), fresh);
    scope.sources.use(aliases);
    scope.sources.demote(aliases.subList(1, aliases.size()));
    Model through = scope.models.get(m.through());
    Field parent = field(through, backwards ? m.targetField() : m.sourceField());
    return List.of(Sources.column(aliases.getLast(), parent));
  }

  private SqlExpr in(List<SqlExpr> columns, List<Object> keys) {
    if (keys.isEmpty()) {
      return SqlExpr.Truth.NEVER;
    }
    if (columns.size() == 1) {
      SqlExpr column = columns.getFirst();
      List<SqlExpr> items = new ArrayList<>();
      for (Object key : keys) {
        items.add(param(column, key));
      }
      return new SqlExpr.In(column, items);
    }
    List<SqlExpr> items = new ArrayList<>();
    for (Object key : keys) {
      List<SqlExpr> parts = new ArrayList<>();
      List<?> values = (List<?>) key;
      for (int i = 0; i < columns.size(); i++) {
        parts.add(param(columns.get(i), values.get(i)));
      }
      items.add(new SqlExpr.Tuple(parts, FieldTypes.ANY));
    }
    return new SqlExpr.In(new SqlExpr.Tuple(columns, FieldTypes.ANY), items);
  }

  private static SqlExpr param(SqlExpr column, Object value) {
    try {
      return new SqlExpr.Param(Values.prepare(column.type(), value, ""), column.type());
    } catch (OrmError stored) {
      // What a loose database holds in spite of the column's type still names its parent there.
      return new SqlExpr.Param(value, column.type());
    }
  }

  // A slice means so many for each parent, so rows are numbered within their parent.
  private void window(List<SqlExpr> columns, SqlExpr condition) {
    List<Order> orders = new Ordering(scope).orders();
    SqlExpr number =
        new SqlExpr.Window(
            new SqlExpr.Function("RowNumber", List.of(), FieldTypes.INTEGER),
            columns,
            orders,
            Optional.empty(),
            FieldTypes.INTEGER);
    List<SqlExpr> parts = new ArrayList<>();
    if (scope.low > 0) {
      parts.add(new SqlExpr.Compare(Comparison.GREATER, number, Literals.param(scope.low)));
    }
    if (scope.high.isPresent()) {
      parts.add(
          new SqlExpr.Compare(
              Comparison.LESS_OR_EQUAL, number, Literals.param(scope.high.getAsLong())));
    }
    scope.low = 0;
    scope.high = OptionalLong.empty();
    scope.sliced = false;
    scope.addWhere(condition);
    parts.forEach(scope.where::add);
  }
}
