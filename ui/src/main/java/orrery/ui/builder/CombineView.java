package orrery.ui.builder;

import java.util.function.Supplier;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.VBox;

/// Other queries, and how their rows are combined with these.
final class CombineView extends VBox {
  CombineView(CardContext card, Supplier<CombineForm> form) {
    getStyleClass().add("form");
    CheckBox all = new CheckBox("keep equal rows");
    all.setId("all");
    all.setSelected(form.get().all());
    all.setDisable(form.get().mode() != 0);
    all.setOnAction(_ -> form.get().mode(form.get().mode(), all.isSelected()));
    getChildren()
        .addAll(
            Pieces.line(
                Pieces.segments(
                    "mode",
                    CombineForm.MODES,
                    form.get().mode(),
                    now -> form.get().mode(now, all.isSelected())),
                all),
            new CommitField(
                    card,
                    "others",
                    form.get().others(),
                    "Model.objects.filter(…)",
                    now -> form.get().others(now))
                .code());
  }
}
