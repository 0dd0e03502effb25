package orrery.orm.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import orrery.orm.db.Database;
import orrery.orm.db.Reason;
import orrery.orm.dialect.Sql;
import orrery.orm.meta.Member;
import orrery.orm.meta.Model;
import orrery.orm.resolve.Shape;
import orrery.orm.resolve.Shape.Arity;
import orrery.orm.resolve.Shape.FieldSlot;
import orrery.orm.resolve.Shape.ObjectShape;
import orrery.orm.resolve.Shape.Slot;
import orrery.orm.type.FieldTypes;

class LoaderTest {

  private final Database database = Shop.open();
  private final Session session =
      new Session(
          Shop.MODELS,
          Map.of(),
          (query, parents, alias, reason) -> {
            throw new AssertionError("Nothing more is to be asked: " + query);
          },
          (of, relation) -> relation,
          new NoStorage());
  private final Loader loader = new Loader(session);

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aRowBecomesAnObjectWithTheValuesOfItsFields() {
    Fetched fetched = objects("SELECT id, title, artist_id FROM album ORDER BY id", album(0, 1, 2));

    assertThat(fetched.objects()).hasSize(4);
    Instance first = fetched.objects().getFirst();
    assertThat(first.model().name()).isEqualTo("Album");
    assertThat(first.pk()).isEqualTo(1L);
    assertThat(first.get("title")).isEqualTo("For Those About To Rock");
    assertThat(first.get("artist_id")).isEqualTo(1L);
    assertThat(first.state().database()).isEqualTo("default");
    assertThat(first.state().adding()).isFalse();
    assertThat(fetched.keys()).isEmpty();
  }

  @Test
  void columnsMayStandInAnyOrder() {
    Fetched fetched =
        objects("SELECT artist_id, 'x', title, id FROM album ORDER BY id", album(3, 2, 0));

    Instance first = fetched.objects().getFirst();
    assertThat(first.pk()).isEqualTo(1L);
    assertThat(first.get("title")).isEqualTo("For Those About To Rock");
    assertThat(first.get("artist_id")).isEqualTo(1L);
  }

  @Test
  void aFieldThatWasNotSelectedIsDeferred() {
    ObjectShape shape =
        new ObjectShape(
            model("Album"),
            List.of(
                new FieldSlot(Shop.field("Album", "id"), 0),
                new FieldSlot(Shop.field("Album", "title"), 1)),
            List.of());
    Fetched fetched = objects("SELECT id, title FROM album", shape);

    Instance first = fetched.objects().getFirst();
    assertThat(first.deferredFields()).containsExactly("artist_id");
    assertThat(first.isDeferred(Shop.field("Album", "artist"))).isTrue();
    assertThat(first.isDeferred(Shop.field("Album", "title"))).isFalse();
  }

  @Test
  void aRelatedObjectInTheSameRowIsAtHandAndNullWhereItsKeyIs() {
    ObjectShape artist =
        new ObjectShape(
            model("Artist"),
            List.of(
                new FieldSlot(Shop.field("Artist", "id"), 3),
                new FieldSlot(Shop.field("Artist", "name"), 4)),
            List.of());
    ObjectShape shape =
        new ObjectShape(
            model("Album"),
            album(0, 1, 2).fields(),
            List.of(
                new Shape.Related(
                    attribute("Album", "artist"), "artist", Optional.empty(), artist)));
    Fetched fetched =
        objects(
            "SELECT a.id, title, artist_id, b.id, name FROM album a LEFT JOIN artist b ON b.id ="
                + " artist_id ORDER BY a.id",
            shape);

    assertThat(fetched.related()).containsExactly(new Branch("artist", List.of(), List.of()));
    assertThat(fetched.objects())
        .extracting(o -> o.get("artist") == null ? null : o.get("artist").toString())
        .containsExactly("AC/DC", "Accept", "AC/DC", null);
    assertThat(fetched.objects().getLast().isCached("artist")).isTrue();
  }

  @Test
  void aReverseOneToOneKnowsTheObjectItCameWith() {
    ObjectShape biography =
        new ObjectShape(
            model("Biography"),
            List.of(
                new FieldSlot(Shop.field("Biography", "artist"), 2),
                new FieldSlot(Shop.field("Biography", "words"), 3)),
            List.of());
    ObjectShape shape =
        new ObjectShape(
            model("Artist"),
            List.of(
                new FieldSlot(Shop.field("Artist", "id"), 0),
                new FieldSlot(Shop.field("Artist", "name"), 1)),
            List.of(
                new Shape.Related(
                    attribute("Artist", "biography"),
                    "biography",
                    Optional.of("artist"),
                    biography)));
    Fetched fetched =
        objects(
            "SELECT id, name, artist_id, words FROM artist LEFT JOIN biography ON artist_id = id"
                + " ORDER BY id",
            shape);

    Instance first = fetched.objects().getFirst();
    Instance words = (Instance) first.get("biography");
    assertThat(words).isNotNull();
    assertThat(words.get("artist")).isSameAs(first);
    assertThat(fetched.objects().get(1).has("biography")).isFalse();
  }

  @Test
  void annotationsStandBesideTheFieldsAndKeysBesideTheObjects() {
    Shape.Objects shape =
        new Shape.Objects(
            album(1, 2, 3),
            List.of(new Slot("n", 4, FieldTypes.INTEGER), new Slot("up", 5, FieldTypes.CHAR)),
            List.of(0),
            Arity.MANY);
    Fetched fetched =
        loader.objects(
            shape,
            List.of(),
            database.query(
                Sql.of(
                    "SELECT artist_id, id, title, artist_id, 7, upper(title) FROM album ORDER BY"
                        + " id"),
                Reason.USER),
            "other");

    assertThat(fetched.keys()).containsExactly(1L, 2L, 1L, null);
    Instance last = fetched.objects().getLast();
    assertThat(last.get("n")).isEqualTo(7L);
    assertThat(last.get("up")).isEqualTo("ANONYMOUS");
    assertThat(last.state().database()).isEqualTo("other");
    assertThat(fetched.annotations()).containsExactly("n", "up");
  }

  @Test
  void valuesComeInTheOrderOfTheirNames() {
    Shape.Values shape =
        new Shape.Values(
            List.of(new Slot("title", 1, FieldTypes.CHAR), new Slot("id", 0, FieldTypes.AUTO)),
            Shape.Form.TUPLE,
            Arity.MANY);
    List<Object[]> rows = loader.values(shape, query("SELECT id, title FROM album ORDER BY id"));

    assertThat(rows.getFirst()).containsExactly("For Those About To Rock", 1L);
    assertThat(rows).hasSize(4);
  }

  @Test
  void aCountIsANumberAndExistenceTruth() {
    Shape.Scalar count = new Shape.Scalar(Shape.ScalarKind.COUNT, FieldTypes.INTEGER, 0L);
    Shape.Scalar exists = new Shape.Scalar(Shape.ScalarKind.EXISTS, FieldTypes.BOOLEAN, false);

    assertThat(loader.scalar(count, query("SELECT count(*) FROM album"))).isEqualTo(4L);
    assertThat(loader.scalar(exists, query("SELECT 1 FROM album LIMIT 1"))).isEqualTo(true);
    assertThat(loader.scalar(exists, query("SELECT 1 FROM album WHERE id = 9"))).isEqualTo(false);
  }

  @Test
  void aggregatesAreNamedInTheirOrder() {
    Shape.Aggregates shape =
        new Shape.Aggregates(
            List.of(new Slot("n", 0, FieldTypes.INTEGER), new Slot("top", 1, FieldTypes.INTEGER)),
            List.of());

    assertThat(loader.aggregates(shape, query("SELECT count(*), max(id) FROM album")))
        .containsExactly(Map.entry("n", 4L), Map.entry("top", 4L));
  }

  @Test
  void anObjectOfPlainFieldsKeepsTheArrayOfItsRowAndNothingElse() {
    Object[] row = {1L, "A", 2L};
    Maker maker = new Maker(album(0, 1, 2), new State(session, "default", false));

    Instance made = maker.make(row);
    row[1] = "B";

    assertThat(made.get("title")).isEqualTo("B");
    assertThat(Arrays.asList(row)).hasSize(3);
  }

  private Fetched objects(String text, ObjectShape shape) {
    return loader.objects(
        new Shape.Objects(shape, List.of(), List.of(), Arity.MANY),
        List.of(),
        query(text),
        "default");
  }

  private orrery.orm.db.Rows query(String text) {
    return database.query(Sql.of(text), Reason.USER);
  }

  private static ObjectShape album(int id, int title, int artist) {
    return new ObjectShape(
        model("Album"),
        List.of(
            new FieldSlot(Shop.field("Album", "id"), id),
            new FieldSlot(Shop.field("Album", "title"), title),
            new FieldSlot(Shop.field("Album", "artist"), artist)),
        List.of());
  }

  private static Model model(String name) {
    return Shop.MODELS.get(name);
  }

  private static Member attribute(String model, String name) {
    return Shop.MODELS.members(model(model)).attribute(name).orElseThrow();
  }
}
