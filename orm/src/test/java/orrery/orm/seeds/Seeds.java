package orrery.orm.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import orrery.orm.Orm;
import orrery.orm.db.Database;
import orrery.orm.db.Entry;
import orrery.orm.db.QueryLog;
import orrery.orm.db.Settings;
import orrery.orm.define.Definitions;

/// What a test of the seeds runs on: SQLite files of its own with the tables of its models, called
/// `default` and `other`, and a count of what is sent.
///
/// The tables are made once for each set of models; every test has copies of that file.
final class Seeds implements AutoCloseable {

  private static final Map<Definitions, byte[]> MADE = new ConcurrentHashMap<>();

  private final Database first;
  private final Database other;
  private final Orm orm;

  private Seeds(Definitions definitions, Path folder) {
    byte[] tables = MADE.computeIfAbsent(definitions, d -> make(d, folder));
    this.first = open(folder, "default", tables);
    this.other = open(folder, "other", tables);
    this.orm = Orm.of(definitions, first, other);
  }

  static Seeds open(Definitions definitions, Path folder) {
    return new Seeds(definitions, folder);
  }

  private static byte[] make(Definitions definitions, Path folder) {
    Path file = folder.resolve("template.sqlite");
    try (Database database = Database.open(Settings.of(file.toString()).creating())) {
      Orm.of(definitions, database).createTables();
    }
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Database open(Path folder, String alias, byte[] tables) {
    try {
      Path file = Files.write(folder.resolve(alias + ".sqlite"), tables);
      return Database.open(Settings.of(file.toString()).writable().withAlias(alias));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Orm orm() {
    return orm;
  }

  Database database() {
    return first;
  }

  /// Django's `assertNumQueries`: does `work`, and counts every statement but those of
  /// transactions.
  <T extends @Nullable Object> T assertNumQueries(int expected, Supplier<T> work) {
    return assertNumQueries(expected, first, work);
  }

  void assertNumQueries(int expected, Runnable work) {
    assertNumQueries(
        expected,
        () -> {
          work.run();
          return null;
        });
  }

  /// Does `work`, and counts what is sent to the database called `alias`.
  <T extends @Nullable Object> T assertNumQueries(int expected, String alias, Supplier<T> work) {
    return assertNumQueries(expected, alias.equals("other") ? other : first, work);
  }

  /// Does `work` and returns the last statement it sent, with its values in place.
  String lastSql(Runnable work) {
    try (QueryLog.Capture log = first.log().capture()) {
      work.run();
      return log.entries().getLast().interpolated();
    }
  }

  private static <T extends @Nullable Object> T assertNumQueries(
      int expected, Database database, Supplier<T> work) {
    try (QueryLog.Capture log = database.log().capture()) {
      T result = work.get();
      assertThat(log.entries().stream().map(Entry::interpolated))
          .as("the statements that were sent")
          .hasSize(expected);
      return result;
    }
  }

  @Override
  public void close() {
    first.close();
    other.close();
  }
}
