package orrery.ui.grid;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import orrery.ui.kit.Buttons;
import orrery.ui.kit.Icons;

/// The bar below the rows that says how many changes are not saved yet, what is wrong with them,
/// and what can be done with them. It is seen only while there is something to say.
final class EditBar extends HBox {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  EditBar(EditingViewModel model) {
    getStyleClass().add("edit-bar");
    setId("edit-bar");
    BooleanBinding isWrong = model.troubleProperty().isNotEmpty();
    visibleProperty().bind(model.hasChanges().or(isWrong));
    managedProperty().bind(visibleProperty());
    StringBinding words = Bindings.createStringBinding(model::words, model.changesProperty());

    Label count = new Label("", Icons.of("fth-edit-3"));
    count.setId("edit-count");
    count.getStyleClass().add("edit-count");
    count.setMinWidth(USE_PREF_SIZE);
    count.textProperty().bind(words);
    count.visibleProperty().bind(model.hasChanges());
    count.managedProperty().bind(count.visibleProperty());
    Label trouble = new Label("", Icons.of("fth-alert-circle"));
    trouble.setId("edit-trouble");
    trouble.getStyleClass().add("edit-trouble");
    trouble.textProperty().bind(model.troubleProperty());
    trouble.setTextOverrun(OverrunStyle.ELLIPSIS);
    trouble.setMinWidth(0);
    trouble.visibleProperty().bind(isWrong);
    trouble.managedProperty().bind(isWrong);
    Tooltip whole = new Tooltip();
    whole.textProperty().bind(model.troubleProperty());
    whole.setWrapText(true);
    whole.setMaxWidth(480);
    trouble.setTooltip(whole);
    isWrong.subscribe(wrong -> pseudoClassStateChanged(WRONG, wrong));

    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Button undo =
        Buttons.icon("fth-corner-up-left", "Take back the last change  Ctrl+Z", model::undo);
    undo.setId("edit-undo");
    undo.disableProperty().bind(model.canUndo().not());
    Button redo = Buttons.icon("fth-corner-up-right", "Make it again  Ctrl+Shift+Z", model::redo);
    redo.setId("edit-redo");
    redo.disableProperty().bind(model.canRedo().not());
    Button preview = button("edit-preview", "Preview SQL", model::preview);
    Button discard = button("edit-discard", "Discard", model::discard);
    Button save = button("edit-save", "Save", model::save);
    save.getStyleClass().add("accent");
    save.setTooltip(new Tooltip("Save all in one transaction  Ctrl+S"));
    save.textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> model.savingProperty().get() ? "Saving…" : "Save " + model.words(),
                model.changesProperty(),
                model.savingProperty()));
    for (Button each : new Button[] {undo, redo, preview, discard, save}) {
      each.setMinWidth(USE_PREF_SIZE);
      each.visibleProperty().bind(model.hasChanges());
      each.managedProperty().bind(each.visibleProperty());
    }
    for (Button each : new Button[] {preview, discard, save}) {
      each.disableProperty().bind(model.savingProperty());
    }
    getChildren().addAll(count, trouble, space, undo, redo, preview, discard, save);
  }

  private static Button button(String id, String words, Runnable action) {
    Button button = new Button(words);
    button.setId(id);
    button.getStyleClass().add("small");
    button.setOnAction(_ -> action.run());
    return button;
  }
}
