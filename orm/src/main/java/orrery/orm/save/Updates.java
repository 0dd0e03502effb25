package orrery.orm.save;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import orrery.orm.db.Reason;
import orrery.orm.error.FieldDoesNotExist;
import orrery.orm.error.FieldError;
import orrery.orm.error.Nearest;
import orrery.orm.error.NotSupportedError;
import orrery.orm.error.TypeError;
import orrery.orm.meta.Field;
import orrery.orm.meta.Member;
import orrery.orm.meta.Model;
import orrery.orm.query.Chain;
import orrery.orm.query.Expr;
import orrery.orm.query.Name;
import orrery.orm.query.Named;
import orrery.orm.query.Query;
import orrery.orm.query.Selection;
import orrery.orm.query.Step;
import orrery.orm.resolve.Mappings;
import orrery.orm.resolve.Plan;
import orrery.orm.sql.SqlExpr;
import orrery.orm.sql.Statement;
import orrery.orm.type.FieldTypes;
import orrery.orm.type.Kind;

/// Changes all rows of a queryset at once: Django's `update()`.
public final class Updates {

  private final Desk desk;

  /// Makes one.
  public Updates(Desk desk) {
    this.desk = desk;
  }

  /// Changes the rows of `query` and returns how many there were.
  ///
  /// @param values the names of fields, each with its value or an expression of the row's own
  ///   fields
  /// @param at the alias of the database to change, where the query names none
  /// @throws FieldError where a field does not exist, or an expression goes beyond the row's own
  ///   table
  /// @throws TypeError where the query is sliced, or distinct by fields
  public int update(Query query, List<Named> values, String at) {
    refuse(query, "update");
    Model model = desk.session().models().concrete(desk.session().models().get(query.model()));
    Map<Model, List<Named>> byOwner = new LinkedHashMap<>();
    for (Named each : values) {
      Model owner = desk.session().models().get(field(model, each).model());
      byOwner.computeIfAbsent(owner, o -> new ArrayList<>()).add(each);
    }
    Rows rows = rows(query, at);
    Map<Model, List<Statement.Assignment>> set = new LinkedHashMap<>();
    byOwner.forEach((owner, named) ->
        set.put(
            owner,
            assignments(owner, named, owner.equals(model) ? query : new Query(owner.name()))));
    if (rows.plan().empty() || values.isEmpty()) {
      return 0;
    }
    if (set.size() == 1 && set.containsKey(model)) {
      return send(model, List.copyOf(set.values()).getFirst(), rows.where(), rows.alias());
    }
    return desk.<Integer, RuntimeException>atomic(
        rows.alias(), () -> updateParents(set, rows, model));
  }

  /// Updates rows of several tables, by the keys of the rows that are meant.
  private int updateParents(
      Map<Model, List<Statement.Assignment>> byOwner, Rows rows, Model model) {
    List<Object> keys = new ArrayList<>();
    desk.rows(rows.alias(), rows.plan().statement(), Reason.save(model.name()))
        .forEach(row -> keys.add(Objects.requireNonNull(row[0])));
    int most = 0;
    if (!keys.isEmpty()) {
      for (Map.Entry<Model, List<Statement.Assignment>> each : byOwner.entrySet()) {
        SqlExpr where = desk.hasKeyAmong(each.getKey(), keys);
        most = Math.max(most, send(each.getKey(), each.getValue(), where, rows.alias()));
      }
    }
    return most;
  }

  private int send(Model model, List<Statement.Assignment> values, SqlExpr where, String alias) {
    Statement update = new Statement.Update(Desk.table(model), values, where, List.of());
    return desk.change(alias, update, Reason.save(model.name()));
  }

  private Field field(Model model, Named value) {
    Optional<Member> member = desk.session().models().members(model).lookup(value.name());
    if (value.name().equals("pk") && desk.session().models().primaryKey(model).size() > 1) {
      FieldError error =
          new FieldError("Composite primary key fields must be updated individually.");
      error.about(value);
      throw error;
    }
    if (member.isEmpty()) {
      FieldDoesNotExist error =
          new FieldDoesNotExist(model.name() + " has no field named '" + value.name() + "'");
      error.meaning(Nearest.of(value.name(), desk.session().models().members(model).lookupNames()));
      error.about(value);
      throw error;
    }
    if (member.get() instanceof Field field) {
      return field;
    }
    FieldError error =
        new FieldError(
            "Cannot update model field %s (only non-relations and foreign keys permitted)."
                .formatted(member.get()));
    error.about(value);
    throw error;
  }

  /// Says whether a list or a mapping is the value of a column that holds such.
  private static boolean isPlain(Field field, Expr value) {
    boolean holdsMany = field.type().kind() == Kind.JSON || field.type().kind() == Kind.ARRAY;
    return holdsMany && (value instanceof Expr.Mapping || value instanceof Expr.Sequence);
  }

  private List<Statement.Assignment> assignments(Model model, List<Named> values, Query query) {
    List<Statement.Assignment> set = new ArrayList<>();
    for (Named each : values) {
      Field field = field(model, each);
      SqlExpr value =
          each.value() instanceof Expr.Literal(Object literal)
              ? Desk.param(field, literal)
              : isPlain(field, each.value())
                  ? Desk.param(field, Mappings.plain(each.value()))
                  : desk.resolver().assigned(query, field.name(), each.value());
      set.add(new Statement.Assignment(field.column(), field.type(), value));
    }
    return set;
  }

  /// The rows of a query, as a condition on the model's own table.
  ///
  /// @param plan selects their primary keys
  record Rows(Plan plan, SqlExpr where, String alias) {}

  /// Returns the rows that `query` means.
  Rows rows(Query query, String at) {
    Model model = desk.session().models().concrete(desk.session().models().get(query.model()));
    List<Field> key = desk.session().models().primaryKey(model);
    List<Step> steps = new ArrayList<>();
    for (Step step : query.steps()) {
      if (!(step instanceof Step.SelectRelated
          || step instanceof Step.PrefetchRelated
          || step instanceof Step.Defer
          || step instanceof Step.Only
          || step instanceof Step.SelectForUpdate)) {
        steps.add(step);
      }
    }
    steps.add(new Step.OrderBy(List.of()));
    List<Selection> names = new ArrayList<>();
    key.forEach(field -> names.add(new Name(field.attname())));
    steps.add(new Step.ValuesList(names, false, false));
    Plan plan = desk.resolver().resolve(new Chain(new Query(query.model(), steps)));
    String alias = desk.database(plan.database().isEmpty() ? at : plan.database()).alias();
    Statement.Rows rows = (Statement.Rows) plan.statement();
    if (rows instanceof Statement.Select select
        && select.from().size() == 1
        && select.from().getFirst() instanceof Statement.Table
        && select.groupBy().isEmpty()
        && !select.distinct()
        && select.having() == SqlExpr.Truth.ALWAYS) {
      return new Rows(plan, select.where(), alias);
    }
    SqlExpr left =
        key.size() == 1
            ? Desk.column(model, key.getFirst())
            : new SqlExpr.Tuple(
                key.stream().<SqlExpr>map(f -> Desk.column(model, f)).toList(), FieldTypes.ANY);
    return new Rows(plan, new SqlExpr.InRows(left, rows), alias);
  }

  /// Refuses a query whose rows cannot be changed as they stand.
  static void refuse(Query query, String method) {
    for (Step step : query.steps()) {
      if (step instanceof Step.Slice) {
        throw sliced(method);
      }
      if (step instanceof Step.Combine combine) {
        throw new NotSupportedError(
            "Calling QuerySet."
                + method
                + "() after "
                + combine.combinator().name().toLowerCase(Locale.ROOT)
                + "() is not supported.");
      }
      if (step instanceof Step.Distinct distinct && !distinct.fields().isEmpty()) {
        throw new TypeError("Cannot call " + method + "() after .distinct(*fields).");
      }
    }
  }

  private static TypeError sliced(String method) {
    return new TypeError(
        method.equals("update")
            ? "Cannot update a query once a slice has been taken."
            : "Cannot use 'limit' or 'offset' with delete().");
  }
}
