package orrery.ui.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.control.Labeled;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import orrery.ui.PaneWindow;
import orrery.ui.kit.NextFrame;

/// The query log as hands use it.
@ExtendWith(ApplicationExtension.class)
class LogViewTest {
  private final PaneWindow window = new PaneWindow();
  private LogViewModel model;

  @Start
  void start(Stage stage) {
    model = new LogViewModel(window.workbench(), new NextFrame());
    window.show(stage, new LogView(model), 1000, 420);
  }

  @BeforeEach
  void open(FxRobot robot) throws Exception {
    window.open(robot, 10);
    window.ask(robot, "Artist.objects.prefetch_related(\"album_set\").filter(id__lt=3)");
    PaneWindow.until(() -> titles(robot).size() == 2);
  }

  @AfterEach
  void close() {
    window.close();
  }

  private static List<String> texts(FxRobot robot, String style) {
    WaitForAsyncUtils.waitForFxEvents();
    return robot.lookup(style).queryAllAs(Labeled.class).stream().map(Labeled::getText).toList();
  }

  private static List<String> titles(FxRobot robot) {
    return texts(robot, ".log-title");
  }

  @Test
  void whatOneDidIsOneGroupWithItsStatements(FxRobot robot) {
    assertThat(titles(robot).getLast())
        .isEqualTo("Artist.objects.prefetch_related(\"album_set\").filter(id__lt=3)");
    assertThat(texts(robot, ".log-summary").getLast())
        .startsWith("2 queries in ")
        .endsWith("0 similar · 0 duplicates");
    assertThat(texts(robot, ".reason")).contains("schema", "asked", "prefetch of album_set");
    assertThat(texts(robot, ".log-rows")).contains("2", "4");
  }

  @Test
  void onlyWhatIsWantedIsShown(FxRobot robot) {
    robot.clickOn("#log-mine");
    assertThat(texts(robot, ".reason")).containsExactly("asked", "prefetch of album_set");
    robot.clickOn("#log-schema");
    assertThat(texts(robot, ".reason")).isNotEmpty().containsOnly("schema");
  }

  @Test
  void aStatementIsReadWholeAndCopied(FxRobot robot) {
    robot.clickOn("asked");
    assertThat(texts(robot, ".log-values")).containsExactly("3");
    robot.clickOn("#log-copy-values");
    String[] copied = new String[1];
    robot.interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
    assertThat(copied[0]).startsWith("SELECT ").contains("\"artist\".\"id\" < 3");
    robot.clickOn("asked");
    robot.push(KeyCode.ESCAPE);
    assertThat(robot.lookup("#log-copy").tryQuery()).isEmpty();
  }

  @Test
  void theListIsCleared(FxRobot robot) {
    robot.interact(model::clear);
    assertThat(titles(robot)).isEmpty();
    assertThat(robot.lookup("Nothing asked of the database yet").tryQuery()).isPresent();
  }
}
