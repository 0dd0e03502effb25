package orrery.ui.kit;

import java.util.List;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// Code in colours on one line, cut off where the line ends. Made for rows of lists: it is filled
/// again and again.
public final class CodeLine extends Region {
  private static final int MOST_CHARACTERS = 600;

  private final TextFlow flow = new TextFlow();
  private final Rectangle clip = new Rectangle();

  /// Makes an empty line.
  public CodeLine() {
    getStyleClass().add("code-line");
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    setClip(clip);
    setMinWidth(0);
    setPrefWidth(0);
    getChildren().add(flow);
  }

  /// Shows `code`, of which a line never shows more than the start.
  public void show(List<Coloured> code) {
    flow.getChildren().clear();
    int length = 0;
    for (Coloured run : code) {
      Text text = new Text(run.text().replace('\n', ' '));
      text.getStyleClass().add("code-text");
      text.getStyleClass().addAll(run.styles());
      flow.getChildren().add(text);
      length += run.text().length();
      if (length > MOST_CHARACTERS) {
        break;
      }
    }
  }

  @Override
  protected double computePrefHeight(double width) {
    return flow.prefHeight(-1);
  }

  @Override
  protected void layoutChildren() {
    double height = flow.prefHeight(-1);
    double y = Math.max(0, (getHeight() - height) / 2);
    // As wide as it likes, so that it never wraps.
    flow.resizeRelocate(0, snapPositionY(y), 100_000, height);
  }
}
