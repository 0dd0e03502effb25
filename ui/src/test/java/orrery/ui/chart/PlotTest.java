package orrery.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/// Where the marks of a chart stand, without a toolkit.
class PlotTest {
  private static final TextSize TEXT = (text, size) -> text.length() * size * 0.55;

  private static Figure.Groups bars(List<String> groups, Double... values) {
    return new Figure.Groups(
        "country",
        "revenue",
        groups,
        List.of(new Figure.Heights("revenue", Arrays.asList(values))),
        false,
        "");
  }

  private static Drawing draw(Figure figure) {
    return Plot.draw(figure, 640, 320, TEXT);
  }

  private static List<Mark.Box> boxes(Drawing drawing) {
    return marks(drawing, Mark.Box.class).filter(box -> box.ink() == Ink.SERIES_1).toList();
  }

  private static <T extends Mark> Stream<T> marks(Drawing drawing, Class<T> type) {
    return drawing.marks().stream().filter(type::isInstance).map(type::cast);
  }

  private static List<String> words(Drawing drawing) {
    return marks(drawing, Mark.Words.class).map(Mark.Words::text).toList();
  }

  private static double axis(Drawing drawing) {
    return marks(drawing, Mark.Rule.class)
        .filter(rule -> rule.ink() == Ink.AXIS && rule.y1() == rule.y2())
        .map(Mark.Rule::y1)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void barsStandOnTheAxisAndAreAsHighAsTheirValues() {
    Drawing drawing = draw(bars(List.of("USA", "Canada", "France"), 400.0, 200.0, 100.0));
    List<Mark.Box> bars = boxes(drawing);
    assertThat(bars).hasSize(3);
    assertThat(bars.get(0).height()).isCloseTo(bars.get(1).height() * 2, offset());
    assertThat(bars.get(1).height()).isCloseTo(bars.get(2).height() * 2, offset());
    assertThat(bars).allMatch(bar -> Math.abs(bar.y() + bar.height() - axis(drawing)) < 1);
    assertThat(words(drawing))
        .contains("USA", "Canada", "France", "country", "revenue", "0", "400");
  }

  @Test
  void negativeValuesHangBelowTheAxisAndNullHasNoBar() {
    Drawing drawing = draw(bars(List.of("a", "b", "c"), 10.0, -5.0, null));
    List<Mark.Box> bars = boxes(drawing);
    assertThat(bars).hasSize(2);
    assertThat(bars.get(1).y()).isCloseTo(axis(drawing), org.assertj.core.data.Offset.offset(1.0));
    assertThat(words(drawing)).contains("-5");
    assertThat(drawing.spots()).hasSize(2);
  }

  @Test
  void longNamesAreTurnedAndCutAndNothingLeavesTheDrawing() {
    List<String> names =
        Stream.iterate(1, i -> i + 1)
            .limit(40)
            .map(i -> i + " A Name That Is Longer Than Anybody Would Like It To Be")
            .toList();
    Double[] values = new Double[40];
    Arrays.fill(values, 7.0);
    Drawing drawing = draw(bars(names, values));
    assertThat(marks(drawing, Mark.Words.class).filter(w -> w.turn() != 0))
        .isNotEmpty()
        .allMatch(w -> w.text().endsWith("…"))
        .allMatch(w -> w.x() - TEXT.width(w.text(), w.size()) * 0.71 >= 0)
        .allMatch(w -> w.y() + TEXT.width(w.text(), w.size()) * 0.71 <= 320);
    assertThat(boxes(drawing)).allMatch(bar -> bar.x() >= 0 && bar.x() + bar.width() <= 640);
  }

  @Test
  void aLineBreaksWhereThereIsNoValue() {
    List<Figure.Point> points =
        List.of(
            new Figure.Point(1, 5.0),
            new Figure.Point(2, 6.0),
            new Figure.Point(3, null),
            new Figure.Point(4, 7.0),
            new Figure.Point(5, 8.0));
    Drawing drawing =
        draw(new Figure.Points("x", "y", List.of(new Figure.Course("y", points)), false, true, ""));
    assertThat(marks(drawing, Mark.Track.class).map(track -> track.places().size()))
        .containsExactly(2, 2);
    assertThat(drawing.spots()).hasSize(4);
  }

  @Test
  void seriesHaveALegendAndColoursOfTheirOwn() {
    Figure figure =
        new Figure.Groups(
            "x",
            "a, b",
            List.of("g"),
            List.of(
                new Figure.Heights("first", List.of(1.0)),
                new Figure.Heights("second", List.of(2.0))),
            false,
            "first 1 of 2 groups");
    Drawing drawing = draw(figure);
    assertThat(words(drawing)).contains("first", "second", "first 1 of 2 groups");
    assertThat(marks(drawing, Mark.Box.class).map(Mark.Box::ink))
        .contains(Ink.SERIES_1, Ink.SERIES_2);
    assertThat(drawing.spots().getLast().words()).isEqualTo("g\nsecond: 2");
  }

  @Test
  void whatHasNoValuesIsDrawnAsEmptyAxes() {
    Drawing dots = draw(new Figure.Points("x", "y", List.of(), true, false, ""));
    Drawing bins = draw(new Figure.Bins("x", "rows", List.of(), List.of(), ""));
    assertThat(dots.spots()).isEmpty();
    assertThat(bins.spots()).isEmpty();
    assertThat(words(bins)).contains("x", "rows");
  }

  @Test
  void timeHasRoundMoments() {
    double day = 86_400;
    double start = java.time.LocalDate.parse("2024-01-10").toEpochDay() * day;
    TimeTicks months = TimeTicks.of(start, start + 200 * day, 8);
    assertThat(months.values(start, start + 200 * day).stream().map(months::words))
        .containsExactly("2024-02", "2024-03", "2024-04", "2024-05", "2024-06", "2024-07");
    TimeTicks years = TimeTicks.of(start, start + 20 * 366 * day, 8);
    assertThat(years.values(start, start + 20 * 366 * day).stream().map(years::words))
        .containsExactly("2025", "2030", "2035", "2040");
    TimeTicks hours = TimeTicks.of(start, start + day, 8);
    assertThat(hours.values(start, start + day).stream().map(hours::words))
        .startsWith("2024-01-10", "03:00", "06:00");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 523.06, 5, 0|200|400|600",
    "-3, 7, 5, -4|-2|0|2|4|6|8",
    "0, 0, 4, -1.0|-0.5|0|0.5|1.0",
    "0.001, 0.004, 3, 0.001|0.002|0.003|0.004",
    "0, 2500000, 5, 0|0.5M|1.0M|1.5M|2.0M|2.5M",
    "0, 12000, 4, 0|5k|10k|15k"
  })
  void ticksAreRound(double least, double most, int wanted, String expected) {
    Ticks ticks = Ticks.of(least, most, wanted);
    assertThat(ticks.values().stream().map(ticks::words).collect(Collectors.joining("|")))
        .isEqualTo(expected);
  }

  @Test
  void svgHasTheSameMarksAndTextAsText() throws Exception {
    Drawing drawing = draw(bars(List.of("Côte d'Ivoire", "<b> & Co"), 400.0, -20.5));
    Map<Ink, String> colours =
        Stream.of(Ink.values()).collect(Collectors.toMap(Function.identity(), _ -> "#112233"));
    String svg = Svg.of(drawing, colours);
    Document read =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(svg)));
    assertThat(read.getElementsByTagName("rect").getLength())
        .isEqualTo((int) marks(drawing, Mark.Box.class).count());
    assertThat(read.getElementsByTagName("text").getLength())
        .isEqualTo((int) marks(drawing, Mark.Words.class).count());
    assertThat(svg).contains(">Côte d'Ivoire</text>").contains(">&lt;b&gt; &amp; Co</text>");
    assertThat(svg).contains("viewBox=\"0 0 640 320\"");
  }

  private static org.assertj.core.data.Offset<Double> offset() {
    return org.assertj.core.data.Offset.offset(0.01);
  }
}
