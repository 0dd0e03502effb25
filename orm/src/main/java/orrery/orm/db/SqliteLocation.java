package orrery.orm.db;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import orrery.orm.error.OperationalError;

/// Where a SQLite database is: in a file, or in memory.
///
/// @param file the file; null for memory
/// @param memory the name of the database in memory; empty for a file
/// @param parameters what a URL says behind its question mark, for the driver
record SqliteLocation(@Nullable Path file, String memory, Properties parameters) {

  /// What the URLs start with that the driver takes.
  static final String JDBC = "jdbc:sqlite:";

  private static final AtomicLong MEMORIES = new AtomicLong();

  /// Reads a path, `:memory:`, or either behind [#JDBC], there also as a `file:` URI.
  static SqliteLocation parse(String location) {
    if (!location.startsWith(JDBC)) {
      return location.equals(":memory:") ? memory("", new Properties()) : file(location);
    }
    String rest = location.substring(JDBC.length());
    int question = rest.indexOf('?');
    Properties parameters = parameters(question < 0 ? "" : rest.substring(question + 1));
    String name = question < 0 ? rest : rest.substring(0, question);
    boolean uri = name.startsWith("file:");
    if (name.isEmpty()
        || name.equals(":memory:")
        || name.equals("file::memory:")
        || "memory".equals(parameters.getProperty("mode"))) {
      return memory(uri ? name.substring("file:".length()) : "", parameters);
    }
    return new SqliteLocation(path(uri ? decoded(name) : name), "", parameters);
  }

  private static SqliteLocation file(String location) {
    return new SqliteLocation(path(location), "", new Properties());
  }

  private static SqliteLocation memory(String name, Properties parameters) {
    boolean named = !name.isEmpty() && !name.equals(":memory:");
    String unique = named ? name : "memory-" + MEMORIES.incrementAndGet();
    return new SqliteLocation(null, unique, parameters);
  }

  private static Path path(String name) {
    try {
      return Path.of(name).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw new OperationalError("No such file: " + name, e);
    }
  }

  /// `file:/a%20b` and `file:///a%20b` are `/a b`; `file:/C:/x` is `C:/x`; `file:a` is `a`.
  private static String decoded(String uri) {
    String path = uri.substring("file:".length()).replaceFirst("^//(localhost)?/", "/");
    if (path.matches("/[A-Za-z]:.*")) {
      path = path.substring(1);
    }
    return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static Properties parameters(String query) {
    Properties parameters = new Properties();
    for (String part : query.split("&", -1)) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        parameters.setProperty(
            part.substring(0, equals).toLowerCase(Locale.ROOT), part.substring(equals + 1));
      }
    }
    return parameters;
  }

  boolean isMemory() {
    return file == null;
  }

  /// Returns the URL that the driver takes, every character of the path escaped that means
  /// something in one.
  String url(String mode) {
    return file == null
        ? JDBC + "file:/" + memory + "?vfs=memdb"
        : JDBC + file.toUri().toASCIIString() + "?mode=" + mode;
  }

  @Override
  public String toString() {
    return file == null ? "the database in memory" : file.toString();
  }
}
