package orrery.app.window;

import java.util.Objects;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
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
