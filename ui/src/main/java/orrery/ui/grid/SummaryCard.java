package orrery.ui.grid;

import java.util.List;
import java.util.Locale;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import javafx.stage.PopupWindow;
import orrery.ui.kit.Buttons;

/// What the values of a column come to, on a card: numbers, how they are spread, and the most
/// frequent ones, each of which filters by itself.
final class SummaryCard {
  private static final double WIDTH = 360;
  private static final double BARS = 56;

  private final GridViewModel model;
  private final Popup popup = new Popup();
  private final VBox card = new VBox();

  SummaryCard(GridViewModel model) {
    this.model = model;
    card.setId("summary");
    card.getStyleClass().addAll("hover-card", "detail-card");
    card.setPrefWidth(WIDTH);
    card.setMaxWidth(WIDTH);
    popup.setAutoHide(true);
    popup.setAutoFix(true);
    popup.setAnchorLocation(PopupWindow.AnchorLocation.CONTENT_TOP_LEFT);
    popup.getContent().add(card);
    popup.setOnHidden(_ -> model.summary().away());
    card.addEventFilter(
        KeyEvent.KEY_PRESSED,
        key -> {
          if (key.getCode() == KeyCode.ESCAPE) {
            popup.hide();
            key.consume();
          }
        });
  }

  /// Sums a column up and shows it below a node.
  void show(int column, Node below) {
    Bounds at = below.localToScreen(below.getBoundsInLocal());
    card.getChildren().setAll(new Label("Summing up…"));
    popup.show(below, at.getMinX(), at.getMaxY() + 2);
    model.summary().ask(column, summary -> fill(column, summary));
  }

  /// Hides it.
  void hide() {
    popup.hide();
  }

  private void fill(int column, Summary summary) {
    Label title = new Label(summary.title());
    title.getStyleClass().add("card-title");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox head = new HBox(title, space, Buttons.icon("fth-x", "Close", popup::hide));
    head.getStyleClass().add("detail-head");
    FlowPane facts = new FlowPane();
    facts.getStyleClass().add("summary-facts");
    for (Summary.Fact fact : summary.facts()) {
      Label name = new Label(fact.name());
      name.getStyleClass().add("peek-name");
      Label value = new Label(fact.value().text());
      value.getStyleClass().add("summary-value");
      value.setMaxWidth(WIDTH - 60);
      facts.getChildren().add(new VBox(name, value));
    }
    card.getChildren().setAll(head, facts);
    if (!summary.spread().isEmpty()) {
      card.getChildren().add(bars(summary.spread()));
    }
    VBox top = new VBox();
    top.getStyleClass().add("summary-top");
    for (Summary.Top one : summary.top()) {
      top.getChildren().add(line(column, one));
    }
    if (!top.getChildren().isEmpty()) {
      Label most = new Label("Most frequent – choose one to filter by it");
      most.getStyleClass().add("card-foot");
      card.getChildren().addAll(most, top);
      top.getChildren().getFirst().requestFocus();
    }
    popup.sizeToScene();
  }

  private Node bars(List<Summary.Part> parts) {
    long most = Math.max(1, parts.stream().mapToLong(Summary.Part::count).max().orElse(1));
    HBox bars = new HBox();
    bars.getStyleClass().add("summary-bars");
    for (Summary.Part part : parts) {
      Region bar = new Region();
      bar.getStyleClass().add("summary-bar");
      double height = part.count() == 0 ? 1 : Math.max(2, BARS * part.count() / most);
      bar.setMinHeight(height);
      bar.setMaxHeight(height);
      bar.setPrefWidth((WIDTH - 40) / parts.size());
      HBox.setHgrow(bar, Priority.ALWAYS);
      Tooltip.install(bar, new Tooltip("%s: %,d".formatted(part.words(), part.count())));
      bars.getChildren().add(bar);
    }
    String from = parts.getFirst().words().replaceFirst(" … .*", "");
    String to = parts.getLast().words().replaceFirst(".* … ", "");
    Label left = new Label(from);
    Label right = new Label(to);
    left.getStyleClass().add("card-foot");
    right.getStyleClass().add("card-foot");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    return new VBox(bars, new HBox(left, space, right));
  }

  private Node line(int column, Summary.Top one) {
    Label value = new Label(one.cell().text());
    value.getStyleClass().addAll("summary-word", one.cell().style().css());
    value.setMinWidth(0);
    HBox.setHgrow(value, Priority.ALWAYS);
    value.setMaxWidth(Double.MAX_VALUE);
    Label count =
        new Label(
            String.format(Locale.getDefault(), "%,d  %.0f%%", one.count(), one.share() * 100));
    count.getStyleClass().add("peek-name");
    count.setMinWidth(Region.USE_PREF_SIZE);
    Region share = new Region();
    share.getStyleClass().add("summary-share");
    share.setMaxWidth(Math.max(2, (WIDTH - 40) * Math.min(1, one.share())));
    StackPane.setAlignment(share, javafx.geometry.Pos.CENTER_LEFT);
    HBox words = new HBox(value, count);
    words.getStyleClass().add("summary-words");
    Button button = new Button();
    button.setGraphic(new StackPane(share, words));
    button.getStyleClass().add("summary-line");
    button.setMaxWidth(Double.MAX_VALUE);
    button.setAccessibleText("Filter by " + one.cell().text());
    button.setOnAction(_ -> {
      popup.hide();
      model.filters().equal(column, one.value());
    });
    return button;
  }
}
