package orrery.orm.resolve;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import orrery.orm.chain.Parser;
import orrery.orm.dialect.Interpolator;
import orrery.orm.dialect.SqliteDialect;
import orrery.orm.error.OrmError;
import orrery.orm.meta.Model;
import orrery.orm.render.SqlWriter;

/// What a chain about [Blogs] becomes, up to the text of its statement on SQLite.
///
/// Values stand in the text, all columns of a table are written `"entry".*`, and white space is as
/// good as any other.
final class Told {

  private static final SqliteDialect SQLITE = new SqliteDialect();

  private Told() {}

  /// Asserts that `chain` sends `sql`.
  static void assertAsks(String chain, String sql) {
    Plan plan = plan(chain);
    assertThat(plan.empty()).as("no row can match").isFalse();
    assertThat(text(plan)).isEqualTo(plain(sql));
  }

  /// Asserts that `chain` has an answer that no statement is needed for.
  static void assertAsksNothing(String chain) {
    assertThat(plan(chain).empty()).isTrue();
  }

  /// Asserts that `chain` is refused with an error that Django calls `type`, in its words.
  static void assertRefuses(String chain, String type, String sentence) {
    OrmError error = catchThrowableOfType(OrmError.class, () -> text(plan(chain)));
    assertThat(error).as(chain).isNotNull();
    assertThat(error.type() + ": " + error.sentence()).isEqualTo(type + ": " + sentence);
  }

  private static Plan plan(String chain) {
    return new Resolver(Blogs.MODELS).resolve(Parser.parse(chain).chain());
  }

  private static String text(Plan plan) {
    String text = Interpolator.interpolate(new SqlWriter(SQLITE).write(plan.statement()), SQLITE);
    for (Model model : Blogs.MODELS.all()) {
      String columns =
          model.localFields().stream()
              .map(field -> quoted(model.table()) + "." + quoted(field.column()))
              .collect(joining(", "));
      text = text.replace(columns, quoted(model.table()) + ".*");
    }
    return plain(text);
  }

  private static String quoted(String name) {
    return '"' + name + '"';
  }

  private static String plain(String sql) {
    return sql.strip().replaceAll("\\s+", " ");
  }
}
