package orrery.ui.saved;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import orrery.ui.SavedQuery;
import orrery.ui.kit.Buttons;
import orrery.ui.kit.Overlay;
import orrery.ui.kit.PaneHeader;

/// The form that gives a query its name, folder and sentence.
public final class SaveCard extends VBox implements Overlay.Form {
  private final SavedViewModel model;
  private final Overlay overlay;
  private final Consumer<SavedQuery> saved;
  private final TextField name = new TextField();
  private final ComboBox<String> folder = new ComboBox<>();
  private final TextField about = new TextField();
  private final Label wrong = new Label();
  private final Button save = new Button("Save");
  private final PaneHeader header = new PaneHeader("Save query");
  private @Nullable SavedQuery changing;

  /// Makes it; it is not seen until it is opened.
  ///
  /// @param saved hears of what was saved
  public SaveCard(SavedViewModel model, Overlay overlay, Consumer<SavedQuery> saved) {
    this.model = model;
    this.overlay = overlay;
    this.saved = saved;
    getStyleClass().addAll("save-card", "overlay-card");
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    name.setId("save-name");
    folder.setId("save-folder");
    folder.setEditable(true);
    folder.setMaxWidth(Double.MAX_VALUE);
    folder.setPromptText("None");
    about.setId("save-about");
    about.setPromptText("Optional");
    wrong.getStyleClass().add("save-wrong");
    save.setId("save-done");
    save.getStyleClass().add("primary");
    save.setOnAction(_ -> save());
    Button cancel = new Button("Cancel");
    cancel.setOnAction(_ -> overlay.hide());
    HBox buttons = new HBox(wrong, cancel, save);
    buttons.getStyleClass().add("save-buttons");
    buttons.setAlignment(Pos.CENTER_RIGHT);
    VBox form =
        new VBox(
            labelled("Name", name),
            labelled("Folder, with / for one within another", folder),
            labelled("What it is for", about),
            buttons);
    form.getStyleClass().add("save-form");
    getChildren().addAll(header.actions(Buttons.icon("fth-x", "Close", overlay::hide)), form);
    name.textProperty().subscribe(_ -> sayWhat());
    folder.getEditor().textProperty().subscribe(_ -> sayWhat());
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
  }

  /// Asks how the chain that is written is to be saved.
  public void open() {
    changing = null;
    SavedQuery now = model.currentProperty().get();
    show(
        "Save query",
        model.proposed(),
        now == null ? "" : now.folder(),
        now == null ? "" : now.about());
  }

  /// Asks for another name, folder or sentence of a query.
  public void open(SavedQuery query) {
    changing = query;
    show("Rename or move", query.name(), query.folder(), query.about());
  }

  private void show(String title, String named, String in, String words) {
    header.title(title);
    folder.getItems().setAll(model.queries().folders());
    name.setText(named);
    folder.getEditor().setText(in);
    about.setText(words);
    wrong.setText("");
    sayWhat();
    overlay.show(this, Pos.TOP_CENTER, name);
    name.selectAll();
  }

  private static VBox labelled(String words, Node field) {
    Label label = new Label(words);
    label.getStyleClass().add("save-label");
    label.setLabelFor(field);
    VBox box = new VBox(label, field);
    box.getStyleClass().add("save-field");
    return box;
  }

  private void pressed(KeyEvent key) {
    if (key.getCode() == KeyCode.ENTER && !folder.isShowing()) {
      key.consume();
      save();
    }
  }

  @Override
  public void moveFocus(int by) {
    List<Node> ring = List.of(name, folder, about, save);
    int now = 0;
    for (int i = 0; i < ring.size(); i++) {
      if (ring.get(i).isFocused() || ring.get(i).isFocusWithin()) {
        now = i;
      }
    }
    ring.get(Math.floorMod(now + by, ring.size())).requestFocus();
  }

  private void sayWhat() {
    SavedQuery old = changing;
    String in = folder.getEditor().getText();
    boolean isSelf =
        old != null && old.name().equals(name.getText().strip()) && old.folder().equals(in);
    boolean isTaken = !isSelf && model.isTaken(name.getText(), in);
    save.setText(isTaken ? "Replace" : old == null ? "Save" : "Change");
    wrong.setText(isTaken ? "There is one of this name." : "");
  }

  private void save() {
    SavedQuery old = changing;
    String in = folder.getEditor().getText();
    Optional<String> said =
        old == null
            ? model.save(name.getText(), in, about.getText())
            : model.change(old, name.getText(), in, about.getText());
    if (said.isPresent()) {
      wrong.setText(said.get());
      return;
    }
    overlay.hide();
    SavedQuery now = model.currentProperty().get();
    if (now != null && old == null) {
      saved.accept(now);
    }
  }
}
