package orrery.ui.log;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import orrery.ui.SqlColours;
import orrery.ui.kit.CodeLine;

/// A line of the query log: the head of a group, or a statement.
final class LogCell extends ListCell<LogLine> {
  private static final PseudoClass HEAD = PseudoClass.getPseudoClass("head");
  private static final double BAR = 64;

  private final Label title = new Label();
  private final Label summary = new Label();
  private final Label repeats = new Label();
  private final HBox head = new HBox(title, summary, repeats);

  private final Label time = new Label();
  private final Label duration = new Label();
  private final Region share = new Region();
  private final Label rows = new Label();
  private final Label reason = new Label();
  private final CodeLine sql = new CodeLine();
  private final Label same = new Label();
  private final HBox line;
  private String reasonStyle = "reason-user";

  LogCell() {
    title.getStyleClass().add("log-title");
    title.setMinWidth(0);
    summary.setMinWidth(Region.USE_PREF_SIZE);
    summary.getStyleClass().add("log-summary");
    repeats.getStyleClass().addAll("badge", "badge-warning");
    repeats.setMinWidth(Region.USE_PREF_SIZE);
    head.getStyleClass().add("log-head");

    fixed(time, 88, "log-clock");
    fixed(duration, BAR, "log-time");
    share.getStyleClass().add("log-share");
    share.setMinHeight(2);
    share.setMaxHeight(2);
    StackPane took = new StackPane(share, duration);
    took.getStyleClass().add("log-took");
    took.setMinWidth(BAR);
    took.setMaxWidth(BAR);
    fixed(rows, 54, "log-rows");
    reason.getStyleClass().addAll("reason", reasonStyle);
    reason.setMaxWidth(176);
    HBox why = new HBox(reason);
    why.getStyleClass().add("log-why");
    why.setMinWidth(132);
    why.setPrefWidth(132);
    why.setMaxWidth(180);
    HBox.setHgrow(sql, Priority.ALWAYS);
    same.getStyleClass().addAll("badge", "badge-warning");
    same.setMinWidth(Region.USE_PREF_SIZE);
    same.managedProperty().bind(same.visibleProperty());
    line = new HBox(time, took, rows, why, sql, same);
    line.getStyleClass().add("log-line");
    setPrefWidth(0);
  }

  private static void fixed(Label label, double width, String style) {
    label.getStyleClass().add(style);
    label.setMinWidth(width);
    label.setPrefWidth(width);
    label.setMaxWidth(width);
  }

  @Override
  protected void updateItem(@Nullable LogLine item, boolean empty) {
    super.updateItem(item, empty);
    pseudoClassStateChanged(HEAD, item instanceof LogLine.Head);
    switch (item) {
      case null -> {
        setGraphic(null);
        setAccessibleText("");
      }
      case LogLine.Head it -> show(it);
      case LogLine.Statement it -> show(it);
    }
  }

  private void show(LogLine.Head it) {
    title.setText(it.title());
    summary.setText(it.summary());
    repeats.setText("%,d alike".formatted(it.repeats()));
    repeats.setVisible(it.repeats() > 0);
    setAccessibleText(it.title() + ": " + it.summary());
    setGraphic(head);
  }

  private void show(LogLine.Statement it) {
    time.setText(it.time());
    duration.setText(it.duration());
    duration.getStyleClass().removeAll("slow", "very-slow");
    switch (it.pace()) {
      case USUAL -> {}
      case SLOW -> duration.getStyleClass().add("slow");
      case VERY_SLOW -> duration.getStyleClass().add("very-slow");
    }
    double width = Math.max(1, Math.round(it.share() * BAR));
    share.setMinWidth(width);
    share.setMaxWidth(width);
    rows.setText(it.rows());
    reason.getStyleClass().remove(reasonStyle);
    reasonStyle = it.reasonStyle();
    reason.getStyleClass().add(reasonStyle);
    reason.setText(it.reason());
    sql.show(SqlColours.line(it.sql()));
    boolean failed = !it.error().isEmpty();
    sql.getStyleClass().remove("log-failed");
    if (failed) {
      sql.getStyleClass().add("log-failed");
    }
    same.setVisible(it.similar() > 1);
    same.setText(
        it.duplicates() > 1 ? it.duplicates() + "× duplicate" : it.similar() + "× similar");
    setAccessibleText(
        it.sql() + ", " + it.reason() + ", " + it.duration() + ", " + it.rows() + " rows");
    setGraphic(line);
  }
}
