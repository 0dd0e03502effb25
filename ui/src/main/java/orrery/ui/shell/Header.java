package orrery.ui.shell;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import orrery.ui.command.Command;
import orrery.ui.command.Commands;
import orrery.ui.kit.Buttons;
import orrery.ui.kit.Icons;
import orrery.ui.kit.Keys;

/// The line at the top of the window: the menus, what is open, the search for everything, and the
/// switches of the panes.
public final class Header extends HBox {
  /// Makes it.
  ///
  /// @param database what says and changes which database is open
  public Header(Commands commands, Node database) {
    getStyleClass().addAll("app-bar", "header");
    setAlignment(Pos.CENTER_LEFT);
    MenuBar menus = Menus.bar(commands);
    menus.setMinWidth(USE_PREF_SIZE);
    Region before = new Region();
    Region after = new Region();
    setHgrow(before, Priority.ALWAYS);
    setHgrow(after, Priority.ALWAYS);
    HBox switches =
        new HBox(
            Buttons.icon(commands.get("view.left")),
            Buttons.icon(commands.get("view.builder")),
            Buttons.icon(commands.get("view.dock")),
            Buttons.icon(commands.get("view.theme")));
    switches.getStyleClass().add("switches");
    switches.setAlignment(Pos.CENTER_RIGHT);
    getChildren()
        .addAll(menus, database, before, search(commands.get("go.palette")), after, switches);
  }

  private static Button search(Command palette) {
    Label words = new Label("Search commands and models");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Label keys = new Label(palette.keys().map(Keys::words).orElse(""));
    keys.getStyleClass().add("key-cap");
    keys.setMinWidth(USE_PREF_SIZE);
    HBox inside = new HBox(Icons.of("fth-search"), words, space, keys);
    inside.getStyleClass().add("search-inside");
    inside.setAlignment(Pos.CENTER_LEFT);
    Button button = new Button();
    button.setId("header-search");
    button.setGraphic(inside);
    button.getStyleClass().addAll(Styles.SMALL, "header-search");
    button.setAccessibleText(palette.words());
    button.setTooltip(new Tooltip(Buttons.words(palette)));
    button.setFocusTraversable(false);
    button.setOnAction(_ -> palette.run());
    return button;
  }
}
