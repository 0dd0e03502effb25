package orrery.ui.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.orm.Chinook;
import orrery.orm.OpenDatabase;
import orrery.ui.Workbench;
import orrery.ui.kit.Coloured;
import orrery.ui.task.DirectTasks;

/// Which step each word of the SQL is there for, and what is copied.
class SqlViewModelTest {
  @TempDir Path folder;

  private final Workbench workbench = new Workbench(OpenDatabase::open, new DirectTasks());
  private final SqlViewModel sql = new SqlViewModel(workbench);

  @BeforeEach
  void open() throws IOException {
    workbench.open(Chinook.copyTo(folder).toString(), false);
  }

  @AfterEach
  void close() {
    workbench.close();
  }

  private int slotOf(String word) {
    return sql.slotAt(Coloured.text(sql.codeProperty().get()).indexOf(word));
  }

  @Test
  void eachWordKnowsItsStep() {
    workbench
        .textProperty()
        .set(
            "Artist.objects.filter(name=\"Queen\").prefetch_related(\"album_set\")"
                + ".order_by(\"-name\")[:5]");
    assertThat(slotOf("SELECT")).isEqualTo(-1);
    assertThat(slotOf("'Queen'")).isZero();
    assertThat(slotOf("-- prefetch")).isEqualTo(1);
    assertThat(slotOf("DESC")).isEqualTo(2);
    assertThat(slotOf("LIMIT")).isEqualTo(3);
    sql.point(Coloured.text(sql.codeProperty().get()).indexOf("DESC"));
    assertThat(workbench.pointedProperty().get()).isEqualTo(2);
    sql.choose(Coloured.text(sql.codeProperty().get()).indexOf("DESC"));
    assertThat(workbench.caretProperty().get())
        .isEqualTo(workbench.textProperty().get().indexOf("order_by"));
    sql.point(-1);
    assertThat(workbench.pointedProperty().get()).isEqualTo(-2);
  }

  @Test
  void aMutedStepKeepsTheNumbersOfTheOthers() {
    workbench
        .textProperty()
        .set("(\n    Artist.objects\n    # .exclude(name=\"x\")\n    .filter(name=\"Queen\")\n)");
    assertThat(slotOf("'Queen'")).isEqualTo(1);
  }

  @Test
  void theQueryIsCopiedInTheWordsOfOthers() {
    workbench.textProperty().set("Artist.objects.filter(name=\"Queen\")");
    assertThat(sql.withValues()).contains("= 'Queen'");
    assertThat(sql.withParameters()).contains("= ?").contains("'Queen'");
    assertThat(sql.chain()).isEqualTo("Artist.objects.filter(name=\"Queen\")");
    assertThat(sql.django()).contains("import").contains("Artist.objects.filter");
    assertThat(sql.java()).contains("filter(");
  }
}
