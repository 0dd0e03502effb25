package orrery.ui.grid;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import orrery.ui.Trouble;
import orrery.ui.kit.EmptyState;
import orrery.ui.kit.ErrorCard;
import orrery.ui.kit.Icons;
import orrery.ui.kit.Keys;
import orrery.ui.kit.PaneHeader;

/// The result pane: rows, single values or a plan; above them what went wrong, below them how many
/// there are and what they cost.
public final class GridView extends VBox {
  private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
  private static final Duration PATIENCE = Duration.millis(300);

  private final GridViewModel model;
  private final GridTable table;
  private final EditingViewModel editing;
  private final CellEditor editor;
  private final DetailCard card = new DetailCard();
  private final Hovering hovering;
  private final FlowPane cards = new FlowPane();
  private final PlanView plan = new PlanView();
  private final ToggleButton filter;
  private final PaneHeader header = new PaneHeader("Result");
  private final StackPane content = new StackPane();
  private final StackPane body = new StackPane();
  private final ErrorCard error = new ErrorCard();
  private final HBox errorBox = new HBox(error);
  private final ProgressBar progress = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
  private final PauseTransition patience = new PauseTransition(PATIENCE);
  private final EmptyState nothing =
      new EmptyState(
          "fth-grid", "No result yet", "Choose a model at the left, or write a chain and run it.");
  private final EmptyState noRows;
  private final Button drop = new Button("Remove it");
  private final ColumnsButton columns;
  private final FindBar find;
  private final EditActions actions;
  private final SummaryCard summary;

  /// Makes it.
  public GridView(GridViewModel model) {
    this.model = model;
    editing = model.editing();
    getStyleClass().add("result");
    hovering = new Hovering(model.relations());
    table = new GridTable(model, new CellHands());
    new CellMenu(model, this::lookCloser).on(table);
    columns = new ColumnsButton(model);
    table.onEdit(this::edit);
    editing.revealsProperty().subscribe((_, _) -> goOn(0, 0));
    editor = new CellEditor(editing, this::goOn);
    editing.onSettle(editor::settle);
    table.node().addEventFilter(ScrollEvent.SCROLL, _ -> editor.cancel());
    find = new FindBar(model.find(), () -> table.node().requestFocus());
    summary = new SummaryCard(model);
    table.onSummary(summary::show);
    model.selection().changesProperty().subscribe(_ -> reveal());
    drop.setId("grid-drop");
    drop.setOnAction(_ -> model.dropLastFilter());
    noRows = new EmptyState("fth-inbox", "No rows", "", drop);
    table.node().setPlaceholder(noRows);
    cards.getStyleClass().add("value-cards");
    cards.setFocusTraversable(true);
    content.getStyleClass().add("result-content");
    errorBox.getStyleClass().add("result-error");
    HBox.setHgrow(error, Priority.ALWAYS);
    progress.getStyleClass().add("result-progress");
    progress.setMaxWidth(Double.MAX_VALUE);
    progress.setVisible(false);
    body.getChildren().addAll(content, editor, progress);
    StackPane.setAlignment(progress, javafx.geometry.Pos.TOP_CENTER);
    setVgrow(body, Priority.ALWAYS);
    errorBox.managedProperty().bind(errorBox.visibleProperty());
    filter = filterButton();
    actions = new EditActions(editing);
    header.actions(actions, filter, columns);
    getChildren().addAll(header, errorBox, find, body, new EditBar(editing), footer());
    patience.setOnFinished(_ -> age(true));
    model.shownProperty().subscribe(this::show);
    model.isRunning().subscribe(this::running);
    model.troubleProperty().subscribe(this::fail);
  }

  /// Returns the node that takes the keyboard.
  public Node focusTarget() {
    return table.node();
  }

  /// Lets another node take the place of the rows as long as `isOther` holds.
  ///
  /// @param switcher what chooses between them; it stands beside the title
  public void alternate(Node switcher, Region other, ObservableBooleanValue isOther) {
    header.about(switcher);
    setVgrow(other, Priority.ALWAYS);
    other.setMinHeight(0);
    getChildren().add(getChildren().indexOf(body) + 1, other);
    other.visibleProperty().bind(isOther);
    other.managedProperty().bind(isOther);
    body.visibleProperty().bind(Bindings.not(isOther));
    body.managedProperty().bind(body.visibleProperty());
    for (Node ofRows : new Node[] {actions, filter, columns}) {
      ofRows.visibleProperty().bind(body.visibleProperty());
      ofRows.managedProperty().bind(body.visibleProperty());
    }
    find.whileShown(body.visibleProperty());
  }

  /// Puts a form below the title.
  public void form(Node form) {
    getChildren().add(getChildren().indexOf(header) + 1, form);
  }

  private ToggleButton filterButton() {
    ToggleButton button = new ToggleButton("Filter");
    button.setId("grid-filter");
    button.setGraphic(Icons.of("fth-filter"));
    button.getStyleClass().addAll(Styles.FLAT, Styles.SMALL, "tool");
    button.setTooltip(new Tooltip("A field above each column  " + Keys.words("Shortcut+Shift+H")));
    button.setFocusTraversable(false);
    button.setSelected(model.filters().rowShownProperty().get());
    model.filters().rowShownProperty().subscribe(button::setSelected);
    button.setOnAction(_ -> filterRow());
    return button;
  }

  private HBox footer() {
    Label words = new Label();
    words.setId("grid-footer");
    words.setMinWidth(Region.USE_PREF_SIZE);
    words.textProperty().bind(model.footerProperty());
    Hyperlink all = new Hyperlink("Count all");
    all.setId("grid-count-all");
    all.visibleProperty().bind(model.canCountAll());
    all.managedProperty().bind(all.visibleProperty());
    all.setOnAction(_ -> model.countAll());
    Label chosen = new Label();
    chosen.setId("grid-chosen");
    chosen.textProperty().bind(model.chosenProperty());
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox footer = new HBox(words, all, space, chosen);
    footer.getStyleClass().add("result-footer");
    return footer;
  }

  private void show(Shown shown) {
    card.hide();
    summary.hide();
    hovering.leave();
    editor.cancel();
    Node next =
        switch (shown) {
          case Shown.Nothing() -> {
            table.clear();
            yield nothing;
          }
          case Shown.Table it -> {
            sayNoRows();
            table.show(editing.covered(it));
            yield table.pane();
          }
          case Shown.Cards(List<Card> values) -> {
            cards.getChildren().setAll(values.stream().map(GridView::valueCard).toList());
            yield cards;
          }
          case Shown.Plan it -> {
            plan.show(it.text(), it.tree());
            yield plan;
          }
        };
    boolean hadFocus = content.isFocusWithin();
    content.getChildren().setAll(next);
    if (hadFocus) {
      (shown instanceof Shown.Table ? table.node() : next).requestFocus();
    }
  }

  private void sayNoRows() {
    String filter = model.lastFilter();
    String few = filter.length() > 60 ? filter.substring(0, 60) + "…" : filter;
    noRows.say(
        filter.isEmpty() ? "No rows" : "No rows match",
        filter.isEmpty() ? "The table is empty." : "The last condition is " + few + ".");
    drop.setVisible(!filter.isEmpty());
  }

  private static Node valueCard(Card card) {
    Label name = new Label(card.name());
    name.getStyleClass().add("value-name");
    Label value = new Label(card.value().text());
    value.getStyleClass().addAll("value-big", card.value().style().css());
    VBox box = new VBox(name, value);
    box.getStyleClass().addAll("card", "value-card");
    return box;
  }

  private void running(boolean running) {
    if (running) {
      patience.playFromStart();
    } else {
      patience.stop();
      progress.setVisible(false);
      age(model.troubleProperty().get() != null);
    }
  }

  /// Shows that what is seen is not the answer to what was asked last.
  private void age(boolean stale) {
    content.pseudoClassStateChanged(STALE, stale);
    progress.setVisible(model.isRunning().get() && stale);
  }

  private void fail(@Nullable Trouble trouble) {
    errorBox.setVisible(trouble != null);
    if (trouble == null) {
      age(false);
      return;
    }
    List<Button> remedies = new ArrayList<>();
    if (trouble.suggestion().isPresent() && trouble.hasPlace()) {
      Button fix = new Button("Use " + trouble.suggestion().get() + " and run");
      fix.getStyleClass().addAll("small", "accent");
      fix.setOnAction(_ -> model.fix());
      remedies.add(fix);
    }
    error.show(trouble.type(), trouble.sentence(), trouble.details(), remedies);
    age(true);
  }

  /// Shows the fields above the columns and gives them the keyboard, or hides them.
  public void filterRow() {
    boolean isShown = model.filters().rowShownProperty().get();
    model.filters().rowShownProperty().set(!isShown);
    if (isShown) {
      table.node().requestFocus();
    } else {
      table.filter(model.selection().column());
    }
  }

  /// Shows the line in which texts are found, and gives it the keyboard.
  public void find() {
    find.open();
  }

  /// Sums up the column that the keyboard is in.
  public void sumUp() {
    int column = Math.max(0, model.selection().column());
    if (model.summary().can(column)) {
      summary.show(column, table.head(column));
    }
  }

  // What is found is seen.
  private void reveal() {
    GridSelection at = model.selection();
    if (model.find().shownProperty().get() && at.row() >= 0) {
      table.reveal(at.row(), at.column());
    }
  }

  /// Opens the objects that the cell leads to that the keyboard is in.
  public void follow() {
    hovering.leave();
    model.relations().follow(model.selection().row(), model.selection().column());
  }

  /// Begins to edit the cell that the keyboard is in; says whether that can be.
  private boolean edit(String typed) {
    GridSelection selection = model.selection();
    if (!editing.canEdit().get() || selection.row() < 0) {
      return false;
    }
    String why = editing.whyNot(selection.row(), selection.column());
    Node cell = table.shownCell(selection.row(), selection.column());
    if (!why.isEmpty() || cell == null) {
      editing.say(why);
      return false;
    }
    card.hide();
    editing
        .edit(selection.row(), selection.column())
        .ifPresent(begun -> editor.start(begun, cell, typed));
    return true;
  }

  /// Goes some cells further after one was edited.
  private void goOn(int rows, int columns) {
    table.node().requestFocus();
    GridSelection selection = model.selection();
    if (rows != 0 || columns != 0) {
      selection.move(rows, columns, false);
    }
    if (selection.row() >= 0) {
      table.reveal(selection.row(), selection.column());
    }
  }

  /// Edits the cell that the keyboard is in, or shows it alone where it cannot be edited.
  public void look() {
    if (!edit("")) {
      lookCloser();
    }
  }

  private void lookCloser() {
    hovering.leave();
    GridSelection selection = model.selection();
    GridCell cell = table.cell(selection.row(), selection.column());
    if (cell == null) {
      return;
    }
    Optional<Detail> detail = model.detail(selection.row(), selection.column());
    boolean isFetched = detail.orElse(null) instanceof Detail.Objects;
    if (isFetched || !hovering.look(cell)) {
      detail.ifPresent(it -> card.show(it, cell));
    }
  }

  private final class CellHands implements Hands {
    @Override
    public void look() {
      GridView.this.look();
    }

    @Override
    public boolean leads(int row, int column) {
      return model.relations().leads(row, column);
    }

    @Override
    public void follow(int row, int column) {
      hovering.leave();
      model.relations().follow(row, column);
    }

    @Override
    public void enter(GridCell cell) {
      hovering.enter(cell);
    }

    @Override
    public void leave(GridCell cell) {
      hovering.leave();
    }
  }
}
