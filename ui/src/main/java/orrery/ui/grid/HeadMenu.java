package orrery.ui.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/// What can be done with a column, as a menu of its head that is made when it is shown.
final class HeadMenu extends ContextMenu {
  private final GridViewModel model;
  private final int column;
  private final Supplier<List<SortKey>> sorted;
  private final Runnable fit;
  private final Runnable sumUp;

  /// Makes it.
  ///
  /// @param sorted gives what the rows are sorted by
  /// @param fit makes the column as wide as it needs to be
  /// @param sumUp shows what its values come to
  HeadMenu(
      GridViewModel model,
      int column,
      Supplier<List<SortKey>> sorted,
      Runnable fit,
      Runnable sumUp) {
    this.model = model;
    this.column = column;
    this.sorted = sorted;
    this.fit = fit;
    this.sumUp = sumUp;
    // A menu with nothing in it is never shown.
    getItems().add(new MenuItem(""));
    setOnShowing(_ -> fill());
  }

  private void fill() {
    List<MenuItem> items = new ArrayList<>();
    if (canSort()) {
      sorting(items);
      items.add(new SeparatorMenuItem());
    }
    MenuItem summary = CellMenu.item("Column Summary", "", sumUp);
    summary.setDisable(!model.summary().can(column));
    items.add(summary);
    items.addAll(
        List.of(
            CellMenu.item("Hide Column", "", () -> model.columns().hide(column, true)),
            CellMenu.item("Fit Width", "", fit),
            new SeparatorMenuItem(),
            columns(model),
            counts(model),
            CellMenu.item("Reset Columns", "", model.columns()::reset)));
    getItems().setAll(items);
  }

  private boolean canSort() {
    return model.shownProperty().get() instanceof Shown.Table table
        && table.canSort()
        && !table.columns().get(column).sort().isEmpty();
  }

  private void sorting(List<MenuItem> items) {
    List<SortKey> now = sorted.get();
    SortKey mine = now.stream().filter(key -> key.column() == column).findFirst().orElse(null);
    items.add(check("Sort Ascending", mine != null && !mine.descending(), () -> by(false)));
    items.add(check("Sort Descending", mine != null && mine.descending(), () -> by(true)));
    if (!now.isEmpty() && mine == null) {
      items.add(CellMenu.item("Then Ascending", "", () -> then(new SortKey(column, false))));
      items.add(CellMenu.item("Then Descending", "", () -> then(new SortKey(column, true))));
    }
    if (mine != null) {
      for (NullsPlace place : List.of(NullsPlace.FIRST, NullsPlace.LAST)) {
        boolean isSo = mine.nulls() == place;
        SortKey next = new SortKey(column, mine.descending(), isSo ? NullsPlace.UNSAID : place);
        items.add(
            check(
                place == NullsPlace.FIRST ? "Nulls First" : "Nulls Last", isSo, () -> then(next)));
      }
    }
    if (!now.isEmpty()) {
      items.add(CellMenu.item("Clear Sorting", "", () -> model.sort(List.of())));
    }
  }

  private void by(boolean descending) {
    model.sort(List.of(new SortKey(column, descending)));
  }

  // In its place among the others, or behind them.
  private void then(SortKey key) {
    List<SortKey> keys = new ArrayList<>(sorted.get());
    int at = keys.stream().map(SortKey::column).toList().indexOf(column);
    if (at < 0) {
      keys.add(key);
    } else {
      keys.set(at, key);
    }
    model.sort(keys);
  }

  private static MenuItem check(String words, boolean isSo, Runnable action) {
    CheckMenuItem item = new CheckMenuItem(words);
    item.setSelected(isSo);
    item.setOnAction(_ -> action.run());
    return item;
  }

  /// Returns the menu of all columns, each to be hidden or shown.
  static Menu columns(GridViewModel model) {
    Menu menu = new Menu("Columns");
    for (GridColumns.Choice choice : model.columns().all()) {
      CheckMenuItem item = new CheckMenuItem(choice.name());
      item.setMnemonicParsing(false);
      item.setSelected(choice.isShown());
      item.setOnAction(_ -> model.columns().hide(choice.index(), !item.isSelected()));
      menu.getItems().add(item);
    }
    return menu;
  }

  /// Returns the menu of relations, each to be counted or not.
  static Menu counts(GridViewModel model) {
    Menu menu = new Menu("Count Related");
    for (CountChoice choice : model.columns().counts()) {
      CheckMenuItem item = new CheckMenuItem("%s  × %s".formatted(choice.name(), choice.target()));
      item.setMnemonicParsing(false);
      item.setSelected(choice.isShown());
      item.setOnAction(_ -> model.columns().toggleCount(choice.name()));
      menu.getItems().add(item);
    }
    menu.setDisable(menu.getItems().isEmpty());
    return menu;
  }
}
