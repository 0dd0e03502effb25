package orrery.ui.chart;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/// Paints drawings on a canvas.
final class CanvasPainter {
  private static final Map<Double, Font> FONTS = new HashMap<>();
  private static final Text RULER = new Text();

  /// How wide text is in the window's font. Belongs to the window's thread.
  static final TextSize TEXT =
      (text, size) -> {
        RULER.setFont(font(size));
        RULER.setText(text);
        return RULER.getLayoutBounds().getWidth();
      };

  private CanvasPainter() {}

  /// Paints a drawing.
  static void paint(Drawing drawing, GraphicsContext on, Function<Ink, Color> colours) {
    on.setTextBaseline(VPos.BASELINE);
    on.setLineJoin(StrokeLineJoin.ROUND);
    on.setLineCap(StrokeLineCap.ROUND);
    for (Mark mark : drawing.marks()) {
      paint(mark, on, colours);
    }
  }

  private static void paint(Mark mark, GraphicsContext on, Function<Ink, Color> colours) {
    switch (mark) {
      case Mark.Box(double x, double y, double width, double height, Ink ink) -> {
        on.setFill(colours.apply(ink));
        on.fillRect(x, y, width, height);
      }
      case Mark.Rule(double x1, double y1, double x2, double y2, Ink ink, double width) -> {
        on.setStroke(colours.apply(ink));
        on.setLineWidth(width);
        on.strokeLine(x1, y1, x2, y2);
      }
      case Mark.Track track -> {
        on.setStroke(colours.apply(track.ink()));
        on.setLineWidth(track.width());
        on.strokePolyline(
            track.places().stream().mapToDouble(Mark.Place::x).toArray(),
            track.places().stream().mapToDouble(Mark.Place::y).toArray(),
            track.places().size());
      }
      case Mark.Dot(double x, double y, double radius, Ink ink, double opacity) -> {
        on.setFill(colours.apply(ink).deriveColor(0, 1, 1, opacity));
        on.fillOval(x - radius, y - radius, radius * 2, radius * 2);
      }
      case Mark.Words words -> {
        on.save();
        on.setFill(colours.apply(words.ink()));
        on.setFont(font(words.size()));
        on.setTextAlign(
            switch (words.anchor()) {
              case START -> TextAlignment.LEFT;
              case MIDDLE -> TextAlignment.CENTER;
              case END -> TextAlignment.RIGHT;
            });
        on.translate(words.x(), words.y());
        on.rotate(words.turn());
        on.fillText(words.text(), 0, 0);
        on.restore();
      }
    }
  }

  private static Font font(double size) {
    return FONTS.computeIfAbsent(size, s -> Font.font("Inter", s));
  }
}
