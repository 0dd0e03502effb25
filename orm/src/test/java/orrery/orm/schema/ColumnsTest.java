package orrery.orm.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static orrery.orm.schema.Inspecting.describe;
import static orrery.orm.schema.Inspecting.inspect;
import static orrery.orm.schema.Inspecting.model;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import orrery.orm.meta.Constraint;
import orrery.orm.meta.Field;
import orrery.orm.meta.Index;
import orrery.orm.meta.Model;
import orrery.orm.meta.Models;
import orrery.orm.type.FieldType;

class ColumnsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bool|BooleanField",
        "BOOLEAN|BooleanField",
        "smallint|SmallIntegerField",
        "INT|IntegerField",
        "INTEGER|IntegerField",
        "int(11)|IntegerField",
        "tinyint(1)|SmallIntegerField",
        "integer unsigned|PositiveIntegerField",
        "bigint(20) unsigned|PositiveBigIntegerField",
        "smallint unsigned|PositiveSmallIntegerField",
        "BIGINT|BigIntegerField",
        "POINTER|IntegerField",
        "varchar(30)|CharField(30)",
        "NVARCHAR( 160 )|CharField(160)",
        "character varying(20)|CharField(20)",
        "CHAR(32)|CharField(32)",
        "VARCHAR|CharField",
        "varchar(max)|CharField",
        "CITEXT|TextField",
        "text|TextField",
        "UUID|TextField",
        "STRING|TextField",
        "GEOMETRY|TextField",
        "NUMERIC(10,2)|DecimalField(10,2)",
        "decimal(8)|DecimalField(8,0)",
        "NUMERIC|DecimalField",
        "REAL|FloatField",
        "DOUBLE PRECISION|FloatField",
        "FLOAT(24)|FloatField",
        "DOUBLE UNSIGNED|FloatField",
        "date|DateField",
        "DATETIME|DateTimeField",
        "DATETIME(6)|DateTimeField",
        "TIMESTAMP WITH TIME ZONE|DateTimeField",
        "timestamp(3) without time zone|DateTimeField",
        "time|TimeField",
        "BLOB|BinaryField",
        "varbinary(16)|BinaryField",
        "JSON|JSONField",
        "VARCHAR(99999999999999)|CharField",
      })
  void declaredTypesStandForFieldTypes(String declared, String expected) {
    FieldType type = SqliteDeclaredTypes.of(declared);
    String sizes =
        type.maxLength() >= 0
            ? "(" + type.maxLength() + ")"
            : type.maxDigits() >= 0
                ? "(" + type.maxDigits() + "," + type.decimalPlaces() + ")"
                : "";
    assertThat(type.name() + sizes).isEqualTo(expected);
  }

  @Test
  void aColumnKeepsWhatWasDeclared() {
    Models models =
        inspect(
                "CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT,"
                    + " name VARCHAR(20) NOT NULL UNIQUE COLLATE NOCASE DEFAULT 'it''s',"
                    + " made DATETIME DEFAULT CURRENT_TIMESTAMP, n INTEGER DEFAULT NULL,"
                    + " half REAL DEFAULT (1.0 / 2), \"order\" INTEGER CONSTRAINT pos CHECK (\"order\" > 0))")
            .models();
    assertThat(describe(models, "T"))
        .containsExactly(
            "AutoField id key",
            "CharField name(20) unique default 'it''s' collate NOCASE",
            "DateTimeField made null default CURRENT_TIMESTAMP",
            "IntegerField n null",
            "FloatField half null default 1.0 / 2",
            "IntegerField order null");
    assertThat(models.get("T").constraints())
        .containsExactly(new Constraint.Check("pos", "\"order\" > 0"));
    assertThat(models.get("T").localFields().getFirst().declaredType()).contains("INTEGER");
  }

  @Test
  void onlyANumberOfTheRowNumbersItself() {
    Models models =
        inspect(
                "CREATE TABLE a (id INTEGER PRIMARY KEY)",
                "CREATE TABLE b (id integer, PRIMARY KEY (id))",
                "CREATE TABLE c (id INT PRIMARY KEY)",
                "CREATE TABLE d (id INTEGER PRIMARY KEY DESC)",
                "CREATE TABLE e (id INTEGER PRIMARY KEY) WITHOUT ROWID",
                "CREATE TABLE f (id INTEGER PRIMARY KEY, note ANY) STRICT")
            .models();
    assertThat(models.all())
        .extracting(m -> m.localFields().getFirst().type().name())
        .containsExactly(
            "AutoField", "AutoField", "IntegerField", "IntegerField", "IntegerField", "AutoField");
    assertThat(models.all()).noneMatch(Model::isReadOnly);
  }

  @Test
  void aKeyOfSeveralColumnsIsInItsOwnOrder() {
    Model model = model("CREATE TABLE t (c INTEGER, b TEXT, a TEXT, PRIMARY KEY (a, c))");
    assertThat(model.primaryKey()).containsExactly("a", "c");
    assertThat(model.localFields())
        .extracting(Field::isPrimaryKey)
        .containsExactly(true, false, true);
    assertThat(model.localFields())
        .extracting(Field::isNullable)
        .containsExactly(false, true, false);
  }

  @Test
  void aTableWithoutAKeyIsAModelWithoutAKeyThatIsOnlyRead() {
    Model model = model("CREATE TABLE log (line TEXT, at DATETIME)");
    assertThat(model.primaryKey()).isEmpty();
    assertThat(model.isReadOnly()).isTrue();
    assertThat(model.localFields()).extracting(Field::name).containsExactly("line", "at");
  }

  @Test
  void generatedColumnsSayHowTheyAreComputed() {
    Models models =
        inspect(
                "CREATE TABLE t (id INTEGER PRIMARY KEY, w REAL, h REAL,"
                    + " area REAL GENERATED ALWAYS AS (w * (h + 1)) STORED,"
                    + " \"half w\" AS (w / 2) -- the other half\n)")
            .models();
    assertThat(describe(models, "T"))
        .contains("FloatField area null stored w * (h + 1)", "TextField half_w null virtual w / 2");
  }

  @Test
  void aColumnWithoutATypeTakesThatOfItsFirstValue() {
    Inspected inspected =
        inspect(
            "CREATE TABLE t (id INTEGER PRIMARY KEY, i, r, b, s, never, late)",
            "INSERT INTO t (i, r, b, s, late) VALUES (1, 1.5, X'00', 'x', NULL), (2, 2, 2, 2, 7)",
            "CREATE VIEW v AS SELECT i + 1 AS next, upper(s) AS up FROM t");
    assertThat(describe(inspected.models(), "T"))
        .containsExactly(
            "AutoField id key",
            "IntegerField i null",
            "FloatField r null",
            "BinaryField b null",
            "TextField s null",
            "TextField never null",
            "IntegerField late null");
    assertThat(describe(inspected.models(), "V"))
        .containsExactly("IntegerField next key", "TextField up null");
  }

  @Test
  void manyColumnsWithoutATypeAreStillFewStatements() {
    StringBuilder columns = new StringBuilder("id");
    for (int i = 0; i < 700; i++) {
      columns.append(", c").append(i);
    }
    Model model = model("CREATE TABLE t (" + columns + ")", "INSERT INTO t (c699) VALUES (1.5)");
    assertThat(model.localFields().getLast().type().name()).isEqualTo("FloatField");
    assertThat(model.localFields().get(600).type().name()).isEqualTo("TextField");
  }

  @Test
  void textThatIsCheckedToBeJsonIsJson() {
    Model model =
        model(
            "CREATE TABLE t (id INTEGER PRIMARY KEY,"
                + " data text NOT NULL CHECK ((JSON_VALID(\"data\") OR \"data\" IS NULL)),"
                + " plain text)");
    assertThat(model.localFields())
        .extracting(f -> f.type().name())
        .containsExactly("AutoField", "JSONField", "TextField");
  }

  @Test
  void constraintsAndIndexes() {
    Model model =
        model(
            "CREATE TABLE t (id INTEGER PRIMARY KEY, Aa TEXT, Bb TEXT, Cc TEXT UNIQUE,"
                + " CONSTRAINT pair UNIQUE (aa, BB), CHECK (Aa <> Bb), UNIQUE (Bb, Cc))",
            "CREATE INDEX one ON t (Bb)",
            "CREATE INDEX two ON t (Aa DESC, lower(Bb) COLLATE NOCASE DESC) WHERE Cc > 'x'",
            "CREATE UNIQUE INDEX some ON t (Aa) WHERE Bb IS NULL",
            "CREATE UNIQUE INDEX folded ON t (lower(Cc))");
    assertThat(model.constraints())
        .containsExactlyInAnyOrder(
            new Constraint.Unique("pair", List.of("aa", "bb"), Optional.empty()),
            new Constraint.Unique("sqlite_autoindex_t_3", List.of("bb", "cc"), Optional.empty()),
            new Constraint.Unique("some", List.of("aa"), Optional.of("Bb IS NULL")),
            new Constraint.Check("t_check_1", "Aa <> Bb"));
    assertThat(model.indexes())
        .containsExactlyInAnyOrder(
            new Index("one", List.of("bb"), Optional.empty()),
            new Index("two", List.of("-aa", "-lower(Bb)"), Optional.of("Cc > 'x'")),
            new Index("folded", List.of("lower(Cc)"), Optional.empty()));
    assertThat(model.localFields())
        .extracting(
            f -> f.name() + (f.isUnique() ? " unique" : "") + (f.isIndexed() ? " indexed" : ""))
        .containsExactly("id", "aa", "bb indexed", "cc unique");
  }

  @Test
  void theTextOfATableIsReadAsSqliteReadsIt() {
    Model model =
        model(
            "CREATE TABLE /* (a) */ \"odd (table\" ( -- comment, with (brackets\n"
                + " [id] INTEGER PRIMARY KEY, \"check\" TEXT DEFAULT ')' CHECK (\"check\" <> '),('),\n"
                + " `unique` TEXT COLLATE \"nocase\", 'collate' VARCHAR(3),"
                + " x INTEGER AS (length(\"check\" || '(')) VIRTUAL)");
    assertThat(model.name()).isEqualTo("OddTable");
    assertThat(model.constraints())
        .containsExactly(new Constraint.Check("odd (table_check_1", "\"check\" <> '),('"));
    assertThat(model.localFields())
        .extracting(f -> f.name() + f.collation().orElse("") + f.generatedBy().orElse(""))
        .containsExactly("id", "check", "uniquenocase", "collate", "xlength(\"check\" || '(')");
  }

  @Test
  void whatStandsForAnObject() {
    assertThat(model("CREATE TABLE t (id INTEGER PRIMARY KEY, note TEXT, title TEXT, name TEXT)"))
        .extracting(m -> m.labelField().orElse(""))
        .isEqualTo("name");
    assertThat(model("CREATE TABLE product (id INTEGER PRIMARY KEY, x TEXT, product_name TEXT)"))
        .extracting(m -> m.labelField().orElse(""))
        .isEqualTo("product_name");
    assertThat(model("CREATE TABLE t (id INTEGER PRIMARY KEY, x TEXT, y TEXT UNIQUE)"))
        .extracting(m -> m.labelField().orElse(""))
        .isEqualTo("y");
    assertThat(model("CREATE TABLE t (id INTEGER PRIMARY KEY, company_name TEXT, x TEXT UNIQUE)"))
        .extracting(m -> m.labelField().orElse(""))
        .isEqualTo("company_name");
    assertThat(model("CREATE TABLE t (id INTEGER PRIMARY KEY, name INTEGER, x TEXT)"))
        .extracting(m -> m.labelField().orElse(""))
        .isEqualTo("");
  }
}
