package orrery.ui.models;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import orrery.ui.kit.Badge;
import orrery.ui.kit.Copy;
import orrery.ui.kit.Found;
import orrery.ui.kit.Icons;

/// One line of the list of models: a model, or one of its members.
final class RowCell extends TreeCell<Object> {
  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
  private static final PseudoClass MODEL = PseudoClass.getPseudoClass("model");

  private final ModelsViewModel model;
  private final Runnable focusText;
  private final FontIcon icon = (FontIcon) Icons.of("fth-box", "row-icon");
  private final Found name = new Found();
  private final Label type = new Label();
  private final Badge badge = new Badge("", Badge.Tone.NEUTRAL);
  private final HBox line = new HBox(icon, name, type, badge);
  private final Tooltip tip = new Tooltip();

  RowCell(ModelsViewModel model, Runnable focusText) {
    this.model = model;
    this.focusText = focusText;
    line.getStyleClass().add("row-line");
    line.setFillHeight(false);
    type.getStyleClass().add("field-type");
    name.setMinWidth(USE_PREF_SIZE);
    badge.managedProperty().bind(badge.visibleProperty());
    tip.setShowDelay(Duration.millis(600));
    setPrefWidth(0);
    setOnMouseClicked(this::clicked);
  }

  @Override
  protected void updateItem(@Nullable Object item, boolean empty) {
    super.updateItem(item, empty);
    pseudoClassStateChanged(MODEL, item instanceof ModelRow);
    if (empty || item == null) {
      setGraphic(null);
      setTooltip(null);
      setContextMenu(null);
      pseudoClassStateChanged(CURRENT, false);
      return;
    }
    switch (item) {
      case ModelRow row -> show(row);
      case MemberRow row -> show(row);
      default -> throw new IllegalStateException("Not a row: " + item);
    }
    setGraphic(line);
    setTooltip(tip);
  }

  private void show(ModelRow row) {
    icon.setIconLiteral(row.view() ? "fth-eye" : row.join() ? "fth-shuffle" : "fth-grid");
    style("row-model", "row-relation", "row-key");
    name.show(row.name(), row.hit());
    type.setText("");
    badge.setText("view");
    badge.setVisible(row.view());
    tip.setText(
        (row.view() ? "View " : row.join() ? "Join table " : "Table ")
            + row.table()
            + "\nClick to show its rows");
    pseudoClassStateChanged(CURRENT, row.name().equals(model.currentProperty().get()));
    setContextMenu(menu(row));
    setAccessibleText(row.name() + (row.view() ? ", view" : ", model"));
  }

  private void show(MemberRow row) {
    icon.setIconLiteral(row.kind().icon());
    if (row.kind() == MemberKind.KEY) {
      style("row-key", "row-model", "row-relation");
    } else if (row.kind().isRelation()) {
      style("row-relation", "row-model", "row-key");
    } else {
      style("", "row-model", "row-relation", "row-key");
    }
    name.show(row.name(), row.hit());
    type.setText(row.type() + (row.nullable() ? "?" : ""));
    badge.setVisible(false);
    tip.setText(String.join("\n", row.details()));
    pseudoClassStateChanged(CURRENT, false);
    setContextMenu(menu(row));
    setAccessibleText(row.name() + ", " + row.type() + (row.nullable() ? ", may be null" : ""));
  }

  private void style(String add, String... remove) {
    line.getStyleClass().removeAll(List.of(remove));
    if (!add.isEmpty() && !line.getStyleClass().contains(add)) {
      line.getStyleClass().add(add);
    }
  }

  private void clicked(MouseEvent click) {
    boolean onArrow = click.getX() < line.getBoundsInParent().getMinX() - 2;
    if (click.getButton() != MouseButton.PRIMARY || isEmpty() || onArrow) {
      return;
    }
    switch (getItem()) {
      case ModelRow row when click.getClickCount() == 1 -> model.show(row);
      case MemberRow row when click.getClickCount() == 2 -> {
        model.insert(row);
        focusText.run();
      }
      default -> {}
    }
  }

  private ContextMenu menu(ModelRow row) {
    return new ContextMenu(
        item("Show Rows", "fth-play", () -> model.show(row)),
        new SeparatorMenuItem(),
        item("Copy Name", "fth-copy", () -> Copy.text(row.name())),
        item("Copy Table Name", "fth-copy", () -> Copy.text(row.table())));
  }

  private ContextMenu menu(MemberRow row) {
    ContextMenu menu =
        new ContextMenu(
            item(
                "Filter by " + row.name() + "…",
                "fth-filter",
                () -> {
                  model.filterBy(row);
                  focusText.run();
                }),
            item(
                "Insert into Chain",
                "fth-corner-down-right",
                () -> {
                  model.insert(row);
                  focusText.run();
                }));
    if (!row.target().isEmpty()) {
      menu.getItems()
          .add(item("Show Rows of " + row.target(), "fth-play", () -> model.showTarget(row)));
    }
    menu.getItems()
        .addAll(
            new SeparatorMenuItem(), item("Copy Name", "fth-copy", () -> Copy.text(row.name())));
    return menu;
  }

  private static MenuItem item(String words, String icon, Runnable action) {
    MenuItem item = new MenuItem(words, Icons.of(icon));
    item.setMnemonicParsing(false);
    item.setOnAction(_ -> action.run());
    return item;
  }
}
