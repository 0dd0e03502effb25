package orrery.app.window;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import orrery.orm.OpenDatabase;
import orrery.orm.chain.Parser;
import orrery.ui.MainWindow;
import orrery.ui.Workbench;

/// The hands of whoever shows the window around. Belongs to the window's thread.
final class Guide {
  private final Stage stage;
  private final MainWindow main;
  private final Workbench workbench;

  Guide(Stage stage, MainWindow main, Workbench workbench) {
    this.stage = stage;
    this.main = main;
    this.workbench = workbench;
  }

  /// Says whether nothing waits for the next key to stay away.
  boolean isAtRest() {
    return main.isAtRest();
  }

  /// Opens a database.
  void open(String location) {
    workbench.open(location, false);
  }

  /// Opens a copy of the file that is open, which may be changed, and goes with the program.
  void openCopy() {
    Path file = Path.of(database().database().settings().location());
    try {
      Path copy = Files.createTempFile("tour-", ".sqlite");
      copy.toFile().deleteOnExit();
      Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
      workbench.open(copy.toString(), true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Drops a CSV file on the window.
  void dropCsv(String name, String text) {
    try {
      Path folder = Files.createTempDirectory("tour-");
      Path file = Files.writeString(folder.resolve(name), text);
      file.toFile().deleteOnExit();
      main.take(file.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Changes rows as somebody else would, beside the window.
  void changeBeside(String chain) {
    database().runner().run(Parser.parse(chain).chain());
  }

  private OpenDatabase database() {
    return Objects.requireNonNull(workbench.database());
  }

  /// Closes what is open.
  void close() {
    workbench.close();
  }

  /// Writes a chain and runs it.
  void ask(String chain) {
    workbench.ask(chain);
  }

  /// Writes a chain and puts the caret behind it.
  void write(String chain) {
    workbench.textProperty().set(chain);
    workbench.caretProperty().set(chain.length());
  }

  /// Runs a command.
  void command(String id) {
    main.commands().get(id).run();
  }

  /// Presses a button.
  void click(String id) {
    ((ButtonBase) node(id)).fire();
  }

  /// Chooses a value from a list that drops down.
  void choose(String id, String value) {
    ComboBoxBase<String> box = texts(id);
    box.setValue(value);
  }

  @SuppressWarnings("unchecked")
  private ComboBoxBase<String> texts(String id) {
    return (ComboBoxBase<String>) node(id);
  }

  /// Chooses from a list that drops down by the place in it.
  void choose(String id, int index) {
    ((ComboBox<?>) node(id)).getSelectionModel().select(index);
  }

  /// Drops a menu down.
  void show(String id) {
    ((MenuButton) node(id)).show();
  }

  /// Chooses the item of a menu whose words start so.
  void item(String id, String words) {
    MenuButton menu = (MenuButton) node(id);
    menu.show();
    menu.getItems().stream()
        .filter(item -> item.getText() != null && item.getText().startsWith(words))
        .findFirst()
        .orElseThrow()
        .fire();
    menu.hide();
  }

  /// Types a text where the keyboard is.
  void type(String text) {
    for (int i = 0; i < text.length(); i++) {
      String typed = text.substring(i, i + 1);
      Event.fireEvent(
          owner(),
          new KeyEvent(
              KeyEvent.KEY_TYPED, typed, "", KeyCode.UNDEFINED, false, false, false, false));
    }
  }

  /// Writes into a field.
  void fill(String id, String text) {
    ((TextField) node(id)).setText(text);
  }

  /// Presses a key where the keyboard is.
  void press(KeyCode code, boolean shortcut) {
    Event.fireEvent(
        owner(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, shortcut, false, false));
  }

  /// Presses a button, if it is there.
  void choose(String id) {
    if (scene().lookup("#" + id) instanceof Button button) {
      button.fire();
    }
  }

  /// Gives the keyboard to a node.
  void focus(String id) {
    node(id).requestFocus();
  }

  /// Returns the node with an id, in the window or in what has popped up over it.
  Node node(String id) {
    scene().getRoot().applyCss();
    return popups()
        .map(popup -> popup.getScene().lookup("#" + id))
        .filter(Objects::nonNull)
        .findFirst()
        .orElseGet(() -> Objects.requireNonNull(scene().lookup("#" + id), id));
  }

  /// Returns what has the keyboard: a field that has popped up, else something in the window.
  private Node owner() {
    Node own = scene().getFocusOwner();
    return popups()
        .map(popup -> popup.getScene().getFocusOwner())
        .filter(TextInputControl.class::isInstance)
        .findFirst()
        .orElse(own == null ? scene().getRoot() : own);
  }

  private static Stream<PopupWindow> popups() {
    return List.copyOf(Window.getWindows()).stream()
        .filter(PopupWindow.class::isInstance)
        .map(PopupWindow.class::cast)
        .filter(Window::isShowing);
  }

  /// Sets the size of what is inside of the window.
  void resize(double width, double height) {
    stage.setWidth(width);
    stage.setHeight(height);
    ((Region) scene().getRoot()).setPrefSize(width, height);
  }

  /// Returns the window.
  Stage stage() {
    return stage;
  }

  private Scene scene() {
    return stage.getScene();
  }
}
