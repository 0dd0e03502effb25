package orrery.ui.builder;

import java.util.function.Supplier;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// A step as it is written.
final class TextView extends VBox {
  TextView(CardContext card, Supplier<TextForm> form) {
    getStyleClass().add("form");
    Label wrong = new Label();
    wrong.getStyleClass().add("card-error");
    wrong.setWrapText(true);
    wrong.managedProperty().bind(wrong.textProperty().isNotEmpty());
    getChildren()
        .addAll(
            new CommitField(
                    card,
                    card.id("text"),
                    form.get().text(),
                    ".reverse()",
                    now -> {
                      wrong.setText(form.get().set(now));
                      return wrong.getText().isEmpty();
                    })
                .code(),
            wrong);
  }
}
