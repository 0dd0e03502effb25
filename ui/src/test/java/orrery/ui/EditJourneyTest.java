package orrery.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import orrery.orm.Chinook;
import orrery.orm.db.Entry;
import orrery.orm.db.Reason;
import orrery.orm.load.Instance;

/// Rows changed in the grid, by mouse and keys alone.
class EditJourneyTest extends WindowJourney {

  private static final String ALBUMS = "Album.objects.order_by(\"album_id\")[:12]";

  private void openWritable(FxRobot robot) throws Exception {
    String path = Chinook.copyTo(folder).toString();
    robot.interact(() -> workbench.open(path, true));
    until(() -> workbench.isOpen().get());
  }

  private void ask(FxRobot robot, String chain) throws Exception {
    robot.interact(() -> workbench.ask(chain));
    answered(chain);
  }

  private void answered(String chain) throws Exception {
    until(() -> {
      Answer answer = workbench.answerProperty().get();
      return answer != null && answer.text().equals(chain) && !workbench.isRunning().get();
    });
  }

  private String text(String id) {
    return node(id, Labeled.class).getText();
  }

  private Instance album(long id) {
    return Objects.requireNonNull(workbench.database()).orm().objects("Album").get("album_id", id);
  }

  private int rows() {
    return node("grid", TableView.class).getItems().size();
  }

  private List<String> seen(FxRobot robot) {
    return robot.lookup(".table-cell").queryAllAs(Labeled.class).stream()
        .map(Labeled::getText)
        .toList();
  }

  private boolean isShown(String id) {
    return scene.lookup("#" + id) != null;
  }

  @Test
  void fiveCellsAndANewRowArePreviewedAndSavedAtOnce(FxRobot robot) throws Exception {
    openChinook(robot);
    ask(robot, ALBUMS);
    // The database was opened only to be read, so it is opened again.
    robot.clickOn("#grid-lock");
    until(() -> isShown("reopen"));
    robot.push(KeyCode.ENTER);
    until(() ->
        workbench.openedProperty().get() != null && !workbench.openedProperty().get().readOnly());
    answered(ALBUMS);
    until(() -> isShown("grid-add") && !node("grid-add", Labeled.class).isDisabled());

    // Five cells: typed over, one below the other, and with the picker.
    robot.clickOn("Balls to the Wall");
    robot.write("Balls", 0);
    robot.push(KeyCode.ENTER);
    robot.write("Restless", 0);
    robot.push(KeyCode.ENTER);
    robot.push(KeyCode.F2);
    robot.push(KeyCode.END);
    robot.write("!", 0);
    robot.push(KeyCode.TAB);
    robot.write("Queen", 0);
    robot.push(KeyCode.ENTER);
    until(() -> text("edit-count").equals("4 changes"));
    robot.push(KeyCode.LEFT);
    robot.write("Big Ones, all of them", 0);
    robot.push(KeyCode.ENTER);
    until(() -> text("edit-count").equals("5 changes"));
    assertThat(seen(robot)).contains("~ 2", "~ 3", "~ 4", "~ 5");

    // A new row with the picker of its foreign key.
    robot.push(KeyCode.CONTROL, KeyCode.INSERT);
    until(() -> rows() == 13);
    robot.write("Greatest", 0);
    robot.push(KeyCode.TAB);
    robot.write("accept", 0);
    robot.push(KeyCode.ENTER);
    until(() -> text("edit-count").equals("6 changes") && seen(robot).contains("Accept"));
    assertThat(seen(robot)).contains("+");

    // One is taken back.
    robot.push(KeyCode.CONTROL, KeyCode.Z);
    assertThat(seen(robot)).contains("required");
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
    assertThat(seen(robot)).doesNotContain("required");

    long before = Objects.requireNonNull(workbench.database()).log().count();
    robot.clickOn("#edit-preview");
    until(() -> isShown("save-sql"));
    assertThat(text("save-sql")).isEqualTo("Save 6 changes");
    robot.clickOn("#close-sql");
    assertThat(album(2).get("title")).isEqualTo("Balls to the Wall");

    robot.push(KeyCode.CONTROL, KeyCode.S);
    until(() -> !node("edit-bar", Node.class).isVisible());
    assertThat(album(2).get("title")).isEqualTo("Balls");
    assertThat(album(3).get("title")).isEqualTo("Restless");
    assertThat(album(4).get("title")).isEqualTo("Let There Be Rock!");
    assertThat(album(4).get("artist_id")).isEqualTo(51L);
    assertThat(album(5).get("title")).isEqualTo("Big Ones, all of them");
    assertThat(album(348).get("title")).isEqualTo("Greatest");
    assertThat(album(348).get("artist_id")).isEqualTo(2L);
    List<Entry> sent =
        workbench.database().log().entries().stream().filter(e -> e.id() > before).toList();
    assertThat(sent)
        .filteredOn(e -> e.reason().kind() == Reason.Kind.TRANSACTION)
        .extracting(e -> e.sql().text())
        .containsExactly("BEGIN", "COMMIT");
    assertThat(sent).filteredOn(e -> e.sql().text().startsWith("UPDATE")).hasSize(4);
  }

  @Test
  void nullAndEmptyAreToldApartAndWrongTextIsNotTaken(FxRobot robot) throws Exception {
    openWritable(robot);
    ask(
        robot,
        "Track.objects.only(\"name\", \"composer\", \"milliseconds\").order_by(\"track_id\")[:5]");
    robot.push(KeyCode.CONTROL, KeyCode.U);
    robot.clickOn("Fast As a Shark");
    robot.push(KeyCode.RIGHT);
    robot.push(KeyCode.DELETE);
    assertThat(seen(robot)).contains("''");
    robot.push(KeyCode.CONTROL, KeyCode.BACK_SPACE);
    assertThat(seen(robot)).doesNotContain("''");
    robot.push(KeyCode.RIGHT);
    robot.push(KeyCode.CONTROL, KeyCode.BACK_SPACE);
    assertThat(text("edit-trouble")).isEqualTo("milliseconds cannot be null.");
    robot.write("1x", 0);
    robot.push(KeyCode.ENTER);
    assertThat(text("cell-wrong")).startsWith("“1x” is not a whole number.");
    assertThat(node("cell-editor", TextField.class).isVisible()).isTrue();
    robot.push(KeyCode.BACK_SPACE);
    robot.push(KeyCode.ENTER);
    assertThat(text("edit-count")).isEqualTo("2 changes");
    robot.push(KeyCode.CONTROL, KeyCode.S);
    until(() -> !node("edit-bar", Node.class).isVisible());
    Instance track = workbench.database().orm().objects("Track").get("name", "Fast As a Shark");
    assertThat(track.get("composer")).isNull();
    assertThat(track.get("milliseconds")).isEqualTo(1L);
  }

  @Test
  void whatWouldLoseChangesIsHeldUntilTheUserDecides(FxRobot robot) throws Exception {
    openWritable(robot);
    ask(robot, ALBUMS);
    robot.push(KeyCode.CONTROL, KeyCode.U);
    robot.clickOn("Balls to the Wall");
    robot.write("Balls", 0);
    robot.push(KeyCode.ENTER);
    robot.interact(() -> workbench.ask("Genre.objects.all()"));
    assertThat(workbench.textProperty().get()).isEqualTo(ALBUMS);
    until(() -> isShown("keep-editing"));
    robot.push(KeyCode.ESCAPE);
    assertThat(text("edit-count")).isEqualTo("1 change");
    robot.interact(() -> workbench.ask("Genre.objects.all()"));
    robot.clickOn("#save-and-go");
    answered("Genre.objects.all()");
    assertThat(album(2).get("title")).isEqualTo("Balls");
    ask(robot, ALBUMS);
    robot.clickOn("Balls");
    robot.write("Lost", 0);
    robot.push(KeyCode.ENTER);
    robot.interact(() -> window.commands().get("file.close").run());
    robot.clickOn("#discard-and-go");
    until(() -> !workbench.isOpen().get());
  }

  @Test
  void removingARowShowsFirstWhatGoesWithItOrForbidsIt(FxRobot robot) throws Exception {
    openWritable(robot);
    ask(robot, ALBUMS);
    robot.push(KeyCode.CONTROL, KeyCode.U);
    robot.clickOn("Balls to the Wall");
    robot.push(KeyCode.CONTROL, KeyCode.DELETE);
    until(() -> isShown("close-removal"));
    assertThat(robot.lookup(".cascade-count").queryAs(Labeled.class).getText())
        .isEqualTo("1 row of Track");
    robot.push(KeyCode.ENTER);
    ask(robot, "PlaylistTrack.objects.all()[:5]");
    until(() -> rows() == 5);
    robot.interact(() -> node("grid", Node.class).requestFocus());
    robot.push(KeyCode.CONTROL, KeyCode.HOME);
    robot.push(KeyCode.CONTROL, KeyCode.DELETE);
    until(() -> text("edit-count").equals("1 change"));
    assertThat(seen(robot)).contains("− 1");
    robot.push(KeyCode.CONTROL, KeyCode.DELETE);
    until(() -> !node("edit-bar", Node.class).isVisible());
  }

  @Test
  void whatSomebodyElseChangedIsDecidedRowByRow(FxRobot robot) throws Exception {
    openWritable(robot);
    ask(robot, ALBUMS);
    robot.push(KeyCode.CONTROL, KeyCode.U);
    robot.clickOn("Balls to the Wall");
    robot.write("Mine", 0);
    robot.push(KeyCode.ENTER);
    robot.write("Mine too", 0);
    robot.push(KeyCode.ENTER);
    workbench
        .database()
        .orm()
        .objects("Album")
        .filter("album_id__in", List.of(2L, 3L))
        .update("title", "Theirs");
    robot.push(KeyCode.CONTROL, KeyCode.S);
    until(() -> isShown("decide"));
    robot.clickOn("#ours-1");
    robot.clickOn("#decide");
    until(() -> !node("edit-bar", Node.class).isVisible());
    assertThat(album(2).get("title")).isEqualTo("Theirs");
    assertThat(album(3).get("title")).isEqualTo("Mine too");
  }

  @Test
  void rowsThatCannotBeChangedSayWhy(FxRobot robot) throws Exception {
    openWritable(robot);
    ask(robot, "Album.objects.values(\"title\")[:3]");
    robot.push(KeyCode.CONTROL, KeyCode.U);
    assertThat(text("grid-reason")).startsWith("These are values, not objects");
    assertThat(node("grid-add", Labeled.class).isDisabled()).isTrue();
  }
}
