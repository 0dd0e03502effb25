package orrery.bench;

import static orrery.orm.define.Fields.booleanField;
import static orrery.orm.define.Fields.charField;
import static orrery.orm.define.Fields.dateTimeField;
import static orrery.orm.define.Fields.floatField;
import static orrery.orm.define.Fields.foreignKey;
import static orrery.orm.define.Fields.integerField;
import static orrery.orm.define.Fields.textField;
import static orrery.orm.define.ModelDefinition.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import orrery.orm.Orm;
import orrery.orm.db.Database;
import orrery.orm.db.Settings;
import orrery.orm.define.Definitions;

/// The database that is measured on: a wide table of a million rows; 20,000 artists with two albums
/// each and five tracks an album. A SQLite file, which both sides open alike.
final class Library implements AutoCloseable {

  static final int WIDE = 1_000_000;
  static final int ARTISTS = 20_000;
  static final int ALBUMS = 40_000;
  static final int TRACKS = 200_000;

  static final Definitions MODELS =
      Definitions.of(
          "bench",
          model("Wide")
              .field("a", integerField())
              .field("b", integerField())
              .field("c", integerField().nullable())
              .field("name", charField(40))
              .field("city", charField(40))
              .field("note", textField().nullable())
              .field("price", floatField())
              .field("rate", floatField())
              .field("active", booleanField())
              .field("at", dateTimeField()),
          model("Artist").field("name", charField(60)),
          model("Album").field("title", charField(60)).field("artist", foreignKey("Artist")),
          model("Track")
              .field("name", charField(60))
              .field("seconds", integerField())
              .field("price", floatField())
              .field("album", foreignKey("Album")));

  private final Path folder;
  private final Database database;
  private final Orm orm;
  private final Connection jdbc;

  Library(boolean filled) {
    try {
      this.folder = Files.createTempDirectory("orrery-bench");
      Path file = folder.resolve("bench.sqlite");
      this.database = Database.open(Settings.of(file.toString()).creating());
      this.orm = Orm.of(MODELS, database);
      orm.createTables();
      this.jdbc = DriverManager.getConnection("jdbc:sqlite:" + file);
      if (filled) {
        fill();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  Orm orm() {
    return orm;
  }

  Database database() {
    return database;
  }

  Connection jdbc() {
    return jdbc;
  }

  private void fill() throws SQLException {
    String numbers =
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d) ";
    try (Statement statement = jdbc.createStatement()) {
      statement.executeUpdate(
          "INSERT INTO bench_wide (id, a, b, c, name, city, note, price, rate, active, at) "
              + numbers.formatted(WIDE)
              + "SELECT i, i % 1000, i * 7 % 9973, CASE WHEN i % 3 THEN i END, 'Name ' || i,"
              + " 'City ' || (i % 500), CASE WHEN i % 5 = 0 THEN 'A note on ' || i END, i * 0.01,"
              + " 1.0 / i, i % 2, datetime(1700000000 + i, 'unixepoch') FROM n");
      statement.executeUpdate(
          "INSERT INTO bench_artist (id, name) "
              + numbers.formatted(ARTISTS)
              + "SELECT i, 'Artist ' || i FROM n");
      statement.executeUpdate(
          "INSERT INTO bench_album (id, title, artist_id) "
              + numbers.formatted(ALBUMS)
              + "SELECT i, 'Album ' || i, (i - 1) / 2 + 1 FROM n");
      statement.executeUpdate(
          "INSERT INTO bench_track (id, name, seconds, price, album_id) "
              + numbers.formatted(TRACKS)
              + "SELECT i, 'Track ' || i, i * 31 % 600, 0.99, (i - 1) / 5 + 1 FROM n");
      statement.executeUpdate("ANALYZE");
    }
  }

  /// Empties a table between two measurements.
  void clear(String table) {
    try (Statement statement = jdbc.createStatement()) {
      statement.executeUpdate("DELETE FROM " + table);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    try {
      jdbc.close();
      database.close();
      try (var files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
