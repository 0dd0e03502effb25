package orrery.ui.chart;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lays a figure out in a rectangle: axes with round numbers, legend, and the marks of the values.
final class Plot {
  private static final double SMALL = 11;
  private static final double PLAIN = 12;
  private static final double MARGIN = 14;

  /// A height in which there is no room for the title below.
  private static final double FLAT = 150;

  /// The widest that the name of a group may be.
  private static final double NAME = 130;

  private final TextSize text;
  private final double width;
  private final double height;
  private final List<Mark> marks = new ArrayList<>();
  private final List<Drawing.Spot> spots = new ArrayList<>();

  private double left = MARGIN;
  private double right;
  private double top = MARGIN;
  private double bottom;
  private Ticks ups = new Ticks(0, 1, 1);

  private Plot(TextSize text, double width, double height) {
    this.text = text;
    this.width = width;
    this.height = height;
    right = width - MARGIN;
    bottom = height - MARGIN;
  }

  /// Returns the drawing of a figure in a rectangle.
  static Drawing draw(Figure figure, double width, double height, TextSize text) {
    Plot plot = new Plot(text, width, height);
    plot.marks.add(new Mark.Box(0, 0, width, height, Ink.GROUND));
    switch (figure) {
      case Figure.Groups groups -> plot.groups(groups);
      case Figure.Points points -> plot.points(points);
      case Figure.Bins bins -> plot.bins(bins);
    }
    return new Drawing(width, height, plot.marks, plot.spots);
  }

  // Groups

  private void groups(Figure.Groups figure) {
    List<String> names = figure.series().stream().map(Figure.Heights::name).toList();
    titles(figure, names);
    double least = 0;
    double most = 0;
    for (Figure.Heights heights : figure.series()) {
      for (Double value : heights.values()) {
        least = value == null ? least : Math.min(least, value);
        most = value == null ? most : Math.max(most, value);
      }
    }
    int count = Math.max(1, figure.groups().size());
    prepareUps(least, most);
    boolean isTurned = nameGroups(figure.groups(), count);
    double band = (right - left) / count;
    sideAxis();
    for (int i = 0; i < figure.groups().size(); i++) {
      groupName(figure.groups().get(i), i, band, isTurned);
    }
    if (figure.isLine()) {
      groupLines(figure, band);
    } else {
      bars(figure, band);
    }
    base();
  }

  // Leaves room below for the names of groups, level where they fit, else turned.
  private boolean nameGroups(List<String> groups, int count) {
    double widest = 0;
    for (String group : groups) {
      widest = Math.max(widest, Math.min(NAME, text.width(group, SMALL)));
    }
    boolean isTurned = widest > (right - left) / count - 6;
    bottom -= isTurned ? Math.min(widest * 0.71 + 16, height * 0.4) : 20;
    return isTurned;
  }

  private void groupName(String name, int index, double band, boolean isTurned) {
    int every = isTurned ? (int) Math.ceil(13 / band) : 1;
    if (index % every != 0) {
      return;
    }
    double middle = left + (index + 0.5) * band;
    double room =
        isTurned ? Math.min(NAME, (height - (height < FLAT ? 8 : 24) - bottom - 14) / 0.71) : NAME;
    // A name that leans to the left must not lean over the edge.
    double cut = isTurned ? Math.min(room, (middle - 4) / 0.71) : room;
    String shown = text.cut(name, SMALL, cut);
    marks.add(
        isTurned
            ? new Mark.Words(middle + 4, bottom + 13, shown, Mark.Anchor.END, SMALL, -45, Ink.MUTED)
            : new Mark.Words(middle, bottom + 15, shown, Mark.Anchor.MIDDLE, SMALL, 0, Ink.MUTED));
  }

  private void bars(Figure.Groups figure, double band) {
    int series = figure.series().size();
    double share = Math.min(band * (band > 24 ? 0.72 : 0.82), 64.0 * series);
    double bar = share / series;
    double gap = bar > 8 && series > 1 ? 1 : 0;
    boolean isTold = isTold(figure, band);
    for (int s = 0; s < series; s++) {
      Figure.Heights heights = figure.series().get(s);
      for (int i = 0; i < heights.values().size(); i++) {
        Double value = heights.values().get(i);
        if (value == null) {
          continue;
        }
        double x = left + (i + 0.5) * band - share / 2 + s * bar;
        double from = up(0);
        double to = up(value);
        marks.add(
            new Mark.Box(x, Math.min(from, to), bar - gap, Math.abs(to - from), Ink.series(s)));
        spots.add(
            new Drawing.Spot(
                x + bar / 2, to, tell(figure.groups().get(i), heights.name(), value, series)));
        if (isTold) {
          onBar(value, x + bar / 2, to);
        }
      }
    }
  }

  // Values stand at their bars where there is room for all of them.
  private boolean isTold(Figure.Groups figure, double band) {
    return figure.series().size() == 1
        && figure.series().getFirst().values().stream()
            .allMatch(v -> v == null || text.width(NumberWords.of(v), SMALL) <= band - 4);
  }

  private void onBar(double value, double x, double to) {
    double y = value < 0 ? to + 13 : to - 5;
    marks.add(new Mark.Words(x, y, NumberWords.of(value), Mark.Anchor.MIDDLE, SMALL, 0, Ink.TEXT));
  }

  private void groupLines(Figure.Groups figure, double band) {
    for (int s = 0; s < figure.series().size(); s++) {
      Figure.Heights heights = figure.series().get(s);
      List<Mark.@Nullable Place> places = new ArrayList<>();
      for (int i = 0; i < heights.values().size(); i++) {
        Double value = heights.values().get(i);
        if (value == null) {
          places.add(null);
          continue;
        }
        Mark.Place at = new Mark.Place(left + (i + 0.5) * band, up(value));
        places.add(at);
        String words = tell(figure.groups().get(i), heights.name(), value, figure.series().size());
        spots.add(new Drawing.Spot(at.x(), at.y(), words));
      }
      track(places, Ink.series(s));
    }
  }

  private static String tell(String group, String series, double value, int of) {
    String number = NumberWords.of(value);
    return group + "\n" + (of > 1 ? series + ": " : "") + number;
  }

  // Points

  private void points(Figure.Points figure) {
    titles(figure, figure.series().stream().map(Figure.Course::name).toList());
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    int count = 0;
    for (Figure.Course course : figure.series()) {
      for (Figure.Point point : course.points()) {
        low = Math.min(low, point.x());
        high = Math.max(high, point.x());
        Double y = point.y();
        if (y != null) {
          least = Math.min(least, y);
          most = Math.max(most, y);
          count++;
        }
      }
    }
    if (count == 0) {
      low = 0;
      high = 1;
      least = 0;
      most = 1;
    }
    // Values near nothing are read from nothing; those far from it would be a flat line.
    prepareUps(least > 0 && least < most * 0.5 ? 0 : least, most);
    bottom -= 20;
    sideAxis();
    Scale across = across(figure, low, high);
    for (int s = 0; s < figure.series().size(); s++) {
      course(figure, s, across, count);
    }
    base();
  }

  /// Where the values of the axis at the bottom stand.
  private record Scale(double low, double high, double left, double right) {
    double at(double value) {
      return left + (value - low) / (high - low) * (right - left);
    }
  }

  private Scale across(Figure.Points figure, double least, double most) {
    if (figure.isTime()) {
      double room = least == most ? 86_400 : (most - least) * 0.02;
      Scale scale = new Scale(least - room, most + room, left, right);
      TimeTicks ticks = TimeTicks.of(scale.low, scale.high, (int) ((right - left) / 80));
      ticks.values(scale.low, scale.high).forEach(v -> below(scale.at(v), ticks.words(v)));
      return scale;
    }
    boolean isWhole =
        figure.series().stream()
            .allMatch(c -> c.points().stream().allMatch(p -> p.x() == Math.rint(p.x())));
    int wanted = (int) Math.max(2, (right - left) / 90);
    Ticks ticks = Ticks.of(least, most, wanted);
    if (isWhole && ticks.step() < 1) {
      ticks = new Ticks(Math.floor(least), Math.ceil(most), 1);
    }
    // Years are not written with a comma.
    boolean isYears = isWhole && least >= 1000 && most <= 2999;
    double room = ticks.step() * 0.15;
    boolean isTight = isYears || least - ticks.low() > ticks.step() / 2;
    Scale scale =
        new Scale(
            isTight ? least - room : ticks.low(),
            isTight ? most + room : ticks.high(),
            left,
            right);
    for (double value : ticks.values()) {
      if (value >= scale.low - 1e-9 && value <= scale.high + 1e-9) {
        String words = isYears ? String.valueOf(Math.round(value)) : ticks.words(value);
        below(scale.at(value), words);
      }
    }
    return scale;
  }

  private void below(double x, String words) {
    marks.add(new Mark.Rule(x, bottom, x, bottom + 4, Ink.AXIS, 1));
    double half = text.width(words, SMALL) / 2;
    double at = Math.min(Math.max(x, half + 2), width - half - 2);
    marks.add(new Mark.Words(at, bottom + 16, words, Mark.Anchor.MIDDLE, SMALL, 0, Ink.MUTED));
  }

  private void course(Figure.Points figure, int s, Scale across, int count) {
    Figure.Course course = figure.series().get(s);
    boolean isMany = figure.series().size() > 1;
    List<Mark.@Nullable Place> places = new ArrayList<>();
    double radius = count > 800 ? 2 : count > 200 ? 2.8 : 3.6;
    for (Figure.Point point : course.points()) {
      Double y = point.y();
      if (y == null) {
        places.add(null);
        continue;
      }
      Mark.Place at = new Mark.Place(across.at(point.x()), up(y));
      places.add(at);
      String x = figure.isTime() ? TimeTicks.whole(point.x()) : NumberWords.of(point.x());
      String words =
          figure.across()
              + ": "
              + x
              + "\n"
              + (isMany ? course.name() : figure.up())
              + ": "
              + NumberWords.of(y);
      spots.add(new Drawing.Spot(at.x(), at.y(), words));
      if (!figure.isLine()) {
        marks.add(new Mark.Dot(at.x(), at.y(), radius, Ink.series(s), 0.72));
      }
    }
    if (figure.isLine()) {
      track(places, Ink.series(s));
    }
  }

  // Bins

  private void bins(Figure.Bins figure) {
    titles(figure, List.of());
    int most = figure.counts().stream().mapToInt(Integer::intValue).max().orElse(1);
    prepareUps(0, most);
    bottom -= 20;
    sideAxis();
    if (!figure.counts().isEmpty()) {
      double low = figure.edges().getFirst();
      double high = figure.edges().getLast();
      Scale scale = new Scale(low, high, left, right);
      Ticks ticks = Ticks.of(low, high, (int) Math.max(2, (right - left) / 90));
      for (double value : ticks.values()) {
        if (value >= low - 1e-9 && value <= high + 1e-9) {
          below(scale.at(value), ticks.words(value));
        }
      }
      for (int i = 0; i < figure.counts().size(); i++) {
        double from = scale.at(figure.edges().get(i));
        double to = scale.at(figure.edges().get(i + 1));
        double y = up(figure.counts().get(i));
        marks.add(
            new Mark.Box(from + 0.5, y, Math.max(1, to - from - 1), bottom - y, Ink.SERIES_1));
        String range =
            NumberWords.of(figure.edges().get(i))
                + " to "
                + NumberWords.of(figure.edges().get(i + 1));
        spots.add(
            new Drawing.Spot((from + to) / 2, y, range + "\n" + rows(figure.counts().get(i))));
      }
    }
    base();
  }

  private static String rows(int count) {
    return "%,d %s".formatted(count, count == 1 ? "row" : "rows");
  }

  // What all have

  private void titles(Figure figure, List<String> series) {
    double y = top + 6;
    double x = left;
    // What was left out belongs to the picture, wherever it goes.
    double noted = figure.note().isEmpty() ? 0 : text.width(figure.note(), SMALL) + 20;
    if (noted > 0) {
      String note = text.cut(figure.note(), SMALL, right - left);
      marks.add(new Mark.Words(right, y, note, Mark.Anchor.END, SMALL, 0, Ink.MUTED));
    }
    if (series.size() > 1) {
      for (int i = 0; i < series.size(); i++) {
        String name = text.cut(series.get(i), PLAIN, 160);
        double needs = 16 + text.width(name, PLAIN) + 16;
        if (x + needs > (y == top + 6 ? right - noted : right) && x > left) {
          x = left;
          y += 18;
        }
        marks.add(new Mark.Box(x, y - 9, 10, 10, Ink.series(i)));
        marks.add(new Mark.Words(x + 16, y, name, Mark.Anchor.START, PLAIN, 0, Ink.TEXT));
        x += needs;
      }
    } else {
      String up = text.cut(figure.up(), PLAIN, Math.max(40, right - left - noted));
      marks.add(new Mark.Words(left, y, up, Mark.Anchor.START, PLAIN, 0, Ink.MUTED));
    }
    top = y + 14;
    bottom = height - 8;
    if (height < FLAT) {
      return;
    }
    String across = text.cut(figure.across(), PLAIN, right - left);
    marks.add(
        new Mark.Words(
            (left + right) / 2, height - 8, across, Mark.Anchor.MIDDLE, PLAIN, 0, Ink.MUTED));
    bottom = height - 24;
  }

  private void prepareUps(double least, double most) {
    int wanted = (int) Math.clamp((bottom - top) / 44, 2, 10);
    ups = Ticks.of(least, most, wanted);
    if (ups.low() == 0 && ups.high() == 0) {
      ups = new Ticks(0, 1, 1);
    }
    double widest = 0;
    for (double value : ups.values()) {
      widest = Math.max(widest, text.width(ups.words(value), SMALL));
    }
    left = MARGIN + widest + 8;
  }

  private double up(double value) {
    return bottom - (value - ups.low()) / (ups.high() - ups.low()) * (bottom - top);
  }

  private void sideAxis() {
    for (double value : ups.values()) {
      double y = Math.round(up(value)) + 0.5;
      marks.add(new Mark.Rule(left, y, right, y, Ink.GRID, 1));
      marks.add(
          new Mark.Words(left - 8, y + 4, ups.words(value), Mark.Anchor.END, SMALL, 0, Ink.MUTED));
    }
  }

  // The line that bars stand on lies above them.
  private void base() {
    double zero = ups.low() <= 0 && ups.high() >= 0 ? 0 : ups.low();
    double y = Math.round(up(zero)) + 0.5;
    marks.add(new Mark.Rule(left, y, right, y, Ink.AXIS, 1));
  }

  // A line, with dots where they do not run into each other; it breaks where there is no value.
  private void track(List<Mark.@Nullable Place> places, Ink ink) {
    List<Mark.Place> part = new ArrayList<>();
    for (Mark.Place place : places) {
      if (place == null) {
        end(part, ink);
      } else {
        part.add(place);
      }
    }
    end(part, ink);
    boolean isAiry = places.size() < 2 || (right - left) / places.size() > 9;
    for (Mark.Place place : places) {
      if (place != null && isAiry) {
        marks.add(new Mark.Dot(place.x(), place.y(), 3.2, ink, 1));
      }
    }
  }

  private void end(List<Mark.Place> part, Ink ink) {
    if (part.size() > 1) {
      marks.add(new Mark.Track(part, ink, 2));
    } else if (part.size() == 1) {
      // A value between two gaps would not be seen.
      marks.add(new Mark.Dot(part.getFirst().x(), part.getFirst().y(), 3.2, ink, 1));
    }
    part.clear();
  }
}
