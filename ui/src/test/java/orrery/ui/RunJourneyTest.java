package orrery.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/// Running what takes long, and stopping it.
class RunJourneyTest extends WindowJourney {
  /// Follows a many-to-many relation to and fro: thousands of millions of rows to look through.
  private static final String ENDLESS =
      "Playlist.objects.filter("
          + "tracks__playlist__tracks__playlist__tracks__name__contains=\"a\").count()";

  @Test
  void aLongRunIsStoppedAndTheNextOneGoesOn(FxRobot robot) throws Exception {
    openChinook(robot);
    robot.interact(() -> workbench.ask(ENDLESS));
    until(() -> workbench.isRunning().get());
    assertThat(node("status-stop", Node.class).isVisible()).isTrue();
    assertThat(node("status-words", Labeled.class).getText()).startsWith("Running…");

    robot.push(KeyCode.SHIFT, KeyCode.F5);
    until(() -> workbench.runStateProperty().get() instanceof RunState.Stopped);
    assertThat(node("status-words", Labeled.class).getText()).startsWith("Stopped after");
    assertThat(node("status-stop", Node.class).isVisible()).isFalse();

    robot.interact(() -> workbench.ask("Genre.objects.count()"));
    until(() -> workbench.runStateProperty().get() instanceof RunState.Done);
    assertThat(workbench.answerProperty().get().text()).isEqualTo("Genre.objects.count()");
  }

  @Test
  void theButtonInTheStatusBarStopsIt(FxRobot robot) throws Exception {
    openChinook(robot);
    robot.interact(() -> workbench.ask(ENDLESS));
    until(() -> node("status-stop", Node.class).isVisible());
    robot.clickOn("#status-stop");
    until(() -> workbench.runStateProperty().get() instanceof RunState.Stopped);
    assertThat(workbench.isRunning().get()).isFalse();
  }

  @Test
  void anotherQuestionTakesThePlaceOfTheOneThatRuns(FxRobot robot) throws Exception {
    openChinook(robot);
    robot.interact(() -> workbench.ask(ENDLESS));
    robot.interact(() -> workbench.ask("Genre.objects.all()"));
    until(() -> workbench.runStateProperty().get() instanceof RunState.Done);
    assertThat(workbench.answerProperty().get().text()).isEqualTo("Genre.objects.all()");
  }
}
