package orrery.orm.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import orrery.orm.error.AttributeError;
import orrery.orm.error.TypeError;
import orrery.orm.error.ValueError;

class InstanceTest {

  private final AtomicInteger computed = new AtomicInteger();
  private final Session session =
      new Session(
          Shop.MODELS,
          Map.of(
              "Artist",
              Behaviour.PLAIN.withProperties(
                  Map.of(
                      "shout",
                      new Property(o -> o.get("name") + "!", false),
                      "once",
                      new Property(o -> computed.incrementAndGet(), true)))),
          (query, parents, alias, reason) -> {
            throw new AssertionError("Nothing is to be asked: " + query);
          },
          (of, relation) -> "manager of " + relation.accessor(),
          new NoStorage());

  @Test
  void objectsOfOneModelWithOneKeyAreEqual() {
    assertThat(artist(1L, "A")).isEqualTo(artist(1L, "B"));
    assertThat(artist(1L, "A")).isNotEqualTo(artist(2L, "A"));
    assertThat(artist(1L, "A")).isNotEqualTo(album(1L, "A", null));
    assertThat(artist(1L, "A")).isNotEqualTo(new Object());
    assertThat(new HashSet<>(List.of(artist(1L, "A"), artist(2L, "B"))))
        .contains(artist(2L, "another name"));
    assertThat(artist(1L, "A")).hasSameHashCodeAs(1L);
  }

  @Test
  void anObjectWithoutAKeyEqualsOnlyItselfAndHasNoHash() {
    Instance unsaved = artist(null, "A");

    assertThat(unsaved.equals(unsaved)).isTrue();
    assertThat(unsaved.equals(artist(null, "A"))).isFalse();
    assertThatThrownBy(unsaved::hashCode)
        .isInstanceOf(TypeError.class)
        .hasMessage("Model instances without primary key value are unhashable");
  }

  @Test
  void aClassThatSaysWhatIsEqualMustSayHowItIsHashed() {
    Instance lost = new NoHash(row("Artist", 1L, "A"));
    Instance kept = new ParentHash(row("Artist", 1L, "A"));

    assertThatThrownBy(lost::hashCode)
        .isInstanceOf(TypeError.class)
        .hasMessage("unhashable type: 'NoHash'");
    assertThat(kept.hashCode()).isEqualTo(1);
  }

  @Test
  void wholeNumbersAreLongAndTextsAreStrings() {
    Instance album = album(1L, "A", null);
    album.set("artist_id", 7);
    album.set("title", java.nio.CharBuffer.wrap("B"));
    album.set("pk", (short) 3);

    assertThat(album.get("artist_id")).isEqualTo(7L);
    assertThat(album.get("title")).isEqualTo("B");
    assertThat(album.pk()).isEqualTo(3L);
  }

  @Test
  void anUnknownNameIsNamedWithTheNearestRightOne() {
    Instance album = album(1L, "A", null);

    assertThatThrownBy(() -> album.get("titel"))
        .isInstanceOf(AttributeError.class)
        .hasMessage("'Album' object has no attribute 'titel'. Did you mean 'title'?");
    assertThatThrownBy(() -> album.get("objects"))
        .isInstanceOf(AttributeError.class)
        .hasMessage("Manager isn't accessible via Album instances");
    assertThat(album.has("objects")).isFalse();
    assertThat(album.has("title")).isTrue();
  }

  @Test
  void attributesOfItsOwnStandBesideTheFields() {
    Instance album = album(1L, "A", null);
    album.set("touched", true);
    album.attr("shade", "blue");
    album.attr("touched", 3L);

    assertThat(album.get("touched")).isEqualTo(3L);
    assertThat(album.attr("shade")).isEqualTo("blue");
    album.unset("touched");
    assertThat(album.hasAttr("touched")).isFalse();
    assertThat(album.attr("shade")).isEqualTo("blue");
  }

  @Test
  void propertiesAreComputedAndCachedOnesOnce() {
    Instance artist = artist(1L, "A");

    assertThat(artist.get("shout")).isEqualTo("A!");
    assertThat(artist.get("once")).isEqualTo(1);
    assertThat(artist.get("once")).isEqualTo(1);
  }

  @Test
  void peopleReadItsLabelOrElseItsKey() {
    assertThat(artist(1L, "AC/DC").label()).isEqualTo("AC/DC");
    assertThat(artist(1L, null)).hasToString("Artist object (1)");
    assertThat(artist(null, null)).hasToString("Artist object (None)");
    assertThat(artist(1L, "AC/DC").repr()).isEqualTo("<Artist: AC/DC>");
  }

  @Test
  void settingARelationSetsItsRawValueAndKeepsTheObject() {
    Instance album = album(1L, "A", null);
    Instance artist = artist(5L, "B");
    album.set("artist", artist);

    assertThat(album.get("artist_id")).isEqualTo(5L);
    assertThat(album.get("artist")).isSameAs(artist);
    album.set("artist", null);
    assertThat(album.get("artist_id")).isNull();
    assertThat(album.get("artist")).isNull();
  }

  @Test
  void aNewRawValueForgetsTheObjectOfTheRelation() {
    Instance album = album(1L, "A", null);
    album.set("artist", artist(5L, "B"));
    album.set("artist_id", 5);
    assertThat(album.isCached("artist")).isTrue();
    album.set("artist_id", 6);
    assertThat(album.isCached("artist")).isFalse();
  }

  @Test
  void aOneToOneRelationIsSetOnBothSides() {
    Instance artist = artist(1L, "A");
    Instance words = new Instance(row("Biography", null, "…"));
    artist.set("biography", words);

    assertThat(words.get("artist")).isSameAs(artist);
    assertThat(words.pk()).isEqualTo(1L);
    assertThat(artist.get("biography")).isSameAs(words);
  }

  @Test
  void anObjectOfAnotherModelIsRefused() {
    assertThatThrownBy(() -> album(1L, "A", null).set("artist", album(2L, "B", null)))
        .isInstanceOf(ValueError.class)
        .hasMessage(
            "Cannot assign \"<Album: B>\": \"Album.artist\" must be a \"Artist\" instance.");
    assertThatThrownBy(() -> artist(1L, "A").set("album_set", List.of()))
        .isInstanceOf(TypeError.class)
        .hasMessage(
            "Direct assignment to the reverse side of a related set is prohibited. Use"
                + " album_set.set() instead.");
  }

  @Test
  void aToManyRelationGivesItsManager() {
    assertThat(artist(1L, "A").get("album_set")).isEqualTo("manager of album_set");
  }

  @Test
  void aForeignKeyOfNullLeadsNowhereAndAsksNothing() {
    assertThat(album(1L, "A", null).get("artist")).isNull();
  }

  private Instance artist(@Nullable Long id, @Nullable String name) {
    return new Instance(row("Artist", id, name));
  }

  private Instance album(@Nullable Long id, String title, @Nullable Long artist) {
    return new Instance(row("Album", id, title, artist));
  }

  private Row row(String model, @Nullable Object... values) {
    return new Row(
        session.layout(Shop.MODELS.get(model)), values, new State(session, "default", false));
  }

  private static final class NoHash extends Instance {
    NoHash(Row row) {
      super(row);
    }

    @Override
    @SuppressWarnings("EqualsHashCode")
    public boolean equals(@Nullable Object other) {
      return super.equals(other);
    }
  }

  private static final class ParentHash extends Instance {
    ParentHash(Row row) {
      super(row);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return super.equals(other);
    }

    @Override
    public int hashCode() {
      return super.hashCode();
    }
  }
}
