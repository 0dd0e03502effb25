package orrery.ui.code;

import atlantafx.base.theme.Styles;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import orrery.ui.kit.Buttons;
import orrery.ui.kit.CodePane;
import orrery.ui.kit.Copy;
import orrery.ui.kit.EmptyState;
import orrery.ui.kit.Icons;
import orrery.ui.kit.PaneHeader;

/// The statements that the chain would send, to be read and copied.
public final class SqlView extends VBox {
  private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

  private final CodePane pane = CodePane.reader();

  /// Makes it.
  ///
  /// @param plan the database's plan of the chain, which takes the place of the statements while it
  ///   is shown
  public SqlView(SqlViewModel model, PlanViewModel plan) {
    getStyleClass().add("sql");
    Label count = new Label();
    ToggleButton inline = new ToggleButton("Values");
    inline.setId("sql-inline");
    inline.getStyleClass().addAll("small", "tool");
    inline.setTooltip(new Tooltip("Show the values in the statements, or placeholders"));
    inline.selectedProperty().bindBidirectional(model.inlineProperty());
    inline.visibleProperty().bind(plan.shownProperty().not());
    inline.managedProperty().bind(inline.visibleProperty());
    ToggleButton planned = new ToggleButton("Plan");
    planned.setId("sql-plan");
    planned.getStyleClass().addAll("small", "tool");
    planned.setTooltip(new Tooltip("What the database does, and what of it is slow  Ctrl+Shift+E"));
    planned.selectedProperty().bindBidirectional(plan.shownProperty());
    Button copy = Buttons.icon("fth-copy", "Copy the SQL", () -> Copy.text(model.copied()));
    copy.setId("sql-copy");
    copy.disableProperty().bind(model.countProperty().isEqualTo(0));
    MenuButton copyAs = copyAs(model, plan);
    EmptyState empty =
        new EmptyState("fth-terminal", "No SQL yet", "It appears here while you type the chain.");
    PlanPane steps = new PlanPane(plan);
    empty.visibleProperty().bind(model.countProperty().isEqualTo(0));
    pane.node()
        .visibleProperty()
        .bind(model.countProperty().isNotEqualTo(0).and(plan.shownProperty().not()));
    steps.visibleProperty().bind(model.countProperty().isNotEqualTo(0).and(plan.shownProperty()));
    StackPane body = new StackPane(pane.node(), steps, empty);
    setVgrow(body, Priority.ALWAYS);
    getChildren()
        .addAll(new PaneHeader("SQL").about(count).actions(inline, planned, copy, copyAs), body);
    pane.focusTarget().setId("sql-text");
    pane.focusTarget().setAccessibleText("SQL");
    pane.node().getStyleClass().add("sql-code");
    pane.onColumns(model.widthProperty()::set);
    pane.onPointer(model::point);
    pane.onClick(model::choose);
    model.codeProperty().subscribe(pane::show);
    model
        .staleProperty()
        .subscribe(stale -> {
          pane.node().pseudoClassStateChanged(STALE, stale);
          count.setText(words(model.countProperty().get(), stale));
        });
    model
        .countProperty()
        .subscribe(n -> count.setText(words(n.intValue(), model.staleProperty().get())));
  }

  /// Returns the node that takes the keyboard.
  public Node focusTarget() {
    return pane.focusTarget();
  }

  private static MenuButton copyAs(SqlViewModel model, PlanViewModel plan) {
    MenuButton copy = new MenuButton();
    copy.setId("sql-copy-as");
    copy.setGraphic(Icons.of("fth-chevron-down"));
    copy.setTooltip(new Tooltip("Copy as"));
    copy.setAccessibleText("Copy as");
    copy.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, "tool", "no-arrow");
    copy.disableProperty().bind(model.countProperty().isEqualTo(0));
    item(copy, "SQL with values", model::withValues);
    item(copy, "SQL with parameters", model::withParameters);
    item(copy, "Chain", model::chain);
    item(copy, "Django", model::django);
    item(copy, "Java", model::java);
    item(copy, "Plan", plan::copied);
    copy.getItems().getLast().visibleProperty().bind(plan.shownProperty());
    return copy;
  }

  private static void item(MenuButton menu, String words, Supplier<String> text) {
    MenuItem item = new MenuItem(words);
    item.setOnAction(_ -> Copy.text(text.get()));
    menu.getItems().add(item);
  }

  private static String words(int count, boolean stale) {
    if (stale) {
      return "of the last right chain";
    }
    return count > 1 ? count + " statements" : "";
  }
}
