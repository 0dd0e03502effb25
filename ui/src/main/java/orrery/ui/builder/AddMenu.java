package orrery.ui.builder;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import orrery.ui.kit.Icons;

/// The list of steps that can be added, by a click or by their letter.
final class AddMenu {
  private final BuilderViewModel model;

  AddMenu(BuilderViewModel model) {
    this.model = model;
  }

  /// Shows it below `owner`.
  ///
  /// @param card before which card the step goes; -1 for where it belongs
  void show(Node owner, int card) {
    VBox list = new VBox();
    PopOver popOver = Bubble.of(list);
    list.getStyleClass().add("add-menu");
    for (Adding.What what : Adding.What.values()) {
      Button item = new Button();
      item.setId("add-" + what.name().toLowerCase(java.util.Locale.ROOT));
      item.getStyleClass().addAll("flat", "add-item");
      item.setMaxWidth(Double.MAX_VALUE);
      Label words = new Label(what.words());
      words.setMinWidth(84);
      words.getStyleClass().add("strong");
      Label about = new Label(what.about());
      about.getStyleClass().add("muted");
      Label key = new Label(what.key().toUpperCase(java.util.Locale.ROOT));
      key.getStyleClass().add("key-cap");
      HBox line = new HBox(10, Icons.of(what.icon()), words, about, Pieces.space(), key);
      line.setAlignment(Pos.CENTER_LEFT);
      line.setPrefWidth(370);
      item.setGraphic(line);
      item.setOnAction(_ -> {
        popOver.hide();
        start(owner, what, card);
      });
      list.getChildren().add(item);
    }
    list.addEventFilter(KeyEvent.KEY_PRESSED, key -> pressed(popOver, key));
    list.addEventFilter(KeyEvent.KEY_TYPED, key -> typed(popOver, owner, card, key));
    Bubble.show(popOver, owner);
    list.getChildren().getFirst().requestFocus();
  }

  private static void pressed(PopOver popOver, KeyEvent key) {
    if (key.getCode() == KeyCode.ESCAPE) {
      popOver.hide();
      key.consume();
    }
  }

  // Taken when it is typed, not when it is pressed: else the letter would be typed into what opens.
  private void typed(PopOver popOver, Node owner, int card, KeyEvent key) {
    for (Adding.What what : Adding.What.values()) {
      if (key.getCharacter().equalsIgnoreCase(what.key())) {
        popOver.hide();
        key.consume();
        start(owner, what, card);
      }
    }
  }

  /// Adds a step; where it is about a path, that is picked first.
  void start(Node owner, Adding.What what, int card) {
    if (what.needsPath()) {
      PathPopOver.show(
          owner,
          model.adding().picker(what, card),
          what == Adding.What.LOAD,
          path -> model.adding().add(what, path, card));
    } else {
      model.adding().add(what, "", card);
    }
  }
}
