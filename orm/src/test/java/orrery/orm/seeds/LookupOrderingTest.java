package orrery.orm.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import orrery.orm.load.Instance;

/// The order of lookups matters, and is kept.
class LookupOrderingTest extends PrefetchCase {

  private Instance person1;
  private Instance person2;

  @BeforeEach
  void setUp() {
    person1 = objects("Person").create("name", "Joe");
    person2 = objects("Person").create("name", "Mary");

    house(person1, "123 Main St", "Dining room", "Lounge", "Kitchen");
    house(person1, "45 Side St", "Dining room", "Lounge");
    house(person2, "6 Downing St", "Dining room", "Lounge", "Kitchen");
    house(person2, "7 Regents St", "Dining room", "Lounge");
  }

  /// Makes a house with rooms, the first of which is its main one.
  private void house(Instance occupant, String address, String... names) {
    Instance house = objects("House").create("address", address);
    for (String name : names) {
      Instance room = objects("Room").create("name", name, "house", house);
      if (name.equals(names[0])) {
        house.set("main_room", room);
      }
    }
    house.save();
    related(occupant, "houses").add(house);
  }

  @Test
  void testOrder() {
    // The two lookups must be done in the order in which they are written, since else
    // primary_house asks for what was not prefetched.
    List<List<Instance>> occupants =
        seeds.assertNumQueries(
            4,
            () ->
                objects("Person")
                    .prefetchRelated("houses__rooms", "primary_house__occupants")
                    .stream()
                    .map(person -> all(one(person, "primary_house"), "occupants"))
                    .toList());
    assertThat(occupants).containsExactly(List.of(person1), List.of(person2));
  }
}
