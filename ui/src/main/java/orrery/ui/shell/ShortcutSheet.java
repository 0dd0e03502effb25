package orrery.ui.shell;

import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import orrery.ui.command.Command;
import orrery.ui.command.Commands;
import orrery.ui.kit.Buttons;
import orrery.ui.kit.Keys;
import orrery.ui.kit.Overlay;
import orrery.ui.kit.PaneHeader;

/// All keys at a glance, by menu.
public final class ShortcutSheet extends VBox {
  // Room for the card's shadow above and below.
  private static final double EDGE = 72;

  private final Commands commands;
  private final Overlay overlay;
  private final VBox left = new VBox();
  private final VBox right = new VBox();
  private final HBox columns = new HBox(left, right);
  private final ScrollPane scroll = new ScrollPane(columns);

  /// Makes it; it is not seen until [#open].
  public ShortcutSheet(Commands commands, Overlay overlay) {
    this.commands = commands;
    this.overlay = overlay;
    getStyleClass().addAll("shortcuts", "overlay-card");
    setMaxWidth(USE_PREF_SIZE);
    columns.getStyleClass().add("shortcut-columns");
    left.getStyleClass().add("shortcut-column");
    right.getStyleClass().add("shortcut-column");
    HBox.setHgrow(left, Priority.ALWAYS);
    HBox.setHgrow(right, Priority.ALWAYS);
    scroll.setFitToWidth(true);
    scroll.setMinHeight(0);
    scroll.getStyleClass().add("edge-to-edge");
    PaneHeader header =
        new PaneHeader("Keyboard").actions(Buttons.icon("fth-x", "Close", overlay::hide));
    getChildren().addAll(header, scroll);
  }

  /// Returns as much height as the keys take, but no more than the window has.
  @Override
  protected double computeMaxHeight(double width) {
    Insets insets = overlay.getInsets();
    double room = overlay.getHeight() - insets.getTop() - insets.getBottom() - EDGE;
    return Math.min(computePrefHeight(width), room);
  }

  /// Shows it, or puts it away where it is shown.
  public void open() {
    if (overlay.isShown() && getScene() != null) {
      overlay.hide();
      return;
    }
    left.getChildren().clear();
    right.getChildren().clear();
    int leftLines = 0;
    int rightLines = 0;
    for (String group : commands.groups()) {
      List<Command> keyed =
          commands.group(group).stream().filter(c -> c.keys().isPresent()).toList();
      if (keyed.isEmpty()) {
        continue;
      }
      boolean toLeft = leftLines <= rightLines;
      (toLeft ? left : right).getChildren().add(group(group, keyed));
      leftLines += toLeft ? keyed.size() + 2 : 0;
      rightLines += toLeft ? 0 : keyed.size() + 2;
    }
    overlay.show(this, Pos.CENTER, scroll);
  }

  private static VBox group(String name, List<Command> commands) {
    VBox box = new VBox();
    box.getStyleClass().add("shortcut-group");
    Label title = new Label(name);
    title.getStyleClass().add("pane-title");
    box.getChildren().add(title);
    for (Command command : commands) {
      Region space = new Region();
      HBox.setHgrow(space, Priority.ALWAYS);
      HBox line = new HBox(new Label(command.words()), space);
      line.setAlignment(Pos.CENTER_LEFT);
      line.getStyleClass().add("shortcut-line");
      command.keys().ifPresent(keys -> line.getChildren().add(key(keys)));
      command.otherKeys().ifPresent(keys -> line.getChildren().add(key(keys)));
      box.getChildren().add(line);
    }
    return box;
  }

  private static Label key(String keys) {
    Label label = new Label(Keys.words(keys));
    label.getStyleClass().add("key-cap");
    label.setMinWidth(USE_PREF_SIZE);
    return label;
  }
}
