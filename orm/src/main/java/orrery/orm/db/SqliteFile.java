package orrery.orm.db;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Locale;
import java.util.Map;
import orrery.orm.error.DatabaseError;
import orrery.orm.error.OperationalError;

/// What can be told of a SQLite file before SQLite is asked.
final class SqliteFile {

  private static final int HEAD = 512;
  private static final String MAGIC = "SQLite format 3\0";

  /// What files start with that people take for databases, and what they are called.
  private static final Map<String, String> OTHERS =
      Map.ofEntries(
          Map.entry("PK\3\4", "a ZIP archive or an office document"),
          Map.entry("%PDF", "a PDF document"),
          Map.entry("\u0089PNG", "a picture"),
          Map.entry("\u00ff\u00d8\u00ff", "a picture"),
          Map.entry("GIF8", "a picture"),
          Map.entry("\u001f\u008b", "a gzip archive; unpack it first"),
          Map.entry("BZh", "a bzip2 archive; unpack it first"),
          Map.entry("\u00fd7zXZ", "an xz archive; unpack it first"),
          Map.entry("(\u00b5/\u00fd", "a zstd archive; unpack it first"),
          Map.entry("PGDMP", "a dump of a PostgreSQL database"),
          Map.entry("\0\1\0\0Standard", "a Microsoft Access database"),
          Map.entry("PAR1", "a Parquet file"),
          Map.entry("** This file contains an SQLite 2", "a database of SQLite 2"));

  private SqliteFile() {}

  /// Looks at what is at `path`.
  ///
  /// @param mayBeMissing whether a file that is not there is about to be made
  /// @return whether the file is empty or missing
  /// @throws OperationalError where there is nothing that can be read
  /// @throws DatabaseError where it is something else than a SQLite database
  static boolean check(Path path, boolean mayBeMissing) {
    if (!Files.exists(path)) {
      if (mayBeMissing && path.getParent() != null && Files.isDirectory(path.getParent())) {
        return true;
      }
      throw new OperationalError("No such file: " + path);
    }
    if (Files.isDirectory(path)) {
      throw new OperationalError(path + " is a directory, not a database file.");
    }
    byte[] head = head(path);
    if (head.length > 0 && !startsWith(head, MAGIC)) {
      throw new DatabaseError(path + " is not a SQLite database: it looks like " + kind(head));
    }
    return head.length == 0;
  }

  private static byte[] head(Path path) {
    try (InputStream in = Files.newInputStream(path)) {
      return in.readNBytes(HEAD);
    } catch (IOException e) {
      throw new OperationalError(path + " cannot be read: " + words(e) + ".", e);
    }
  }

  private static String words(IOException e) {
    return e instanceof AccessDeniedException
        ? "permission denied"
        : String.valueOf(e.getMessage());
  }

  private static boolean startsWith(byte[] head, String magic) {
    return new String(head, StandardCharsets.ISO_8859_1).startsWith(magic);
  }

  private static String kind(byte[] head) {
    for (Map.Entry<String, String> other : OTHERS.entrySet()) {
      if (startsWith(head, other.getKey())) {
        return other.getValue() + ".";
      }
    }
    if (new String(head, StandardCharsets.ISO_8859_1).startsWith("DUCK", 8)) {
      return "a DuckDB database.";
    }
    if (!isText(head)) {
      return "noise, so it is encrypted or no database at all.";
    }
    String text = new String(head, StandardCharsets.UTF_8).strip().toUpperCase(Locale.ROOT);
    boolean script = text.matches("(?s)(--|/\\*|PRAGMA\\b|CREATE\\b|BEGIN\\b|INSERT\\b).*");
    return script ? "an SQL script; run it to make a database." : "text.";
  }

  /// A text cut off in the middle of a character is still a text.
  private static boolean isText(byte[] head) {
    for (byte b : head) {
      if (b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t') {
        return false;
      }
    }
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    return !decoder.decode(ByteBuffer.wrap(head), CharBuffer.allocate(HEAD), false).isError();
  }

  /// Says whether the file keeps a write-ahead log, by the two version numbers in its head.
  static boolean usesWal(Path path) {
    byte[] head = head(path);
    return head.length > 19 && head[18] == 2 && head[19] == 2;
  }

  /// Says whether the write-ahead log beside `path` holds anything.
  static boolean hasWal(Path path) {
    try {
      Path log = path.resolveSibling(path.getFileName() + "-wal");
      return Files.exists(log) && Files.size(log) > 0;
    } catch (IOException e) {
      throw new OperationalError(path + " cannot be read: " + words(e) + ".", e);
    }
  }

  /// What tells that a file was changed.
  record Stamp(FileTime modified, long size) {

    static Stamp of(Path path) {
      try {
        return new Stamp(Files.getLastModifiedTime(path), Files.size(path));
      } catch (IOException e) {
        throw new OperationalError(path + " cannot be read: " + words(e) + ".", e);
      }
    }
  }
}
