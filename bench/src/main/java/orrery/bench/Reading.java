package orrery.bench;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import orrery.orm.Aggregates;
import orrery.orm.Manager;
import orrery.orm.load.Instance;

/// Work that reads. The twin of each reads the same rows into records, by hand.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class Reading {

  private static final DateTimeFormatter STORED =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  private Library library = new Library(false);
  private int next;

  /// A row of the wide table, as a careful hand would hold it.
  public record Wide(
      long id,
      long a,
      long b,
      @Nullable Long c,
      String name,
      String city,
      @Nullable String note,
      double price,
      double rate,
      boolean active,
      LocalDateTime at) {}

  /// An artist with albums.
  public record Artist(long id, String name, List<Album> albums) {}

  /// An album with its artist and its tracks.
  public record Album(
      long id, String title, long artistId, @Nullable Artist artist, List<Track> tracks) {}

  /// A track with its album.
  public record Track(
      long id, String name, long seconds, double price, long albumId, @Nullable Album album) {}

  /// Makes the database.
  @Setup(Level.Trial)
  public void open() {
    library.close();
    library = new Library(true);
  }

  /// Removes the database.
  @TearDown(Level.Trial)
  public void close() {
    library.close();
  }

  private Manager<Instance> objects(String model) {
    return library.orm().objects(model);
  }

  private PreparedStatement prepare(String sql) throws SQLException {
    return library.jdbc().prepareStatement(sql);
  }

  /// Loads the wide table.
  @Benchmark
  public List<Instance> scanOrm() {
    return objects("Wide").all().list();
  }

  /// Loads the wide table by hand.
  @Benchmark
  public List<Wide> scanJdbc() throws SQLException {
    List<Wide> rows = new ArrayList<>();
    try (PreparedStatement statement =
            prepare(
                "SELECT id, a, b, c, name, city, note, price, rate, active, at FROM bench_wide");
        ResultSet found = statement.executeQuery()) {
      while (found.next()) {
        rows.add(wide(found));
      }
    }
    return rows;
  }

  private static Wide wide(ResultSet row) throws SQLException {
    long c = row.getLong(4);
    return new Wide(
        row.getLong(1),
        row.getLong(2),
        row.getLong(3),
        row.wasNull() ? null : c,
        row.getString(5),
        row.getString(6),
        row.getString(7),
        row.getDouble(8),
        row.getDouble(9),
        row.getInt(10) != 0,
        LocalDateTime.parse(row.getString(11), STORED));
  }

  private long key() {
    next = (next + 7919) % Library.WIDE;
    return next + 1L;
  }

  /// Gets a thousand rows by key, one after another.
  @Benchmark
  public long getOrm() {
    long sum = 0;
    Manager<Instance> wide = objects("Wide");
    for (int i = 0; i < 1000; i++) {
      sum += (Long) Objects.requireNonNull(wide.get("pk", key()).get("a"));
    }
    return sum;
  }

  /// Gets a thousand rows by key by hand.
  @Benchmark
  public long getJdbc() throws SQLException {
    long sum = 0;
    for (int i = 0; i < 1000; i++) {
      try (PreparedStatement statement =
          prepare(
              "SELECT id, a, b, c, name, city, note, price, rate, active, at FROM bench_wide WHERE id = ? LIMIT 21")) {
        statement.setLong(1, key());
        try (ResultSet found = statement.executeQuery()) {
          found.next();
          sum += wide(found).a();
        }
      }
    }
    return sum;
  }

  /// Filters by a joined column and orders, for some thousand rows.
  @Benchmark
  public List<Instance> filterOrm() {
    return objects("Track")
        .filter("album__artist__name__startswith", "Artist 19", "seconds__gte", 300)
        .orderBy("-seconds", "name")
        .list();
  }

  /// Filters by a joined column and orders by hand.
  @Benchmark
  public List<Track> filterJdbc() throws SQLException {
    List<Track> rows = new ArrayList<>();
    try (PreparedStatement statement =
        prepare(
            "SELECT t.id, t.name, t.seconds, t.price, t.album_id FROM bench_track t"
                + " INNER JOIN bench_album b ON t.album_id = b.id"
                + " INNER JOIN bench_artist a ON b.artist_id = a.id"
                + " WHERE a.name LIKE ? ESCAPE '\\' AND t.seconds >= ? ORDER BY t.seconds DESC, t.name ASC")) {
      statement.setString(1, "Artist 19%");
      statement.setInt(2, 300);
      try (ResultSet found = statement.executeQuery()) {
        while (found.next()) {
          rows.add(track(found, null));
        }
      }
    }
    return rows;
  }

  private static Track track(ResultSet row, @Nullable Album album) throws SQLException {
    return new Track(
        row.getLong(1), row.getString(2), row.getLong(3), row.getDouble(4), row.getLong(5), album);
  }

  /// Loads 20,000 artists with their albums and their tracks.
  @Benchmark
  public List<Instance> prefetchOrm() {
    return objects("Artist").prefetchRelated("album_set__track_set").list();
  }

  /// Loads 20,000 artists with their albums and their tracks by hand, in three statements.
  @Benchmark
  public List<Artist> prefetchJdbc() throws SQLException {
    List<Artist> artists = new ArrayList<>();
    Map<Long, Artist> byId = new HashMap<>();
    try (PreparedStatement statement = prepare("SELECT id, name FROM bench_artist");
        ResultSet found = statement.executeQuery()) {
      while (found.next()) {
        Artist artist = new Artist(found.getLong(1), found.getString(2), new ArrayList<>());
        artists.add(artist);
        byId.put(artist.id(), artist);
      }
    }
    Map<Long, Album> albums = new HashMap<>();
    for (List<Long> keys : parts(byId.keySet())) {
      try (PreparedStatement statement =
          among("SELECT id, title, artist_id FROM bench_album WHERE artist_id IN (%s)", keys)) {
        try (ResultSet found = statement.executeQuery()) {
          while (found.next()) {
            Artist artist = Objects.requireNonNull(byId.get(found.getLong(3)));
            Album album =
                new Album(
                    found.getLong(1), found.getString(2), artist.id(), artist, new ArrayList<>());
            artist.albums().add(album);
            albums.put(album.id(), album);
          }
        }
      }
    }
    for (List<Long> keys : parts(albums.keySet())) {
      try (PreparedStatement statement =
          among(
              "SELECT id, name, seconds, price, album_id FROM bench_track WHERE album_id IN (%s)",
              keys)) {
        try (ResultSet found = statement.executeQuery()) {
          while (found.next()) {
            Album album = Objects.requireNonNull(albums.get(found.getLong(5)));
            album.tracks().add(track(found, album));
          }
        }
      }
    }
    return artists;
  }

  private static List<List<Long>> parts(Iterable<Long> keys) {
    List<List<Long>> parts = new ArrayList<>();
    List<Long> part = new ArrayList<>();
    for (Long key : keys) {
      part.add(key);
      if (part.size() == 32_000) {
        parts.add(part);
        part = new ArrayList<>();
      }
    }
    if (!part.isEmpty()) {
      parts.add(part);
    }
    return parts;
  }

  private PreparedStatement among(String sql, List<Long> keys) throws SQLException {
    PreparedStatement statement = prepare(sql.formatted("?" + ", ?".repeat(keys.size() - 1)));
    for (int i = 0; i < keys.size(); i++) {
      statement.setLong(i + 1, keys.get(i));
    }
    return statement;
  }

  /// Loads 100,000 tracks joined with their albums and artists.
  @Benchmark
  public List<Instance> joinOrm() {
    return objects("Track").selectRelated("album__artist").filter("pk__lte", 100_000).list();
  }

  /// Loads 100,000 tracks joined with their albums and artists by hand.
  @Benchmark
  public List<Track> joinJdbc() throws SQLException {
    List<Track> rows = new ArrayList<>();
    try (PreparedStatement statement =
        prepare(
            "SELECT t.id, t.name, t.seconds, t.price, t.album_id, b.id, b.title, b.artist_id, a.id, a.name"
                + " FROM bench_track t INNER JOIN bench_album b ON t.album_id = b.id"
                + " INNER JOIN bench_artist a ON b.artist_id = a.id WHERE t.id <= ?")) {
      statement.setLong(1, 100_000);
      try (ResultSet found = statement.executeQuery()) {
        while (found.next()) {
          Artist artist = new Artist(found.getLong(9), found.getString(10), List.of());
          Album album =
              new Album(found.getLong(6), found.getString(7), found.getLong(8), artist, List.of());
          rows.add(track(found, album));
        }
      }
    }
    return rows;
  }

  /// Groups 200,000 tracks by artist, for the ten longest.
  @Benchmark
  public List<List<@Nullable Object>> aggregateOrm() {
    return objects("Track")
        .values("album__artist__name")
        .annotate("total", Aggregates.sum("seconds"))
        .orderBy("-total")
        .valuesList("album__artist__name", "total")
        .slice(0, 10)
        .list();
  }

  /// Groups 200,000 tracks by artist by hand.
  @Benchmark
  public List<List<Object>> aggregateJdbc() throws SQLException {
    List<List<Object>> rows = new ArrayList<>();
    try (PreparedStatement statement =
            prepare(
                "SELECT a.name, SUM(t.seconds) AS total FROM bench_track t"
                    + " INNER JOIN bench_album b ON t.album_id = b.id"
                    + " INNER JOIN bench_artist a ON b.artist_id = a.id"
                    + " GROUP BY a.name ORDER BY total DESC LIMIT 10");
        ResultSet found = statement.executeQuery()) {
      while (found.next()) {
        rows.add(List.of(found.getString(1), found.getLong(2)));
      }
    }
    return rows;
  }
}
