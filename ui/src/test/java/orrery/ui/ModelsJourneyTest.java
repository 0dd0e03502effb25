package orrery.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import orrery.ui.models.MemberRow;
import orrery.ui.models.ModelRow;

/// The panel with the models: searched, clicked, written from.
class ModelsJourneyTest extends WindowJourney {
  @Test
  void aClickOnAModelShowsItsRows(FxRobot robot) throws Exception {
    openChinook(robot);
    robot.clickOn(robot.lookup(".models-tree").lookup("Genre").<Node>query());
    until(() -> workbench.runStateProperty().get() instanceof RunState.Done);
    assertThat(workbench.textProperty().get()).isEqualTo("Genre.objects.all()");
    assertThat(workbench.answerProperty().get().more()).isFalse();
  }

  @Test
  void theSearchKeepsModelsAndFieldsThatMatch(FxRobot robot) throws Exception {
    openChinook(robot);
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F);
    robot.write("unit_p");
    assertThat(names(tree().getRoot().getChildren())).containsExactly("InvoiceLine", "Track");
    TreeItem<?> track = tree().getRoot().getChildren().get(1);
    assertThat(track.isExpanded()).isTrue();
    assertThat(names(track.getChildren())).containsExactly("unit_price");

    robot.type(KeyCode.ESCAPE);
    assertThat(tree().getRoot().getChildren()).hasSize(11);
    assertThat(tree().getRoot().getChildren()).noneMatch(TreeItem::isExpanded);
  }

  @Test
  void nothingFoundIsSaid(FxRobot robot) throws Exception {
    openChinook(robot);
    robot.clickOn("#models-search").write("qqq");
    assertThat(robot.lookup("Nothing found").tryQuery())
        .get()
        .matches(n -> n.getParent().isVisible());
    robot.clickOn(robot.lookup(".search-row .tool").queryAs(Button.class));
    assertThat(tree().getRoot().getChildren()).hasSize(11);
  }

  @Test
  void allIsDoneByKeys(FxRobot robot) throws Exception {
    openChinook(robot);
    // Letters typed in the list go to the search; Down comes back to what was found.
    robot.type(KeyCode.G, KeyCode.E, KeyCode.N, KeyCode.R).type(KeyCode.DOWN);
    robot.type(KeyCode.HOME, KeyCode.ENTER);
    until(() -> workbench.runStateProperty().get() instanceof RunState.Done);
    assertThat(names(tree().getRoot().getChildren())).containsExactly("Genre", "Track");
    assertThat(workbench.textProperty().get()).isEqualTo("Genre.objects.all()");
  }

  @Test
  void aFieldIsWrittenIntoTheChain(FxRobot robot) throws Exception {
    openChinook(robot);
    robot.interact(() -> {
      workbench.textProperty().set("Album.objects.filter()");
      workbench.caretProperty().set("Album.objects.filter(".length());
      TreeItem<Object> album = item("Album");
      album.setExpanded(true);
      tree().getSelectionModel().select(album.getChildren().get(1));
      tree().requestFocus();
    });
    robot.type(KeyCode.ENTER);
    assertThat(workbench.textProperty().get()).isEqualTo("Album.objects.filter(title)");
    assertThat(scene.lookup("#chain-text").isFocused()).isTrue();
  }

  @Test
  void relationsStandInBothDirections(FxRobot robot) throws Exception {
    openChinook(robot);
    assertThat(names(item("Album").getChildren()))
        .containsExactly("album_id", "title", "artist", "track_set");
    assertThat(names(item("Playlist").getChildren())).contains("tracks", "playlisttrack_set");
    assertThat(names(item("Employee").getChildren())).contains("reports_to");
  }

  private TreeItem<Object> item(String name) {
    for (TreeItem<Object> item : tree().getRoot().getChildren()) {
      if (name(item).equals(name)) {
        return item;
      }
    }
    throw new AssertionError("No model " + name);
  }

  @SuppressWarnings("unchecked")
  private TreeView<Object> tree() {
    return node("models-tree", TreeView.class);
  }

  private static List<String> names(List<? extends TreeItem<?>> items) {
    return items.stream().map(ModelsJourneyTest::name).toList();
  }

  private static String name(TreeItem<?> item) {
    return switch (item.getValue()) {
      case ModelRow row -> row.name();
      case MemberRow row -> row.name();
      default -> throw new AssertionError(item.getValue());
    };
  }
}
