package orrery.ui.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.skin.TableColumnHeader;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import orrery.orm.db.Entry;
import orrery.orm.db.Reason;
import orrery.ui.PaneWindow;

/// The result pane as hands use it.
@ExtendWith(ApplicationExtension.class)
class GridViewTest {
  private final PaneWindow window = new PaneWindow();
  private GridViewModel model;

  @Start
  void start(Stage stage) {
    model = new GridViewModel(window.workbench(), window.workbench().beside());
    window.show(stage, new GridView(model), 900, 500);
  }

  @AfterEach
  void close() {
    window.close();
  }

  private static TableView<?> table(FxRobot robot) {
    return robot.lookup("#grid").queryAs(TableView.class);
  }

  private static List<String> seen(FxRobot robot) {
    WaitForAsyncUtils.waitForFxEvents();
    return robot.lookup(".table-cell").queryAllAs(Labeled.class).stream()
        .map(Labeled::getText)
        .toList();
  }

  private static void scroll(FxRobot robot, int row) {
    ScrollBar bar = robot.lookup("#grid-scroll").queryAs(ScrollBar.class);
    robot.interact(() -> bar.setValue(row));
  }

  private List<Entry> pages() {
    return window.workbench().database().log().entries().stream()
        .filter(entry -> entry.reason().kind() == Reason.Kind.PAGE)
        .toList();
  }

  @Test
  void aMillionRowsOpenAtOnceAndAreFetchedWhereOneLooks(FxRobot robot) throws Exception {
    window.open(robot, 1_000_000);
    window.ask(robot, "Play.objects.all()");
    PaneWindow.until(() -> table(robot).getItems().size() == 10_000);
    assertThat(seen(robot)).contains("1", "3");
    assertThat(pages()).isEmpty();
    robot.clickOn("#grid-count-all");
    PaneWindow.until(() -> model.footerProperty().get().contains("of 1,000,000 "));
    for (int row : List.of(100_000, 300_000, 500_000, 700_000)) {
      scroll(robot, row);
    }
    scroll(robot, 999_999);
    PaneWindow.until(() -> seen(robot).contains("3000000"));
    // At most the two blocks of each place that is passed, of five thousand.
    assertThat(pages().size()).isBetween(1, 12);
    assertThat(pages().getLast().interpolated())
        .endsWith("ORDER BY \"play\".\"id\" DESC LIMIT 200");
    robot.clickOn("#grid");
    robot.push(KeyCode.CONTROL, KeyCode.HOME);
    assertThat(seen(robot)).contains("1", "3");
    robot.push(KeyCode.CONTROL, KeyCode.END);
    PaneWindow.until(() -> seen(robot).contains("3000000"));
    assertThat(model.selection().row()).isEqualTo(999_999);
  }

  @Test
  void theTableIsGivenOtherRowsWhereOneScrollsToTheEndOfThoseItHas(FxRobot robot) throws Exception {
    window.open(robot, 300_000);
    window.ask(robot, "Play.objects.order_by(\"id\")");
    robot.clickOn("#grid-count-all");
    PaneWindow.until(() -> model.footerProperty().get().contains("of 300,000 "));
    assertThat(table(robot).getItems().size()).isEqualTo(Lens.MOST);
    robot.interact(() -> table(robot).scrollTo(99_000));
    PaneWindow.until(() -> seen(robot).contains("99,003"));
    robot.clickOn("99,003");
    assertThat(model.selection().row()).isEqualTo(99_002);
    robot.push(KeyCode.PAGE_DOWN);
    assertThat(model.selection().row()).isBetween(99_010, 99_030);
    scroll(robot, 200_000);
    PaneWindow.until(() -> seen(robot).containsAll(List.of("200,001", "600003")));
  }

  @Test
  void everyRowIsChosenAtOnce(FxRobot robot) throws Exception {
    window.open(robot, 1_000_000);
    window.ask(robot, "Play.objects.all()");
    robot.clickOn("#grid-count-all");
    PaneWindow.until(() -> model.footerProperty().get().contains("of 1,000,000 "));
    robot.clickOn("3");
    robot.push(KeyCode.CONTROL, KeyCode.A);
    assertThat(model.selection().words()).isEqualTo("1,000,000 rows × 2 columns");
    robot.push(KeyCode.ESCAPE);
    assertThat(model.selection().words()).isEmpty();
  }

  @Test
  void cellsAreChosenAndCopied(FxRobot robot) throws Exception {
    window.open(robot, 10);
    window.ask(robot, "Artist.objects.order_by(\"id\")");
    robot.clickOn("AC/DC");
    robot.push(KeyCode.SHIFT, KeyCode.DOWN);
    robot.push(KeyCode.CONTROL, KeyCode.C);
    String[] copied = new String[1];
    robot.interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
    assertThat(copied[0]).isEqualTo("AC/DC\nAccept");
  }

  @Test
  void aClickOnAHeadSortsInTheDatabase(FxRobot robot) throws Exception {
    window.open(robot, 10);
    window.ask(robot, "Artist.objects.all()");
    for (String expected :
        List.of(
            "Artist.objects.order_by(\"name\")",
            "Artist.objects.order_by(\"-name\")",
            "Artist.objects.all()")) {
      clickHead(robot, "name");
      PaneWindow.until(() -> !window.workbench().isRunning().get());
      assertThat(window.workbench().textProperty().get()).isEqualTo(expected);
    }
  }

  @Test
  void aLongTextIsReadOnItsCard(FxRobot robot) throws Exception {
    window.open(robot, 10);
    window.ask(robot, "Album.objects.only(\"notes\").order_by(\"id\")");
    robot.clickOn("first ↵ press");
    robot.push(KeyCode.F2);
    assertThat(robot.lookup("#detail-text").queryAs(TextArea.class).getText())
        .isEqualTo("first\npress");
    robot.push(KeyCode.ESCAPE);
    assertThat(robot.lookup("#detail-text").tryQuery()).isEmpty();
  }

  @Test
  void objectsThatWereFetchedAlongAreListed(FxRobot robot) throws Exception {
    window.open(robot, 10);
    window.ask(robot, "Artist.objects.prefetch_related(\"album_set\").order_by(\"id\")");
    robot.doubleClickOn("2 items");
    TableView<?> objects = robot.lookup("#detail-objects").queryAs(TableView.class);
    assertThat(objects.getItems().size()).isEqualTo(2);
  }

  @Test
  void anErrorStandsAboveTheLastGoodResult(FxRobot robot) throws Exception {
    window.open(robot, 10);
    window.ask(robot, "Artist.objects.order_by(\"id\")");
    window.ask(robot, "Artist.objects.order_by(\"nmae\")");
    assertThat(robot.lookup(".error-sentence").queryLabeled().getText()).contains("nmae");
    assertThat(seen(robot)).contains("Björk");
    robot.clickOn("Use name and run");
    PaneWindow.until(
        () -> window.workbench().textProperty().get().equals("Artist.objects.order_by(\"name\")"));
  }

  @Test
  void whereNothingMatchesTheLastConditionIsTakenBack(FxRobot robot) throws Exception {
    window.open(robot, 10);
    window.ask(robot, "Artist.objects.filter(name=\"nobody\")");
    robot.clickOn("#grid-drop");
    PaneWindow.until(() -> !window.workbench().isRunning().get());
    assertThat(seen(robot)).contains("Björk");
  }

  @Test
  void aCountIsShownLarge(FxRobot robot) throws Exception {
    window.open(robot, 10);
    window.ask(robot, "Artist.objects.count()");
    assertThat(robot.lookup(".value-big").queryLabeled().getText()).isEqualTo("3");
  }

  // The headless platform calls every press one that opens a menu, and a table's head then sorts
  // nothing; so the release comes without the robot.
  private static void clickHead(FxRobot robot, String name) {
    Node words = robot.lookup(name).query();
    Node head = words;
    while (!(head instanceof TableColumnHeader)) {
      head = head.getParent();
    }
    Node target = head;
    robot.interact(() -> Event.fireEvent(target, released(target)));
  }

  private static MouseEvent released(Node on) {
    return new MouseEvent(
        on,
        on,
        MouseEvent.MOUSE_RELEASED,
        5,
        5,
        5,
        5,
        MouseButton.PRIMARY,
        1,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        true,
        null);
  }
}
