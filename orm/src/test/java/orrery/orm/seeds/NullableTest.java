package orrery.orm.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import orrery.orm.Manager;
import orrery.orm.QuerySet;
import orrery.orm.load.Instance;

class NullableTest extends PrefetchCase {

  private Instance joe;
  private Instance angela;

  @BeforeEach
  void setUpTestData() {
    Instance boss = employees().create("name", "Peter");
    joe = employees().create("name", "Joe", "boss", boss);
    angela = employees().create("name", "Angela", "boss", boss);
  }

  private Manager<Instance> employees() {
    return objects("Employee");
  }

  /// Of each employee, whoever has the same boss.
  private static List<List<Instance>> coSerfs(QuerySet<Instance> employees) {
    return employees.stream()
        .map(employee ->
            employee.get("boss") == null
                ? List.<Instance>of()
                : all(one(employee, "boss"), "serfs"))
        .toList();
  }

  @Test
  void testTraverseNullable() {
    // The boss comes with select_related() and need not be prefetched, but the way still leads
    // through it, although it contains some nulls.
    QuerySet<Instance> prefetched =
        employees().selectRelated("boss").prefetchRelated("boss__serfs");
    QuerySet<Instance> plain = employees().selectRelated("boss");
    assertThat(seeds.assertNumQueries(2, () -> coSerfs(prefetched)))
        .isEqualTo(coSerfs(plain))
        .containsExactly(List.of(), List.of(joe, angela), List.of(joe, angela));
  }

  @Test
  void testPrefetchNullable() {
    // One for the employees, one for the bosses, one for the serfs.
    QuerySet<Instance> prefetched = employees().prefetchRelated("boss__serfs");
    assertThat(seeds.assertNumQueries(3, () -> coSerfs(prefetched)))
        .isEqualTo(coSerfs(employees().all()))
        .containsExactly(List.of(), List.of(joe, angela), List.of(joe, angela));
  }

  @Test
  void testInBulk() {
    Instance boss1 = employees().create("name", "Peter");
    Instance boss2 = employees().create("name", "Jack");

    seeds.assertNumQueries(
        2,
        () -> {
          Map<Object, Instance> bulk =
              employees().prefetchRelated("serfs").inBulk(List.of(key(boss1), key(boss2)));
          assertThat(bulk).hasSize(2).containsEntry(key(boss1), boss1);
          bulk.values().forEach(boss -> assertThat(all(boss, "serfs")).isEmpty());
        });
  }
}
