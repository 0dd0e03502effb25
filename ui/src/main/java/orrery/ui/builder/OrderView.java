package orrery.ui.builder;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import orrery.ui.kit.Buttons;

/// What rows are ordered by, a line each.
final class OrderView extends VBox {
  private final CardContext card;
  private final Supplier<OrderForm> form;

  OrderView(CardContext card, Supplier<OrderForm> form) {
    this.card = card;
    this.form = form;
    getStyleClass().add("form");
    List<OrderForm.Row> rows = form.get().rows();
    for (int i = 0; i < rows.size(); i++) {
      getChildren().add(row(i, rows.get(i)));
    }
    getChildren()
        .add(
            Pieces.line(
                Pieces.add(
                    card.id("add-key"),
                    "Then by",
                    () -> form.get().picker(),
                    p -> form.get().add(p))));
  }

  private Node row(int index, OrderForm.Row row) {
    PathButton path =
        new PathButton(
            card.id("path-" + index),
            row.path(),
            () -> form.get().picker(),
            now -> form.get().path(index, now));
    ComboBox<String> nulls =
        Pieces.choice(
            card.id("nulls-" + index),
            OrderForm.NULLS,
            row.nulls(),
            now -> form.get().nulls(index, now));
    nulls.getStyleClass().add("quiet");
    nulls.setMaxWidth(108);
    nulls.setTooltip(new Tooltip("Where null stands; else where the database puts it"));
    Node up = Buttons.icon("fth-arrow-up", "Earlier", () -> form.get().move(index, index - 1));
    up.setId(card.id("up-" + index));
    up.getStyleClass().add("line-tool");
    up.setDisable(index == 0);
    SegmentedButton direction =
        Pieces.segments(
            card.id("direction-" + index),
            List.of("A → Z", "Z → A"),
            row.descending() ? 1 : 0,
            now -> form.get().descending(index, now == 1));
    direction.setMinWidth(USE_PREF_SIZE);
    nulls.setMinWidth(44);
    return Pieces.line(
        path,
        direction,
        nulls,
        Pieces.space(),
        up,
        Pieces.remove(card.id("remove-" + index), "Take out", () -> form.get().remove(index)));
  }
}
