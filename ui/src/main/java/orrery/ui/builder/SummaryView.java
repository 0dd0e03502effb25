package orrery.ui.builder;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import orrery.ui.kit.Buttons;

/// A summary: the paths it groups by as chips, and an aggregate a line.
final class SummaryView extends VBox {
  private final CardContext card;
  private final Supplier<SummaryForm> form;

  SummaryView(CardContext card, Supplier<SummaryForm> form) {
    this.card = card;
    this.form = form;
    getStyleClass().add("form");
    List<SummaryForm.Row> rows = form.get().rows();
    for (int i = 0; i < rows.size(); i++) {
      getChildren().add(row(i, rows.get(i)));
    }
    getChildren()
        .add(
            Pieces.line(
                Pieces.add(
                    card.id("add-value"),
                    "Value",
                    () -> form.get().picker(),
                    p -> form.get().add(p))));
    getChildren().add(by());
  }

  private Node by() {
    FlowPane chips = new FlowPane();
    chips.getStyleClass().add("chips");
    List<String> by = form.get().by();
    chips
        .getChildren()
        .add(Pieces.word(by.isEmpty() ? "for each " + form.get().model() : "for each"));
    for (int i = 0; i < by.size(); i++) {
      int index = i;
      chips
          .getChildren()
          .add(Pieces.chip(card.id("remove-by-" + i), by.get(i), () -> form.get().removeBy(index)));
    }
    chips
        .getChildren()
        .add(
            Pieces.add(
                card.id("add-by"),
                by.isEmpty() ? "Group by" : "And",
                () -> form.get().picker(),
                path -> form.get().addBy(path)));
    return chips;
  }

  private Node row(int index, SummaryForm.Row row) {
    List<String> functions = SummaryForm.functions();
    ComboBox<String> function =
        Pieces.choice(
            card.id("function-" + index),
            functions,
            functions.indexOf(row.function()),
            now -> form.get().function(index, functions.get(now)));
    function.getStyleClass().add("function");
    function.setMinWidth(84);
    PathButton path =
        new PathButton(
            card.id("path-" + index),
            row.path(),
            () -> form.get().picker(),
            now -> form.get().path(index, now));
    CheckBox distinct = new CheckBox("once each");
    distinct.setId(card.id("distinct-" + index));
    distinct.setMinWidth(USE_PREF_SIZE);
    distinct.setSelected(row.distinct());
    distinct.setOnAction(_ -> form.get().distinct(index, distinct.isSelected()));
    CommitField name =
        new CommitField(
                card,
                card.id("name-" + index),
                row.name(),
                "name",
                now -> form.get().name(index, now))
            .code();
    HBox.setHgrow(name, Priority.ALWAYS);
    boolean isNarrow = !row.filter().isEmpty() || card.isOpen("filter-" + index, false);
    Button narrow =
        Buttons.icon(
            "fth-filter",
            "Only rows that meet conditions",
            () -> card.open("filter-" + index, !isNarrow));
    narrow.setId(card.id("filter-" + index));
    narrow.getStyleClass().add("line-tool");
    HBox first =
        Pieces.line(
            function,
            path,
            Pieces.space(),
            distinct,
            narrow,
            Pieces.remove(card.id("remove-" + index), "Take out", () -> form.get().remove(index)));
    HBox second = Pieces.line(Pieces.word("as"), name);
    VBox box = new VBox(first, second);
    if (isNarrow) {
      VBox only =
          new VBox(
              Pieces.word("only rows where"),
              new ConditionsView(card.inside("f" + index), () -> form.get().filter(index)));
      only.getStyleClass().add("inner");
      box.getChildren().add(only);
    }
    box.getStyleClass().add("rule");
    return box;
  }
}
