package orrery.ui.grid;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.MouseEvent;
import orrery.ui.grid.out.Format;
import orrery.ui.kit.Copy;
import orrery.ui.kit.Keys;

/// What can be done with the cell that the keyboard is in, as a menu that is made when it is shown.
final class CellMenu extends ContextMenu {
  private static final double HEADS = 30;

  private final GridViewModel model;
  private final Runnable look;

  /// Makes it.
  ///
  /// @param look shows the cell alone
  CellMenu(GridViewModel model, Runnable look) {
    this.model = model;
    this.look = look;
  }

  /// Shows it in a table where the mouse or the keyboard asks for it. A table's own menu would let
  /// its keys work in the whole window.
  void on(GridTable table) {
    table
        .node()
        .addEventHandler(
            ContextMenuEvent.CONTEXT_MENU_REQUESTED,
            asked -> {
              GridSelection at = model.selection();
              GridCell cell = table.cell(at.row(), at.column());
              if (cell != null && (asked.isKeyboardTrigger() || isIn(asked, cell))) {
                fill();
                Point2D corner = cell.localToScreen(12, cell.getHeight());
                show(
                    cell,
                    asked.isKeyboardTrigger() ? corner.getX() : asked.getScreenX(),
                    asked.isKeyboardTrigger() ? corner.getY() : asked.getScreenY());
                asked.consume();
              }
            });
    table.node().addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> hide());
  }

  // The press has put the keyboard, or left it, in a cell that is chosen; the heads have menus of
  // their own.
  private static boolean isIn(ContextMenuEvent asked, GridCell cell) {
    Bounds table = cell.getTableView().localToScreen(cell.getTableView().getBoundsInLocal());
    return !(asked.getTarget() instanceof TextInputControl)
        && asked.getScreenY() > table.getMinY() + HEADS;
  }

  private void fill() {
    GridSelection at = model.selection();
    getItems().clear();
    model
        .relations()
        .words(at.row(), at.column())
        .ifPresent(words ->
            add(
                item(words, "Enter", () -> model.relations().follow(at.row(), at.column())),
                new SeparatorMenuItem()));
    add(
        item("Show Value", "F2", look),
        filters(model.filters().offers()),
        new SeparatorMenuItem(),
        item("Copy", "Shortcut+C", () -> model.copy(false, Copy::text)),
        item("Copy with Column Names", "", () -> model.copy(true, Copy::text)),
        copyAs());
  }

  /// Returns the menu of conditions that a cell offers.
  private static Menu filters(List<GridFilters.Offer> offers) {
    Menu menu = new Menu("Filter");
    for (GridFilters.Offer offer : offers) {
      Label lookup = new Label(offer.lookup());
      lookup.getStyleClass().add("menu-lookup");
      MenuItem item = item(offer.words(), "", offer.take());
      item.setGraphic(lookup);
      menu.getItems().add(item);
    }
    menu.setDisable(offers.isEmpty());
    return menu;
  }

  private Menu copyAs() {
    Menu menu = new Menu("Copy As");
    for (Format format : Format.values()) {
      if (format != Format.XLSX) {
        menu.getItems().add(item(format.words(), "", () -> model.copyAs(format, Copy::text)));
      }
    }
    return menu;
  }

  private void add(MenuItem... items) {
    getItems().addAll(List.of(items));
  }

  /// Returns an item; its keys are shown, and work in the table itself.
  static MenuItem item(String words, String keys, Runnable action) {
    MenuItem item = new MenuItem(words);
    item.setMnemonicParsing(false);
    item.setOnAction(_ -> action.run());
    if (!keys.isEmpty()) {
      KeyCombination combination = Keys.of(keys);
      item.setAccelerator(combination);
    }
    return item;
  }
}
