package orrery.ui.chart;

import java.util.List;

/// One mark of a drawing, in points from its upper left corner.
sealed interface Mark {
  /// A filled rectangle.
  record Box(double x, double y, double width, double height, Ink ink) implements Mark {}

  /// A straight line.
  record Rule(double x1, double y1, double x2, double y2, Ink ink, double width) implements Mark {}

  /// A line from place to place.
  record Track(List<Place> places, Ink ink, double width) implements Mark {
    /// Makes it from a copy of `places`.
    public Track {
      places = List.copyOf(places);
    }
  }

  /// A filled circle.
  ///
  /// @param opacity from 0 to 1
  record Dot(double x, double y, double radius, Ink ink, double opacity) implements Mark {}

  /// A line of text.
  ///
  /// @param x where its anchor stands
  /// @param y where its letters stand
  /// @param turn by how many degrees it is turned around there, clockwise
  record Words(double x, double y, String text, Anchor anchor, double size, double turn, Ink ink)
      implements Mark {}

  /// A place.
  record Place(double x, double y) {}

  /// Which part of a text stands at its place.
  enum Anchor {
    /// Its start.
    START("start"),
    /// Its middle.
    MIDDLE("middle"),
    /// Its end.
    END("end");

    private final String svg;

    Anchor(String svg) {
      this.svg = svg;
    }

    /// Returns SVG's word for it.
    String svg() {
      return svg;
    }
  }
}
