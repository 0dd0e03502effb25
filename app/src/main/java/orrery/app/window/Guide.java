package orrery.app.window;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
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

  /// Changes rows as somebody else would, beside the window.
  void changeBeside(String chain) {
    database().runner().run(Parser.parse(chain).chain());
  }

  private OpenDatabase database() {
    return Objects.requireNonNull(workbench.database());
  }

  /// Types where the keyboard is.
  void type(String text) {
    for (char c : text.toCharArray()) {
      Node owner = scene().getFocusOwner();
      Event.fireEvent(
          owner == null ? scene().getRoot() : owner,
          new KeyEvent(
              KeyEvent.KEY_TYPED,
              String.valueOf(c),
              "",
              KeyCode.UNDEFINED,
              false,
              false,
              false,
              false));
    }
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

  /// Writes into a field.
  void fill(String id, String text) {
    ((TextField) node(id)).setText(text);
  }

  /// Presses a key where the keyboard is.
  void press(KeyCode code, boolean shortcut) {
    Node owner = scene().getFocusOwner();
    Event.fireEvent(
        owner == null ? scene().getRoot() : owner,
        new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, shortcut, false, false));
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

  /// Returns the node with an id.
  Node node(String id) {
    scene().getRoot().applyCss();
    return Objects.requireNonNull(scene().lookup("#" + id), id);
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
