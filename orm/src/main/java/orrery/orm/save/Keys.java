package orrery.orm.save;

import java.util.ArrayList;
import java.util.List;
import orrery.orm.meta.Field;
import orrery.orm.meta.Model;
import orrery.orm.meta.Models;
import orrery.orm.query.Condition;
import orrery.orm.query.Expr;
import orrery.orm.query.Query;
import orrery.orm.query.Step;

/// Queries for rows by what their keys are.
public final class Keys {

  private Keys() {}

  /// Returns the query for the rows of `model` with these primary keys, in no order.
  ///
  /// @param keys their values, or of a composite key lists of values
  public static Query query(Models models, Model model, List<?> keys) {
    List<Field> fields = models.primaryKey(model);
    if (fields.size() == 1) {
      return query(model, fields.getFirst(), keys);
    }
    List<Condition> each = new ArrayList<>();
    for (Object key : keys) {
      List<?> values = (List<?>) key;
      List<Condition> parts = new ArrayList<>();
      for (int i = 0; i < fields.size(); i++) {
        Expr value = new Expr.Literal(values.get(i));
        parts.add(new Condition.Lookup(fields.get(i).attname(), value));
      }
      each.add(new Condition.And(parts));
    }
    return query(model, each.size() == 1 ? each.getFirst() : new Condition.Or(each));
  }

  /// Returns the query for the rows of `model` whose `field` has one of `values`, in no order.
  public static Query query(Model model, Field field, List<?> values) {
    List<Expr> literals = new ArrayList<>();
    values.forEach(value -> literals.add(new Expr.Literal(value)));
    Expr list = new Expr.Sequence(Expr.Brackets.LIST, literals);
    return query(model, new Condition.Lookup(field.attname() + "__in", list));
  }

  private static Query query(Model model, Condition condition) {
    return new Query(
        model.name(), List.of(new Step.Filter(List.of(condition)), new Step.OrderBy(List.of())));
  }
}
