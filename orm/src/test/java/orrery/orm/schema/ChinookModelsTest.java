package orrery.orm.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.orm.Chinook;
import orrery.orm.db.Database;
import orrery.orm.db.Entry;
import orrery.orm.db.Reason;
import orrery.orm.db.Settings;
import orrery.orm.meta.Model;
import orrery.orm.meta.Models;

class ChinookModelsTest {

  @TempDir static Path directory;
  private static Database database;
  private static Inspected inspected;
  private static Models models;

  @BeforeAll
  static void inspect() throws Exception {
    database = Database.open(Settings.of(Chinook.copyTo(directory).toString()));
    inspected = Inspected.of(database);
    models = inspected.models();
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Test
  void itTakesAHandfulOfStatementsAllWithTheirReason() {
    assertThat(database.log().entries())
        .hasSize(4)
        .extracting(Entry::reason)
        .containsOnly(Reason.SCHEMA);
    assertThat(inspected.warnings()).isEmpty();
  }

  @Test
  void theModelsAreTheTables() {
    assertThat(models.all())
        .extracting(Model::name)
        .containsExactly(
            "Album",
            "Artist",
            "Customer",
            "Employee",
            "Genre",
            "Invoice",
            "InvoiceLine",
            "MediaType",
            "Playlist",
            "PlaylistTrack",
            "Track");
    assertThat(models.get("InvoiceLine").table()).isEqualTo("InvoiceLine");
    assertThat(models.all()).noneMatch(Model::isReadOnly);
  }

  @Test
  void album() {
    assertThat(Inspecting.describe(models, "Album"))
        .containsExactly(
            "AutoField album_id key",
            "CharField title(160)",
            "ForeignKey artist to Artist.artist_id DO_NOTHING indexed",
            "ReverseForeignKey track as track_set");
    assertThat(models.members(models.get("Album")).fields())
        .extracting(f -> f.attname() + " " + f.column())
        .containsExactly("album_id AlbumId", "title Title", "artist_id ArtistId");
  }

  @Test
  void employeesReportToEmployees() {
    assertThat(Inspecting.describe(models, "Employee"))
        .containsExactly(
            "AutoField employee_id key",
            "CharField last_name(20)",
            "CharField first_name(20)",
            "CharField title(30) null",
            "ForeignKey reports_to to Employee.employee_id DO_NOTHING null indexed",
            "DateTimeField birth_date null",
            "DateTimeField hire_date null",
            "CharField address(70) null",
            "CharField city(40) null",
            "CharField state(40) null",
            "CharField country(40) null",
            "CharField postal_code(10) null",
            "CharField phone(24) null",
            "CharField fax(24) null",
            "CharField email(60) null",
            "ReverseForeignKey customer as customer_set",
            "ReverseForeignKey employee as employee_set");
  }

  @Test
  void playlistsHaveTracksAndTracksHavePlaylists() {
    assertThat(Inspecting.describe(models, "Playlist"))
        .containsExactly(
            "AutoField playlist_id key",
            "CharField name(120) null",
            "ManyToMany tracks to Track through PlaylistTrack(playlist, track)",
            "ReverseForeignKey playlisttrack as playlisttrack_set");
    assertThat(Inspecting.describe(models, "PlaylistTrack"))
        .containsExactly(
            "ForeignKey playlist to Playlist.playlist_id DO_NOTHING key indexed",
            "ForeignKey track to Track.track_id DO_NOTHING key indexed");
    assertThat(models.get("PlaylistTrack").primaryKey()).containsExactly("playlist", "track");
    assertThat(Inspecting.describe(models, "Track"))
        .containsExactly(
            "AutoField track_id key",
            "CharField name(200)",
            "ForeignKey album to Album.album_id DO_NOTHING null indexed",
            "ForeignKey media_type to MediaType.media_type_id DO_NOTHING indexed",
            "ForeignKey genre to Genre.genre_id DO_NOTHING null indexed",
            "CharField composer(220) null",
            "IntegerField milliseconds",
            "IntegerField bytes null",
            "DecimalField unit_price(10, 2)",
            "ReverseForeignKey invoiceline as invoiceline_set",
            "ReverseManyToMany playlist as playlist_set",
            "ReverseForeignKey playlisttrack as playlisttrack_set");
  }

  @Test
  void whatStandsForAnObject() {
    assertThat(models.get("Artist").labelField()).contains("name");
    assertThat(models.get("Album").labelField()).contains("title");
    assertThat(models.get("Employee").labelField()).contains("last_name");
    assertThat(models.get("Customer").labelField()).contains("last_name");
    assertThat(models.get("Invoice").labelField()).isEmpty();
    assertThat(models.get("PlaylistTrack").labelField()).isEmpty();
  }

  @Test
  void indexesAreNamedAsTheDatabaseNamesThem() {
    assertThat(models.get("Album").indexes())
        .singleElement()
        .satisfies(index -> {
          assertThat(index.name()).isEqualTo("IFK_AlbumArtistId");
          assertThat(index.columns()).containsExactly("artist");
        });
  }
}
