package orrery.orm.resolve;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import orrery.orm.query.Expr;
import orrery.orm.query.Name;
import orrery.orm.query.Named;
import orrery.orm.query.Step;
import orrery.orm.sql.SqlExpr;
import orrery.orm.type.FieldTypes;

/// Pieces of SQL given by hand: `extra()`.
final class Extras {

  private Extras() {}

  /// Adds what `step` gives to the scope.
  static void apply(Scope scope, Step.Extra step) {
    Step.Extra before = scope.extra;
    List<Named> select = new ArrayList<>(before == null ? List.of() : before.select());
    select.addAll(step.select());
    List<Expr> params = new ArrayList<>(before == null ? List.of() : before.selectParams());
    params.addAll(step.selectParams());
    List<String> tables = new ArrayList<>(before == null ? List.of() : before.tables());
    tables.addAll(step.tables());
    List<Name> orderBy =
        step.orderBy().isEmpty() && before != null ? before.orderBy() : step.orderBy();
    int used = 0;
    for (String where : step.where()) {
      int wanted = count(where);
      scope.where.add(
          new SqlExpr.Raw(
              "(" + marks(where) + ")", params(step.params(), used, wanted), FieldTypes.BOOLEAN));
      used += wanted;
    }
    scope.extra = new Step.Extra(select, params, List.of(), List.of(), tables, orderBy);
  }

  /// Returns the extra column called `name`.
  static SqlExpr column(Scope scope, String name) {
    @Nullable SqlExpr found = null;
    int used = 0;
    Step.Extra extra = java.util.Objects.requireNonNull(scope.extra);
    for (Named named : extra.select()) {
      String sql = named.value() instanceof Expr.Literal l ? String.valueOf(l.value()) : "NULL";
      int wanted = count(sql);
      if (named.name().equals(name)) {
        found =
            new SqlExpr.Raw(
                "(" + marks(sql) + ")", params(extra.selectParams(), used, wanted), FieldTypes.ANY);
      }
      used += wanted;
    }
    return java.util.Objects.requireNonNull(found, name);
  }

  private static int count(String sql) {
    return sql.split("%s", -1).length - 1;
  }

  private static String marks(String sql) {
    return sql.replace("%s", "?").replace("%%", "%");
  }

  private static List<SqlExpr.Param> params(List<Expr> params, int from, int wanted) {
    List<SqlExpr.Param> taken = new ArrayList<>();
    for (int i = from; i < Math.min(params.size(), from + wanted); i++) {
      taken.add(Literals.param(params.get(i) instanceof Expr.Literal l ? l.value() : null));
    }
    return taken;
  }
}
