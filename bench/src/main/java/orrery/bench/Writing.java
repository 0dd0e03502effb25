package orrery.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import orrery.orm.Manager;
import orrery.orm.load.Instance;

/// Work that writes, each time into an empty table, in one transaction.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class Writing {

  private static final int BULK = 100_000;
  private static final int SINGLE = 2_000;

  private final Library library = new Library(false);

  /// Empties the table.
  @Setup(Level.Invocation)
  public void clear() {
    library.clear("bench_artist");
  }

  /// Removes the database.
  @TearDown(Level.Trial)
  public void close() {
    library.close();
  }

  private Manager<Instance> artists() {
    return library.orm().objects("Artist");
  }

  /// Inserts 100,000 objects at once.
  @Benchmark
  public List<Instance> bulkInsertOrm() {
    Manager<Instance> artists = artists();
    List<Instance> objects = new ArrayList<>(BULK);
    for (int i = 0; i < BULK; i++) {
      objects.add(artists.make("name", "Artist " + i));
    }
    return artists.bulkCreate(objects);
  }

  /// Inserts 100,000 rows by hand, as one batch.
  @Benchmark
  public int bulkInsertJdbc() throws SQLException {
    Connection jdbc = library.jdbc();
    jdbc.setAutoCommit(false);
    try (PreparedStatement statement =
        jdbc.prepareStatement("INSERT INTO bench_artist (name) VALUES (?)")) {
      for (int i = 0; i < BULK; i++) {
        statement.setString(1, "Artist " + i);
        statement.addBatch();
      }
      int[] done = statement.executeBatch();
      jdbc.commit();
      return done.length;
    } finally {
      jdbc.setAutoCommit(true);
    }
  }

  /// Saves 2,000 objects one by one.
  @Benchmark
  public long saveOrm() {
    Manager<Instance> artists = artists();
    return library
        .database()
        .atomic(() -> {
          for (int i = 0; i < SINGLE; i++) {
            artists.make("name", "Artist " + i).save();
          }
          return (long) SINGLE;
        });
  }

  /// Inserts 2,000 rows one by one by hand, and learns their keys.
  @Benchmark
  public long saveJdbc() throws SQLException {
    Connection jdbc = library.jdbc();
    jdbc.setAutoCommit(false);
    long keys = 0;
    try {
      for (int i = 0; i < SINGLE; i++) {
        try (PreparedStatement statement =
            jdbc.prepareStatement("INSERT INTO bench_artist (name) VALUES (?) RETURNING id")) {
          statement.setString(1, "Artist " + i);
          try (var found = statement.executeQuery()) {
            found.next();
            keys += found.getLong(1);
          }
        }
      }
      jdbc.commit();
      return keys;
    } finally {
      jdbc.setAutoCommit(true);
    }
  }
}
