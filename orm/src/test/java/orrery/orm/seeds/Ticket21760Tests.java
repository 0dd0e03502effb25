package orrery.orm.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import orrery.orm.load.Instance;

class Ticket21760Tests extends PrefetchCase {

  private final List<Instance> rooms = new ArrayList<>();

  @BeforeEach
  void setUp() {
    for (int i = 0; i < 3; i++) {
      Instance house = objects("House").create();
      for (int j = 0; j < 3; j++) {
        rooms.add(objects("Room").create("house", house));
      }
      house.set("main_room", rooms.get(rooms.size() - 3));
      house.save();
    }
  }

  @Test
  void testBug() {
    List<Instance> all = objects("Room").all().list();
    String sql = seeds.lastSql(() -> seeds.orm().prefetchRelatedObjects(all, "house"));
    assertThat(sql).contains("FROM \"prefetch_related_house\"").doesNotContain(" JOIN ");
    seeds.assertNumQueries(
        0,
        () ->
            assertThat(all.stream().map(room -> one(room, "house")))
                .isEqualTo(rooms.stream().map(room -> one(room, "house")).toList()));
  }
}
