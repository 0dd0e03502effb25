package orrery.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.css.PseudoClass;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeView;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import orrery.ui.theme.Appearance;

/// Everything by keys: the palette, the sheet of shortcuts, the panes, the look.
class KeyboardJourneyTest extends WindowJourney {
  private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");

  @Test
  void thePaletteFindsAModelAndShowsItsRows(FxRobot robot) throws Exception {
    openChinook(robot);
    robot.push(KeyCode.CONTROL, KeyCode.K);
    assertThat(node("palette-field", TextField.class).isFocused()).isTrue();
    robot.write("invl").type(KeyCode.ENTER);
    until(() -> workbench.runStateProperty().get() instanceof RunState.Done);
    assertThat(workbench.textProperty().get()).isEqualTo("InvoiceLine.objects.all()");
    assertThat(workbench.answerProperty().get().more()).isTrue();
    assertThat(workbench.lastCostProperty().get().queries()).isEqualTo(1);
    assertThat(scene.lookup("#palette-field")).isNull();
  }

  @Test
  void thePaletteFindsACommandByItsWordsAndByOthers(FxRobot robot) {
    robot.push(KeyCode.CONTROL, KeyCode.K);
    robot.write("night").type(KeyCode.ENTER);
    assertThat(preferences.appearanceProperty().get()).isEqualTo(Appearance.DARK);
    robot.push(KeyCode.CONTROL, KeyCode.K);
    robot.write("theme light").type(KeyCode.ENTER);
    assertThat(preferences.appearanceProperty().get()).isEqualTo(Appearance.LIGHT);
  }

  @Test
  void thePaletteGoesUpAndDownAndAway(FxRobot robot) throws Exception {
    openChinook(robot);
    node("models-tree", TreeView.class);
    robot.push(KeyCode.CONTROL, KeyCode.K);
    ListView<?> list = node("palette-list", ListView.class);
    robot.type(KeyCode.DOWN, KeyCode.DOWN, KeyCode.UP);
    assertThat(list.getSelectionModel().getSelectedIndex()).isEqualTo(1);
    robot.type(KeyCode.UP, KeyCode.UP);
    assertThat(list.getSelectionModel().getSelectedIndex()).isEqualTo(list.getItems().size() - 1);
    robot.write("zzzz");
    assertThat(list.isVisible()).isFalse();
    robot.type(KeyCode.ENTER, KeyCode.ESCAPE);
    assertThat(scene.lookup("#palette-field")).isNull();
    assertThat(node("models-tree", TreeView.class).isFocused()).isTrue();
  }

  @Test
  void theSheetOfShortcutsComesAndGoes(FxRobot robot) {
    robot.push(KeyCode.CONTROL, KeyCode.SLASH);
    assertThat(robot.lookup(".shortcut-line").queryAll()).hasSizeGreaterThan(12);
    assertThat(robot.lookup("Keyboard Shortcuts").tryQuery()).isPresent();
    robot.type(KeyCode.ESCAPE);
    assertThat(robot.lookup(".shortcut-line").queryAll()).isEmpty();
  }

  @Test
  void theLookChangesAtOnceAndIsRemembered(FxRobot robot) {
    robot.interact(() -> preferences.appearanceProperty().set(Appearance.LIGHT));
    assertThat(brightness(robot)).isGreaterThan(0.8);
    assertThat(scene.getRoot().getPseudoClassStates()).doesNotContain(DARK);
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
    assertThat(brightness(robot)).isLessThan(0.2);
    assertThat(scene.getRoot().getPseudoClassStates()).contains(DARK);
    assertThat(preferences.appearanceProperty().get()).isEqualTo(Appearance.DARK);
  }

  @Test
  void panesAreTurnedOffAndOnByKeys(FxRobot robot) throws Exception {
    openChinook(robot);
    robot.push(KeyCode.CONTROL, KeyCode.B);
    assertThat(scene.lookup("#models-tree")).isNull();
    robot.push(KeyCode.CONTROL, KeyCode.B);
    assertThat(scene.lookup("#models-tree")).isNotNull();
    robot.push(KeyCode.CONTROL, KeyCode.J);
    assertThat(scene.lookup("#log-list")).isNull();
    assertThat(preferences.dockShownProperty().get()).isFalse();
  }

  @Test
  void theKeyboardGoesFromPaneToPane(FxRobot robot) throws Exception {
    openChinook(robot);
    assertThat(node("models-tree", TreeView.class).isFocused()).isTrue();
    robot.type(KeyCode.F6);
    assertThat(scene.lookup("#from-model").isFocused()).isTrue();
    robot.type(KeyCode.F6);
    assertThat(scene.lookup("#chain-text").isFocused()).isTrue();
    robot.push(KeyCode.SHIFT, KeyCode.F6);
    robot.push(KeyCode.SHIFT, KeyCode.F6);
    assertThat(node("models-tree", TreeView.class).isFocused()).isTrue();
    robot.push(KeyCode.CONTROL, KeyCode.L);
    assertThat(scene.lookup("#chain-text").isFocused()).isTrue();
  }

  private double brightness(FxRobot robot) {
    WritableImage[] image = new WritableImage[1];
    robot.interact(() -> image[0] = scene.snapshot(null));
    Color corner = image[0].getPixelReader().getColor(30, (int) image[0].getHeight() / 2);
    return corner.getBrightness();
  }
}
