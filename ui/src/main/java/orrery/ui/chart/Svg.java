package orrery.ui.chart;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// Writes drawings as SVG: the same marks at the same places, text as text.
final class Svg {
  private Svg() {}

  /// Returns a drawing as an SVG file.
  ///
  /// @param colours the colour of every ink, as `#rrggbb`
  static String of(Drawing drawing, Map<Ink, String> colours) {
    StringBuilder out = new StringBuilder();
    out.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" width="%s" height="%s" viewBox="0 0 %s %s" \
        font-family="Inter, 'Segoe UI', Helvetica, Arial, sans-serif">
        """
            .formatted(
                n(drawing.width()), n(drawing.height()), n(drawing.width()), n(drawing.height())));
    for (Mark mark : drawing.marks()) {
      out.append("  ").append(mark(mark, colours)).append('\n');
    }
    return out.append("</svg>\n").toString();
  }

  private static String mark(Mark mark, Map<Ink, String> colours) {
    return switch (mark) {
      case Mark.Box(double x, double y, double width, double height, Ink ink) ->
          "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\"/>"
              .formatted(n(x), n(y), n(width), n(height), colour(colours, ink));
      case Mark.Rule(double x1, double y1, double x2, double y2, Ink ink, double width) ->
          "<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" stroke=\"%s\" stroke-width=\"%s\"/>"
              .formatted(n(x1), n(y1), n(x2), n(y2), colour(colours, ink), n(width));
      case Mark.Track track -> {
        StringBuilder places = new StringBuilder();
        track
            .places()
            .forEach(p -> places.append(n(p.x())).append(',').append(n(p.y())).append(' '));
        yield ("<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"%s\""
                + " stroke-linejoin=\"round\" stroke-linecap=\"round\"/>")
            .formatted(places.toString().strip(), colour(colours, track.ink()), n(track.width()));
      }
      case Mark.Dot(double x, double y, double radius, Ink ink, double opacity) ->
          "<circle cx=\"%s\" cy=\"%s\" r=\"%s\" fill=\"%s\"%s/>"
              .formatted(
                  n(x),
                  n(y),
                  n(radius),
                  colour(colours, ink),
                  opacity == 1 ? "" : " fill-opacity=\"" + n(opacity) + "\"");
      case Mark.Words words ->
          "<text x=\"%s\" y=\"%s\" font-size=\"%s\" text-anchor=\"%s\" fill=\"%s\"%s>%s</text>"
              .formatted(
                  n(words.x()),
                  n(words.y()),
                  n(words.size()),
                  words.anchor().svg(),
                  colour(colours, words.ink()),
                  words.turn() == 0
                      ? ""
                      : " transform=\"rotate(%s %s %s)\""
                          .formatted(n(words.turn()), n(words.x()), n(words.y())),
                  escape(words.text()));
    };
  }

  private static String colour(Map<Ink, String> colours, Ink ink) {
    return Objects.requireNonNull(colours.get(ink), ink.name());
  }

  private static String n(double number) {
    String text = String.format(Locale.ROOT, "%.2f", number);
    return text.replaceFirst("\\.?0+$", "");
  }

  // Control characters may not stand in XML at all.
  private static String escape(String text) {
    return text.replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f]", " ")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;");
  }
}
