package orrery.ui.code;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// A line of the completion list: icon, name, and what it is.
final class ChoiceCell extends ListCell<Choice> {
  private final FontIcon icon = new FontIcon();
  private final Label name = new Label();
  private final Label about = new Label();
  private final HBox line;
  private String kind = "";

  /// Makes an empty line.
  ///
  /// @param accept writes the chosen choice
  ChoiceCell(Runnable accept) {
    icon.getStyleClass().add("completion-icon");
    name.getStyleClass().add("completion-name");
    name.setMinWidth(Region.USE_PREF_SIZE);
    about.getStyleClass().add("completion-about");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    line = new HBox(icon, name, space, about);
    line.getStyleClass().add("completion-line");
    setPrefWidth(0);
    setOnMouseReleased(_ -> {
      if (!isEmpty()) {
        accept.run();
      }
    });
  }

  @Override
  protected void updateItem(@Nullable Choice choice, boolean empty) {
    super.updateItem(choice, empty);
    if (choice == null || empty) {
      setGraphic(null);
      setAccessibleText("");
      return;
    }
    icon.getStyleClass().remove("completion-" + kind);
    kind = choice.kind();
    icon.getStyleClass().add("completion-" + kind);
    icon.setIconLiteral(choice.icon());
    name.setText(choice.name());
    about.setText(choice.about());
    setAccessibleText(choice.name() + ", " + choice.about());
    setGraphic(line);
  }
}
