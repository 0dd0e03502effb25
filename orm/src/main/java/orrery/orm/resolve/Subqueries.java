package orrery.orm.resolve;

import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import orrery.orm.error.OrmError;
import orrery.orm.meta.Field;
import orrery.orm.query.Query;
import orrery.orm.sql.SqlExpr;
import orrery.orm.sql.Statement;
import orrery.orm.sql.Statement.Output;
import orrery.orm.type.FieldType;
import orrery.orm.type.FieldTypes;

/// Queries inside a query: `Exists`, `Subquery`, and chains as values.
final class Subqueries {

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
    if (inner.none || inner.condition() == SqlExpr.Truth.NEVER) {
      return SqlExpr.Truth.NEVER;
    }
    return new SqlExpr.Exists(new Selects(inner).exists());
  }

  /// Returns the first column of the one row of `query`.
  SqlExpr scalar(Query query) {
    Scope inner = fold(query);
    Statement.Rows rows = new Selects(inner).rows();
    FieldType type = new Selects(inner).firstType();
    if (inner.none || inner.condition() == SqlExpr.Truth.NEVER) {
      // A count over nothing is still a row; everything else is NULL.
      return new SqlExpr.Param(null, type);
    }
    return new SqlExpr.Scalar(rows, type);
  }

  /// Returns `query` as the right side of `lookup`.
  ///
  /// @param wanted the field it gives where it selects none; the primary key if null
  Lookups.Right right(Query query, String lookup, @Nullable Field wanted) {
    Scope inner = fold(query);
    if (inner.picks == null && inner.combined == null) {
      boolean fits = wanted != null && inner.models.members(inner.model).fields().contains(wanted);
      List<Field> key = inner.models.primaryKey(inner.model);
      Field field = fits && wanted != null ? wanted : key.isEmpty() ? null : key.getFirst();
      if (field != null) {
        inner.picks =
            List.of(
                new Scope.Pick(field.attname(), Sources.column(inner.sources.base(), field), null));
        inner.selectedAnnotations.clear();
      }
    }
    boolean in = lookup.equals("in");
    if (in && !inner.isSliced() && inner.distinctFields.isEmpty()) {
      inner.orderBy = List.of();
      inner.defaultOrder = false;
    }
    boolean one = inner.limit().isPresent() && inner.limit().getAsLong() == 1;
    boolean never = inner.none || inner.condition() == SqlExpr.Truth.NEVER;
    return new Lookups.Right.Rows(new Selects(inner).rows(), one, never);
  }

  /// Returns a select of the constant 1 from `from` under `where`, at most one row.
  static Statement.Select one(List<Statement.From> from, SqlExpr where) {
    return new Statement.Select(
        List.of(new Output(new SqlExpr.Raw("1", List.of(), FieldTypes.INTEGER), "a")),
        from,
        where,
        List.of(),
        SqlExpr.Truth.ALWAYS,
        false,
        List.of(),
        List.of(),
        OptionalLong.of(1),
        0,
        java.util.Optional.empty());
  }
}
