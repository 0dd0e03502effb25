package orrery.orm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orrery.orm.query.Expr;
import orrery.orm.query.Name;
import orrery.orm.query.Named;
import orrery.orm.query.Query;
import orrery.orm.query.Selection;
import orrery.orm.query.Step;

/// The methods that managers and querysets share and that give a queryset: each returns what was
/// asked so far with one step more, and asks nothing yet. Names and meanings are Django's.
///
/// Conditions are given as in Python: [Q]s, then pairs of a path and a value.
///
/// @param <R> what a row becomes
public interface Steps<R extends @Nullable Object> {

  /// Returns what is asked so far with `step` at its end.
  ///
  /// @throws orrery.orm.error.OrmError where Django raises at the call: a name that does not exist,
  ///   a step that may not stand there
  QuerySet<R> with(Step step);

  /// Returns what is asked so far with `step` at its end, where rows then become something else.
  <N extends @Nullable Object> QuerySet<N> with(Step step, RowForm<N> form);

  /// Returns what turns Java values into terms of the query.
  Terms terms();

  /// Returns nothing, and asks nothing.
  default QuerySet<R> none() {
    return with(new Step.None());
  }

  /// Keeps what meets all conditions; one call is one scope for to-many relations.
  default QuerySet<R> filter(@Nullable Object... conditions) {
    return with(new Step.Filter(new Arguments("filter", conditions).conditions(terms())));
  }

  /// Drops what meets all conditions.
  default QuerySet<R> exclude(@Nullable Object... conditions) {
    return with(new Step.Exclude(new Arguments("exclude", conditions).conditions(terms())));
  }

  /// Keeps what meets a [Q], or the conditions of a mapping from path to value.
  default QuerySet<R> complexFilter(Object condition) {
    if (condition instanceof Map<?, ?> map) {
      List<Object> pairs = new ArrayList<>();
      map.forEach((path, value) -> {
        pairs.add(path);
        pairs.add(value);
      });
      return filter(pairs.toArray());
    }
    return filter(condition);
  }

  /// Computes values beside the fields: pairs of a name and an [Expression]; an aggregate by
  /// position gets its default name.
  default QuerySet<R> annotate(@Nullable Object... annotations) {
    Arguments read = new Arguments("annotate", annotations);
    return with(new Step.Annotate(read.expressions(), read.pairs(terms())));
  }

  /// Names expressions for later steps without selecting them.
  default QuerySet<R> alias(@Nullable Object... aliases) {
    Arguments read = new Arguments("alias", aliases);
    return with(new Step.Alias(read.expressions(), read.pairs(terms())));
  }

  /// Replaces the order by names, with `-` before a descending one, and [Expression]s; no arguments
  /// clear it.
  default QuerySet<R> orderBy(Object... by) {
    return with(new Step.OrderBy(Terms.selections("order_by", by)));
  }

  /// Turns the order round.
  default QuerySet<R> reverse() {
    return with(new Step.Reverse());
  }

  /// Drops equal rows; with names, all but the first row for each value of them, where the database
  /// can.
  default QuerySet<R> distinct(String... fields) {
    return with(new Step.Distinct(names(fields)));
  }

  /// Joins to-one relations into the same statement; with no names, all that cannot be null; with
  /// null, none.
  default QuerySet<R> selectRelated(@Nullable String... paths) {
    return isCleared(paths)
        ? with(new Step.SelectRelated(List.of(), true))
        : with(new Step.SelectRelated(names(paths), false));
  }

  /// Loads relations in statements of their own: paths, and prefetches with a queryset of their
  /// own; null takes back earlier calls.
  default QuerySet<R> prefetchRelated(@Nullable Object... lookups) {
    if (isCleared(lookups)) {
      return with(new Step.PrefetchRelated(List.of(), true));
    }
    return with(new Step.PrefetchRelated(Prefetches.lookups(lookups), false));
  }

  /// Gives mappings instead of objects: of the named fields and the expressions in pairs, or of all
  /// fields.
  default QuerySet<Map<String, @Nullable Object>> values(Object... fields) {
    List<Selection> selected = new ArrayList<>();
    List<Named> named = new ArrayList<>();
    int at = 0;
    while (at < fields.length && !isPair(fields, at)) {
      selected.addAll(Terms.selections("values", fields[at++]));
    }
    Object[] rest = Arrays.copyOfRange(fields, at, fields.length);
    named.addAll(new Arguments("values", rest).pairs(terms()));
    return with(new Step.Values(selected, named), RowForm.MAPPING);
  }

  private static boolean isPair(Object[] fields, int at) {
    return fields[at] instanceof String
        && at + 1 < fields.length
        && fields[at + 1] instanceof Expression;
  }

  /// Gives tuples instead of objects: of the named fields and expressions, or of all fields.
  default QuerySet<List<@Nullable Object>> valuesList(Object... fields) {
    return with(
        new Step.ValuesList(Terms.selections("values_list", fields), false, false), RowForm.TUPLE);
  }

  /// Gives the bare values of one field: `values_list(field, flat=True)`.
  default QuerySet<@Nullable Object> valuesFlat(Object field) {
    return with(
        new Step.ValuesList(Terms.selections("values_list", field), true, false), RowForm.FLAT);
  }

  /// Gives tuples with names: `values_list(…, named=True)`.
  default QuerySet<Map<String, @Nullable Object>> valuesNamed(Object... fields) {
    return with(
        new Step.ValuesList(Terms.selections("values_list", fields), false, true), RowForm.MAPPING);
  }

  /// Gives the distinct dates of a field, cut to `year`, `month`, `week` or `day`.
  ///
  /// @param order `ASC` or `DESC`
  default QuerySet<@Nullable Object> dates(String field, String kind, String order) {
    return with(new Step.Dates(new Name(field), kind, order), RowForm.FLAT);
  }

  /// Gives the distinct dates of a field, earliest first.
  default QuerySet<@Nullable Object> dates(String field, String kind) {
    return dates(field, kind, "ASC");
  }

  /// Gives the distinct points in time of a field, cut to `kind`.
  ///
  /// @param order `ASC` or `DESC`
  default QuerySet<@Nullable Object> datetimes(String field, String kind, String order) {
    return with(new Step.Datetimes(new Name(field), kind, order, Optional.empty()), RowForm.FLAT);
  }

  /// Gives the distinct points in time of a field, earliest first.
  default QuerySet<@Nullable Object> datetimes(String field, String kind) {
    return datetimes(field, kind, "ASC");
  }

  /// Leaves fields unloaded until they are read; null loads all again.
  default QuerySet<R> defer(@Nullable String... fields) {
    return isCleared(fields)
        ? with(new Step.Defer(List.of(), true))
        : with(new Step.Defer(names(fields), false));
  }

  /// Leaves all other fields unloaded until they are read.
  default QuerySet<R> only(String... fields) {
    return with(new Step.Only(names(fields)));
  }

  /// Asks another of the open databases.
  default QuerySet<R> using(String alias) {
    return with(new Step.Using(alias));
  }

  /// Gives the rows of any part, each once.
  default QuerySet<R> union(QuerySet<?>... others) {
    return combined(Step.Combinator.UNION, false, others);
  }

  /// Gives the rows of all parts, equal ones as often as they stand there.
  default QuerySet<R> unionAll(QuerySet<?>... others) {
    return combined(Step.Combinator.UNION, true, others);
  }

  /// Gives the rows that every part has.
  default QuerySet<R> intersection(QuerySet<?>... others) {
    return combined(Step.Combinator.INTERSECTION, false, others);
  }

  /// Gives the rows that no other part has.
  default QuerySet<R> difference(QuerySet<?>... others) {
    return combined(Step.Combinator.DIFFERENCE, false, others);
  }

  private QuerySet<R> combined(Step.Combinator how, boolean all, QuerySet<?>... others) {
    List<Query> queries = new ArrayList<>();
    for (QuerySet<?> other : others) {
      queries.add(other.query());
    }
    return with(new Step.Combine(how, queries, all));
  }

  /// Locks the rows until the end of the transaction; options by their Django names: `nowait`,
  /// `skip_locked`, `of`, `no_key`.
  default QuerySet<R> selectForUpdate(@Nullable Object... options) {
    Options given =
        new Options("select_for_update", options, "nowait", "skip_locked", "of", "no_key");
    return with(
        new Step.SelectForUpdate(
            given.isTrue("nowait"),
            given.isTrue("skip_locked"),
            given.texts("of").stream().map(Name::new).toList(),
            given.isTrue("no_key")));
  }

  /// Adds pieces of SQL by hand; options by their Django names: `select` (a mapping),
  /// `select_params`, `where`, `params`, `tables`, `order_by`.
  default QuerySet<R> extra(@Nullable Object... options) {
    Options given =
        new Options(
            "extra", options, "select", "select_params", "where", "params", "tables", "order_by");
    List<Named> select = new ArrayList<>();
    given.mapping("select").forEach((name, sql) -> select.add(new Named(name, Terms.plain(sql))));
    return with(
        new Step.Extra(
            select,
            given.exprs("select_params"),
            given.texts("where"),
            given.exprs("params"),
            given.texts("tables"),
            given.texts("order_by").stream().map(Name::new).toList()));
  }

  /// Gives the objects that a statement by hand selects, with `%s` for each parameter.
  default QuerySet<R> raw(String sql, @Nullable Object... params) {
    List<Expr> values = Arrays.stream(params).map(Terms::plain).toList();
    return with(new Step.Raw(sql, values, List.of()));
  }

  private static boolean isCleared(@Nullable Object @Nullable [] arguments) {
    return arguments == null || (arguments.length == 1 && arguments[0] == null);
  }

  private static List<Name> names(@Nullable String... names) {
    List<Name> all = new ArrayList<>();
    for (String name : names) {
      all.add(new Name(String.valueOf(name)));
    }
    return all;
  }
}
