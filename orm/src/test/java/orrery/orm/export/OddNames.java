package orrery.orm.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;
import orrery.orm.db.Database;
import orrery.orm.db.Reason;
import orrery.orm.db.Settings;
import orrery.orm.dialect.Sql;

/// A database whose tables have every name that is hard to write down: spaces, quotes, other
/// scripts, leading digits, words of Python, of Django and of Java.
final class OddNames {

  private OddNames() {}

  /// Returns the script that makes it.
  static String script() {
    try (InputStream in =
        Objects.requireNonNull(OddNames.class.getResourceAsStream("/odd-names.sql"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Returns a new database in memory that `script` has made.
  static Database made(String script) {
    Database database = Database.open(Settings.of(":memory:").writable());
    Pattern.compile(";\\R(?=\\s*(CREATE|--|$))")
        .splitAsStream(script)
        .filter(statement -> !statement.isBlank() && !statement.strip().startsWith("--"))
        .forEach(statement -> database.update(Sql.of(statement), Reason.USER));
    return database;
  }
}
