package orrery.orm.resolve;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import orrery.orm.error.FieldError;
import orrery.orm.error.OrmError;
import orrery.orm.error.ValueError;
import orrery.orm.meta.Field;
import orrery.orm.meta.Model;
import orrery.orm.meta.Models;
import orrery.orm.query.Query;
import orrery.orm.sql.SqlExpr;
import orrery.orm.sql.Statement;
import orrery.orm.type.FieldType;

/// Queries inside a query: `Exists`, `Subquery`, and chains as values.
final class Subqueries {

  /// What a relation is compared with.
  ///
  /// @param fields the fields that it goes by
  /// @param model the model that they are of
  record Wanted(List<Field> fields, Model model) {}

  private final Scope outer;

  Subqueries(Scope outer) {
    this.outer = outer;
  }

  private Scope fold(Query query) {
    try {
      return new Folder(outer.models).fold(query, outer);
    } catch (OrmError e) {
      throw e.about(query);
    }
  }

  /// Returns the condition that `query` has a row.
  SqlExpr exists(Query query) {
    Scope inner = fold(query);
    // As in Django, that there is no row is a value, which is asked for like any other.
    return Resolver.empty(inner)
        ? Literals.param(false)
        : new SqlExpr.Exists(new Selects(inner).exists());
  }

  /// Returns the one column of the one row of `query`.
  SqlExpr scalar(Query query) {
    Scope inner = fold(query);
    if (inner.picks == null || width(inner.picks) != 1) {
      throw new FieldError("Cannot resolve expression type, unknown output_field");
    }
    Statement.Rows rows = new Selects(inner).rows();
    FieldType type = type(inner, Selects.firstType(rows));
    return Resolver.empty(inner) ? new SqlExpr.Param(null, type) : new SqlExpr.Scalar(rows, type);
  }

  // A foreign key is a field of a class of its own, which goes with no numbers.
  private static FieldType type(Scope inner, FieldType column) {
    List<Scope.Pick> picks = inner.picks;
    SqlExpr picked = picks == null ? null : picks.getFirst().expr();
    Field field = picked == null ? null : inner.fieldOf(picked);
    return field != null && field.isRelation()
        ? new FieldType(field.className(), column.kind())
        : column;
  }

  /// Returns `query` as the right side of `lookup`.
  ///
  /// @param wanted what a relation on the left side is compared with; null where there is none
  Lookups.Right right(Query query, String lookup, @Nullable Wanted wanted) {
    Scope inner = fold(query);
    if (inner.picks == null || inner.picksAll) {
      if (wanted != null) {
        check(inner.model, wanted);
      }
      pick(inner, wanted);
    }
    boolean in = lookup.equals("in");
    if (in && !inner.isSliced() && inner.distinctFields.isEmpty()) {
      inner.unorder();
    }
    boolean one = inner.limit().isPresent() && inner.limit().getAsLong() == 1;
    int columns = inner.picks == null ? 0 : width(inner.picks);
    return new Lookups.Right.Rows(new Selects(inner).rows(), columns, one, Resolver.empty(inner));
  }

  private static int width(List<Scope.Pick> picks) {
    return picks.stream()
        .mapToInt(p -> p.expr() instanceof SqlExpr.Tuple tuple ? tuple.items().size() : 1)
        .sum();
  }

  // A query that selects nothing by itself gives what the left side goes by, else its key.
  private static void pick(Scope inner, @Nullable Wanted wanted) {
    List<Field> fields = inner.models.primaryKey(inner.model);
    if (wanted != null && inner.models.members(inner.model).fields().containsAll(wanted.fields())) {
      fields = wanted.fields();
    }
    List<Scope.Pick> picks = new ArrayList<>();
    for (Field field : fields) {
      picks.add(new Scope.Pick(field.attname(), Sources.column(inner.sources.base(), field), null));
    }
    if (!picks.isEmpty()) {
      inner.picks = picks;
      inner.picksAll = true;
      inner.selectedAnnotations.clear();
    }
  }

  /// Says whether objects of `model` are such that a relation can be compared with them.
  boolean isRelated(Model model, Wanted wanted) {
    Models models = outer.models;
    Model asked = models.concrete(model);
    Model right = models.concrete(wanted.model());
    Hops hops = outer.paths.hops();
    return asked.equals(right)
        || !hops.toParent(asked, right).isEmpty()
        || !hops.toParent(right, asked).isEmpty();
  }

  private void check(Model model, Wanted wanted) {
    if (!isRelated(model, wanted)) {
      throw new ValueError(
          "Cannot use QuerySet for \""
              + model.name()
              + "\": Use a QuerySet for \""
              + wanted.model().name()
              + "\".");
    }
  }
}
