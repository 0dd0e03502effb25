package orrery.ui.builder;

import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;

/// A path, drawn with arrows between its names; a click picks another.
final class PathButton extends Button {
  /// Makes it.
  ///
  /// @param id its id, unique in its card
  PathButton(String id, String path, Supplier<PathPicker> picker, Consumer<String> taken) {
    super(PathPicker.words(path));
    setMnemonicParsing(false);
    setId(id);
    getStyleClass().addAll("small", "path-button");
    setTooltip(new Tooltip(path));
    setMinWidth(40);
    setOnAction(_ -> PathPopOver.show(this, picker.get(), false, taken));
  }
}
