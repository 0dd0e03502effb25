package orrery.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.app.window.Sample;
import orrery.assets.Assets;
import orrery.orm.Chinook;
import orrery.orm.OpenDatabase;
import orrery.orm.export.JsonSource;
import orrery.orm.meta.Model;

/// `orrery export` on real databases.
class ExportCommandTest {

  @TempDir static Path folder;
  static String chinook = "";
  static String sample = "";

  @BeforeAll
  static void copy() throws IOException {
    chinook = Chinook.copyTo(folder).toString();
    sample = new Sample(folder, Assets.sampleScript()).file().toString();
  }

  @Test
  void djangoIsAModelsPy() {
    Terminal done = Terminal.export(chinook, "--format", "django");
    assertThat(done.status()).isZero();
    assertThat(done.out())
        .startsWith("# Models of chinook.sqlite.\n")
        .contains("from django.db import models\n", "class InvoiceLine(models.Model):\n");
    assertThat(done.err()).isEmpty();
  }

  @Test
  void theSamplesModelsComeBackFromJson() {
    Terminal done = Terminal.export(sample, "--format", "json");
    assertThat(done.status()).isZero();
    try (OpenDatabase open = OpenDatabase.open(sample, false)) {
      assertThat(JsonSource.read(done.out()).all())
          .usingRecursiveComparison()
          .isEqualTo(open.models().all());
    }
  }

  @Test
  void sqlMakesTheTablesAgain() {
    Terminal done = Terminal.export(sample, "--format", "sql");
    assertThat(done.status()).isZero();
    assertThat(done.out()).startsWith("CREATE TABLE country (\n").contains("CREATE VIEW overdue");
  }

  @Test
  void javaNamesEveryModel() {
    Terminal done = Terminal.export(sample, "--format", "java");
    assertThat(done.status()).isZero();
    try (OpenDatabase open = OpenDatabase.open(sample, false)) {
      assertThat(open.models().all())
          .extracting(Model::name)
          .allSatisfy(name -> assertThat(done.out()).contains("(\"" + name + "\""));
    }
  }

  @Test
  void aFormatIsNeededAndMustBeOneOfFour() {
    Terminal none = Terminal.export(chinook);
    assertThat(none.status()).isEqualTo(2);
    assertThat(none.err().lines()).hasSize(1);
    Terminal wrong = Terminal.export(chinook, "--format", "ruby");
    assertThat(wrong.status()).isEqualTo(2);
    assertThat(wrong.err()).contains("ruby", "django, java, sql, json").endsWith("--help`.\n");
    assertThat(wrong.err().lines()).hasSize(1);
    assertThat(wrong.out()).isEmpty();
  }

  @Test
  void aDatabaseThatIsNotThereIsTheDatabasesFault() throws IOException {
    Terminal missing = Terminal.export(folder.resolve("no.sqlite").toString(), "--format", "sql");
    assertThat(missing.status()).isEqualTo(1);
    assertThat(missing.err()).contains("no.sqlite");
    assertThat(Files.exists(folder.resolve("no.sqlite"))).isFalse();
  }
}
