package orrery.orm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orrery.orm.error.TypeError;
import orrery.orm.error.ValueError;
import orrery.orm.query.Prefetch;
import orrery.orm.query.Query;
import orrery.orm.query.Step;

/// Lookups of `prefetch_related` with a queryset of their own, or a name of their own: Django's
/// `Prefetch`.
public final class Prefetches {

  private Prefetches() {}

  /// Loads what `path` ends in: the same as the path alone.
  public static Prefetch of(String path) {
    return new Prefetch(path);
  }

  /// Loads what `path` ends in with `queryset` in place of all related objects.
  ///
  /// @throws ValueError where the queryset gives no objects
  public static Prefetch of(String path, QuerySet<?> queryset) {
    return new Prefetch(path, Optional.of(checked(queryset)), Optional.empty(), List.of());
  }

  /// Loads what `path` ends in with `queryset`, and gives each object its list as the attribute
  /// `toAttr`.
  ///
  /// @throws ValueError where the queryset gives no objects
  public static Prefetch of(String path, QuerySet<?> queryset, String toAttr) {
    return new Prefetch(path, Optional.of(checked(queryset)), Optional.of(toAttr), List.of());
  }

  /// Loads what `path` ends in, and gives each object its list as the attribute `toAttr`.
  public static Prefetch to(String path, String toAttr) {
    return new Prefetch(path, Optional.empty(), Optional.of(toAttr), List.of());
  }

  /// Returns paths and prefetches as prefetches.
  ///
  /// @throws TypeError where there is something else
  static List<Prefetch> lookups(@Nullable Object... given) {
    List<Prefetch> lookups = new ArrayList<>();
    for (Object each : given) {
      lookups.add(
          switch (each) {
            case String path -> new Prefetch(path);
            case Prefetch prefetch -> prefetch;
            case null, default ->
                throw new TypeError("prefetch_related() takes paths and prefetches.");
          });
    }
    return lookups;
  }

  /// Loads what a generic foreign key points to with a queryset for each model: Django's
  /// `GenericPrefetch`.
  ///
  /// @throws ValueError where a queryset gives no objects
  public static Prefetch generic(String path, List<QuerySet<?>> querysets) {
    return new Prefetch(path, Optional.empty(), Optional.empty(), checked(querysets));
  }

  /// Loads what a generic foreign key points to with a queryset for each model, and gives each
  /// object its own as the attribute `toAttr`.
  ///
  /// @throws ValueError where a queryset gives no objects
  public static Prefetch generic(String path, List<QuerySet<?>> querysets, String toAttr) {
    return new Prefetch(path, Optional.empty(), Optional.of(toAttr), checked(querysets));
  }

  private static List<Query> checked(List<QuerySet<?>> querysets) {
    return querysets.stream().<Query>map(Prefetches::checked).toList();
  }

  private static Query checked(QuerySet<?> queryset) {
    for (Step step : queryset.query().steps()) {
      if (step instanceof Step.Values) {
        throw new ValueError("Prefetch querysets cannot use values().");
      }
      if (step instanceof Step.ValuesList || step instanceof Step.Raw) {
        throw new ValueError("Prefetch querysets cannot use raw(), values(), and values_list().");
      }
    }
    return queryset.query();
  }
}
