package orrery.orm.seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static orrery.orm.seeds.Traversal.traverse;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import orrery.orm.Manager;
import orrery.orm.Orm;
import orrery.orm.Prefetches;
import orrery.orm.QuerySet;
import orrery.orm.RelatedManager;
import orrery.orm.Warnings;
import orrery.orm.error.AttributeError;
import orrery.orm.error.ObjectDoesNotExist;
import orrery.orm.error.ValueError;
import orrery.orm.load.Instance;

class CustomPrefetchTests extends PrefetchCase {

  private Instance person1;
  private Instance person2;
  private Instance house1;
  private Instance house2;
  private Instance house3;
  private Instance house4;
  private Instance room11;
  private Instance room12;
  private Instance room21;

  @BeforeEach
  void setUpTestData() {
    person1 = people().create("name", "Joe");
    person2 = people().create("name", "Mary");

    house1 = houses().create("name", "House 1", "address", "123 Main St", "owner", person1);
    List<Instance> rooms1 = furnish(house1, person1);
    room11 = rooms1.get(0);
    room12 = rooms1.get(1);
    house2 = houses().create("name", "House 2", "address", "45 Side St", "owner", person1);
    room21 = furnish(house2, person1).getFirst();
    house3 = houses().create("name", "House 3", "address", "6 Downing St", "owner", person2);
    furnish(house3, person2);
    house4 = houses().create("name", "house 4", "address", "7 Regents St", "owner", person2);
    furnish(house4, person2);
  }

  /// Gives a house its rooms, the first of them its main one, and someone who lives there.
  private List<Instance> furnish(Instance house, Instance occupant) {
    Instance dining = rooms().create("name", "Dining room", "house", house);
    Instance lounge = rooms().create("name", "Lounge", "house", house);
    Instance kitchen = rooms().create("name", "Kitchen", "house", house);
    house.set("main_room", dining);
    house.save();
    related(occupant, "houses").add(house);
    return List.of(dining, lounge, kitchen);
  }

  private Manager<Instance> people() {
    return objects("Person");
  }

  private Manager<Instance> houses() {
    return objects("House");
  }

  private Manager<Instance> rooms() {
    return objects("Room");
  }

  @Test
  void testTraverseQs() {
    QuerySet<Instance> people = people().prefetchRelated("houses");
    List<List<Instance>> normal = people.stream().map(person -> all(person, "houses")).toList();
    List<List<Instance>> fromTraverse =
        traverse(people, "houses").stream()
            .map(person -> person.related().stream().map(Traversal::object).toList())
            .toList();
    assertThat(fromTraverse)
        .isEqualTo(normal)
        .containsExactly(List.of(house1, house2), List.of(house3, house4));
  }

  @Test
  void testAmbiguous() {
    // Ambiguous: the lookup was already seen with a different queryset.
    QuerySet<Instance> seen =
        people().prefetchRelated("houses__rooms", Prefetches.of("houses", houses().all()));
    assertThatThrownBy(() -> traverse(seen, "houses", "rooms"))
        .isInstanceOf(ValueError.class)
        .hasMessage(
            "'houses' lookup was already seen with a different queryset. You may need to adjust the ordering of your lookups.");

    // Ambiguous: houses_lst does not exist yet when houses_lst__rooms is looked up.
    QuerySet<Instance> tooEarly =
        people()
            .prefetchRelated(
                "houses_lst__rooms", Prefetches.of("houses", houses().all(), "houses_lst"));
    assertThatThrownBy(() -> traverse(tooEarly, "houses", "rooms"))
        .isInstanceOf(AttributeError.class)
        .hasMessageStartingWith(
            "Cannot find 'houses_lst' on Person object, 'houses_lst__rooms' is an invalid parameter to prefetch_related()");

    // Not ambiguous.
    traverse(people().prefetchRelated("houses__rooms", "houses"), "houses", "rooms");
    traverse(
        people()
            .prefetchRelated(
                "houses__rooms", Prefetches.of("houses", houses().all(), "houses_lst")),
        "houses",
        "rooms");
  }

  @Test
  void testM2m() {
    // Control lookups.
    List<Traversal> control =
        seeds.assertNumQueries(2, () -> traverse(people().prefetchRelated("houses"), "houses"));

    // Test lookups.
    assertThat(
            seeds.assertNumQueries(
                2, () -> traverse(people().prefetchRelated(Prefetches.of("houses")), "houses")))
        .isEqualTo(control);
    assertThat(
            seeds.assertNumQueries(
                2,
                () ->
                    traverse(
                        people().prefetchRelated(Prefetches.to("houses", "houses_lst")),
                        "houses_lst")))
        .isEqualTo(control);
  }

  @Test
  void testReverseM2m() {
    // Control lookups.
    List<Traversal> control =
        seeds.assertNumQueries(
            2, () -> traverse(houses().prefetchRelated("occupants"), "occupants"));

    // Test lookups.
    assertThat(
            seeds.assertNumQueries(
                2,
                () -> traverse(houses().prefetchRelated(Prefetches.of("occupants")), "occupants")))
        .isEqualTo(control);
    assertThat(
            seeds.assertNumQueries(
                2,
                () ->
                    traverse(
                        houses().prefetchRelated(Prefetches.to("occupants", "occupants_lst")),
                        "occupants_lst")))
        .isEqualTo(control);
  }

  @Test
  void testM2mThroughFk() {
    // Control lookups.
    List<Traversal> control =
        seeds.assertNumQueries(
            3, () -> traverse(rooms().prefetchRelated("house__occupants"), "house", "occupants"));

    // Test lookups.
    assertThat(
            seeds.assertNumQueries(
                3,
                () ->
                    traverse(
                        rooms().prefetchRelated(Prefetches.of("house__occupants")),
                        "house",
                        "occupants")))
        .isEqualTo(control);
    assertThat(
            seeds.assertNumQueries(
                3,
                () ->
                    traverse(
                        rooms().prefetchRelated(Prefetches.to("house__occupants", "occupants_lst")),
                        "house",
                        "occupants_lst")))
        .isEqualTo(control);
  }

  @Test
  void testM2mThroughGfk() {
    Manager<Instance> taggedItems = objects("TaggedItem");
    taggedItems.create("tag", "houses", "content_object", house1);
    taggedItems.create("tag", "houses", "content_object", house2);

    // Control lookups.
    List<Traversal> control =
        seeds.assertNumQueries(
            3,
            () ->
                traverse(
                    taggedItems.filter("tag", "houses").prefetchRelated("content_object__rooms"),
                    "content_object",
                    "rooms"));

    // Test lookups.
    List<Traversal> toAttr =
        seeds.assertNumQueries(
            3,
            () ->
                traverse(
                    taggedItems.prefetchRelated(
                        Prefetches.of("content_object"),
                        Prefetches.to("content_object__rooms", "rooms_lst")),
                    "content_object",
                    "rooms_lst"));
    assertThat(toAttr).isEqualTo(control);
  }

  @Test
  void testO2mThroughM2m() {
    // Control lookups.
    List<Traversal> control = rooms(List.of("houses", "rooms"), "houses", "houses__rooms");

    // Test lookups.
    assertThat(rooms(List.of("houses", "rooms"), Prefetches.of("houses"), "houses__rooms"))
        .isEqualTo(control);
    assertThat(
            rooms(
                List.of("houses", "rooms"),
                Prefetches.of("houses"),
                Prefetches.of("houses__rooms")))
        .isEqualTo(control);
    assertThat(
            rooms(
                List.of("houses_lst", "rooms"),
                Prefetches.to("houses", "houses_lst"),
                "houses_lst__rooms"))
        .isEqualTo(control);
    assertThat(
            rooms(
                List.of("houses_lst", "rooms_lst"),
                Prefetches.to("houses", "houses_lst"),
                Prefetches.to("houses_lst__rooms", "rooms_lst")))
        .isEqualTo(control);
  }

  private List<Traversal> rooms(List<String> path, Object... lookups) {
    return seeds.assertNumQueries(
        3, () -> traverse(people().prefetchRelated(lookups), List.of(path)));
  }

  @Test
  void testGenericRel() {
    Manager<Instance> bookmarks = objects("Bookmark");
    Manager<Instance> taggedItems = objects("TaggedItem");
    Instance bookmark = bookmarks.create("url", "http://www.djangoproject.com/");
    taggedItems.create("content_object", bookmark, "tag", "django");
    taggedItems.create("content_object", bookmark, "favorite", bookmark, "tag", "python");

    // Control lookups.
    List<Traversal> control =
        seeds.assertNumQueries(
            4,
            () ->
                traverse(
                    bookmarks.prefetchRelated("tags", "tags__content_object", "favorite_tags"),
                    List.of(List.of("tags", "content_object"), List.of("favorite_tags"))));

    // Test lookups.
    List<Traversal> toAttr =
        seeds.assertNumQueries(
            4,
            () ->
                traverse(
                    bookmarks.prefetchRelated(
                        Prefetches.to("tags", "tags_lst"),
                        Prefetches.of("tags_lst__content_object"),
                        Prefetches.of("favorite_tags")),
                    List.of(List.of("tags_lst", "content_object"), List.of("favorite_tags"))));
    assertThat(toAttr).isEqualTo(control);
  }

  @Test
  void testTraverseSingleItemProperty() {
    // Control lookups.
    List<Traversal> control =
        seeds.assertNumQueries(
            5,
            () ->
                traverse(
                    people().prefetchRelated("houses__rooms", "primary_house__occupants__houses"),
                    "primary_house",
                    "occupants",
                    "houses"));

    // Test lookups.
    List<Traversal> toAttr =
        seeds.assertNumQueries(
            5,
            () ->
                traverse(
                    people()
                        .prefetchRelated(
                            "houses__rooms",
                            Prefetches.to("primary_house__occupants", "occupants_lst"),
                            "primary_house__occupants_lst__houses"),
                    "primary_house",
                    "occupants_lst",
                    "houses"));
    assertThat(toAttr).isEqualTo(control);
  }

  @Test
  void testTraverseMultipleItemsProperty() {
    // Control lookups.
    List<Traversal> control =
        seeds.assertNumQueries(
            4,
            () ->
                traverse(
                    people().prefetchRelated("houses", "all_houses__occupants__houses"),
                    "all_houses",
                    "occupants",
                    "houses"));

    // Test lookups.
    List<Traversal> toAttr =
        seeds.assertNumQueries(
            4,
            () ->
                traverse(
                    people()
                        .prefetchRelated(
                            "houses",
                            Prefetches.to("all_houses__occupants", "occupants_lst"),
                            "all_houses__occupants_lst__houses"),
                    "all_houses",
                    "occupants_lst",
                    "houses"));
    assertThat(toAttr).isEqualTo(control);
  }

  @Test
  void testCustomQs() {
    basic();
    filtering();
    flattened();
    innerSelectRelated();
    innerPrefetch();
    forwardManyToOne();
    reverseOneToOne();
    filtersStayWithTheManager();
  }

  private void basic() {
    List<Instance> plain =
        seeds.assertNumQueries(2, () -> people().prefetchRelated("houses").list());
    List<Instance> custom =
        seeds.assertNumQueries(
            2,
            () ->
                people()
                    .prefetchRelated(Prefetches.of("houses", houses().all(), "houses_lst"))
                    .list());
    assertThat(traverse(custom, "houses_lst")).isEqualTo(traverse(plain, "houses"));
  }

  private void filtering() {
    QuerySet<Instance> some = houses().filter("pk__in", List.of(key(house1), key(house3)));
    List<Instance> people =
        seeds.assertNumQueries(
            2, () -> people().prefetchRelated(Prefetches.of("houses", some, "houses_lst")).list());
    assertThat(list(people.get(0), "houses_lst")).containsExactly(house1);
    assertThat(list(people.get(1), "houses_lst")).containsExactly(house3);
  }

  private void flattened() {
    List<Instance> plain =
        seeds.assertNumQueries(3, () -> people().prefetchRelated("houses__rooms").list());
    List<Instance> custom =
        seeds.assertNumQueries(
            3,
            () ->
                people()
                    .prefetchRelated(Prefetches.of("houses__rooms", rooms().all(), "rooms_lst"))
                    .list());
    assertThat(traverse(custom, "houses", "rooms_lst"))
        .isEqualTo(traverse(plain, "houses", "rooms"));
  }

  private void innerSelectRelated() {
    List<Instance> plain =
        seeds.assertNumQueries(3, () -> people().prefetchRelated("houses__owner").list());
    List<Instance> custom =
        seeds.assertNumQueries(
            2,
            () ->
                people()
                    .prefetchRelated(Prefetches.of("houses", houses().selectRelated("owner")))
                    .list());
    assertThat(traverse(custom, "houses", "owner")).isEqualTo(traverse(plain, "houses", "owner"));
  }

  private void innerPrefetch() {
    QuerySet<Instance> innerRooms = rooms().filter("pk__in", List.of(key(room11), key(room12)));
    QuerySet<Instance> withRooms =
        houses().prefetchRelated(Prefetches.of("rooms", innerRooms, "rooms_lst"));
    List<Instance> people =
        seeds.assertNumQueries(
            4,
            () ->
                people()
                    .prefetchRelated(
                        Prefetches.of("houses", withRooms.filter("pk", house1.pk()), "houses_lst"),
                        Prefetches.of("houses_lst__rooms_lst__main_room_of"))
                    .list());
    List<Instance> rooms = list(list(people.get(0), "houses_lst").getFirst(), "rooms_lst");
    assertThat(rooms).containsExactly(room11, room12);
    assertThat(rooms.getFirst().get("main_room_of")).isEqualTo(house1);
    assertThat(list(people.get(1), "houses_lst")).isEmpty();
  }

  private void forwardManyToOne() {
    QuerySet<Instance> houses = houses().selectRelated("owner");
    List<Traversal> plain =
        seeds.assertNumQueries(
            6, () -> traverse(rooms().all().prefetchRelated("house"), "house", "owner"));
    List<Traversal> custom =
        seeds.assertNumQueries(
            2,
            () ->
                traverse(
                    rooms().all().prefetchRelated(Prefetches.of("house", houses.all())),
                    "house",
                    "owner"));
    assertThat(custom).isEqualTo(plain);
    List<Traversal> toAttr =
        seeds.assertNumQueries(
            2,
            () ->
                traverse(
                    rooms()
                        .all()
                        .prefetchRelated(Prefetches.of("house", houses.all(), "house_attr")),
                    "house_attr",
                    "owner"));
    assertThat(toAttr).isEqualTo(plain);

    QuerySet<Instance> none = houses.filter("address", "DoesNotExist");
    Instance lacking = first(rooms().all().prefetchRelated(Prefetches.of("house", none)));
    assertThatThrownBy(() -> lacking.get("house")).isInstanceOf(ObjectDoesNotExist.class);
    Instance empty =
        first(rooms().all().prefetchRelated(Prefetches.of("house", none, "house_attr")));
    assertThat(empty.hasAttr("house_attr")).isTrue();
    assertThat(empty.get("house_attr")).isNull();

    QuerySet<Instance> named =
        rooms().all().prefetchRelated(Prefetches.of("house", houses().only("name")));
    seeds.assertNumQueries(2, () -> one(first(named), "house").get("name"));
    seeds.assertNumQueries(3, () -> one(first(named), "house").get("address"));
  }

  private void reverseOneToOne() {
    QuerySet<Instance> houses = houses().selectRelated("owner");
    List<Traversal> plain =
        seeds.assertNumQueries(
            6,
            () -> traverse(rooms().all().prefetchRelated("main_room_of"), "main_room_of", "owner"));
    List<Traversal> custom =
        seeds.assertNumQueries(
            2,
            () ->
                traverse(
                    rooms().all().prefetchRelated(Prefetches.of("main_room_of", houses.all())),
                    "main_room_of",
                    "owner"));
    assertThat(custom).isEqualTo(plain);
    List<Instance> rooms =
        seeds.assertNumQueries(
            2,
            () ->
                rooms()
                    .all()
                    .prefetchRelated(
                        Prefetches.of("main_room_of", houses.all(), "main_room_of_attr"))
                    .list());
    assertThat(traverse(rooms, "main_room_of_attr", "owner")).isEqualTo(plain);

    QuerySet<Instance> none = houses.filter("address", "DoesNotExist");
    QuerySet<Instance> mainRooms = rooms().filter("main_room_of__isnull", false);
    Instance lacking = first(mainRooms.prefetchRelated(Prefetches.of("main_room_of", none)));
    assertThatThrownBy(() -> lacking.get("main_room_of")).isInstanceOf(ObjectDoesNotExist.class);
    Instance empty =
        first(mainRooms.prefetchRelated(Prefetches.of("main_room_of", none, "main_room_of_attr")));
    assertThat(empty.hasAttr("main_room_of_attr")).isTrue();
    assertThat(empty.get("main_room_of_attr")).isNull();
  }

  /// What a custom queryset leaves out stays out of the querysets that the manager gives.
  private void filtersStayWithTheManager() {
    Instance person =
        people()
            .prefetchRelated(Prefetches.of("houses", houses().filter("name", "House 1")))
            .get("pk", person1.pk());
    assertThat(related(person, "houses").all().list())
        .containsExactly(house1)
        .isEqualTo(related(person, "houses").all().all().list());
  }

  @Test
  void testNestedPrefetchRelatedAreNotOverwritten() {
    QuerySet<Instance> houses2 = houses().prefetchRelated(Prefetches.of("rooms"));
    QuerySet<Instance> persons = people().prefetchRelated(Prefetches.of("houses", houses2));
    QuerySet<Instance> houses = houses().prefetchRelated(Prefetches.of("occupants", persons));
    assertThat(houses.list()).hasSize(4); // It must be evaluated once.
    Instance occupant = related(houses.all().at(0), "occupants").all().at(0);
    Instance secondHouse = related(occupant, "houses").all().at(1);
    assertThat(related(secondHouse, "rooms").all().at(0)).isEqualTo(room21);
  }

  /// A manager of related objects that cannot narrow someone else's queryset.
  static final class ManyRelatedManager extends Manager<Instance> {
    ManyRelatedManager(RelatedManager<Instance> usual) {
      super(usual);
    }
  }

  @Test
  void testApplyRelFiltersDeprecationShim() {
    Orm orm = seeds.orm().withRelatedManagers(ManyRelatedManager::new);
    QuerySet<Instance> people =
        orm.objects("Person")
            .prefetchRelated(
                Prefetches.of("houses", orm.objects("House").filter("name", "House 1")));
    try (Warnings.Capture warnings = orm.warnings().capture()) {
      seeds.assertNumQueries(2, () -> people.list());
      String message =
          "The `orrery.orm.seeds.CustomPrefetchTests$ManyRelatedManager` class "
              + "must implement a `_apply_rel_filters()` method that accepts a `QuerySet` as "
              + "its single argument and returns an appropriately filtered version of it.";
      assertThat(warnings.messages()).containsExactly(message, message); // Once a person.
    }
  }

  @Test
  void testValuesQueryset() {
    QuerySet<?> values = houses().values("pk");
    assertThatThrownBy(() -> Prefetches.of("houses", values))
        .isInstanceOf(ValueError.class)
        .hasMessage("Prefetch querysets cannot use values().");
  }

  @Test
  void testToAttrDoesntCacheThroughAttrAsList() {
    Instance house =
        houses()
            .prefetchRelated(Prefetches.of("rooms", rooms().all(), "to_rooms"))
            .get("pk", house3.pk());
    Object rooms = Objects.requireNonNull(house.get("rooms", RelatedManager.class)).all();
    assertThat(rooms).isInstanceOf(QuerySet.class);
    assertThat(((QuerySet<?>) rooms).isEvaluated()).isFalse();
    assertThat(list(house, "to_rooms")).isEqualTo(all(house, "rooms")).hasSize(3);
  }

  @Test
  void testToAttrCachedProperty() {
    QuerySet<Instance> persons =
        people().prefetchRelated(Prefetches.of("houses", houses().all(), "cached_all_houses"));
    assertThat(persons.size()).isEqualTo(2);
    for (Instance person : persons) {
      // Not through the relation, so that nothing is cached there.
      List<Instance> allHouses = houses().filter("occupants", person).list();
      seeds.assertNumQueries(
          0, () -> assertThat(list(person, "cached_all_houses")).isEqualTo(allHouses).hasSize(2));
    }
  }

  /// Returns the first of some rows.
  private static Instance first(QuerySet<Instance> rows) {
    return Objects.requireNonNull(rows.first());
  }
}
