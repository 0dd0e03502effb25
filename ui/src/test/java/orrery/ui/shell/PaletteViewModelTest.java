package orrery.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.orm.Chinook;
import orrery.orm.OpenDatabase;
import orrery.ui.Workbench;
import orrery.ui.command.Command;
import orrery.ui.command.Commands;
import orrery.ui.task.DirectTasks;

class PaletteViewModelTest {
  @TempDir Path folder;

  private final List<String> done = new ArrayList<>();
  private final BooleanProperty enabled = new SimpleBooleanProperty(true);
  private final Commands commands = new Commands();
  private final Workbench workbench = new Workbench(OpenDatabase::open, new DirectTasks());
  private final PaletteViewModel palette =
      new PaletteViewModel(
          workbench,
          commands,
          () ->
              List.of(
                  new PaletteRow(
                      "", "orders.db", "Open", "", List.of(), () -> done.add("orders.db"))));

  @BeforeEach
  void open() throws IOException {
    workbench.open(Chinook.copyTo(folder).toString(), false);
    commands.add(
        Command.builder("t.track", "Go", "Keep Track").does(() -> done.add("keep")),
        Command.builder("t.dark", "View", "Switch Light and Dark")
            .synonyms("theme night")
            .keys("F9")
            .enabled(enabled)
            .does(() -> done.add("dark")));
    palette.begin();
  }

  @AfterEach
  void close() {
    workbench.close();
  }

  @Test
  void showsEverythingWhereNothingIsAsked() {
    assertThat(words()).startsWith("Album").contains("Keep Track", "orders.db").hasSize(14);
  }

  @Test
  void theNearestComesFirst() {
    palette.textProperty().set("track");
    assertThat(words()).startsWith("Track").contains("Keep Track", "PlaylistTrack");
    palette.rowsProperty().get().getFirst().action().run();
    assertThat(workbench.textProperty().get()).isEqualTo("Track.objects.all()");
  }

  @Test
  void otherWordsFindACommandToo() {
    palette.textProperty().set("night");
    assertThat(words()).containsExactly("Switch Light and Dark");
    assertThat(palette.rowsProperty().get().getFirst().keys()).isEqualTo("F9");
    palette.rowsProperty().get().getFirst().action().run();
    assertThat(done).containsExactly("dark");
  }

  @Test
  void whatCannotBeDoneIsNotOffered() {
    enabled.set(false);
    palette.begin();
    assertThat(words()).doesNotContain("Switch Light and Dark");
  }

  @Test
  void beginningForgetsWhatWasAsked() {
    palette.textProperty().set("zzz");
    assertThat(words()).isEmpty();
    palette.begin();
    assertThat(palette.textProperty().get()).isEmpty();
    assertThat(words()).hasSize(14);
  }

  private List<String> words() {
    return palette.rowsProperty().get().stream().map(PaletteRow::words).toList();
  }
}
