package orrery.assets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SampleTest {
  private static Connection library;

  @BeforeAll
  static void build() throws SQLException {
    library = built();
  }

  @AfterAll
  static void close() throws SQLException {
    library.close();
  }

  @Test
  void itHasTheseRows() throws SQLException {
    Map<String, Object> counts = new HashMap<>();
    for (Object table : column("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')")) {
      counts.put(table.toString(), one("SELECT count(*) FROM " + table));
    }
    assertThat(counts)
        .containsOnly(
            entry("author", 812),
            entry("biography", 597),
            entry("book", 4725),
            entry("book_authors", 6042),
            entry("category", 56),
            entry("content_type", 13),
            entry("copy", 8118),
            entry("country", 49),
            entry("employee", 46),
            entry("house", 6),
            entry("loan", 23032),
            entry("opening_hours", 32),
            entry("overdue", 413),
            entry("publisher", 51),
            entry("reader", 1248),
            entry("reader_houses", 2037),
            entry("review", 6973),
            entry("room", 29),
            entry("tag", 31),
            entry("tagged_item", 8550));
  }

  @Test
  void sqliteFindsNothingWrongWithIt() throws SQLException {
    assertThat(column("PRAGMA integrity_check")).isEqualTo(List.of("ok"));
    assertThat(column("PRAGMA foreign_key_check")).isEmpty();
  }

  @Test
  void twoRunsGiveTheSameLibrary() throws SQLException {
    Map<String, String> first = hashes(library);
    try (Connection again = built()) {
      assertThat(hashes(again)).isEqualTo(first).hasSize(19);
    }
  }

  @Test
  void itCanBeMadeWithinATransactionAndWithForeignKeysChecked() throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA foreign_keys = ON");
      connection.setAutoCommit(false);
      statement.executeUpdate(Assets.sampleScript());
      connection.rollback();
      assertThat(column(connection, "SELECT name FROM sqlite_schema")).isEmpty();
      assertThat(column(connection, "SELECT name FROM sqlite_temp_schema")).isEmpty();
    }
  }

  @Test
  void itLeavesNothingBehindButTheLibrary() throws SQLException {
    assertThat(column("SELECT name FROM sqlite_temp_schema")).isEmpty();
  }

  @Test
  void everyForeignKeyButOneHasAnIndex() throws SQLException {
    String without =
        """
        SELECT t.name || '.' || k."from" FROM sqlite_schema t, pragma_foreign_key_list(t.name) k
        WHERE t.type = 'table' AND NOT EXISTS (
          SELECT 1 FROM pragma_index_list(t.name) i, pragma_index_info(i.name) c
          WHERE c.seqno = 0 AND c.name = k."from" AND NOT i.partial)
        """;
    assertThat(column(without)).isEqualTo(List.of("loan.reader_id"));
  }

  @Test
  void theCheckDigitsOfTheIsbnsAreRight() throws SQLException {
    List<Object> isbns = column("SELECT isbn FROM book WHERE isbn IS NOT NULL");
    assertThat(isbns).hasSizeGreaterThan(2500).allSatisfy(isbn -> assertThat(sum(isbn)).isZero());
    assertThat(one("SELECT count(*) FROM book WHERE isbn IS NOT NULL AND published < '1970-01-01'"))
        .isEqualTo(0);
  }

  @Test
  void itIsWorthQuerying() throws SQLException {
    assertThat(one("SELECT count(*) > 900 FROM book WHERE published < '1900-01-01'")).isEqualTo(1);
    assertThat(most("book_authors", "author_id")).isBetween(40, 60);
    assertThat(
            one("SELECT count(*) FROM author WHERE id NOT IN (SELECT author_id FROM book_authors)"))
        .isEqualTo(17);
    assertThat(one("SELECT count(DISTINCT language) FROM book")).isEqualTo(22);
    for (String column : List.of("subtitle", "summary")) {
      assertThat(one("SELECT count(*) > 100 FROM book WHERE " + column + " IS NULL")).isEqualTo(1);
      assertThat(one("SELECT count(*) > 100 FROM book WHERE " + column + " = ''")).isEqualTo(1);
    }
    assertThat((int) one("SELECT max(length(text)) FROM biography")).isGreaterThan(8000);
    assertThat(one("SELECT count(*) > 50 FROM review WHERE text LIKE '%👨‍👩‍👧‍👦%'"))
        .isEqualTo(1);
    assertThat(one("SELECT count(*) > 0 FROM reader WHERE name LIKE '%Zoe' || char(776) || '%'"))
        .isEqualTo(1);
    assertThat(one("SELECT count(*) FROM book WHERE decade IS NOT published / 10 * 10"))
        .isEqualTo(0);
  }

  @Test
  void noCopyIsLentTwiceAtATimeAndNobodyBorrowsTooEarly() throws SQLException {
    assertThat(
            column(
                """
                SELECT a.id FROM loan a JOIN loan b ON a.copy_id = b.copy_id AND a.id < b.id
                WHERE a.returned IS NULL OR a.returned > b.taken
                """))
        .isEmpty();
    assertThat(
            column(
                """
                SELECT loan.id FROM loan JOIN copy ON copy.id = copy_id
                JOIN reader ON reader.id = reader_id LEFT JOIN employee ON employee.id = employee_id
                WHERE date(taken) < acquired OR date(taken) < joined OR date(taken) < hired
                """))
        .isEmpty();
  }

  @Test
  void everyTagHangsOnSomethingThatIsThere() throws SQLException {
    for (Object model :
        column(
            "SELECT DISTINCT model FROM tagged_item JOIN content_type c ON c.id = content_type_id")) {
      String loose =
          "SELECT count(*) FROM tagged_item t JOIN content_type c ON c.id = content_type_id AND c.model = '"
              + model
              + "' WHERE object_id NOT IN (SELECT id FROM "
              + model
              + ")";
      assertThat(one(loose)).as("on %s", model).isEqualTo(0);
    }
  }

  @Test
  void theCoversArePictures() throws SQLException, IOException {
    List<Object> covers = column("SELECT cover FROM book WHERE cover IS NOT NULL");
    assertThat(covers).hasSizeGreaterThan(3000);
    for (Object cover : covers.subList(0, 50)) {
      assertThat(ImageIO.read(new ByteArrayInputStream((byte[]) cover)).getHeight()).isEqualTo(72);
    }
  }

  @Test
  void theConstraintsHold() {
    assertThatThrownBy(() ->
            column(
                "INSERT INTO book (title, price, category_id, added_at) VALUES ('', 1, 1, '') RETURNING id"))
        .hasMessageContaining("CHECK constraint failed");
    assertThatThrownBy(() -> column("INSERT INTO tag (name) VALUES ('staff pick') RETURNING id"))
        .hasMessageContaining("UNIQUE constraint failed: tag.name");
  }

  @Test
  void theSavedQueriesHaveNamesFoldersChainsAndWords() throws SQLException {
    String queries = "json_each('" + Assets.sampleQueries().replace("'", "''") + "')";
    assertThat((int) one("SELECT count(*) FROM " + queries)).isGreaterThanOrEqualTo(8);
    assertThat(column("SELECT DISTINCT value ->> 'name' FROM " + queries))
        .hasSize((int) one("SELECT count(*) FROM " + queries));
    for (String part : List.of("name", "folder", "chain", "about")) {
      assertThat(column("SELECT value ->> '" + part + "' FROM " + queries))
          .doesNotContainNull()
          .doesNotContain("");
    }
  }

  @Test
  void theSavedQueriesStartFromTablesThatAreThere() throws SQLException {
    String queries = "json_each('" + Assets.sampleQueries().replace("'", "''") + "')";
    List<Object> models =
        column(
            "SELECT DISTINCT lower(substr(value ->> 'chain', 1, instr(value ->> 'chain', '.objects') - 1)) FROM "
                + queries);
    List<Object> tables =
        column("SELECT replace(name, '_', '') FROM sqlite_schema WHERE type IN ('table', 'view')");
    assertThat(tables).containsAll(models);
  }

  private static Connection built() throws SQLException {
    Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(Assets.sampleScript());
    }
    return connection;
  }

  private static int sum(Object isbn) {
    int sum = 0;
    for (int i = 0; i < 13; i++) {
      sum += (isbn.toString().charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
    }
    return sum % 10;
  }

  private static int most(String table, String column) throws SQLException {
    return (int)
        one(
            "SELECT count(*) AS n FROM "
                + table
                + " GROUP BY "
                + column
                + " ORDER BY n DESC LIMIT 1");
  }

  /// A hash of all values of each table, in the order of its rows.
  private static Map<String, String> hashes(Connection connection) throws SQLException {
    Map<String, String> hashes = new HashMap<>();
    for (Object table : column(connection, "SELECT name FROM sqlite_schema WHERE type = 'table'")) {
      MessageDigest digest = sha256();
      try (Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery("SELECT * FROM " + table + " ORDER BY 1, 2")) {
        int columns = rows.getMetaData().getColumnCount();
        while (rows.next()) {
          for (int i = 1; i <= columns; i++) {
            byte[] value = rows.getBytes(i);
            digest.update(value == null ? new byte[] {0} : value);
            digest.update((byte) 1);
          }
        }
      }
      hashes.put(table.toString(), HexFormat.of().formatHex(digest.digest()));
    }
    return hashes;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object one(String sql) throws SQLException {
    return column(sql).getFirst();
  }

  private static List<Object> column(String sql) throws SQLException {
    return column(library, sql);
  }

  private static List<Object> column(Connection connection, String sql) throws SQLException {
    List<Object> values = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        values.add(rows.getObject(1));
      }
    }
    return values;
  }
}
