package orrery.orm.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import orrery.orm.Manager;
import orrery.orm.QuerySet;
import orrery.orm.Terminals;

/// Django's `basic.ManagerTest`.
class ManagerTest {

  private static final Set<String> QUERYSET_PROXY_METHODS =
      Set.of(
          "none",
          "count",
          "dates",
          "datetimes",
          "distinct",
          "extra",
          "get",
          "get_or_create",
          "update_or_create",
          "create",
          "bulk_create",
          "bulk_update",
          "filter",
          "aggregate",
          "annotate",
          "complex_filter",
          "exclude",
          "in_bulk",
          "iterator",
          "earliest",
          "latest",
          "first",
          "last",
          "order_by",
          "select_for_update",
          "select_related",
          "prefetch_related",
          "values",
          "values_list",
          "update",
          "reverse",
          "defer",
          "only",
          "using",
          "exists",
          "explain",
          "raw",
          "union",
          "intersection",
          "difference");

  /// The inner doors `_insert` and `_update`, which the seed lists too, are one here.
  private static final Set<String> INNER = Set.of("changes");

  /// What newer versions of Django copy to the manager too.
  private static final Set<String> NEWER = Set.of("alias", "contains");

  /// Methods of their own for what in Python is an option that changes what rows are:
  /// `values_list(flat=True)`, `values_list(named=True)`, `union(all=True)`.
  private static final Set<String> OPTIONS = Set.of("values_flat", "values_named", "union_all");

  /// What managers and querysets must each say of themselves so that they can share the rest.
  private static final Set<String> OWN = Set.of("with", "terms", "form", "ask");

  @Test
  void testManagerMethods() {
    Set<String> expected = new TreeSet<>(QUERYSET_PROXY_METHODS);
    expected.addAll(INNER);
    expected.addAll(NEWER);
    expected.addAll(OPTIONS);
    expected.addAll(OWN);
    assertThat(methods(Terminals.class)).isEqualTo(expected);
    assertThat(Terminals.class).isAssignableFrom(Manager.class).isAssignableFrom(QuerySet.class);
    assertThat(methods(Manager.class)).doesNotContain("delete", "as_manager", "as");
    assertThat(methods(QuerySet.class)).contains("delete", "as", "all");
  }

  private static Set<String> methods(Class<?> type) {
    return Stream.of(type.getMethods())
        .filter(method -> !Modifier.isStatic(method.getModifiers()))
        .map(Method::getName)
        .map(ManagerTest::python)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String python(String name) {
    return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }
}
