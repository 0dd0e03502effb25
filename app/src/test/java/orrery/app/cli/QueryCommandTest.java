package orrery.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.orm.Chinook;

/// `orrery query` on a real database: what it writes, and the status it ends with.
class QueryCommandTest {

  @TempDir static Path folder;
  static String chinook = "";

  @BeforeAll
  static void copy() throws IOException {
    chinook = Chinook.copyTo(folder).toString();
  }

  @Test
  void anObjectCarriesItsFieldsAndWhatWasPrefetched() throws IOException {
    Terminal done =
        Terminal.query(
            chinook,
            "Album.objects.filter(artist__name=\"AC/DC\").prefetch_related(\"track_set\").order_by(\"title\")",
            "--format",
            "json");
    assertThat(done.status()).isZero();
    JsonNode json = done.json();
    assertThat(json.path("kind").asText()).isEqualTo("objects");
    assertThat(json.path("queryCount").asInt()).isEqualTo(2);
    assertThat(json.path("rows")).hasSize(2);
    JsonNode album = json.path("rows").path(0);
    assertThat(album.path("model").asText()).isEqualTo("Album");
    assertThat(album.path("pk").asInt()).isEqualTo(1);
    assertThat(album.path("fields").toString())
        .isEqualTo(
            "{\"album_id\":1,\"title\":\"For Those About To Rock We Salute You\",\"artist_id\":1}");
    assertThat(album.path("related").path("track_set")).hasSize(10);
    assertThat(album.path("related").path("track_set").path(0).path("model").asText())
        .isEqualTo("Track");
    assertThat(json.path("queries").path(1).path("reason").asText())
        .isEqualTo("prefetch of track_set");
  }

  @Test
  void parametersHaveTheirValuesFromTheCommandLine() throws IOException {
    String chain =
        "Customer.objects.filter(country=Param(\"where\", default=\"USA\"),"
            + " customer_id__lte=Param(\"most\")).count()";
    assertThat(Terminal.query(chinook, chain, "--param", "most=20").json().path("value").asInt())
        .isEqualTo(5);
    Terminal both = Terminal.query(chinook, chain, "--param", "most=20", "--param", "where=Brazil");
    assertThat(both.json().path("value").asInt()).isEqualTo(5);
    Terminal none = Terminal.query(chinook, chain);
    assertThat(none.status()).isEqualTo(2);
    assertThat(none.err()).contains("The parameter 'most' has no value yet.");
    Terminal sql =
        Terminal.query(
            chinook, chain, "--format", "sql", "--param", "most=20", "--param", "where=a'b");
    assertThat(sql.out()).contains("'a''b'").contains("<= 20");
  }

  @Test
  void aJoinedRelationIsRelatedAndANullOneIsNull() throws IOException {
    JsonNode rows =
        Terminal.query(
                chinook,
                "Employee.objects.select_related(\"reports_to\").order_by(\"employee_id\")[:2]")
            .json()
            .path("rows");
    assertThat(rows.path(0).path("related").path("reports_to").isNull()).isTrue();
    assertThat(rows.path(1).path("related").path("reports_to").path("pk").asInt()).isEqualTo(1);
  }

  @Test
  void aPrefetchedRelationThatLeadsNowhereIsNull() throws IOException {
    JsonNode rows =
        Terminal.query(
                chinook, "Employee.objects.prefetch_related('reports_to').order_by('pk')[:2]")
            .json()
            .path("rows");
    assertThat(rows.path(0).path("related").path("reports_to").isNull()).isTrue();
    assertThat(rows.path(1).path("related").path("reports_to").path("pk").asInt()).isEqualTo(1);
  }

  // As in Django, what a profile leads back to is the person that it was reached from.
  @Test
  void whatWasNotFetchedForTheObjectAtHandIsAbsent(@TempDir Path folder) throws Exception {
    String people = folder.resolve("people.db").toString();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + people);
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE person (id INTEGER PRIMARY KEY, boss_id INTEGER REFERENCES person(id))");
      statement.execute(
          "CREATE TABLE profile (id INTEGER PRIMARY KEY,"
              + " person_id INTEGER NOT NULL UNIQUE REFERENCES person(id))");
      statement.execute("INSERT INTO person VALUES (1, NULL), (2, 1)");
      statement.execute("INSERT INTO profile VALUES (7, 2)");
    }
    JsonNode person =
        Terminal.query(
                people, "Person.objects.select_related('profile__person__boss').filter(pk=2)")
            .json()
            .path("rows")
            .path(0);
    JsonNode same = person.path("related").path("profile").path("related").path("person");
    assertThat(same.path("pk").asInt()).isEqualTo(2);
    assertThat(same.path("related").has("boss")).isFalse();
  }

  @Test
  void aCountIsAScalar() throws IOException {
    JsonNode json =
        Terminal.query(
                chinook,
                "Playlist.objects.filter(tracks__album__artist__name__startswith=\"A\").distinct().count()")
            .json();
    assertThat(json.path("kind").asText()).isEqualTo("scalar");
    assertThat(json.path("value").asInt()).isEqualTo(13);
    assertThat(json.path("queryCount").asInt()).isEqualTo(1);
  }

  @Test
  void valuesAreObjectsListsAreArraysAndFlatListsAreBare() throws IOException {
    assertThat(
            Terminal.query(chinook, "Genre.objects.order_by('genre_id').values('name')[:1]")
                .json()
                .path("rows")
                .toString())
        .isEqualTo("[{\"name\":\"Rock\"}]");
    assertThat(
            Terminal.query(
                    chinook,
                    "Genre.objects.order_by('genre_id').values_list('genre_id', 'name')[:1]")
                .json()
                .path("rows")
                .toString())
        .isEqualTo("[[1,\"Rock\"]]");
    assertThat(
            Terminal.query(
                    chinook,
                    "Genre.objects.order_by('genre_id').values_list('name', flat=True)[:2]")
                .json()
                .path("rows")
                .toString())
        .isEqualTo("[\"Rock\",\"Jazz\"]");
  }

  @Test
  void timesAreIsoDecimalsAreTextsAndNothingMatchedMeansNothingSent() throws IOException {
    JsonNode invoice =
        Terminal.query(chinook, "Invoice.objects.get(pk=1)").json().path("rows").path(0);
    assertThat(invoice.path("fields").path("invoice_date").asText())
        .isEqualTo("2021-01-01T00:00:00");
    assertThat(invoice.path("fields").path("total").asText()).isEqualTo("1.98");
    assertThat(invoice.path("fields").path("total").isTextual()).isTrue();
    JsonNode none = Terminal.query(chinook, "Invoice.objects.filter(pk__in=[]).count()").json();
    assertThat(none.path("value").asInt()).isZero();
    assertThat(none.path("queryCount").asInt()).isZero();
  }

  @Test
  void aWrongModelIsAnErrorWithTheNearestNameAndItsPlace() throws IOException {
    Terminal done = Terminal.query(chinook, "Albun.objects.all()", "--format", "json");
    assertThat(done.status()).isEqualTo(2);
    JsonNode error = done.json().path("error");
    assertThat(error.path("type").asText()).isEqualTo("NameError");
    assertThat(error.path("message").asText())
        .isEqualTo("name 'Albun' is not defined. Did you mean 'Album'?");
    assertThat(error.path("line").asInt()).isEqualTo(1);
    assertThat(error.path("column").asInt()).isEqualTo(1);
    assertThat(done.err().lines()).hasSize(1);
    assertThat(done.err()).startsWith("NameError: name 'Albun' is not defined");
  }

  @Test
  void aWrongFieldIsAnErrorUnderTheWordItself() throws IOException {
    JsonNode error =
        Terminal.query(chinook, "Album.objects.filter(artist__nmae=\"AC/DC\")")
            .json()
            .path("error");
    assertThat(error.path("type").asText()).isEqualTo("FieldError");
    assertThat(error.path("message").asText()).contains("nmae").endsWith("Did you mean 'name'?");
    assertThat(error.path("column").asInt()).isEqualTo(30);
  }

  @Test
  void noObjectWhereOneWasPromisedIsDoesNotExist() throws IOException {
    Terminal done = Terminal.query(chinook, "Album.objects.get(pk=-1)");
    assertThat(done.status()).isEqualTo(2);
    assertThat(done.json().path("error").path("type").asText()).isEqualTo("DoesNotExist");
    assertThat(done.json().path("error").path("message").asText())
        .isEqualTo("Album matching query does not exist.");
  }

  @Test
  void aFileThatIsNotThereOrNoDatabaseIsTheDatabasesFault() throws IOException {
    Terminal missing = Terminal.query(folder.resolve("no.sqlite").toString(), "A.objects.all()");
    assertThat(missing.status()).isEqualTo(1);
    assertThat(missing.err()).contains("no.sqlite");
    assertThat(folder.resolve("no.sqlite")).doesNotExist();
    Path text = Files.writeString(folder.resolve("notes.txt"), "This is no database. ".repeat(99));
    Terminal wrong = Terminal.query(text.toString(), "A.objects.all()");
    assertThat(wrong.status()).isEqualTo(1);
    assertThat(wrong.err()).contains("notes.txt");
  }

  @Test
  void aTableShowsRowsStatementsReasonsAndTheirNumber() {
    Terminal done =
        Terminal.query(
            chinook,
            "Album.objects.filter(artist__name='AC/DC').prefetch_related('track_set')",
            "--format",
            "table");
    assertThat(done.status()).isZero();
    assertThat(done.out())
        .contains("album_id  title", "Let There Be Rock", "2 rows", "-- prefetch of track_set")
        .contains("2 queries · ");
  }

  @Test
  void csvQuotesWhatNeedsQuotingAndWritesNothingForNull() {
    Terminal done =
        Terminal.query(
            chinook,
            "Customer.objects.filter(pk__in=[2, 10]).order_by('pk').values_list('pk', 'company', 'address')",
            "--format",
            "csv");
    assertThat(List.of(done.out().split("\r\n")))
        .containsExactly(
            "pk,company,address",
            "2,,Theodor-Heuss-Straße 34",
            "10,Woodstock Discos,\"Rua Dr. Falcão Filho, 155\"");
  }

  @Test
  void sqlIsShownWithoutRunningIt() {
    Terminal done =
        Terminal.query(chinook, "Album.objects.filter(title__startswith='A')", "--format", "sql");
    assertThat(done.status()).isZero();
    assertThat(done.out())
        .isEqualToIgnoringNewLines(
            "SELECT \"Album\".\"AlbumId\", \"Album\".\"Title\", \"Album\".\"ArtistId\" FROM"
                + " \"Album\" WHERE \"Album\".\"Title\" LIKE 'A%' ESCAPE '\\'");
  }

  @Test
  void manyChainsAreAnsweredALineEachAndAFailedOneDoesNotEndTheRest() {
    Terminal done =
        Terminal.queryReading(
            List.of("Album.objects.count()", "Albun.objects.count()", "Genre.objects.count()"),
            chinook,
            "-");
    assertThat(done.status()).isZero();
    List<JsonNode> answers = done.jsonLines();
    assertThat(answers).hasSize(3);
    assertThat(answers.get(0).path("value").asInt()).isEqualTo(347);
    assertThat(answers.get(1).path("error").path("type").asText()).isEqualTo("NameError");
    assertThat(answers.get(2).path("value").asInt()).isEqualTo(25);
  }

  @Test
  void blankLinesAndCommentsBetweenChainsAreNoChains() {
    Terminal done =
        Terminal.queryReading(
            List.of("\uFEFF# the genres", "", "  \t", "Genre.objects.count()  # all", " # end"),
            chinook,
            "-");
    assertThat(done.jsonLines()).hasSize(1);
    assertThat(done.jsonLines().getFirst().path("value").asInt()).isEqualTo(25);
  }

  @Test
  void aWriteIsRefusedAndTheWayOutNamed() throws IOException {
    Terminal done = Terminal.query(chinook, "Genre.objects.update(name='x')");
    assertThat(done.status()).isEqualTo(1);
    assertThat(done.json().path("error").path("type").asText()).isEqualTo("OperationalError");
    assertThat(done.err()).contains("readonly").endsWith("--write lets a chain change rows.\n");
  }

  @Test
  void sqlHasTheLimitToo() {
    assertThat(
            Terminal.query(chinook, "Genre.objects.all()", "--format", "sql", "--limit", "3").out())
        .endsWith("LIMIT 3" + System.lineSeparator());
  }

  @Test
  void aLimitIsSentToTheDatabase() throws IOException {
    JsonNode json = Terminal.query(chinook, "Track.objects.all()", "--limit", "3").json();
    assertThat(json.path("rows")).hasSize(3);
    assertThat(json.path("queries").path(0).path("sql").asText()).endsWith("LIMIT 3");
  }

  @Test
  void modelsAreShownWithTheirRelationsInBothDirections() {
    Terminal done = Terminal.models(chinook);
    assertThat(done.status()).isZero();
    assertThat(done.out())
        .contains("Playlist  (table Playlist)", "tracks", "through PlaylistTrack")
        .contains("employee_set", "in lookups: album");
  }
}
