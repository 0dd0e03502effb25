package orrery.ui.code;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import orrery.ui.kit.Buttons;
import orrery.ui.kit.CodePane;
import orrery.ui.kit.Copy;
import orrery.ui.kit.EmptyState;
import orrery.ui.kit.PaneHeader;

/// The statements that the chain would send, to be read and copied.
public final class SqlView extends VBox {
  private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

  private final CodePane pane = CodePane.reader();

  /// Makes it.
  public SqlView(SqlViewModel model) {
    getStyleClass().add("sql");
    Label count = new Label();
    ToggleButton inline = new ToggleButton("Values");
    inline.setId("sql-inline");
    inline.getStyleClass().addAll("small", "tool");
    inline.setTooltip(new Tooltip("Show the values in the statements, or placeholders"));
    inline.selectedProperty().bindBidirectional(model.inlineProperty());
    Button copy = Buttons.icon("fth-copy", "Copy the SQL", () -> Copy.text(model.copied()));
    copy.setId("sql-copy");
    copy.disableProperty().bind(model.countProperty().isEqualTo(0));
    EmptyState empty =
        new EmptyState("fth-terminal", "No SQL yet", "It appears here while you type the chain.");
    empty.visibleProperty().bind(model.countProperty().isEqualTo(0));
    pane.node().visibleProperty().bind(model.countProperty().isNotEqualTo(0));
    StackPane body = new StackPane(pane.node(), empty);
    setVgrow(body, Priority.ALWAYS);
    getChildren().addAll(new PaneHeader("SQL").about(count).actions(inline, copy), body);
    pane.focusTarget().setId("sql-text");
    pane.focusTarget().setAccessibleText("SQL");
    pane.node().getStyleClass().add("sql-code");
    pane.onColumns(model.widthProperty()::set);
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

  private static String words(int count, boolean stale) {
    if (stale) {
      return "of the last right chain";
    }
    return count > 1 ? count + " statements" : "";
  }
}
