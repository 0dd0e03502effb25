package orrery.ui.builder;

import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import orrery.ui.kit.Icons;

/// Other queries, and how their rows are combined with these.
final class CombineView extends VBox {
  CombineView(CardContext card, Supplier<CombineForm> form) {
    getStyleClass().add("form");
    CheckBox all = new CheckBox("keep equal rows");
    all.setId(card.id("all"));
    all.setSelected(form.get().all());
    all.setDisable(form.get().mode() != 0);
    all.setOnAction(_ -> form.get().mode(form.get().mode(), all.isSelected()));
    getChildren()
        .add(
            Pieces.line(
                Pieces.segments(
                    card.id("mode"),
                    CombineForm.MODES,
                    form.get().mode(),
                    now -> form.get().mode(now, all.isSelected())),
                all));
    for (int i = 0; i < form.get().size(); i++) {
      int index = i;
      InnerView other =
          new InnerView(card.inside("q" + i), () -> form.get().other(index), InnerView.Use.ROWS);
      HBox.setHgrow(other, Priority.ALWAYS);
      HBox line =
          new HBox(
              other,
              Pieces.remove(
                  card.id("remove-" + i), "Take the query out", () -> form.get().remove(index)));
      getChildren().add(line);
    }
    Button add = new Button("Query", Icons.of("fth-plus"));
    add.setId(card.id("add-query"));
    add.getStyleClass().addAll("flat", "small", "add-button");
    add.setOnAction(_ -> form.get().add());
    getChildren().add(add);
  }
}
