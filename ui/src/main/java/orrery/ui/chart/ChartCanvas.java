package orrery.ui.chart;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/// Shows a figure, laid out anew for every size, and tells the value below the pointer or, by the
/// arrow keys, one after the other.
final class ChartCanvas extends Region {
  /// How near the pointer must be to a value.
  private static final double NEAR = 28;

  private static final double LEAST_SAVED_WIDTH = 960;
  private static final double LEAST_SAVED_HEIGHT = 540;

  private final Canvas canvas = new Canvas();
  private final Map<Ink, Rectangle> swatches = new EnumMap<>(Ink.class);
  private final Label tip = new Label();
  private final Circle ring = new Circle(6);
  private @Nullable Figure figure;
  private Drawing drawing = new Drawing(0, 0, List.of(), List.of());
  private int told = -1;

  ChartCanvas() {
    getStyleClass().add("chart");
    setId("chart");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setMinSize(0, 0);
    getChildren().add(canvas);
    // The sheets know the colours; these have them, and nobody sees them.
    for (Ink ink : Ink.values()) {
      Rectangle swatch = new Rectangle(0, 0);
      swatch.getStyleClass().add(ink.css());
      swatch.setManaged(false);
      swatch.fillProperty().addListener((_, _, _) -> requestLayout());
      swatches.put(ink, swatch);
      getChildren().add(swatch);
    }
    ring.getStyleClass().add("chart-ring");
    ring.setManaged(false);
    ring.setMouseTransparent(true);
    tip.getStyleClass().add("chart-tip");
    tip.setManaged(false);
    tip.setMouseTransparent(true);
    getChildren().addAll(ring, tip);
    tell(-1);
    setOnMouseMoved(this::moved);
    setOnMouseExited(_ -> tell(-1));
    setOnMousePressed(_ -> requestFocus());
    setOnKeyPressed(this::pressed);
    focusedProperty()
        .subscribe(has -> {
          if (!has) {
            tell(-1);
          }
        });
  }

  /// Shows a figure; with null, nothing.
  void show(@Nullable Figure next) {
    figure = next;
    tell(-1);
    requestLayout();
  }

  /// Returns what is drawn.
  Drawing drawing() {
    return drawing;
  }

  /// Returns the chart as an image, two pixels to the point.
  WritableImage image() {
    Drawing saved = saved();
    Canvas large = new Canvas(saved.width() * 2, saved.height() * 2);
    large.getGraphicsContext2D().scale(2, 2);
    CanvasPainter.paint(saved, large.getGraphicsContext2D(), this::colour);
    return large.snapshot(null, null);
  }

  /// Returns the chart as an SVG file.
  String svg() {
    Map<Ink, String> colours = new EnumMap<>(Ink.class);
    for (Ink ink : Ink.values()) {
      Color colour = colour(ink);
      colours.put(
          ink,
          String.format(
              Locale.ROOT,
              "#%02x%02x%02x",
              Math.round(colour.getRed() * 255),
              Math.round(colour.getGreen() * 255),
              Math.round(colour.getBlue() * 255)));
    }
    return Svg.of(saved(), colours);
  }

  // As it is seen, but never as small as a small pane makes it.
  private Drawing saved() {
    double scale =
        Math.max(1, Math.max(LEAST_SAVED_WIDTH / getWidth(), LEAST_SAVED_HEIGHT / getHeight()));
    return Plot.draw(
        Objects.requireNonNull(figure),
        Math.rint(Math.min(getWidth() * scale, LEAST_SAVED_WIDTH * 2)),
        Math.rint(getHeight() * scale),
        CanvasPainter.TEXT);
  }

  private Color colour(Ink ink) {
    return Objects.requireNonNull(swatches.get(ink)).getFill() instanceof Color colour
        ? colour
        : Color.GRAY;
  }

  @Override
  protected void layoutChildren() {
    double width = Math.floor(getWidth());
    double height = Math.floor(getHeight());
    canvas.setWidth(width);
    canvas.setHeight(height);
    canvas.getGraphicsContext2D().clearRect(0, 0, width, height);
    if (figure == null || width < 60 || height < 60) {
      drawing = new Drawing(width, height, List.of(), List.of());
    } else {
      drawing = Plot.draw(figure, width, height, CanvasPainter.TEXT);
      CanvasPainter.paint(drawing, canvas.getGraphicsContext2D(), this::colour);
      setAccessibleText(
          "Chart of %s by %s, %d values. Arrow keys tell them."
              .formatted(figure.up(), figure.across(), drawing.spots().size()));
    }
    if (told >= drawing.spots().size()) {
      tell(-1);
    } else if (told >= 0) {
      tell(told);
    }
  }

  private void moved(MouseEvent mouse) {
    int best = -1;
    double nearest = NEAR * NEAR;
    for (int i = 0; i < drawing.spots().size(); i++) {
      Drawing.Spot spot = drawing.spots().get(i);
      double dx = spot.x() - mouse.getX();
      double dy = spot.y() - mouse.getY();
      // In the bars of a chart the pointer is below the value.
      boolean isWithin = isBars() && Math.abs(dx) < 12;
      double away = isWithin ? dx * dx : dx * dx + dy * dy;
      if (away < nearest) {
        nearest = away;
        best = i;
      }
    }
    tell(best);
  }

  private boolean isBars() {
    return figure instanceof Figure.Bins || (figure instanceof Figure.Groups g && !g.isLine());
  }

  private void pressed(KeyEvent key) {
    int last = drawing.spots().size() - 1;
    switch (key.getCode()) {
      case RIGHT -> tell(Math.min(last, told + 1));
      case LEFT -> tell(told < 0 ? last : Math.max(0, told - 1));
      case HOME -> tell(Math.min(last, 0));
      case END -> tell(last);
      default -> {
        return;
      }
    }
    key.consume();
  }

  private void tell(int index) {
    told = index;
    boolean isTold = index >= 0 && index < drawing.spots().size();
    tip.setVisible(isTold);
    ring.setVisible(isTold);
    if (!isTold) {
      return;
    }
    Drawing.Spot spot = drawing.spots().get(index);
    tip.setText(spot.words());
    tip.applyCss();
    tip.autosize();
    ring.setCenterX(spot.x());
    ring.setCenterY(spot.y());
    ring.setStroke(colour(Ink.TEXT));
    double x = Math.clamp(spot.x() + 12, 4, Math.max(4, getWidth() - tip.getWidth() - 4));
    double y = spot.y() - tip.getHeight() - 10;
    tip.relocate(Math.rint(x), Math.rint(y < 4 ? spot.y() + 12 : y));
    if (isFocused()) {
      setAccessibleText(spot.words().replace("\n", ", "));
    }
  }
}
