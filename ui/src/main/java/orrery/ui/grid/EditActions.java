package orrery.ui.grid;

import atlantafx.base.theme.Styles;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import orrery.ui.kit.Buttons;
import orrery.ui.kit.Icons;

/// What can be done with rows, above them: the lock, and while it is open adding, repeating and
/// removing; or why the rows cannot be changed.
final class EditActions extends HBox {

  EditActions(EditingViewModel model) {
    getStyleClass().add("edit-actions");
    ToggleButton lock = new ToggleButton();
    lock.setId("grid-lock");
    lock.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, "tool", "lock");
    Tooltip tip = new Tooltip();
    lock.setTooltip(tip);
    model
        .unlockedProperty()
        .subscribe(open -> {
          lock.setSelected(open);
          lock.setGraphic(Icons.of(open ? "fth-unlock" : "fth-lock"));
          String words = open ? "Lock the rows" : "Unlock the rows to change them";
          tip.setText(words + "  Ctrl+U");
          lock.setAccessibleText(words);
        });
    lock.setOnAction(_ -> {
      lock.setSelected(model.unlockedProperty().get());
      model.toggle();
    });

    Label reason = new Label("", Icons.of("fth-info"));
    reason.setId("grid-reason");
    reason.getStyleClass().add("edit-reason");
    reason.textProperty().bind(model.reasonProperty());
    reason.setTextOverrun(OverrunStyle.ELLIPSIS);
    reason.setMaxWidth(420);
    Tooltip whole = new Tooltip();
    whole.textProperty().bind(model.reasonProperty());
    whole.setWrapText(true);
    whole.setMaxWidth(420);
    reason.setTooltip(whole);
    BooleanBinding isSaid = model.unlockedProperty().and(model.reasonProperty().isNotEmpty());
    reason.visibleProperty().bind(isSaid);
    reason.managedProperty().bind(isSaid);

    Button add = Buttons.icon("fth-plus", "Add a row  Ctrl+Insert", model::addRow);
    add.setId("grid-add");
    Button repeat = Buttons.icon("fth-copy", "Duplicate the rows  Ctrl+D", model::duplicateRows);
    repeat.setId("grid-duplicate");
    Button remove = Buttons.icon("fth-minus", "Remove the rows  Ctrl+Delete", model::removeRows);
    remove.setId("grid-remove");
    for (Button each : new Button[] {add, repeat, remove}) {
      each.visibleProperty().bind(model.unlockedProperty());
      each.managedProperty().bind(each.visibleProperty());
      each.disableProperty().bind(model.canEdit().not());
    }
    getChildren().addAll(reason, add, repeat, remove, lock);
  }
}
