package orrery.orm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import orrery.orm.db.Database;
import orrery.orm.db.Entry;
import orrery.orm.dialect.Interpolator;

/// Writes `docs/chain-language.md`: what each part of the language sends to each database, as it
/// was sent by this test.
class ChainLanguageTest {

  private static final String HEAD =
      """
      # The chain language, and the SQL it becomes

      A chain is a query in Django's words. This page has a row for each method, lookup, transform, operator and function: a chain
      that uses it, and the statement that SQLite and PostgreSQL were sent for it, on the library of the tests. It is written by
      `ChainLanguageTest`, from statements that were sent and whose answers `BothDatabasesTest` compares; `…` stands for all the
      columns of a model.
      """;

  private static Library library = Library.open();

  @BeforeAll
  static void open() {
    assertThat(library.models().all()).hasSize(8);
  }

  @AfterAll
  static void close() {
    library.close();
  }

  @Test
  void thePageSaysWhatIsSent() throws IOException {
    Path written = Path.of("target", "chain-language.md");
    Path committed = Path.of("..", "docs", "chain-language.md");
    String page = page();
    Files.createDirectories(written.getParent());
    Files.writeString(written, page);
    assertThat(Files.exists(committed) ? Files.readString(committed) : "")
        .withFailMessage(
            "docs/chain-language.md is not what is sent any more. Look at what changed, and if it is"
                + " right: cp orm/target/chain-language.md docs/chain-language.md")
        .isEqualToNormalizingNewlines(page);
  }

  private static String page() {
    StringBuilder page = new StringBuilder(HEAD);
    String chapter = "";
    for (Chains.Entry entry : Chains.all()) {
      if (entry.chapter().equals("Together") || entry.chapter().equals("Errors")) {
        continue;
      }
      if (!entry.chapter().equals(chapter)) {
        chapter = entry.chapter();
        page.append("\n## ").append(title(chapter)).append("\n\n").append(columns(chapter));
      }
      page.append(row(entry));
    }
    return page.toString();
  }

  private static String title(String chapter) {
    return chapter.equals(Chains.DIFFERENCES) ? "Where the databases differ" : chapter;
  }

  private static String columns(String chapter) {
    return (chapter.equals(Chains.DIFFERENCES) ? "| what" : "| name")
        + " | chain | SQLite | PostgreSQL |\n|---|---|---|---|\n";
  }

  private static String row(Chains.Entry entry) {
    String chain = entry.chains().getFirst();
    String sqlite = sent(library.onSqlite(), library.sqlite(), chain);
    String postgres = sent(library.onPostgres(), library.postgres(), chain);
    boolean words = entry.chapter().equals(Chains.DIFFERENCES);
    return "| %s | %s | %s | %s |\n"
        .formatted(
            words ? entry.name() : code(entry.name()),
            code(chain),
            sqlite,
            postgres.equals(sqlite) ? "the same" : postgres);
  }

  private static String sent(Orm orm, Database database, String chain) {
    Asked asked = Asked.of(orm, database, chain);
    String error =
        asked.answer().kind().endsWith("Error")
            ? asked.answer().kind() + String.join("", asked.answer().rows())
            : "";
    List<String> statements =
        asked.sent().stream().map(entry -> code(text(entry, database))).toList();
    return statements.isEmpty()
        ? error.isEmpty() ? "nothing is sent" : asked.answer().kind()
        : String.join("; ", statements);
  }

  private static String text(Entry entry, Database database) {
    return Interpolator.interpolate(entry.sql(), database.dialect())
        // The columns of a whole object.
        .replaceAll("(?:\"\\w+\"\\.\"\\w+\"(?: AS \"col\\d+\")?(?:, )?){5,}", "… ")
        .replace("…  ", "… ");
  }

  /// In a table a bar would end the cell.
  private static String code(String text) {
    String fence = text.contains("`") ? "``" : "`";
    return text.lines()
        .map(line -> fence + line.strip().replace("|", "\\|") + fence)
        .collect(Collectors.joining(" "));
  }
}
