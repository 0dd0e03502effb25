package orrery.orm.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.orm.Chinook;
import orrery.orm.db.Database;
import orrery.orm.db.Settings;
import orrery.orm.meta.Models;
import orrery.orm.schema.Inspected;

class JavaSourceTest {

  @TempDir Path folder;

  private Models built(String source, String name) throws ReflectiveOperationException {
    Method models = Compiled.of(folder, name, source).getDeclaredMethod("models");
    models.setAccessible(true);
    return (Models) models.invoke(null);
  }

  @Test
  void theSourceCompilesAndBuildsEqualModels() throws IOException, ReflectiveOperationException {
    try (Database database = Database.open(Settings.of(Chinook.copy().toString()))) {
      Models models = Inspected.of(database).models();
      Models built = built(JavaSource.of(models, "chinook.sqlite"), "ChinookModels");
      assertThat(built.all()).usingRecursiveComparison().isEqualTo(models.all());
    }
  }

  @Test
  void oddNamesCompileToo() throws ReflectiveOperationException {
    try (Database database = OddNames.made(OddNames.script())) {
      Models models = Inspected.of(database).models();
      Models built = built(JavaSource.of(models, "2 odd-\nnames\"\\u000a.db"), "DatabaseModels");
      assertThat(built.all()).usingRecursiveComparison().isEqualTo(models.all());
    }
  }
}
