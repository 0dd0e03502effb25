package orrery.orm.query;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// One step of a query: a queryset method that returns a queryset, or a slice.
public sealed interface Step {

  /// `all()`: the same again.
  record All() implements Step {}

  /// `none()`: nothing, and no statement is sent.
  record None() implements Step {}

  /// `filter(…)`: keeps what meets all conditions; one step is one scope for to-many relations.
  record Filter(List<Condition> conditions) implements Step {
    /// Makes a filter from a copy of `conditions`.
    public Filter {
      conditions = List.copyOf(conditions);
    }
  }

  /// `exclude(…)`: drops what meets all conditions.
  record Exclude(List<Condition> conditions) implements Step {
    /// Makes an exclusion from a copy of `conditions`.
    public Exclude {
      conditions = List.copyOf(conditions);
    }
  }

  /// `annotate(…)`: computes values beside the fields; a positional aggregate gets its default
  /// name.
  record Annotate(List<Expr> positional, List<Named> named) implements Step {
    /// Makes an annotation from copies of the lists.
    public Annotate {
      positional = List.copyOf(positional);
      named = List.copyOf(named);
    }
  }

  /// `alias(…)`: names an expression for later steps without selecting it.
  record Alias(List<Expr> positional, List<Named> named) implements Step {
    /// Makes an alias from copies of the lists.
    public Alias {
      positional = List.copyOf(positional);
      named = List.copyOf(named);
    }
  }

  /// `order_by(…)`: replaces the order; no arguments clear it.
  record OrderBy(List<Selection> by) implements Step {
    /// Makes an ordering from a copy of `by`.
    public OrderBy {
      by = List.copyOf(by);
    }
  }

  /// `reverse()`: turns the order round.
  record Reverse() implements Step {}

  /// `distinct(…)`: drops equal rows; with names, all but the first row for each value of them
  /// (PostgreSQL).
  record Distinct(List<Name> fields) implements Step {
    /// Makes it from a copy of `fields`.
    public Distinct {
      fields = List.copyOf(fields);
    }
  }

  /// `select_related(…)`: joins to-one relations into the same statement.
  ///
  /// @param cleared whether `None` was given, which takes back earlier calls
  record SelectRelated(List<Name> paths, boolean cleared) implements Step {
    /// Makes it from a copy of `paths`.
    public SelectRelated {
      paths = List.copyOf(paths);
    }
  }

  /// `prefetch_related(…)`: loads relations in statements of their own.
  ///
  /// @param cleared whether `None` was given, which takes back earlier calls
  record PrefetchRelated(List<Prefetch> lookups, boolean cleared) implements Step {
    /// Makes it from a copy of `lookups`.
    public PrefetchRelated {
      lookups = List.copyOf(lookups);
    }
  }

  /// `values(…)`: mappings instead of objects.
  record Values(List<Selection> fields, List<Named> named) implements Step {
    /// Makes it from copies of the lists.
    public Values {
      fields = List.copyOf(fields);
      named = List.copyOf(named);
    }
  }

  /// `values_list(…)`: tuples instead of objects; with `flat`, bare values; with `tuples`, named
  /// tuples.
  record ValuesList(List<Selection> fields, boolean flat, boolean tuples) implements Step {
    /// Makes it from a copy of `fields`.
    public ValuesList {
      fields = List.copyOf(fields);
    }
  }

  /// `dates(field, kind, order)`: the distinct dates of a field, cut to `kind`.
  record Dates(Name field, String kind, String order) implements Step {}

  /// `datetimes(field, kind, order, tzinfo)`: the distinct points in time of a field, cut to
  /// `kind`.
  record Datetimes(Name field, String kind, String order, Optional<Expr> zone) implements Step {}

  /// `defer(…)`: leaves fields unloaded until they are read.
  record Defer(List<Name> fields, boolean cleared) implements Step {
    /// Makes it from a copy of `fields`.
    public Defer {
      fields = List.copyOf(fields);
    }
  }

  /// `only(…)`: leaves all other fields unloaded until they are read.
  record Only(List<Name> fields) implements Step {
    /// Makes it from a copy of `fields`.
    public Only {
      fields = List.copyOf(fields);
    }
  }

  /// `using(alias)`: asks another of the open databases.
  record Using(String alias) implements Step {}

  /// `union(…)`, `intersection(…)` or `difference(…)` with other queries.
  record Combine(Combinator combinator, List<Query> others, boolean all) implements Step {
    /// Makes it from a copy of `others`.
    public Combine {
      others = List.copyOf(others);
    }
  }

  /// Which rows a combined query keeps.
  enum Combinator {
    /// Rows of any part.
    UNION,
    /// Rows of every part.
    INTERSECTION,
    /// Rows of the first part that no other part has.
    DIFFERENCE
  }

  /// `a & b`, `a | b` or `a ^ b` of two querysets of one model.
  record Merge(Connector connector, Query other) implements Step {}

  /// How [Merge] joins the conditions of two querysets.
  enum Connector {
    /// Both hold.
    AND,
    /// Either holds.
    OR,
    /// An odd number holds.
    XOR
  }

  /// `select_for_update(…)`: locks the rows until the end of the transaction.
  record SelectForUpdate(boolean nowait, boolean skipLocked, List<Name> of, boolean noKey)
      implements Step {
    /// Makes it from a copy of `of`.
    public SelectForUpdate {
      of = List.copyOf(of);
    }
  }

  /// `extra(…)`: pieces of SQL given by hand.
  record Extra(
      List<Named> select,
      List<Expr> selectParams,
      List<String> where,
      List<Expr> params,
      List<String> tables,
      List<Name> orderBy)
      implements Step {
    /// Makes it from copies of the lists.
    public Extra {
      select = List.copyOf(select);
      selectParams = List.copyOf(selectParams);
      where = List.copyOf(where);
      params = List.copyOf(params);
      tables = List.copyOf(tables);
      orderBy = List.copyOf(orderBy);
    }
  }

  /// `raw(sql, params, translations)`: objects from a statement given by hand.
  ///
  /// @param params the values of `%s` in their order, or one [Expr.Mapping] for `%(name)s`
  /// @param translations which column of the answer is which field: the name is the column
  record Raw(String sql, List<Expr> params, List<Named> translations) implements Step {
    /// Makes it from copies of the lists.
    public Raw {
      params = List.copyOf(params);
      translations = List.copyOf(translations);
    }

    /// Makes it without translations.
    public Raw(String sql, List<Expr> params) {
      this(sql, params, List.of());
    }
  }

  /// `[start:stop]`: a slice, both ends counted from 0 in what the steps before give; no `stop`
  /// means to the end.
  record Slice(int start, OptionalInt stop) implements Step {}
}
