package orrery.ui.builder;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// The columns that come, as chips, and in which way.
final class ColumnsView extends VBox {
  ColumnsView(CardContext card, Supplier<ColumnsForm> form) {
    getStyleClass().add("form");
    FlowPane chips = new FlowPane();
    chips.getStyleClass().add("chips");
    List<String> paths = form.get().paths();
    for (int i = 0; i < paths.size(); i++) {
      int index = i;
      chips
          .getChildren()
          .add(Pieces.chip(card.id("remove-" + i), paths.get(i), () -> form.get().remove(index)));
    }
    chips
        .getChildren()
        .add(
            Pieces.add(
                card.id("add-column"),
                "Column",
                () -> form.get().picker(),
                p -> form.get().add(p)));
    getChildren()
        .addAll(
            Pieces.line(
                Pieces.word("as"),
                Pieces.segments(
                    card.id("mode"),
                    ColumnsForm.MODES,
                    form.get().mode(),
                    now -> form.get().mode(now))),
            chips);
  }
}
