package orrery.ui.builder;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import orrery.ui.kit.Buttons;
import orrery.ui.kit.EmptyState;
import orrery.ui.kit.Icons;
import orrery.ui.kit.PaneHeader;

/// The builder's pane: the cards in a column, with places between them where a step can be added.
public final class BuilderView extends VBox {
  private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

  private final BuilderViewModel model;
  private final VBox column = new VBox();
  private final ScrollPane scroll = new ScrollPane();
  private final FromCard from;
  private final EndCard end;
  private final AddMenu menu;
  private final CardDrag drag;
  private final EmptyState empty =
      new EmptyState(
          "fth-layers",
          "Nothing asked yet",
          "Choose a model above, then add steps: conditions, summaries, an order. Or write a chain;"
              + " the cards follow.");
  private final FlowPane adders = new FlowPane();
  private final List<CardView> cards = new ArrayList<>();
  private final List<Gap> gaps = new ArrayList<>();

  /// Makes it.
  public BuilderView(BuilderViewModel model) {
    this.model = model;
    getStyleClass().add("builder");
    menu = new AddMenu(model);
    drag = new CardDrag(model, () -> gaps);
    from = new FromCard(model);
    end = new EndCard(model);
    Label stale = new Label("of the last right chain");
    stale.getStyleClass().add("muted");
    stale.visibleProperty().bind(model.staleProperty());
    Button undo = Buttons.icon("fth-corner-up-left", "Undo  Ctrl+Z", model::undo);
    undo.setId("builder-undo");
    undo.disableProperty().bind(model.canUndo().not());
    Button redo = Buttons.icon("fth-corner-up-right", "Redo  Ctrl+Shift+Z", model::redo);
    redo.setId("builder-redo");
    redo.disableProperty().bind(model.canRedo().not());
    Button add = Buttons.icon("fth-plus", "Add a step  +", () -> {});
    add.setId("builder-add");
    add.setOnAction(_ -> add(add, -1));
    add.disableProperty().bind(model.modelProperty().isEmpty());
    column.getStyleClass().add("step-column");
    adders.getStyleClass().add("step-adders");
    adders();
    scroll.setContent(column);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().addAll("edge-to-edge", "step-scroll");
    scroll.setFocusTraversable(false);
    setVgrow(scroll, Priority.ALWAYS);
    getChildren()
        .addAll(new PaneHeader("Build").about(stale).actions(undo, redo, add), scroll, adders);
    adders.managedProperty().bind(adders.visibleProperty());
    sceneProperty()
        .flatMap(Scene::focusOwnerProperty)
        .subscribe(node -> {
          if (node != null && holds(node)) {
            Platform.runLater(() -> reveal(node));
          }
        });
    model.rowsProperty().subscribe(this::show);
    adders.visibleProperty().bind(model.modelProperty().isNotEmpty());
    empty.visibleProperty().bind(model.modelProperty().isEmpty());
    empty.managedProperty().bind(empty.visibleProperty());
    model.countsProperty().subscribe(_ -> state());
    model.selectedProperty().subscribe(_ -> state());
    model.litProperty().subscribe(_ -> light());
    model.asOfProperty().subscribe(_ -> state());
    model.wrongProperty().subscribe(_ -> state());
    model.wrongWordsProperty().subscribe(_ -> state());
    model.endWarningsProperty().subscribe(_ -> state());
    model.staleProperty().subscribe(on -> pseudoClassStateChanged(STALE, on));
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
  }

  /// Returns the node that takes the keyboard.
  public Node focusTarget() {
    return from;
  }

  /// Shows the models of the database that was opened.
  public void refresh() {
    from.refresh();
  }

  /// Opens the list of steps that can be added where they belong.
  public void add() {
    add(adders, -1);
  }

  private void add(Node owner, int card) {
    if (!model.modelProperty().get().isEmpty()) {
      menu.show(owner, card);
    }
  }

  private void adders() {
    for (Adding.What what :
        List.of(
            Adding.What.WHERE,
            Adding.What.SUMMARIZE,
            Adding.What.ORDER,
            Adding.What.LOAD,
            Adding.What.ROWS)) {
      Button add = new Button(what.words(), Icons.of(what.icon()));
      add.setId("quick-" + what.name().toLowerCase(java.util.Locale.ROOT));
      add.getStyleClass().addAll("small", "quick-add");
      add.setOnAction(_ -> menu.start(add, what, -1));
      adders.getChildren().add(add);
    }
    Button more = new Button("More", Icons.of("fth-plus"));
    more.setId("quick-more");
    more.getStyleClass().addAll("small", "quick-add");
    more.setOnAction(_ -> add(more, -1));
    adders.getChildren().add(more);
  }

  /// A place between two cards.
  private final class Gap extends Region {
    Gap(int card) {
      getStyleClass().add("step-gap");
      setId("gap-" + card);
      setOnMouseClicked(_ -> add(this, card));
    }
  }

  private void show(List<CardRow> rows) {
    List<CardView> left = new ArrayList<>(cards);
    List<CardView> next = new ArrayList<>();
    for (CardRow row : rows) {
      next.add(take(left, row, rows.size()));
    }
    boolean isSame = next.equals(cards);
    boolean isOwn = getScene() != null && holds(getScene().getFocusOwner());
    Optional<CardView> added =
        next.stream().filter(card -> isOwn && !cards.contains(card)).findFirst();
    cards.clear();
    cards.addAll(next);
    for (int i = 0; i < rows.size(); i++) {
      cards.get(i).update(rows.get(i));
    }
    if (!isSame || gaps.size() != rows.size() + 1) {
      layout(rows.size());
    }
    state();
    if (isOwn && added.isPresent()) {
      added.get().focusForm();
    } else if (isOwn && !holds(getScene().getFocusOwner())) {
      // The node that had the keyboard is gone.
      int nearest = Math.min(model.selectedProperty().get(), cards.size() - 1);
      (nearest < 0 ? focusTarget() : cards.get(nearest)).requestFocus();
    }
  }

  /// Scrolls so far that the card of `node` can be seen, its top first.
  private void reveal(Node node) {
    Node card = node;
    while (card.getParent() != null && !card.getParent().equals(column)) {
      card = card.getParent();
    }
    if (!column.equals(card.getParent()) || getScene() == null) {
      return;
    }
    getScene().getRoot().layout();
    double height = scroll.getViewportBounds().getHeight();
    double over = column.getHeight() - height;
    if (over <= 0) {
      return;
    }
    double top = scroll.getVvalue() * over;
    Bounds at = card.getBoundsInParent();
    double next =
        at.getMinY() < top
            ? at.getMinY() - 10
            : Math.min(at.getMinY() - 10, Math.max(top, at.getMaxY() + 14 - height));
    scroll.setVvalue(Math.clamp(next / over, 0, 1));
  }

  private boolean holds(@Nullable Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at.equals(this)) {
        return true;
      }
    }
    return false;
  }

  private void layout(int size) {
    gaps.clear();
    List<Node> nodes = new ArrayList<>();
    nodes.add(from);
    for (int i = 0; i < size; i++) {
      gaps.add(new Gap(i));
      nodes.add(gaps.get(i));
      nodes.add(cards.get(i));
    }
    gaps.add(new Gap(size));
    nodes.add(gaps.getLast());
    nodes.add(end);
    nodes.add(empty);
    Node focus = getScene() == null ? null : getScene().getFocusOwner();
    column.getChildren().setAll(nodes);
    if (focus != null && getScene().equals(focus.getScene())) {
      focus.requestFocus();
    }
  }

  /// Takes the card that draws `row` already, else the one at its place, else a new one.
  private CardView take(List<CardView> left, CardRow row, int size) {
    for (CardView card : left) {
      if (card.row().key().equals(row.key())) {
        left.remove(card);
        return card;
      }
    }
    for (CardView card : left) {
      boolean isIt =
          size == cards.size()
              && card.row().index() == row.index()
              && card.row().form().getClass().equals(row.form().getClass());
      if (isIt) {
        left.remove(card);
        return card;
      }
    }
    return new CardView(model, row, drag);
  }

  private void light() {
    int lit = model.litProperty().get();
    from.lit(lit == -1);
    for (int i = 0; i < cards.size(); i++) {
      cards.get(i).lit(i == lit);
    }
  }

  private void state() {
    List<String> counts = model.countsProperty().get();
    int asOf = model.asOfProperty().get();
    from.state(model.selectedProperty().get() == -1, counts.isEmpty() ? "" : counts.getFirst());
    for (int i = 0; i < cards.size(); i++) {
      boolean isAfter = asOf > -2 && i > asOf;
      String wrong = model.wrongProperty().get() == i ? model.wrongWordsProperty().get() : "";
      String rows = i + 1 < counts.size() ? counts.get(i + 1) : "";
      cards.get(i).state(model.selectedProperty().get() == i, isAfter, rows, wrong);
    }
    end.state();
  }

  private void pressed(KeyEvent key) {
    boolean isTyping = key.getTarget() instanceof TextInputControl;
    boolean done = true;
    if (key.isShortcutDown() && key.getCode() == KeyCode.Z) {
      if (key.isShiftDown()) {
        model.redo();
      } else {
        model.undo();
      }
    } else if (key.isShortcutDown() && key.getCode() == KeyCode.Y) {
      model.redo();
    } else if (!isTyping && isAdd(key)) {
      add();
    } else if (!isTyping && !key.isAltDown() && key.getTarget() instanceof CardView at) {
      done = walk(at.row().index(), key.getCode());
    } else {
      done = false;
    }
    if (done) {
      key.consume();
    }
  }

  private static boolean isAdd(KeyEvent key) {
    return !key.isShortcutDown()
        && (key.getCode() == KeyCode.PLUS
            || key.getCode() == KeyCode.ADD
            || key.getCode() == KeyCode.INSERT
            || "+".equals(key.getText()));
  }

  private boolean walk(int index, KeyCode code) {
    int next = code == KeyCode.UP ? index - 1 : code == KeyCode.DOWN ? index + 1 : -2;
    if (next == -2 || next >= cards.size()) {
      return false;
    }
    if (next < 0) {
      focusTarget().requestFocus();
    } else {
      cards.get(next).requestFocus();
    }
    return true;
  }
}
