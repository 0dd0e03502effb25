package orrery.ui.builder;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import orrery.ui.kit.Icons;

/// Computed values: a name and an expression each, and patterns to start from.
final class ComputeView extends VBox {
  ComputeView(CardContext card, Supplier<ComputeForm> form) {
    getStyleClass().add("form");
    List<ComputeForm.Row> rows = form.get().rows();
    for (int i = 0; i < rows.size(); i++) {
      int index = i;
      CommitField name = field(card, "name-" + i, rows.get(i).name(), "name");
      CommitField expression = field(card, "expression-" + i, rows.get(i).expression(), "F(…)");
      name.take(now -> form.get().set(index, now, expression.getText()));
      expression.take(now -> form.get().set(index, name.getText(), now));
      name.setPrefColumnCount(9);
      name.setMinWidth(70);
      HBox.setHgrow(expression, Priority.ALWAYS);
      getChildren()
          .add(
              Pieces.line(
                  name,
                  Pieces.word("="),
                  expression,
                  Pieces.remove("remove-" + i, "Take out", () -> form.get().remove(index))));
    }
    MenuButton more = new MenuButton("Value", Icons.of("fth-plus"));
    more.setId("add-value");
    more.getStyleClass().addAll("flat", "small", "add-button");
    more.setMinWidth(Region.USE_PREF_SIZE);
    for (ComputeForm.Pattern pattern : ComputeForm.patterns()) {
      MenuItem item = new MenuItem(pattern.words());
      item.setOnAction(_ ->
          PathPopOver.show(
              more, form.get().picker(), false, path -> form.get().add(pattern.pattern(), path)));
      more.getItems().add(item);
    }
    getChildren().add(Pieces.line(more));
  }

  private static CommitField field(CardContext card, String id, String text, String prompt) {
    return new CommitField(card, id, text, prompt, _ -> true).code();
  }
}
