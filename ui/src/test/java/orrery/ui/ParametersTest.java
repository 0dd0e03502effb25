package orrery.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.orm.OpenDatabase;
import orrery.orm.Result;
import orrery.orm.chain.Printer;
import orrery.ui.saved.SavedViewModel;
import orrery.ui.task.DirectTasks;

/// Chains that leave values open, and the form that asks for them.
class ParametersTest {
  private static final String LIVE =
      "Album.objects.filter(is_live=Param(\"live\"), released__gte=Param(\"since\","
          + " default=\"1970-01-01\"))";

  private final Workbench workbench = new Workbench(OpenDatabase::open, new DirectTasks());

  @BeforeEach
  void open(@TempDir Path folder) throws Exception {
    workbench.open(MusicFile.in(folder, 1), false);
  }

  @AfterEach
  void close() {
    workbench.close();
  }

  private List<ParameterField> fields() {
    return workbench.parameters().fieldsProperty().get();
  }

  private void type(String name, String text) {
    fields().stream()
        .filter(field -> field.name().equals(name))
        .forEach(field -> field.textProperty().set(text));
  }

  private int rows() {
    return ((Result.Objects) workbench.answerProperty().get().result()).rows().size();
  }

  @Test
  void theFormAsksForWhatIsOpenAndTheSqlFollows() {
    workbench.textProperty().set(LIVE);
    assertThat(fields()).extracting(ParameterField::name).containsExactly("live", "since");
    assertThat(fields().getFirst().choices()).containsExactly("True", "False");
    assertThat(fields().getLast().prompt()).isEqualTo("1970-01-01");
    assertThat(workbench.troubleProperty().get().sentence()).contains("'live' has no value yet");
    ParameterField live = fields().getFirst();
    type("live", "True");
    assertThat(workbench.troubleProperty().get()).isNull();
    assertThat(workbench.previewProperty().get().statements()).hasSize(1);
    assertThat(fields().getFirst()).isSameAs(live);
  }

  @Test
  void itRunsWithWhatWasTypedAndTheChainStaysAsItIs() {
    workbench.textProperty().set(LIVE);
    type("live", "False");
    workbench.run();
    assertThat(rows()).isEqualTo(2);
    type("since", "1983-01-01");
    workbench.run();
    assertThat(rows()).isEqualTo(1);
    assertThat(Printer.print(workbench.answerProperty().get().chain())).isEqualTo(LIVE);
    assertThat(Printer.print(workbench.answerProperty().get().sent())).doesNotContain("Param");
  }

  @Test
  void withoutAValueNothingIsSent() {
    workbench.ask(LIVE);
    assertThat(workbench.runStateProperty().get()).isInstanceOf(RunState.Failed.class);
    assertThat(workbench.answerProperty().get()).isNull();
  }

  @Test
  void aNameThatComesBackHasItsValueAgainAndASavedQueryKeepsIts() {
    SavedQueries queries = new SavedQueries();
    SavedViewModel saved = new SavedViewModel(workbench, queries);
    workbench.textProperty().set(LIVE);
    type("live", "True");
    assertThat(saved.save("Live", "", "")).isEmpty();
    assertThat(queries.all().getFirst().values()).isEqualTo(Map.of("live", "True"));
    workbench.show("Artist");
    assertThat(fields()).isEmpty();
    workbench.textProperty().set(LIVE);
    assertThat(fields().getFirst().textProperty().get()).isEqualTo("True");
    type("live", "False");
    saved.open(queries.all().getFirst());
    assertThat(rows()).isEqualTo(1);
  }
}
