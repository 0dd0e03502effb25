package orrery.orm.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import orrery.orm.error.FieldError;
import orrery.orm.meta.Field;
import orrery.orm.meta.Model;
import orrery.orm.sql.SqlExpr;
import orrery.orm.sql.Statement;
import orrery.orm.type.FieldTypes;

/// The joins of a walked path, with what a generic relation compares besides keys.
final class Joins {

  private final Scope scope;

  Joins(Scope scope) {
    this.scope = scope;
  }

  /// Joins all tables of `walked` from the alias `from`, and returns the aliases, `from` first.
  List<String> make(Path walked, String from, @Nullable Set<String> reuse) {
    return make(walked.hops(), from, reuse);
  }

  /// Joins the tables of `hops` from the alias `from`, and returns the aliases, `from` first.
  List<String> make(List<Hop> hops, String from, @Nullable Set<String> reuse) {
    List<String> aliases = new ArrayList<>();
    aliases.add(from);
    String at = from;
    for (Hop hop : hops) {
      String before = at;
      boolean made = false;
      Set<String> shared = hop.toMany() ? reuse : null;
      String known = scope.sources.find(hop, at, shared);
      if (known == null) {
        made = true;
        known = scope.sources.join(hop, at);
      }
      at = known;
      if (made && hop.type().isPresent()) {
        scope.sources.get(at).restriction = restriction(hop.type().get(), before, at);
      }
      if (!hop.filteredAs().isEmpty() && reuse != null) {
        reuse.add(at);
      }
      if (made && !hop.filteredAs().isEmpty()) {
        FilteredPaths.restrict(scope, hop.filteredAs(), at, shared);
      }
      aliases.add(at);
    }
    return aliases;
  }

  /// Returns the condition that rows are of the content type that a generic relation means.
  SqlExpr restriction(Hop.ContentTypeMatch match, String before, String joined) {
    Field field = match.field();
    SqlExpr column = Sources.column(match.onJoined() ? joined : before, field);
    return new SqlExpr.Compare(SqlExpr.Comparison.EQUAL, column, contentType(match.model(), field));
  }

  private SqlExpr contentType(Model model, Field field) {
    Model types =
        scope.models.get(
            field
                .reference()
                .orElseThrow(() -> new FieldError(field + " is no foreign key to ContentType"))
                .target());
    Model concrete = scope.models.concrete(model);
    String alias = types.table();
    Field key = scope.models.primaryKey(types).getFirst();
    SqlExpr where =
        new SqlExpr.And(
            List.of(
                equal(alias, types, "app_label", concrete.appLabel()),
                equal(alias, types, "model", concrete.name().toLowerCase(java.util.Locale.ROOT))));
    Statement.Select select =
        new Statement.Select(
            List.of(new Statement.Output(Sources.column(alias, key))),
            List.of(new Statement.Table(types.table(), alias)));
    return new SqlExpr.Scalar(
        new Statement.Select(
            select.columns(),
            select.from(),
            where,
            List.of(),
            SqlExpr.Truth.ALWAYS,
            false,
            List.of(),
            List.of(),
            select.limit(),
            0,
            select.lock()),
        key.type());
  }

  private SqlExpr equal(String alias, Model types, String field, String value) {
    return new SqlExpr.Compare(
        SqlExpr.Comparison.EQUAL,
        Sources.column(alias, scope.paths.hops().field(types, field)),
        new SqlExpr.Param(value, FieldTypes.CHAR));
  }
}
