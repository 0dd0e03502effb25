package orrery.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import orrery.orm.csv.CsvFile;
import orrery.orm.csv.CsvMapping;
import orrery.orm.csv.CsvRow;
import orrery.orm.db.Action;
import orrery.orm.db.Settings;
import orrery.orm.error.OperationalError;
import orrery.orm.load.Instance;
import orrery.orm.meta.Field;

/// Lines of CSV files that become rows, all of them or none, on each kind of database.
@ParameterizedClass(name = "{0}")
@ValueSource(strings = {"SQLite", "PostgreSQL"})
class CsvImportTest {

  private static final String SCRIPT =
      """
      CREATE TABLE author (id integer NOT NULL PRIMARY KEY, name varchar(20) NOT NULL UNIQUE);
      CREATE TABLE book (
        id integer NOT NULL PRIMARY KEY,
        title varchar(40) NOT NULL,
        author_id integer NULL REFERENCES author (id),
        price decimal(6, 2) NULL,
        published date NULL,
        in_print boolean NOT NULL DEFAULT true);
      INSERT INTO author VALUES (1, 'Herbert'), (2, 'Le Guin');
      INSERT INTO book VALUES (1, 'Dune', 1, 9.50, '1965-08-01', true);
      """;

  @TempDir Path folder;
  @Parameter String kind;

  private OpenDatabase open;

  @BeforeEach
  void open() throws SQLException, IOException {
    String location = folder.resolve("books.sqlite").toString();
    if (kind.equals("SQLite")) {
      try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + location);
          Statement statement = connection.createStatement()) {
        statement.executeUpdate(SCRIPT);
      }
    } else {
      location = PostgresServer.newDatabase(SCRIPT);
    }
    open = OpenDatabase.open(Settings.of(location).writable());
  }

  @AfterEach
  void close() {
    open.close();
  }

  private CsvFile file(String text, Charset charset) throws IOException {
    return CsvFile.open(Files.write(folder.resolve("books.csv"), text.getBytes(charset)));
  }

  private CsvFile file(String text) throws IOException {
    return file(text, StandardCharsets.UTF_8);
  }

  private CsvMapping guess(CsvFile file) {
    return CsvMapping.guess(open.models(), open.models().get("Book"), file.columns());
  }

  private CsvImport books() {
    return new CsvImport(open.orm(), open.models().get("Book"));
  }

  private List<String> problems(String text) throws IOException {
    CsvFile file = file(text);
    CsvImport.Outcome outcome = books().run(file, guess(file), _ -> {});
    assertThat(outcome.rows()).isZero();
    assertThat(open.orm().objects("Book").count()).isEqualTo(1);
    return outcome.problems().stream().map(CsvRow.Problem::toString).toList();
  }

  @Test
  void linesBecomeRowsInOneTransaction() throws IOException {
    CsvFile file =
        file(
            """
            ID,Title,Author,price,Published,In print
            10,"The Dispossessed, a novel",2,8.50,1974-05-01,no
            11,Lavinia,2,,2008-04-21,yes
            """);
    List<Long> progress = new ArrayList<>();
    assertThat(books().run(file, guess(file), progress::add).rows()).isEqualTo(2);
    assertThat(progress).containsExactly(2L);
    Instance first = open.orm().objects("Book").get("pk", 10);
    assertThat(first.get("title")).isEqualTo("The Dispossessed, a novel");
    assertThat(first.get("author_id")).isEqualTo(2L);
    assertThat(first.get("in_print")).isEqualTo(false);
    assertThat(open.orm().objects("Book").get("pk", 11).get("price")).isNull();
  }

  @Test
  void howTheFileIsWrittenIsFoundOut() throws IOException {
    CsvFile semicolons = file("id;title\n1;Größe\n", Charset.forName("windows-1252"));
    assertThat(semicolons.form().separator()).isEqualTo(';');
    assertThat(semicolons.head(1).getFirst().cells()).containsExactly("1", "Größe");
    CsvFile tabs = file("\uFEFFid\ttitle\n1\tA\n");
    assertThat(tabs.columns()).containsExactly("id", "title");
    assertThat(tabs.form().separator()).isEqualTo('\t');
    CsvFile bare = file("1,Dune,9.50\n2,Emma,8.00\n");
    assertThat(bare.form().header()).isFalse();
    assertThat(bare.columns()).containsExactly("column 1", "column 2", "column 3");
    assertThat(bare.head(5)).hasSize(2);
    CsvFile utf16 = file("\uFEFFid,title\n1,Ü\n", StandardCharsets.UTF_16LE);
    assertThat(utf16.columns()).containsExactly("id", "title");
    assertThat(utf16.head(1).getFirst().cells()).containsExactly("1", "Ü");
  }

  @Test
  void whatIsWrongSaysItsLineAndColumnAndNothingIsWritten() throws IOException {
    assertThat(
            problems(
                """
                id,title,author_id,price,published
                10,Good,1,1.00,2000-01-01
                x,"Two
                lines",9,1.005,2000-02-30
                12,Short
                """))
        .containsExactly(
            "Line 3, id: “x” is not a whole number. Write it like 42 or -7.",
            "Line 3, price: price takes at most 2 decimal places; this has 3.",
            "Line 3, published: “2000-02-30” is no date of the calendar.",
            "Line 5: has 2 cells, where there are 5 columns.",
            "Line 3, author_id: There is no Author whose id is 9.");
  }

  @Test
  void whatTheDatabaseRefusesTakesBackAll() throws IOException {
    assertThat(problems("id,title\n10,New\n1,Taken\n"))
        .singleElement()
        .asString()
        .startsWith("Line 2: ")
        .endsWith("(one of the lines 2 to 3)");
  }

  @Test
  void aWordMeansNullWhereItIsGivenAndElseNoTextDoes() throws IOException {
    CsvFile file = file("id,title,price\n10,NULL,NULL\n");
    CsvMapping mapping = guess(file).withNullText("NULL");
    assertThat(books().run(file, mapping, _ -> {}).problems().getFirst().sentence())
        .isEqualTo("title cannot be null.");
    CsvFile empty = file("id,title,price\n10,,\n");
    assertThat(books().run(empty, guess(empty), _ -> {}).rows()).isEqualTo(1);
    Instance book = open.orm().objects("Book").get("pk", 10);
    assertThat(book.get("title")).isEqualTo("");
    assertThat(book.get("price")).isNull();
  }

  @Test
  void theFirstLinesAreSeenBeforeAnythingIsWritten() throws IOException {
    CsvFile file = file("number,name,who\n10,Lavinia,2\n11,Tehanu,7\n");
    CsvMapping mapping = guess(file);
    assertThat(mapping.fields()).containsOnly(Optional.empty());
    assertThat(mapping.missing(open.models(), open.models().get("Book")))
        .extracting(Field::name)
        .contains("title");
    for (int i = 0; i < 3; i++) {
      mapping = mapping.with(i, Optional.of(open.models().get("Book").localFields().get(i)));
    }
    List<CsvRow> rows = books().preview(file, mapping, 10);
    assertThat(rows.get(0).problems()).isEmpty();
    assertThat(rows.get(1).problems())
        .containsExactly(new CsvRow.Problem(3, 2, "who", "There is no Author whose id is 7."));
    assertThat(open.orm().objects("Book").count()).isEqualTo(1);
  }

  @Test
  void itIsStoppedInTheMiddleAndLeavesNothing() throws IOException {
    StringBuilder text = new StringBuilder("id,title\n");
    for (int i = 10; i < 5_000; i++) {
      text.append(i).append(",Book ").append(i).append('\n');
    }
    CsvFile file = file(text.toString());
    Action action = new Action("Import");
    assertThatThrownBy(() ->
            action.call(() ->
                books()
                    .run(
                        file,
                        guess(file),
                        rows -> {
                          if (rows >= 2_000) {
                            action.stop();
                          }
                        })))
        .isInstanceOf(OperationalError.class);
    assertThat(open.orm().objects("Book").count()).isEqualTo(1);
  }
}
