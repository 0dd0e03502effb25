package orrery.orm.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import orrery.orm.dialect.Dialect;
import orrery.orm.dialect.PostgresDialect;
import orrery.orm.dialect.SqliteDialect;

/// Every function that can be asked for can be written, on every database.
class SpelledFunctionsTest {

  private static final List<Dialect> DIALECTS = List.of(new SqliteDialect(), new PostgresDialect());

  static Stream<String> names() {
    return Functions.names().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyFunctionIsSpelled(String name) {
    boolean aggregate =
        Objects.requireNonNull(Functions.find(name)).sort() == Functions.Sort.AGGREGATE;
    for (Dialect dialect : DIALECTS) {
      if (aggregate) {
        assertThat(dialect.aggregate(name)).isNotEmpty();
      } else {
        assertThat(dialect.function(name)).isNotNull();
      }
    }
  }
}
