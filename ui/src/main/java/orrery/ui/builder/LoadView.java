package orrery.ui.builder;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
  private final Set<String> open = new HashSet<>();

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
      boolean isOpen = row.mode() > 0 && (open.contains(id) || hasLoaded(row));
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
            () -> {
              if (!open.remove(id)) {
                open.add(id);
              }
              fill();
            });
    fold.setId(id + "-open");
    fold.getStyleClass().add("line-tool");
    fold.setVisible(row.mode() > 0);
    Button narrow =
        Buttons.icon(
            "fth-filter",
            "Load only some of them",
            () -> form.get().narrow(row, row.target() + ".objects.all()[:10]"));
    narrow.setId(id + "-narrow");
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
                id,
                MODES,
                List.of(true, row.canJoin(), true),
                row.mode(),
                now -> form.get().mode(row, now)));
    line.setPadding(new Insets(0, 0, 0, depth * 16.0));
    line.getStyleClass().add("load-line");
    return line;
  }

  private Node narrow(LoadForm.Row row, String id, int depth) {
    CommitField field =
        new CommitField(
                card,
                id + "-queryset",
                row.narrowed(),
                row.target() + ".objects.filter(…)",
                now -> form.get().narrow(row, now))
            .code();
    HBox.setHgrow(field, Priority.ALWAYS);
    HBox line = Pieces.line(Pieces.word("only"), field);
    line.setPadding(new Insets(0, 0, 4, 26 + depth * 16.0));
    return line;
  }
}
