package orrery.orm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import orrery.orm.chain.Parser;
import orrery.orm.chain.Printer;
import orrery.orm.db.Reason;
import orrery.orm.dialect.Sql;
import orrery.orm.load.Instance;
import orrery.orm.load.Prefetched;
import orrery.orm.query.Chain;
import orrery.orm.query.Condition;
import orrery.orm.query.Expr;
import orrery.orm.query.Name;
import orrery.orm.query.Prefetch;
import orrery.orm.query.Query;
import orrery.orm.query.Step;
import orrery.orm.query.Terminal;
import orrery.orm.render.SqlWriter;
import orrery.orm.resolve.Plan;
import orrery.orm.resolve.Resolver;
import orrery.orm.resolve.Shape;
import orrery.orm.sql.Statement;

/// One query from its text to its answer, a stage at a time: what each hands to the next. Read it
/// from top to bottom.
class LifeOfAQueryTest {

  private static final String TEXT =
      "Album.objects.filter(artist__name=\"AC/DC\").prefetch_related(\"track_set\").order_by(\"title\")";

  @Test
  void fromTextToAnswer() throws IOException {
    // A database is opened, and its tables are read as models.
    try (OpenDatabase chinook = OpenDatabase.open(Chinook.copy().toString(), false)) {

      // text → Chain: names in the order they were given. No model is known yet, no SQL.
      Chain chain = Parser.parse(TEXT).chain();
      assertThat(chain)
          .isEqualTo(
              new Chain(
                  new Query(
                      "Album",
                      List.of(
                          new Step.Filter(
                              List.of(
                                  new Condition.Lookup("artist__name", new Expr.Literal("AC/DC")))),
                          new Step.PrefetchRelated(List.of(new Prefetch("track_set")), false),
                          new Step.OrderBy(List.of(new Name("title"))))),
                  new Terminal.Fetch()));

      // … and back: the printer is the parser's inverse.
      assertThat(Printer.print(chain)).isEqualTo(TEXT);

      // Chain → Plan: names have become columns of tables, and the answer has a shape. No text, no
      // database.
      Plan plan = new Resolver(chinook.models()).resolve(chain);
      Statement.Select select = (Statement.Select) plan.statement();
      assertThat(select.from())
          .extracting(Statement.From::alias)
          .containsExactly("Album", "Artist");
      Shape.Objects shape = (Shape.Objects) plan.shape();
      assertThat(shape.root().model().name()).isEqualTo("Album");
      assertThat(plan.prefetches()).containsExactly(new Prefetch("track_set"));

      // Plan → Sql: the tree is spelled for this kind of database.
      Sql sql = new SqlWriter(chinook.database().dialect()).write(plan.statement());
      assertThat(sql.text())
          .isEqualTo(
              "SELECT \"Album\".\"AlbumId\", \"Album\".\"Title\", \"Album\".\"ArtistId\" FROM \"Album\""
                  + " INNER JOIN \"Artist\" ON (\"Album\".\"ArtistId\" = \"Artist\".\"ArtistId\")"
                  + " WHERE \"Artist\".\"Name\" = ? ORDER BY \"Album\".\"Title\" ASC");
      assertThat(sql.bindings()).extracting("value").containsExactly("AC/DC");

      // All this is what a preview shows while one types, with the statement that each prefetch
      // will send.
      Preview preview = chinook.runner().preview(TEXT);
      assertThat(preview.statements())
          .extracting(s -> s.sql().text())
          .first()
          .isEqualTo(sql.text());
      assertThat(preview.statements()).hasSize(2);

      // Sql → Rows → objects, and the same line again for the relation: the runner does it all, the
      // log tells it.
      try (var log = chinook.log().capture()) {
        Result.Objects answer = (Result.Objects) chinook.runner().run(chain);

        assertThat(answer.rows())
            .extracting(Instance::label)
            .containsExactly("For Those About To Rock We Salute You", "Let There Be Rock");
        assertThat(log.entries())
            .extracting(entry -> entry.reason())
            .containsExactly(Reason.USER, Reason.prefetch("track_set"));
        assertThat(log.entries().getLast().interpolated())
            .contains("WHERE \"Track\".\"AlbumId\" IN (1, 4)");

        // What was fetched is at hand: reading it sends nothing more.
        Instance album = answer.rows().getFirst();
        Prefetched tracks = (Prefetched) Objects.requireNonNull(album.related("track_set"));
        assertThat(tracks.objects()).hasSize(10);
        assertThat(tracks.objects().getFirst().get("album")).isSameAs(album);
        assertThat(log.count()).isEqualTo(2);
      }
    }
  }
}
