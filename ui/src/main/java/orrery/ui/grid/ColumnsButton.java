package orrery.ui.grid;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import orrery.ui.kit.Icons;

/// The button above the grid that chooses columns: which are shown, and which relations are counted
/// in columns of their own.
final class ColumnsButton extends MenuButton {
  private final GridViewModel model;

  ColumnsButton(GridViewModel model) {
    super("Columns");
    this.model = model;
    setId("grid-columns");
    setGraphic(Icons.of("fth-columns"));
    getStyleClass().addAll(Styles.FLAT, Styles.SMALL, "tool");
    setTooltip(new Tooltip("Hide and show columns, count related objects"));
    setAccessibleText("Columns");
    setFocusTraversable(false);
    getItems().add(new MenuItem(""));
    setOnShowing(_ -> fill());
    model.shownProperty().subscribe(shown -> setDisable(!(shown instanceof Shown.Table)));
  }

  private void fill() {
    List<MenuItem> items = new ArrayList<>();
    Menu counts = HeadMenu.counts(model);
    if (!counts.getItems().isEmpty()) {
      items.add(title("Count related"));
      items.addAll(List.copyOf(counts.getItems()));
      items.add(new SeparatorMenuItem());
    }
    items.add(title("Columns"));
    items.addAll(List.copyOf(HeadMenu.columns(model).getItems()));
    items.add(new SeparatorMenuItem());
    items.add(CellMenu.item("Reset Columns", "", model.columns()::reset));
    getItems().setAll(items);
  }

  private static MenuItem title(String words) {
    Label label = new Label(words);
    label.getStyleClass().add("menu-title");
    CustomMenuItem item = new CustomMenuItem(label, false);
    item.setDisable(true);
    return item;
  }
}
