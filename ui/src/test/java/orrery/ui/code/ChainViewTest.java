package orrery.ui.code;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
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
import orrery.ui.PaneWindow;
import orrery.ui.RunState;

/// The editor as hands use it.
@ExtendWith(ApplicationExtension.class)
class ChainViewTest {
  private final PaneWindow window = new PaneWindow();
  private ChainViewModel model;

  @Start
  void start(Stage stage) {
    model = new ChainViewModel(window.workbench());
    SqlView sql =
        new SqlView(
            new SqlViewModel(window.workbench()),
            new PlanViewModel(window.workbench(), Runnable::run));
    window.show(stage, new SplitPane(new ChainView(model), sql), 1000, 400);
  }

  @BeforeEach
  void open(FxRobot robot) throws Exception {
    window.open(robot, 10);
    robot.clickOn("#chain-text");
  }

  @AfterEach
  void close() {
    window.close();
  }

  private String text() {
    return window.workbench().textProperty().get();
  }

  private boolean isListOpen() {
    return model.completion().openProperty().get();
  }

  @Test
  void aChainIsTypedWithTheListAndRun(FxRobot robot) throws Exception {
    robot.write("alb");
    assertThat(isListOpen()).isTrue();
    robot.push(KeyCode.ENTER);
    robot.write(".obj");
    robot.push(KeyCode.TAB);
    robot.write(".fil");
    robot.push(KeyCode.ENTER);
    assertThat(isListOpen()).isTrue();
    robot.write("tit");
    robot.push(KeyCode.ENTER);
    robot.write("=\"Let There Be Rock\")");
    assertThat(text()).isEqualTo("Album.objects.filter(title=\"Let There Be Rock\")");
    robot.push(KeyCode.CONTROL, KeyCode.ENTER);
    PaneWindow.until(() -> window.workbench().runStateProperty().get() instanceof RunState.Done);
  }

  @Test
  void theChosenChoiceIsWritten(FxRobot robot) {
    robot.write("Album.objects.order_by(\"");
    robot.push(KeyCode.DOWN);
    robot.push(KeyCode.ENTER);
    assertThat(text()).isEqualTo("Album.objects.order_by(\"title\")");
    assertThat(isListOpen()).isFalse();
  }

  @Test
  void escapePutsTheListAwayAndEnterIsALineBreakAgain(FxRobot robot) {
    robot.write("Al");
    robot.push(KeyCode.ESCAPE);
    assertThat(isListOpen()).isFalse();
    robot.push(KeyCode.ENTER);
    assertThat(text()).isEqualTo("Al\n");
    robot.push(KeyCode.CONTROL, KeyCode.Z);
    assertThat(text()).doesNotContain("\n");
  }

  @Test
  void theListOpensWhenAskedFor(FxRobot robot) {
    robot.push(KeyCode.CONTROL, KeyCode.SPACE);
    assertThat(isListOpen()).isTrue();
    robot.push(KeyCode.BACK_SPACE);
    robot.push(KeyCode.ESCAPE);
    assertThat(text()).isEmpty();
  }

  @Test
  void bracketsAndQuotesComeInPairsAndGoInPairs(FxRobot robot) {
    robot.write("Album.objects.filter(");
    assertThat(text()).isEqualTo("Album.objects.filter()");
    robot.push(KeyCode.ESCAPE);
    robot.push(KeyCode.BACK_SPACE);
    assertThat(text()).isEqualTo("Album.objects.filter");
  }

  @Test
  void aWrongNameIsMendedByItsButton(FxRobot robot) {
    robot.interact(
        () -> window.workbench().textProperty().set("Album.objects.filter(artist__nmae=\"x\")"));
    Label words = robot.lookup("#chain-message").queryAs(Label.class);
    assertThat(words.getText()).startsWith("FieldError: ");
    Button fix = robot.lookup("#chain-fix").queryButton();
    assertThat(fix.getText()).isEqualTo("Did you mean name?");
    robot.clickOn(fix);
    assertThat(text()).isEqualTo("Album.objects.filter(artist__name=\"x\")");
    assertThat(robot.lookup("#chain-message").tryQuery()).isEmpty();
  }

  @Test
  void aWrongNameIsMendedByKeys(FxRobot robot) {
    robot.interact(() -> window.workbench().textProperty().set("Albun.objects.all()"));
    robot.push(KeyCode.ALT, KeyCode.ENTER);
    assertThat(text()).isEqualTo("Album.objects.all()");
  }

  @Test
  void whatIsWrittenFromElsewhereIsShownAndTheCaretFollows(FxRobot robot) {
    robot.interact(() -> window.workbench().ask("Album.objects.all()"));
    robot.write("[:3]");
    assertThat(text()).isEqualTo("Album.objects.all()[:3]");
    robot.interact(() -> window.workbench().insert(".count()"));
    assertThat(text()).isEqualTo("Album.objects.all()[:3].count()");
  }

  @Test
  void theSqlIsCopied(FxRobot robot) {
    robot.interact(() -> window.workbench().textProperty().set("Album.objects.count()"));
    robot.clickOn("#sql-copy");
    String[] copied = new String[1];
    robot.interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
    assertThat(copied[0]).isEqualTo("SELECT COUNT(*) AS \"__count\"\nFROM \"album\";");
  }
}
