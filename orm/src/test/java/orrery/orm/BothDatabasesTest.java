package orrery.orm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The same chains, asked SQLite and PostgreSQL: the same rows in the same order, the same number
/// of queries, the same errors.
class BothDatabasesTest {

  private static Library library = Library.open();

  @BeforeAll
  static void open() {
    assertThat(library.models().all()).hasSize(8);
  }

  @AfterAll
  static void close() {
    library.close();
  }

  private static Stream<String> chains(boolean alike) {
    return Chains.all().stream()
        .filter(entry -> alike != entry.chapter().equals(Chains.DIFFERENCES))
        .flatMap(entry -> entry.chains().stream());
  }

  static Stream<String> alike() {
    return chains(true);
  }

  static Stream<String> different() {
    return chains(false);
  }

  @ParameterizedTest
  @MethodSource("alike")
  void bothAnswerAlike(String chain) {
    Asked sqlite = Asked.of(library.onSqlite(), library.sqlite(), chain);
    Asked postgres = Asked.of(library.onPostgres(), library.postgres(), chain);
    assertThat(postgres.answer()).isEqualTo(sqlite.answer());
    assertThat(postgres.sent()).hasSameSizeAs(sqlite.sent());
  }

  @ParameterizedTest
  @MethodSource("different")
  void whereTheyDifferIsKnown(String chain) {
    Asked sqlite = Asked.of(library.onSqlite(), library.sqlite(), chain);
    Asked postgres = Asked.of(library.onPostgres(), library.postgres(), chain);
    assertThat(postgres.answer()).isNotEqualTo(sqlite.answer());
  }

  @Test
  void theFirstChainOfEachEntryIsAnswered() {
    List<String> failed =
        Chains.all().stream()
            .filter(entry -> !entry.chapter().equals(Chains.DIFFERENCES))
            .filter(entry -> !entry.chapter().equals("Errors"))
            .filter(entry -> !entry.name().equals("get"))
            .map(entry -> entry.chains().getFirst())
            .filter(chain ->
                Asked.of(library.onPostgres(), library.postgres(), chain)
                    .answer()
                    .kind()
                    .endsWith("Error"))
            .toList();
    assertThat(failed).isEmpty();
  }
}
