package orrery.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import orrery.orm.Chinook;

/// From the start screen to an open database, and what happens to files that are none.
class OpenJourneyTest extends WindowJourney {
  @Test
  void aTypedPathOpensItsDatabase(FxRobot robot) throws Exception {
    Path file = Chinook.copyTo(folder);
    assertThat(location().isFocused()).isTrue();
    robot.write("\"" + file + "\"").type(KeyCode.ENTER);
    until(() -> workbench.isOpen().get());

    assertThat(stageTitle()).isEqualTo("chinook.sqlite – Orrery");
    assertThat(node("database-chip", Labeled.class).getText()).isEqualTo("chinook.sqlite");
    assertThat(robot.lookup("read-only").tryQuery()).isPresent();
    TreeView<?> models = node("models-tree", TreeView.class);
    assertThat(models.getRoot().getChildren()).hasSize(11);
    assertThat(models.isFocused()).isTrue();
    assertThat(preferences.recents())
        .singleElement()
        .satisfies(recent -> assertThat(recent.location()).isEqualTo(file.toString()));
  }

  @Test
  void theStatusBarSaysWhatTheReadingCost(FxRobot robot) throws Exception {
    openChinook(robot);
    assertThat(node("status-cost", Labeled.class).getText()).matches("\\d+ quer(y|ies) · .*");
    assertThat(workbench.totalCostProperty().get().queries())
        .isEqualTo((int) workbench.database().log().count());
  }

  @Test
  void aFileThatIsNoDatabaseIsSaidOnTheStartScreen(FxRobot robot) throws Exception {
    Path file = folder.resolve("notes.txt");
    Files.writeString(file, "These are my notes, and they are no database.".repeat(50));
    type(robot, file.toString());
    until(() -> node("start-error", Node.class).isVisible());

    assertThat(workbench.isOpen().get()).isFalse();
    assertThat(robot.lookup("Could not open " + file).tryQuery()).isPresent();
    assertThat(robot.lookup("#start-error .error-sentence").queryAs(Labeled.class).getText())
        .contains("notes.txt")
        .contains("not a SQLite database");
    assertThat(preferences.recents()).isEmpty();

    robot.clickOn("Dismiss");
    assertThat(node("start-error", Node.class).isVisible()).isFalse();
  }

  @Test
  void whatIsMissingIsSaidWithItsPlace(FxRobot robot) throws Exception {
    String path = folder.resolve("gone.sqlite").toString();
    type(robot, path);
    until(() -> node("start-error", Node.class).isVisible());
    assertThat(robot.lookup("#start-error .error-sentence").queryAs(Labeled.class).getText())
        .isEqualTo("No such file: " + path);
    assertThat(folder.resolve("gone.sqlite")).doesNotExist();
  }

  @Test
  void aBadFileOverAnOpenDatabaseLeavesThatOpen(FxRobot robot) throws Exception {
    openChinook(robot);
    String path = folder.resolve("gone.sqlite").toString();
    robot.interact(() -> workbench.open(path, false));
    until(() -> robot.lookup(".toast-failed").tryQuery().isPresent());
    assertThat(stageTitle()).isEqualTo("chinook.sqlite – Orrery");
    assertThat(robot.lookup(".toast-words").queryAs(Labeled.class).getText())
        .contains("No such file");
    robot.clickOn(robot.lookup(".toast .tool").queryAs(Button.class));
    assertThat(robot.lookup(".toast-failed").tryQuery()).isEmpty();
  }

  @Test
  void closingGoesBackToTheStartScreenWhichKnowsTheFile(FxRobot robot) throws Exception {
    openChinook(robot);
    robot.push(KeyCode.CONTROL, KeyCode.W);
    until(() -> !workbench.isOpen().get());
    assertThat(node("start-location", TextField.class).isFocused()).isTrue();
    robot.clickOn(".recent");
    until(() -> workbench.isOpen().get());
    assertThat(stageTitle()).isEqualTo("chinook.sqlite – Orrery");
  }

  @Test
  void aDatabaseIsOpenedForWritingOnlyWhereThatWasAllowed(FxRobot robot) throws Exception {
    Path file = Chinook.copyTo(folder);
    robot.clickOn("Allow changes");
    robot.interact(() -> location().setText(file.toString()));
    robot.clickOn("#start-go");
    until(() -> workbench.isOpen().get());
    assertThat(workbench.openedProperty().get().readOnly()).isFalse();
    assertThat(robot.lookup("changes allowed").tryQuery()).isPresent();
    robot.interact(() -> window.commands().get("file.lock").run());
    until(() ->
        workbench.openStateProperty().get() instanceof OpenState.Idle
            && workbench.openedProperty().get().readOnly());
    assertThat(robot.lookup("read-only").tryQuery()).isPresent();
  }

  // Long paths letter by letter are tried once; that is enough.
  private void type(FxRobot robot, String path) {
    robot.interact(() -> location().setText(path));
    robot.type(KeyCode.ENTER);
  }

  private TextField location() {
    return node("start-location", TextField.class);
  }

  private String stageTitle() {
    return window.title().get();
  }
}
