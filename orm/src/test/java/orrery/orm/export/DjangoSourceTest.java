package orrery.orm.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import orrery.orm.Chinook;
import orrery.orm.db.Database;
import orrery.orm.db.Settings;
import orrery.orm.meta.Field;
import orrery.orm.meta.Model;
import orrery.orm.meta.Models;
import orrery.orm.meta.OnDelete;
import orrery.orm.meta.Reference;
import orrery.orm.schema.Inspected;
import orrery.orm.type.FieldTypes;

class DjangoSourceTest {

  private static String odd() {
    try (Database database = OddNames.made(OddNames.script())) {
      return DjangoSource.of(Inspected.of(database).models(), "odd names");
    }
  }

  @Test
  void aModelNamesItsTableItsColumnsAndWhatTheDatabaseDoes() throws IOException {
    try (Database database = Database.open(Settings.of(Chinook.copy().toString()))) {
      assertThat(DjangoSource.of(Inspected.of(database).models(), "chinook.sqlite"))
          .startsWith("# Models of chinook.sqlite.\n")
          .contains(
              """


              class Album(models.Model):
                  album_id = models.AutoField(db_column="AlbumId", primary_key=True)
                  title = models.CharField(max_length=160, db_column="Title")
                  artist = models.ForeignKey("Artist", models.DO_NOTHING, db_column="ArtistId")

                  class Meta:
                      managed = False
                      db_table = "Album"

                  def __str__(self):
                      return str(self.title)
              """);
    }
  }

  @Test
  void aJoinTableIsAManyToManyFieldThroughAModelWithACompositeKey() throws IOException {
    try (Database database = Database.open(Settings.of(Chinook.copy().toString()))) {
      assertThat(DjangoSource.of(Inspected.of(database).models(), "chinook.sqlite"))
          .contains(
              """
                  tracks = models.ManyToManyField(
                      "Track",
                      through="PlaylistTrack",
                      through_fields=("playlist", "track"),
                  )
              """,
              """
              class PlaylistTrack(models.Model):
                  playlist = KeyLink(
                      "Playlist",
                      models.DO_NOTHING,
                      db_column="PlaylistId",
                      primary_key=not hasattr(models, "CompositePrimaryKey"),
                  )
                  track = models.ForeignKey("Track", models.DO_NOTHING, db_column="TrackId")
                  if hasattr(models, "CompositePrimaryKey"):  # Django 5.2 and later
                      pk = models.CompositePrimaryKey("playlist_id", "track_id")
              """);
    }
  }

  @Test
  void aFieldThatIsCalledLikeAModuleDoesNotHideIt() {
    assertThat(odd())
        .contains(
            "import decimal as the_decimal\n",
            "from django.db import models as the_models\n",
            "    models = the_models.IntegerField(null=True, blank=True)\n",
            "default=the_decimal.Decimal(\"1.5\")");
  }

  @Test
  void namesAreQuotedSoThatDjangosOwnQuotingLeavesThemRight() {
    assertThat(odd())
        .contains(
            "db_column=\"we\\\"\\\"ird\"",
            "db_column=\"100%%\"",
            "db_column=\"line\\nbreak\"",
            "db_column=\"a\\\\b\"");
  }

  @Test
  void reverseNamesAreThoseThatTheChainsUse() {
    assertThat(odd())
        .contains(
            """
                home = the_models.ForeignKey(
                    "ÜnïcodeTàble",
                    the_models.DO_NOTHING,
                    related_name="number2fast_home_set",
                    null=True,
                    blank=True,
                )
            """,
            """
                people = the_models.ManyToManyField(
                    "Person",
                    through="Friendship",
                    through_fields=("from_field", "to"),
                    symmetrical=False,
                    related_name="person_people_set",
                )
            """,
            """
                order_details = the_models.ForeignObject(
                    "OrderDetails",
                    the_models.DO_NOTHING,
                    from_fields=["order_id", "line"],
                    to_fields=["order_id", "line_no"],
                    null=True,
                )
            """);
  }

  @Test
  void whatHasNoKeyGetsOneAndSaysSo() {
    assertThat(odd())
        .contains(
            """
            class Nokey(the_models.Model):
                # The table has no primary key, and Django needs one.
                a = the_models.IntegerField(null=True, blank=True)
                b = the_models.TextField(primary_key=True)
            """,
            """
            class TopPeople(the_models.Model):
                name = the_models.TextField(primary_key=True)
            """,
            """
                from_field = KeyLink(
                    "Person",
            """);
  }

  @Test
  void aFieldCalledObjectsLeavesTheManagerAnotherName() {
    assertThat(odd()).contains("    manager = the_models.Manager()\n");
  }

  @Test
  void whatPythonCannotSayStandsInComments() {
    assertThat(odd())
        .contains(
            "    # Computed by the database: a * 2.\n",
            "    # Default in the database: lower('X').\n",
            "        # In the database: check (c IN ('x','y'))\n",
            "        # In the database: unique a where c = 'x'\n",
            "        # In the database: index on lower(c)\n",
            "        # In the database: index on -a, c\n",
            "    j = the_models.JSONField(default=list)\n",
            "            the_models.Index(fields=[\"c\", \"t\"], name=\"gen_c_t\"),\n",
            "            the_models.UniqueConstraint(fields=[\"a\", \"t\"], name=\"gen_a_t\"),\n",
            "    t = the_models.TimeField(null=True, blank=True, db_index=True)\n");
  }

  @Test
  void anArrayHasElementsOfTheTypeThatItWasDeclaredWith() {
    Model list =
        Model.builder("Reading", "reading")
            .field(Field.builder("Reading", "id", FieldTypes.BIG_AUTO).primaryKey(true).build())
            .field(
                Field.builder("Reading", "values", FieldTypes.ARRAY)
                    .declaredType("integer[]")
                    .build())
            .schema("lab")
            .build();
    assertThat(DjangoSource.of(new Models(List.of(list)), "readings"))
        .contains(
            "from django.contrib.postgres import fields\n",
            "    values = fields.ArrayField(models.IntegerField())\n",
            "        db_table = \"lab\\\".\\\"reading\"\n");
  }

  @Test
  void aChildStandsBehindItsParentAndAProxyBehindItsModel() {
    Reference link =
        new Reference("Place", "id", true, OnDelete.CASCADE, "cafe", "cafe", false, true, true);
    String source =
        DjangoSource.of(
            new Models(
                List.of(
                    Model.builder("QuietCafe", "cafe").proxyOf("Cafe").build(),
                    Model.builder("Cafe", "cafe")
                        .ordering(List.of("-seats"))
                        .field(
                            Field.builder("Cafe", "place_ptr", FieldTypes.BIG_INTEGER)
                                .column("place_ptr_id")
                                .primaryKey(true)
                                .references(link)
                                .build())
                        .field(Field.builder("Cafe", "seats", FieldTypes.INTEGER).build())
                        .build(),
                    Model.builder("Place", "place")
                        .field(
                            Field.builder("Place", "id", FieldTypes.BIG_AUTO)
                                .primaryKey(true)
                                .build())
                        .build())),
            "cafes");
    assertThat(source)
        .containsSubsequence(
            "class Place(models.Model):",
            "class Cafe(Place):",
            "    place_ptr = models.OneToOneField(\"Place\", models.CASCADE, parent_link=True,"
                + " primary_key=True)\n",
            "        ordering = [\"-seats\"]\n",
            "class QuietCafe(Cafe):\n    class Meta:\n        proxy = True\n");
  }
}
