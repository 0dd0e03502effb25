package orrery.ui;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/// A database for tests of the window: artists with albums, and a long table of plays.
public final class MusicFile {
  private MusicFile() {}

  /// Makes the database in a folder.
  ///
  /// @param plays how many rows the long table has
  /// @return its path
  public static String in(Path folder, int plays) throws SQLException {
    String file = folder.resolve("music.sqlite").toString();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          """
          CREATE TABLE artist (id integer NOT NULL PRIMARY KEY, name varchar(120) NOT NULL)\
          """);
      statement.executeUpdate(
          """
          CREATE TABLE album (
            id integer NOT NULL PRIMARY KEY,
            title varchar(160) NOT NULL,
            artist_id integer NULL REFERENCES artist (id),
            released date NULL,
            price decimal(6, 2) NULL,
            notes text NULL,
            cover blob NULL,
            is_live bool NOT NULL)\
          """);
      statement.executeUpdate(
          """
          INSERT INTO artist VALUES (1, 'AC/DC'), (2, 'Accept'), (3, 'Björk')\
          """);
      statement.executeUpdate(
          """
          INSERT INTO album VALUES
            (1, 'For Those About To Rock', 1, '1981-11-23', 9.90, NULL, x'0102', 0),
            (2, 'Balls to the Wall', 2, '1983-12-05', 8.50, '', NULL, 0),
            (3, 'Restless and Wild', 2, NULL, NULL, 'first\npress', NULL, 0),
            (4, 'Let There Be Rock', 1, '1977-03-21', 7.25, NULL, NULL, 1),
            (5, 'No Artist', NULL, NULL, NULL, NULL, NULL, 0)\
          """);
      statement.executeUpdate("CREATE TABLE play (id integer NOT NULL PRIMARY KEY, at integer)");
      statement.executeUpdate(
          "INSERT INTO play WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i <"
              + " %d) SELECT i, i * 3 FROM n".formatted(plays));
    }
    return file;
  }
}
