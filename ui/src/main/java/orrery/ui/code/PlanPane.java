package orrery.ui.code;

import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import orrery.ui.kit.Copy;
import orrery.ui.kit.Icons;

/// The database's plan: what in it costs time, each with the card that causes it, and below the
/// tree of what the database does.
final class PlanPane extends ScrollPane {
  private static final PseudoClass SLOW = PseudoClass.getPseudoClass("slow");

  private final PlanViewModel model;
  private final VBox lines = new VBox();

  PlanPane(PlanViewModel model) {
    this.model = model;
    setId("plan-pane");
    getStyleClass().addAll("edge-to-edge", "plan-pane");
    lines.getStyleClass().add("plan-lines");
    setContent(lines);
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    model.planProperty().subscribe(this::show);
  }

  private void show(PlanViewModel.Plan plan) {
    lines.getChildren().clear();
    if (!plan.trouble().isEmpty()) {
      Label trouble = new Label(plan.trouble(), Icons.of("fth-alert-circle"));
      trouble.setWrapText(true);
      trouble.getStyleClass().add("card-error");
      lines.getChildren().add(trouble);
    }
    int i = 0;
    for (PlanViewModel.Note note : plan.notes()) {
      lines.getChildren().add(note(i++, note));
    }
    if (plan.notes().isEmpty() && !plan.lines().isEmpty()) {
      Label fine = new Label("Nothing in this plan grows with the tables.", Icons.of("fth-check"));
      fine.getStyleClass().addAll("plan-note", "plan-fine");
      lines.getChildren().add(fine);
    }
    plan.lines().forEach(line -> lines.getChildren().add(line(line)));
  }

  private Node note(int index, PlanViewModel.Note note) {
    Hyperlink card = new Hyperlink(note.card());
    card.setId("plan-card-" + index);
    card.getStyleClass().add("plan-card");
    card.setMinWidth(USE_PREF_SIZE);
    card.setOnAction(_ -> model.select(note));
    Label words = new Label(note.words());
    words.setWrapText(true);
    words.setMinHeight(USE_PREF_SIZE);
    HBox.setHgrow(words, Priority.ALWAYS);
    Node icon = Icons.of(note.isSlow() ? "fth-alert-triangle" : "fth-info", "plan-icon");
    HBox head = new HBox(icon, card, words);
    head.setAlignment(Pos.BASELINE_LEFT);
    head.getStyleClass().add("plan-head");
    VBox box = new VBox(head);
    if (!note.index().isEmpty()) {
      Label sql = new Label(note.index());
      sql.getStyleClass().addAll("code-text", "plan-index");
      sql.setWrapText(true);
      sql.setMinHeight(USE_PREF_SIZE);
      HBox.setHgrow(sql, Priority.ALWAYS);
      sql.setMaxWidth(Double.MAX_VALUE);
      Button copy = new Button("Copy", Icons.of("fth-copy"));
      copy.setId("plan-copy-" + index);
      copy.getStyleClass().addAll("flat", "small");
      copy.setMinWidth(USE_PREF_SIZE);
      copy.setOnAction(_ -> Copy.text(note.index()));
      HBox line = new HBox(sql, copy);
      line.setAlignment(Pos.CENTER_LEFT);
      line.getStyleClass().add("plan-suggestion");
      box.getChildren().add(line);
    }
    box.getStyleClass().add("plan-note");
    box.pseudoClassStateChanged(SLOW, note.isSlow());
    box.setOnMouseClicked(_ -> model.select(note));
    box.hoverProperty().addListener((_, _, on) -> model.point(on ? note.slot() : -2));
    card.setOnKeyPressed(key -> {
      if (key.getCode() == KeyCode.ENTER) {
        card.fire();
        key.consume();
      }
    });
    return box;
  }

  private static Node line(PlanViewModel.Line line) {
    Label words =
        new Label(
            line.words(),
            Icons.of(line.isScan() ? "fth-align-justify" : "fth-corner-down-right", "plan-icon"));
    words.getStyleClass().addAll("code-text", "plan-line");
    if (line.isScan()) {
      words.getStyleClass().add("plan-scan");
    }
    words.setPadding(new Insets(1, 0, 1, line.depth() * 18.0));
    words.setWrapText(true);
    return words;
  }
}
