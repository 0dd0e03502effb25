package orrery.ui.grid;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import orrery.ui.SqlColours;
import orrery.ui.kit.CodePane;
import orrery.ui.kit.Coloured;
import orrery.ui.kit.Copy;
import orrery.ui.kit.DialogCard;
import orrery.ui.kit.Overlay;

/// Shows what the user is to know or to decide about changes of rows, on a card above the window.
public final class Questions {
  private static final int COLUMNS = 92;

  private final EditingViewModel model;
  private final Overlay overlay;

  /// Makes them; they come by themselves.
  public Questions(EditingViewModel model, Overlay overlay) {
    this.model = model;
    this.overlay = overlay;
    model.questionProperty().subscribe(this::show);
    overlay
        .visibleProperty()
        .subscribe(shown -> {
          if (!shown && model.questionProperty().get() != null) {
            model.answered();
          }
        });
  }

  private void show(@Nullable Question question) {
    if (question == null) {
      overlay.hide();
      return;
    }
    DialogCard card = card(question);
    overlay.show(card, Pos.CENTER, card.focusTarget());
  }

  private DialogCard card(Question question) {
    return switch (question) {
      case Question.Leave(String changes, _) ->
          new DialogCard(
                  "fth-edit-3",
                  changes + " not saved yet",
                  "What you asked for shows other rows, and the changes would be lost.")
              .button("keep-editing", "Keep editing", model::answered)
              .danger("discard-and-go", "Discard and go on", model::discardAndGo)
              .main("save-and-go", "Save and go on", model::saveAndGo);
      case Question.Discard(String changes) ->
          new DialogCard(
                  "fth-trash-2",
                  "Discard " + changes + "?",
                  "Ctrl+Z brings them back as long as these rows are shown.")
              .button("keep-editing", "Keep editing", model::answered)
              .danger("discard", "Discard " + changes, model::discardNow);
      case Question.ReadOnly(String database) ->
          new DialogCard(
                  "fth-lock",
                  database + " is open read-only",
                  "The database itself refuses to be changed. It can be opened again with changes"
                      + " allowed; the same rows are then shown, and nothing is written before you"
                      + " save.")
              .button("stay-read-only", "Stay read-only", model::answered)
              .main("reopen", "Reopen with changes allowed", model::reopen);
      case Question.Sql sql -> sql(sql);
      case Question.Remove remove -> removal(remove);
      case Question.Conflicts(List<Question.Row> rows) -> conflicts(rows);
    };
  }

  private DialogCard sql(Question.Sql sql) {
    List<Coloured> code = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (String statement : sql.statements()) {
      code.addAll(SqlColours.pretty(statement, COLUMNS));
      code.add(new Coloured(";\n", List.of("syntax-plain")));
      text.append(statement).append(";\n");
    }
    CodePane pane = CodePane.reader();
    pane.show(code);
    long lines = text.chars().filter(c -> c == '\n').count();
    Region node = pane.node();
    node.setPrefSize(760, Math.clamp(lines * 46 + 30, 140, 420));
    node.getStyleClass().add("dialog-code");
    node.setId("preview-sql");
    return new DialogCard(
            "fth-code",
            sql.changes() + " as SQL",
            "Sent in one transaction: all of it is written, or nothing.")
        .content(node)
        .button("copy-sql", "Copy", () -> Copy.text(text.toString()))
        .button("close-sql", "Close", model::answered)
        .main(
            "save-sql",
            "Save " + sql.changes(),
            () -> {
              model.answered();
              model.save();
            });
  }

  private DialogCard removal(Question.Remove remove) {
    GridPane lines = new GridPane();
    lines.getStyleClass().add("cascade");
    int at = 0;
    for (Question.Line line : remove.lines()) {
      Label glyph = new Label(line.mark().glyph());
      glyph.getStyleClass().addAll("cascade-glyph", "mark-" + line.mark().style());
      Label count = new Label(line.count());
      count.getStyleClass().add("cascade-count");
      count.setMinWidth(Region.USE_PREF_SIZE);
      Label what = new Label(line.what());
      what.setWrapText(true);
      Label examples = new Label(line.examples());
      examples.getStyleClass().add("cascade-examples");
      examples.setMaxWidth(480);
      lines.addRow(at, glyph, count, new VBox(what, examples));
      at++;
    }
    DialogCard card =
        remove.isRefused()
            ? new DialogCard(
                "fth-alert-circle",
                remove.rows() + " cannot be removed",
                "Others point there and forbid it. Change or remove these first.")
            : new DialogCard(
                "fth-trash-2",
                "Remove " + remove.rows() + "?",
                "Others depend on it. Nothing happens before you save.");
    card.content(lines);
    return remove.isRefused()
        ? card.main("close-removal", "Close", model::answered)
        : card.button("keep-rows", "Keep", model::answered)
            .danger("remove-rows", remove.verb(), model::confirmRemoval);
  }

  private DialogCard conflicts(List<Question.Row> rows) {
    VBox all = new VBox();
    all.getStyleClass().add("conflicts");
    List<ToggleButton> ours = new ArrayList<>();
    for (Question.Row row : rows) {
      ToggleGroup group = new ToggleGroup();
      ToggleButton theirs = toggle(row.theirs(), group, "left-pill");
      ToggleButton mine = toggle(row.ours(), group, "right-pill");
      theirs.setId("theirs-" + ours.size());
      mine.setId("ours-" + ours.size());
      theirs.setSelected(true);
      ours.add(mine);
      Label label = new Label(row.label());
      label.getStyleClass().add("card-title");
      Label what = new Label(row.what());
      what.getStyleClass().add("card-foot");
      Region space = new Region();
      HBox.setHgrow(space, Priority.ALWAYS);
      HBox head = new HBox(label, what, space, new HBox(theirs, mine));
      head.getStyleClass().add("conflict-head");
      VBox box = new VBox(head);
      if (!row.cells().isEmpty()) {
        box.getChildren().add(cells(row.cells()));
      }
      box.getStyleClass().add("conflict");
      all.getChildren().add(box);
    }
    ScrollPane scroll = new ScrollPane(all);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("edge-to-edge");
    scroll.setPrefSize(680, Math.min(420, 20 + rows.size() * 120.0));
    String count = Cells.count(rows.size(), "row");
    return new DialogCard(
            "fth-alert-circle",
            "Somebody else changed " + count + " meanwhile",
            "Nothing was saved. Choose what is to hold for each.")
        .content(scroll)
        .button("keep-editing", "Cancel", model::answered)
        .main(
            "decide",
            "Save with these choices",
            () -> model.decide(ours.stream().map(ToggleButton::isSelected).toList()));
  }

  private static Node cells(List<Question.Cell> cells) {
    GridPane table = new GridPane();
    table.getStyleClass().add("conflict-cells");
    table.addRow(0, head(""), head("was"), head("is now"), head("mine"));
    int at = 1;
    for (Question.Cell cell : cells) {
      Label theirs = value(cell.theirs());
      theirs.getStyleClass().add("mark-changed");
      table.addRow(at, head(cell.field()), value(cell.before()), theirs, value(cell.ours()));
      at++;
    }
    return table;
  }

  private static Label head(String words) {
    Label label = new Label(words);
    label.getStyleClass().add("card-foot");
    return label;
  }

  private static Label value(String words) {
    Label label = new Label(words);
    label.getStyleClass().add("conflict-value");
    label.setMaxWidth(200);
    return label;
  }

  private static ToggleButton toggle(String words, ToggleGroup group, String style) {
    ToggleButton button = new ToggleButton(words);
    button.setToggleGroup(group);
    button.getStyleClass().addAll("small", style);
    button.setMinWidth(Region.USE_PREF_SIZE);
    // One of them always holds.
    button.setOnAction(_ -> button.setSelected(true));
    return button;
  }
}
