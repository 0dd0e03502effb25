package orrery.ui.builder;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import orrery.ui.kit.Buttons;
import orrery.ui.kit.Icons;

/// Computed values: a name and an expression each, and patterns to start from.
final class ComputeView extends VBox {
  private final CardContext card;
  private final Supplier<ComputeForm> form;

  ComputeView(CardContext card, Supplier<ComputeForm> form) {
    this.card = card;
    this.form = form;
    getStyleClass().add("form");
    List<ComputeForm.Row> rows = form.get().rows();
    for (int i = 0; i < rows.size(); i++) {
      getChildren().add(value(i, rows.get(i)));
    }
    MenuButton more = new MenuButton("Value", Icons.of("fth-plus"));
    more.setId(card.id("add-value"));
    more.getStyleClass().addAll("flat", "small", "add-button");
    more.setMinWidth(Region.USE_PREF_SIZE);
    for (ComputeForm.Pattern pattern : ComputeForm.patterns()) {
      MenuItem item = new MenuItem(pattern.words());
      item.setOnAction(_ ->
          PathPopOver.show(
              more, form.get().picker(), false, path -> form.get().add(pattern.pattern(), path)));
      more.getItems().add(item);
    }
    CheckBox hidden = new CheckBox("only for later steps");
    hidden.setId(card.id("hidden"));
    hidden.setSelected(form.get().isHidden());
    hidden.setOnAction(_ -> form.get().hide(hidden.isSelected()));
    getChildren().add(Pieces.line(more, Pieces.space(), hidden));
  }

  private Node value(int index, ComputeForm.Row row) {
    boolean isText = card.isOpen("as-text-" + index, false);
    CommitField name =
        new CommitField(
                card,
                card.id("name-" + index),
                row.name(),
                "name",
                now -> form.get().name(index, now))
            .code();
    HBox.setHgrow(name, Priority.ALWAYS);
    Button text =
        Buttons.icon(
            isText ? "fth-layers" : "fth-code",
            isText ? "Show its parts" : "Write it",
            () -> card.open("as-text-" + index, !isText));
    text.setId(card.id("as-text-" + index));
    text.getStyleClass().add("line-tool");
    HBox head =
        Pieces.line(
            name,
            Pieces.word("="),
            Pieces.space(),
            text,
            Pieces.remove(card.id("remove-" + index), "Take out", () -> form.get().remove(index)));
    Node expression =
        isText
            ? new CommitField(
                    card,
                    card.id("expression-" + index),
                    row.expression(),
                    "F(…)",
                    now -> form.get().set(index, form.get().rows().get(index).name(), now))
                .code()
            : new ExpressionView(card.inside("v" + index), () -> form.get().expression(index));
    VBox box = new VBox(head, expression);
    box.getStyleClass().add("rule");
    return box;
  }
}
