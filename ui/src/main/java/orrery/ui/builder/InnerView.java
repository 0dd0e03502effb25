package orrery.ui.builder;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import orrery.ui.kit.Buttons;
import orrery.ui.kit.Icons;

/// A query inside of a card: its model, its steps one below the other, and what can be added; or
/// its text.
final class InnerView extends VBox {
  private final CardContext card;
  private final Supplier<InnerForm> form;
  private final Use use;

  /// What the query is for, which says what people add to it.
  enum Use {
    /// Objects of a relation: the model is given.
    RELATED,
    /// Whether there are rows.
    EXISTS,
    /// Values to compare with.
    VALUES,
    /// Rows as such.
    ROWS
  }

  InnerView(CardContext card, Supplier<InnerForm> form, Use use) {
    this.card = card;
    this.form = form;
    this.use = use;
    getStyleClass().addAll("inner", "inner-query");
    boolean isText = card.isOpen("as-text", false);
    getChildren().add(head(isText));
    if (isText) {
      CommitField text =
          new CommitField(
                  card,
                  card.id("text"),
                  form.get().text(),
                  form.get().model() + ".objects.filter(…)",
                  now -> form.get().text(now))
              .code();
      getChildren().add(text);
      return;
    }
    List<InnerForm.Part> parts = form.get().parts();
    for (int i = 0; i < parts.size(); i++) {
      getChildren().add(part(i, parts.get(i)));
    }
    getChildren().add(adders());
  }

  private HBox head(boolean isText) {
    Node model;
    if (use == Use.RELATED) {
      Label name = new Label(form.get().model());
      name.getStyleClass().add("strong");
      model = name;
    } else {
      List<String> models = form.get().models();
      model =
          Pieces.choice(
              card.id("model"),
              models,
              models.indexOf(form.get().model()),
              now -> form.get().model(models.get(now)));
    }
    Button text =
        Buttons.icon(
            isText ? "fth-layers" : "fth-code",
            isText ? "Show its steps" : "Write it",
            () -> card.open("as-text", !isText));
    text.setId(card.id("as-text"));
    text.getStyleClass().add("line-tool");
    return Pieces.line(Icons.of("fth-box", "step-icon"), model, Pieces.space(), text);
  }

  private Node part(int index, InnerForm.Part part) {
    Label title = new Label(part.title());
    title.getStyleClass().add("inner-title");
    HBox head =
        Pieces.line(
            title,
            Pieces.space(),
            Pieces.remove(
                card.id("remove-step-" + index),
                "Take the step out",
                () -> form.get().remove(index)));
    VBox box = new VBox(head, FormViews.of(card.inside("s" + index), () -> form.get().part(index)));
    box.getStyleClass().add("inner-step");
    return box;
  }

  private FlowPane adders() {
    FlowPane adders = new FlowPane();
    adders.getStyleClass().add("adders");
    List<Adding.What> first = first();
    for (Adding.What what : first) {
      Button add = new Button(words(what), Icons.of("fth-plus"));
      add.setId(card.id("add-" + what.name().toLowerCase(java.util.Locale.ROOT)));
      add.getStyleClass().addAll("flat", "small", "add-button");
      add.setOnAction(_ -> start(add, what));
      adders.getChildren().add(add);
    }
    MenuButton more = new MenuButton("More");
    more.setId(card.id("add-more"));
    more.getStyleClass().addAll("flat", "small", "add-button");
    for (Adding.What what : Adding.What.values()) {
      if (!first.contains(what)) {
        MenuItem item = new MenuItem(what.words(), Icons.of(what.icon()));
        item.setOnAction(_ -> start(more, what));
        more.getItems().add(item);
      }
    }
    adders.getChildren().add(more);
    HBox.setHgrow(adders, Priority.ALWAYS);
    return adders;
  }

  /// Returns what people add most.
  private List<Adding.What> first() {
    return switch (use) {
      case RELATED, ROWS ->
          List.of(Adding.What.WHERE, Adding.What.ORDER, Adding.What.ROWS, Adding.What.COLUMNS);
      case EXISTS -> List.of(Adding.What.WHERE, Adding.What.EXCLUDE);
      case VALUES ->
          List.of(Adding.What.WHERE, Adding.What.SUMMARIZE, Adding.What.ORDER, Adding.What.ROWS);
    };
  }

  private String words(Adding.What what) {
    return use == Use.RELATED && what == Adding.What.ROWS ? "Rows per object" : what.words();
  }

  private void start(Node owner, Adding.What what) {
    if (what.needsPath()) {
      PathPopOver.show(
          owner,
          form.get().adding().picker(what, -1),
          what == Adding.What.LOAD,
          path -> form.get().adding().add(what, path, -1));
    } else {
      form.get().adding().add(what, "", -1);
    }
  }
}
