package orrery.ui.builder;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import orrery.ui.kit.Buttons;
import orrery.ui.kit.Icons;

/// One card: a head with what can be done with it, the form, and what is wrong.
final class CardView extends VBox implements CardContext {
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
  private static final PseudoClass MUTED = PseudoClass.getPseudoClass("muted");
  private static final PseudoClass AFTER = PseudoClass.getPseudoClass("after");
  private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  private final BuilderViewModel model;
  private final Label title = new Label();
  private final Label count = new Label();
  private final Button mute;
  private final VBox body = new VBox();
  private final VBox notes = new VBox();
  private final HBox head;
  private CardRow row;
  private Object noted = List.of();
  private final Map<String, Boolean> unfolded = new HashMap<>();
  private boolean quiet;

  /// Makes it.
  ///
  /// @param drag moves cards as their handles are dragged
  CardView(BuilderViewModel model, CardRow row, CardDrag drag) {
    this.model = model;
    this.row = row;
    getStyleClass().addAll("step-card", "step-" + row.kind());
    setFocusTraversable(true);
    title.getStyleClass().add("step-title");
    count.getStyleClass().add("step-count");
    Node handle = Icons.of("fth-menu", "drag-handle");
    handle.setPickOnBounds(true);
    drag.on(handle, () -> this.row.index());
    mute =
        Buttons.icon(
            "fth-eye", "Leave out, or take in again (M)", () -> model.mute(this.row.index()));
    HBox tools =
        new HBox(
            mute,
            Buttons.icon("fth-copy", "Repeat (Ctrl+D)", () -> model.duplicate(this.row.index())),
            remove());
    tools.getStyleClass().add("step-tools");
    head =
        Pieces.line(
            handle, Icons.of(icon(row.kind()), "step-icon"), title, Pieces.space(), tools, count);
    head.getStyleClass().add("step-head");
    getChildren().addAll(head, body, notes);
    addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> model.select(this.row.index()));
    setOnMouseClicked(click -> {
      if (this.equals(click.getTarget()) || head.equals(click.getTarget())) {
        requestFocus();
      }
    });
    focusedProperty()
        .subscribe(on -> {
          if (on) {
            model.select(this.row.index());
          }
        });
    hoverProperty().addListener((_, _, on) -> model.hover(on ? this.row.index() : Spotlight.NONE));
    addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    rebuild();
  }

  private Button remove() {
    Button remove =
        Buttons.icon("fth-trash-2", "Delete (Delete)", () -> model.remove(this.row.index()));
    remove.setId("delete-card");
    return remove;
  }

  /// Returns what it draws.
  CardRow row() {
    return row;
  }

  /// Draws another state of the same card.
  void update(CardRow next) {
    boolean same = next.key().equals(row.key());
    boolean stays = same || (quiet && next.form().getClass().equals(row.form().getClass()));
    row = next;
    if (stays) {
      head();
    } else {
      rebuild();
    }
  }

  /// Says whether the mouse is on its part of the SQL.
  void lit(boolean isLit) {
    pseudoClassStateChanged(LIT, isLit);
  }

  /// Shows what is known of it beside its form.
  void state(boolean isSelected, boolean isAfter, String rows, String wrong) {
    pseudoClassStateChanged(SELECTED, isSelected);
    pseudoClassStateChanged(AFTER, isAfter);
    pseudoClassStateChanged(WRONG, !wrong.isEmpty());
    count.setText(row.muted() ? "left out" : Pieces.rows(rows));
    Object now = List.of(wrong, row.muted(), row.warnings());
    if (!now.equals(noted)) {
      noted = now;
      note(wrong);
    }
  }

  private void note(String wrong) {
    notes.getChildren().clear();
    if (!wrong.isEmpty()) {
      Label words = new Label(wrong, Icons.of("fth-alert-circle"));
      words.getStyleClass().add("card-error");
      words.setWrapText(true);
      notes.getChildren().add(words);
    }
    if (!row.muted()) {
      row.warnings().forEach(w -> notes.getChildren().add(warning(w)));
    }
  }

  /// Returns a warning as it is drawn.
  static Node warning(CardRow.WarningLine warning) {
    Label words = new Label(warning.words(), Icons.of("fth-alert-triangle"));
    words.setWrapText(true);
    VBox box = new VBox(words);
    box.getStyleClass().add("card-warning");
    HBox fixes = new HBox();
    fixes.getStyleClass().add("warning-fixes");
    for (CardRow.FixLine mending : warning.fixes()) {
      Hyperlink fix = new Hyperlink(mending.words());
      fix.setId(
          fixes.getChildren().isEmpty()
              ? "warning-fix"
              : "warning-fix-" + fixes.getChildren().size());
      fix.setOnAction(_ -> mending.fix().run());
      fixes.getChildren().add(fix);
    }
    if (!fixes.getChildren().isEmpty()) {
      box.getChildren().add(fixes);
    }
    return box;
  }

  @Override
  public void quietly(String field, Runnable edit) {
    quiet = true;
    try {
      model.typing(List.of(row.index(), field), edit);
    } finally {
      quiet = false;
    }
  }

  private void head() {
    setId("card-" + row.index());
    title.setText(row.title());
    mute.setGraphic(Icons.of(row.muted() ? "fth-eye-off" : "fth-eye"));
    pseudoClassStateChanged(MUTED, row.muted());
    setAccessibleText(row.title());
  }

  private void rebuild() {
    Node focus = getScene() == null ? null : getScene().getFocusOwner();
    String id = focus != null && isInside(focus) ? focus.getId() : null;
    Set<String> before = fields().stream().map(Node::getId).collect(Collectors.toSet());
    head();
    body.getChildren().setAll(form());
    Node again = id == null ? null : body.lookup("#" + id);
    if (again instanceof TextField now
        && focus instanceof TextField was
        && was.getStyleClass().contains(ValueViews.ADDING)) {
      now.setText(was.getText());
    }
    Optional<TextField> added =
        fields().stream().filter(field -> !before.contains(field.getId())).findFirst();
    if (id != null && added.isPresent()) {
      added.get().requestFocus();
      added.get().selectAll();
    } else if (again != null) {
      again.requestFocus();
      if (again instanceof TextField now && focus instanceof TextField was) {
        now.positionCaret(Math.min(was.getCaretPosition(), now.getLength()));
      }
    } else if (id != null) {
      requestFocus();
    }
  }

  private List<TextField> fields() {
    return body.lookupAll(".commit-field").stream().map(TextField.class::cast).toList();
  }

  private boolean isInside(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at.equals(body)) {
        return true;
      }
    }
    return false;
  }

  // The form of the state that is drawn now: an older one would write over what came after it.
  private Node form() {
    return FormViews.of(this, () -> row.form());
  }

  @Override
  public String id(String local) {
    return local;
  }

  @Override
  public boolean isOpen(String local, boolean initially) {
    return unfolded.getOrDefault(local, initially);
  }

  @Override
  public void open(String local, boolean isOpen) {
    unfolded.put(local, isOpen);
    rebuild();
  }

  /// Gives the keyboard to the first field of the form.
  void focusForm() {
    @Nullable Node first = body.lookup(".commit-field");
    if (first instanceof TextField field) {
      field.requestFocus();
      field.selectAll();
    } else {
      requestFocus();
    }
  }

  private void pressed(KeyEvent key) {
    boolean isTyping = key.getTarget() instanceof TextInputControl;
    int index = row.index();
    boolean done = true;
    if (key.isAltDown() && key.getCode() == KeyCode.UP) {
      model.move(index, index - 1);
    } else if (key.isAltDown() && key.getCode() == KeyCode.DOWN) {
      model.move(index, index + 2);
    } else if (key.isShortcutDown() && key.getCode() == KeyCode.D) {
      model.duplicate(index);
    } else if (!isTyping && this.equals(key.getTarget()) && isPlain(key)) {
      switch (key.getCode()) {
        case DELETE, BACK_SPACE -> model.remove(index);
        case M -> model.mute(index);
        case ENTER -> focusForm();
        default -> done = false;
      }
    } else {
      done = false;
    }
    if (done) {
      key.consume();
    }
  }

  private static boolean isPlain(KeyEvent key) {
    return !key.isShortcutDown() && !key.isAltDown() && !key.isControlDown();
  }

  private static String icon(String kind) {
    return switch (kind) {
      case "where" -> "fth-filter";
      case "exclude" -> "fth-slash";
      case "having" -> "fth-filter";
      case "compute" -> "fth-zap";
      case "summarize" -> "fth-layers";
      case "order" -> "fth-bar-chart";
      case "columns" -> "fth-columns";
      case "load" -> "fth-git-branch";
      case "distinct" -> "fth-minimize-2";
      case "slice" -> "fth-scissors";
      case "combine" -> "fth-git-merge";
      default -> "fth-code";
    };
  }
}
