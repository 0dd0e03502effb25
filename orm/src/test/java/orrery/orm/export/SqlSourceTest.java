package orrery.orm.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import orrery.orm.Chinook;
import orrery.orm.PostgresServer;
import orrery.orm.db.Database;
import orrery.orm.db.Settings;
import orrery.orm.schema.Inspected;
import orrery.orm.schema.Statements;

class SqlSourceTest {

  @Test
  void theDatabasesOwnStatementsMakeEqualModelsInAnEmptyDatabase() throws IOException {
    try (Database database = Database.open(Settings.of(Chinook.copy().toString()))) {
      makesAgain(database);
    }
    try (Database database = OddNames.made(OddNames.script())) {
      String script = makesAgain(database);
      assertThat(script)
          .contains("CREATE VIEW \"top people\" AS", "CREATE TRIGGER watch")
          .doesNotContain("sqlite_");
    }
  }

  private static String makesAgain(Database database) {
    String script = SqlSource.of(Statements.read(database));
    try (Database again = OddNames.made(script)) {
      assertThat(JsonSource.of(Inspected.of(again).models()))
          .isEqualTo(JsonSource.of(Inspected.of(database).models()));
    }
    return script;
  }

  @Test
  void whatAServerHasIsMadeAgainInAnEmptyDatabase() {
    String first = PostgresServer.newDatabase();
    PostgresServer.execute(
        first,
        """
        CREATE SCHEMA "back office";
        CREATE TYPE mood AS ENUM ('sad', 'it''s ok', 'happy');
        CREATE DOMAIN amount AS numeric(10, 2) CONSTRAINT positive CHECK (VALUE > 0);
        CREATE TYPE spot AS (x integer, y integer);
        CREATE SEQUENCE tickets START 100 INCREMENT 5;
        CREATE FUNCTION twice(n integer) RETURNS integer IMMUTABLE LANGUAGE sql AS 'SELECT n * 2';
        CREATE TABLE person (
          id serial PRIMARY KEY,
          "full name" varchar(40) NOT NULL COLLATE "C",
          mood mood NOT NULL DEFAULT 'happy',
          moods mood[],
          paid amount,
          place spot,
          n integer,
          doubled integer GENERATED ALWAYS AS (n * 2) STORED,
          ticket integer DEFAULT nextval('tickets'),
          boss_id integer REFERENCES person ON DELETE SET NULL,
          CONSTRAINT not_nobody CHECK ("full name" <> ''),
          UNIQUE (n, ticket));
        CREATE INDEX shouted ON person (upper("full name") DESC) WHERE n > 0;
        CREATE TABLE "back office".bill (
          id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
          person_id integer NOT NULL REFERENCES person ON DELETE CASCADE,
          day date NOT NULL) ;
        CREATE TABLE event (at date NOT NULL, what text) PARTITION BY RANGE (at);
        CREATE TABLE event_2020 PARTITION OF event FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
        CREATE VIEW happy AS SELECT id, "full name" FROM person WHERE mood = 'happy';
        CREATE MATERIALIZED VIEW bills AS SELECT count(*) AS n FROM "back office".bill;
        CREATE FUNCTION watched() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
        CREATE TRIGGER watch BEFORE UPDATE ON person FOR EACH ROW EXECUTE FUNCTION watched();
        CREATE FUNCTION label(p person) RETURNS text LANGUAGE sql AS 'SELECT p."full name"';
        COMMENT ON TABLE person IS 'People we know';
        COMMENT ON COLUMN person."full name" IS 'It''s how they''re called';
        """);
    String again = PostgresServer.newDatabase();
    String script = script(first);
    PostgresServer.execute(again, script);
    assertThat(script(again)).isEqualTo(script);
    assertThat(models(again)).isEqualTo(models(first));
    assertThat(script)
        .contains("CREATE TYPE mood AS ENUM ('sad', 'it''s ok', 'happy');")
        .contains("person_id integer NOT NULL")
        .contains("COMMENT ON COLUMN person.\"full name\" IS 'It''s how they''re called';");
  }

  private static String script(String url) {
    try (Database database = Database.open(Settings.of(url))) {
      return SqlSource.of(Statements.read(database));
    }
  }

  private static String models(String url) {
    try (Database database = Database.open(Settings.of(url))) {
      return JsonSource.of(Inspected.of(database).models());
    }
  }

  @Test
  void aCommentAtTheEndOfAStatementDoesNotSwallowItsEnd() {
    assertThat(
            SqlSource.of(List.of("CREATE VIEW v AS SELECT 1 -- one", "CREATE VIEW w AS SELECT 2")))
        .isEqualTo("CREATE VIEW v AS SELECT 1 -- one\n;\n\nCREATE VIEW w AS SELECT 2;\n");
  }
}
