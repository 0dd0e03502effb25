package orrery.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/// The result read by mouse and by keys alone, in the whole window.
class GridJourneyTest extends WindowJourney {

  private String text() {
    return workbench.textProperty().get();
  }

  private void show(FxRobot robot, String chain) throws Exception {
    openChinook(robot);
    robot.interact(() -> workbench.ask(chain));
    until(() -> !workbench.isRunning().get() && workbench.answerProperty().get() != null);
    robot.interact(() -> node("grid", Node.class).requestFocus());
  }

  @Test
  void byKeysOneFiltersFindsAndFollows(FxRobot robot) throws Exception {
    show(robot, "Track.objects.order_by(\"pk\")");
    robot.push(KeyCode.CONTROL, KeyCode.HOME);
    robot.push(KeyCode.RIGHT);
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.H);
    until(() -> scene.getFocusOwner() instanceof TextField);
    robot.write("rock").push(KeyCode.ENTER);
    until(() -> text().contains("name__icontains=\"rock\"") && !workbench.isRunning().get());
    robot.push(KeyCode.ESCAPE);
    robot.push(KeyCode.CONTROL, KeyCode.F);
    robot.write("roll").push(KeyCode.ENTER);
    until(() -> node("grid-found", Labeled.class).getText().startsWith("1 of "));
    robot.push(KeyCode.ESCAPE);
    robot.push(KeyCode.RIGHT);
    until(() -> robot.lookup(".cell-relation").tryQuery().isPresent());
    robot.push(KeyCode.ENTER);
    until(() -> text().startsWith("Album.objects.filter("));
    robot.push(KeyCode.ALT, KeyCode.LEFT);
    until(() -> text().contains("name__icontains=\"rock\""));
  }

  @Test
  void byKeysAllRowsAreExported(FxRobot robot) throws Exception {
    show(robot, "Genre.objects.order_by(\"pk\")");
    Path file = folder.resolve("genres.csv");
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.X);
    until(() -> robot.lookup("#export-file").tryQuery().isPresent());
    robot.interact(() -> node("export-file", TextField.class).setText(file.toString()));
    robot.push(KeyCode.ENTER);
    until(() -> node("export-said", Labeled.class).getText().startsWith("25 rows"));
    assertThat(Files.readAllLines(file)).hasSize(26);
    robot.push(KeyCode.ESCAPE);
  }

  @Test
  void byMouseOneCountsLooksAndOpens(FxRobot robot) throws Exception {
    show(robot, "Artist.objects.order_by(\"pk\")");
    robot.interact(() -> preferences.leftShownProperty().set(false));
    robot.clickOn("#grid-columns");
    robot.clickOn("album_set  × Album");
    until(() -> robot.lookup(".cell-count").tryQuery().isPresent());
    Node count = robot.lookup(".cell-count").query();
    robot.moveTo(count);
    until(() -> robot.lookup("#peek").tryQuery().isPresent());
    robot.clickOn(robot.lookup(".cell-arrow").match(Node::isVisible).<Node>query());
    until(() -> text().startsWith("Album.objects.filter(artist="));
  }
}
