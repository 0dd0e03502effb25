package orrery.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import orrery.orm.Chinook;

/// A CSV file that is dropped on the window and taken into a model.
class ImportJourneyTest extends WindowJourney {

  private boolean isShown(String id) {
    return scene.lookup("#" + id) != null;
  }

  private long genres() {
    return Objects.requireNonNull(workbench.database()).orm().objects("Genre").count();
  }

  @Test
  void aFileIsDroppedMappedAndTakenIn(FxRobot robot) throws Exception {
    String path = Chinook.copyTo(folder).toString();
    robot.interact(() -> workbench.open(path, true));
    until(() -> workbench.isOpen().get());
    Path file = Files.writeString(folder.resolve("genre.csv"), "Titel\nKraut\nDrone\n");
    long before = genres();
    robot.interact(() -> window.take(file.toString()));
    until(() ->
        isShown("import-field-0")
            && node("import-said", Labeled.class).getText().startsWith("Say which"));
    assertThat(node("import-go", Labeled.class).isDisabled()).isTrue();
    ComboBox<?> field = node("import-field-0", ComboBox.class);
    robot.interact(field::requestFocus);
    robot.push(KeyCode.DOWN);
    robot.push(KeyCode.DOWN);
    until(() -> node("import-said", Labeled.class).getText().isEmpty());
    robot.clickOn("#import-go");
    until(() -> workbench.textProperty().get().equals("Genre.objects.all()"));
    assertThat(genres()).isEqualTo(before + 2);
    assertThat(isShown("import-go")).isFalse();
  }
}
