package orrery.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import orrery.orm.Result;

/// Saving a chain, finding it again, and running again what was run.
class SavedJourneyTest extends WindowJourney {
  private String text() {
    return workbench.textProperty().get();
  }

  private int lines() {
    return node("saved-tree", TreeView.class).getExpandedItemCount();
  }

  private void ask(FxRobot robot, String chain) throws Exception {
    robot.interact(() -> workbench.ask(chain));
    until(() -> !workbench.isRunning().get());
  }

  @Test
  void aChainIsSavedFoundOpenedAndDeletedByKeys(FxRobot robot) throws Exception {
    openChinook(robot);
    ask(robot, "Album.objects.filter(artist__name=\"Queen\")");
    robot.push(KeyCode.CONTROL, KeyCode.S);
    assertThat(node("save-name", TextField.class).isFocused()).isTrue();
    robot.write("Queen", 0);
    robot.push(KeyCode.TAB);
    robot.write("Rock/British", 0);
    robot.push(KeyCode.ENTER);
    assertThat(window.commands().get("saved.undo").enabled().get()).isTrue();
    ask(robot, "Genre.objects.all()");
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.K);
    assertThat(node("saved-search", TextField.class).isFocused()).isTrue();
    assertThat(lines()).isEqualTo(3);
    robot.write("que", 0);
    robot.push(KeyCode.DOWN);
    robot.push(KeyCode.ENTER);
    until(() -> text().equals("Album.objects.filter(artist__name=\"Queen\")"));
    robot.push(KeyCode.DELETE);
    assertThat(lines()).isZero();
    robot.push(KeyCode.CONTROL, KeyCode.Z);
    assertThat(lines()).isEqualTo(1);
  }

  @Test
  void aSavedQueryIsOpenedAndItsDeletingUndoneByTheMouse(FxRobot robot) throws Exception {
    openChinook(robot);
    ask(robot, "Album.objects.all()");
    robot.clickOn("#side-saved");
    robot.push(KeyCode.CONTROL, KeyCode.S);
    robot.write("Albums", 0);
    robot.clickOn("#save-done");
    ask(robot, "Genre.objects.all()");
    robot.clickOn(robot.from(node("saved-tree", Node.class)).lookup(".found").<Node>query());
    until(() -> text().equals("Album.objects.all()"));
    robot.push(KeyCode.DELETE);
    assertThat(lines()).isZero();
    robot.clickOn("#saved-undo");
    assertThat(lines()).isEqualTo(1);
  }

  @Test
  void whatWasRunIsFoundAndRunAgain(FxRobot robot) throws Exception {
    openChinook(robot);
    for (String chain : List.of("Genre.objects.count()", "Album.objects.count()")) {
      ask(robot, chain);
    }
    robot.push(KeyCode.CONTROL, KeyCode.H);
    assertThat(node("history-list", ListView.class).getItems().size()).isEqualTo(2);
    robot.write("genre", 0);
    robot.push(KeyCode.DOWN);
    robot.push(KeyCode.ENTER);
    until(() -> text().equals("Genre.objects.count()") && !workbench.isRunning().get());
    robot.interact(() -> node("history-search", TextField.class).clear());
    assertThat(node("history-list", ListView.class).getItems().size()).isEqualTo(3);
    robot.clickOn("#side-models");
    assertThat(scene.lookup("#models-tree")).isNotNull();
  }

  @Test
  void parametersAreTypedInTheFormAboveTheResultAndEnterRuns(FxRobot robot) throws Exception {
    openChinook(robot);
    robot.interact(() ->
        workbench
            .textProperty()
            .set(
                "Customer.objects.filter(country=Param(\"where\", default=\"USA\"),"
                    + " customer_id__lte=Param(\"most\")).order_by(\"customer_id\")"));
    assertThat(node("parameters", Node.class).isVisible()).isTrue();
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
    assertThat(node("parameter-where", TextField.class).isFocused()).isTrue();
    robot.write("Brazil", 0);
    robot.clickOn("#parameter-most");
    robot.write("12", 0);
    robot.push(KeyCode.ENTER);
    until(() -> rows() == 4);
    robot.clickOn("#parameter-where");
    robot.push(KeyCode.CONTROL, KeyCode.A);
    robot.push(KeyCode.DELETE);
    robot.push(KeyCode.ENTER);
    until(() -> rows() == 0);
    assertThat(text()).contains("Param(\"where\", default=\"USA\")");
    robot.interact(() -> workbench.show("Genre"));
    assertThat(node("parameters", Node.class).isVisible()).isFalse();
  }

  private int rows() {
    Answer answer = workbench.answerProperty().get();
    return answer != null && answer.result() instanceof Result.Objects all ? all.rows().size() : -1;
  }
}
