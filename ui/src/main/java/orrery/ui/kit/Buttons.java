package orrery.ui.kit;

import atlantafx.base.theme.Styles;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import orrery.ui.command.Command;

/// Buttons, made from commands or from words. What has only an icon says its words to a screen
/// reader and in a tooltip.
public final class Buttons {
  private Buttons() {}

  /// Returns a button that does `action` and shows only an icon.
  public static Button icon(String icon, String words, Runnable action) {
    Button button = new Button();
    button.setGraphic(Icons.of(icon));
    button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, "tool");
    button.setOnAction(_ -> action.run());
    name(button, words);
    return button;
  }

  /// Returns a button that runs a command and shows only its icon.
  public static ButtonBase icon(Command command) {
    ButtonBase button = command.selected().isPresent() ? new ToggleButton() : new Button();
    button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, "tool");
    if (button instanceof ToggleButton toggle) {
      command.selected().ifPresent(toggle.selectedProperty()::bindBidirectional);
    } else {
      button.setOnAction(_ -> command.run());
    }
    command.icon().ifPresent(icon -> button.setGraphic(Icons.of(icon)));
    button.disableProperty().bind(not(command));
    name(button, words(command));
    return button;
  }

  /// Returns a button that runs a command and shows its words, and its icon if it has one.
  public static Button words(String words, Command command) {
    Button button = new Button(words);
    command.icon().ifPresent(icon -> button.setGraphic(Icons.of(icon)));
    button.setOnAction(_ -> command.run());
    button.disableProperty().bind(not(command));
    button.setTooltip(new Tooltip(words(command)));
    return button;
  }

  /// Returns what a tooltip says of a command: its words and its keys.
  public static String words(Command command) {
    return command.keys().map(k -> command.words() + "  " + Keys.words(k)).orElse(command.words());
  }

  private static BooleanBinding not(Command command) {
    return Bindings.not(command.enabled());
  }

  private static void name(ButtonBase button, String words) {
    button.setTooltip(new Tooltip(words));
    button.setAccessibleText(words);
  }
}
