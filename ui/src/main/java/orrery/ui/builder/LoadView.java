package orrery.ui.builder;

import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import orrery.ui.kit.Buttons;
import orrery.ui.kit.Icons;

/// The relations that can be loaded along, as a tree: each joined, prefetched or not.
final class LoadView extends VBox {
  private static final List<String> MODES = List.of("not", "join", "prefetch");

  private final CardContext card;
  private final Supplier<LoadForm> form;

  LoadView(CardContext card, Supplier<LoadForm> form) {
    this.card = card;
    this.form = form;
    getStyleClass().add("form");
    fill();
  }

  private void fill() {
    getChildren().clear();
    add(form.get().rows(), "relation", 0);
    Label cost = new Label(form.get().cost(), Icons.of("fth-activity", "cost-icon"));
    cost.setId("load-cost");
    cost.getStyleClass().add("load-cost");
    getChildren().add(cost);
  }

  private void add(List<LoadForm.Row> rows, String prefix, int depth) {
    for (LoadForm.Row row : rows) {
      String id = prefix + "-" + row.name();
      boolean isOpen = row.mode() > 0 && card.isOpen(id, hasLoaded(row));
      getChildren().add(line(row, id, depth, isOpen));
      if (row.isOwn() && !row.narrowed().isEmpty()) {
        getChildren().add(narrow(row, id, depth));
      }
      if (isOpen) {
        add(form.get().rows(row), id, depth + 1);
      }
    }
  }

  private boolean hasLoaded(LoadForm.Row row) {
    return form.get().rows(row).stream().anyMatch(r -> r.mode() > 0);
  }

  private Node line(LoadForm.Row row, String id, int depth, boolean isOpen) {
    Node icon = Icons.of(row.isToMany() ? "fth-git-branch" : "fth-arrow-right", "path-icon");
    Label name = new Label(row.name());
    name.setMinWidth(USE_PREF_SIZE);
    Label target = new Label((row.isToMany() ? "many " : "") + row.target());
    target.getStyleClass().add("path-detail");
    target.setMinWidth(0);
    Button fold =
        Buttons.icon(
            isOpen ? "fth-chevron-down" : "fth-chevron-right",
            "Relations behind",
            () -> card.open(id, !isOpen));
    fold.setId(card.id(id + "-open"));
    fold.getStyleClass().add("line-tool");
    fold.setVisible(row.mode() > 0);
    Button narrow =
        Buttons.icon(
            "fth-filter",
            "Only some of them: filter, order, limit, columns",
            () -> form.get().narrow(row, true));
    narrow.setId(card.id(id + "-narrow"));
    narrow.getStyleClass().add("line-tool");
    narrow.setVisible(row.isOwn() && row.narrowed().isEmpty());
    narrow.setManaged(narrow.isVisible());
    HBox line =
        Pieces.line(
            fold,
            icon,
            name,
            target,
            Pieces.space(),
            narrow,
            Pieces.segments(
                card.id(id),
                MODES,
                List.of(true, row.canJoin(), true),
                row.mode(),
                now -> form.get().mode(row, now)));
    line.setPadding(new Insets(0, 0, 0, depth * 16.0));
    line.getStyleClass().add("load-line");
    return line;
  }

  private Node narrow(LoadForm.Row row, String id, int depth) {
    CommitField attribute =
        new CommitField(
                card,
                card.id(id + "-attribute"),
                form.get().attribute(row),
                "the relation itself",
                now -> form.get().attribute(row, now))
            .code();
    HBox.setHgrow(attribute, Priority.ALWAYS);
    HBox into =
        Pieces.line(
            Pieces.word("as"),
            attribute,
            Pieces.remove(
                card.id(id + "-all"), "Load all of them", () -> form.get().narrow(row, false)));
    VBox box =
        new VBox(
            new InnerView(
                card.inside(id + "-only"), () -> form.get().narrowed(row), InnerView.Use.RELATED),
            into);
    box.getStyleClass().add("form");
    VBox.setMargin(box, new Insets(0, 0, 4, 20 + depth * 16.0));
    return box;
  }
}
