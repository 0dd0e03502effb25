package orrery.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import orrery.ui.chart.ChartView;

/// A result as a chart: asked by pointing, looked at, and kept.
class ChartJourneyTest extends WindowJourney {
  private static final String REVENUE =
      "Invoice.objects.values(\"billing_country\").annotate(revenue=Sum(\"total\"))"
          + ".filter(revenue__gt=100).order_by(\"-revenue\")";

  private String text() {
    return workbench.textProperty().get();
  }

  private ChartView chart() {
    Node at = node("chart", Node.class);
    while (!(at instanceof ChartView)) {
      at = at.getParent();
    }
    return (ChartView) at;
  }

  private String told() {
    return node("chart", Node.class).getAccessibleText();
  }

  private void pick(FxRobot robot, String opener, String words) {
    robot.clickOn(opener);
    robot.write(words, 0);
    robot.push(KeyCode.ENTER);
  }

  private void answered() throws Exception {
    until(() -> {
      Answer answer = workbench.answerProperty().get();
      return answer != null && answer.text().equals(text()) && !workbench.isRunning().get();
    });
  }

  private void drawn(String words) throws Exception {
    until(() -> told() != null && told().startsWith(words));
  }

  @Test
  void revenueByCountryIsAskedWithTheMouseAndDrawnAsBars(FxRobot robot) throws Exception {
    openChinook(robot);
    pick(robot, "#from-model", "Invoice");
    pick(robot, "#quick-summarize", "billing_country");
    pick(robot, "#add-value", "total");
    robot.clickOn("#name-1");
    robot.push(KeyCode.CONTROL, KeyCode.A);
    robot.write("revenue", 0);
    robot.clickOn("#remove-0");
    pick(robot, "#quick-where", "revenue");
    robot.interact(() -> node("operator-0", Node.class).requestFocus());
    robot.push(KeyCode.DOWN);
    robot.push(KeyCode.DOWN);
    robot.clickOn("#value-0");
    robot.push(KeyCode.CONTROL, KeyCode.A);
    robot.write("100", 0);
    pick(robot, "#quick-order", "revenue");
    robot.clickOn("#direction-0-1");
    assertThat(text().replaceAll("\\s+", "")).contains(REVENUE);
    answered();
    robot.clickOn("#show-chart");
    drawn("Chart of revenue by billing_country, 6 values");
    robot.clickOn("#chart");
    robot.push(KeyCode.HOME);
    assertThat(told()).isEqualTo("USA, 523.06");
    robot.push(KeyCode.RIGHT);
    assertThat(told()).isEqualTo("Canada, 303.96");
    robot.clickOn("#show-table");
    assertThat(node("chart", Node.class).getParent().getParent().isVisible()).isFalse();
  }

  @Test
  void revenueByCountryIsAskedAndDrawnByKeysAlone(FxRobot robot) throws Exception {
    openChinook(robot);
    robot.push(KeyCode.CONTROL, KeyCode.L);
    robot.write(REVENUE, 0);
    robot.push(KeyCode.CONTROL, KeyCode.ENTER);
    answered();
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.B);
    drawn("Chart of revenue by billing_country, 6 values");
    palette(robot, "draw line");
    robot.push(KeyCode.F6);
    while (!node("chart", Node.class).isFocused()) {
      robot.push(KeyCode.F6);
    }
    robot.push(KeyCode.END);
    assertThat(told()).isEqualTo("United Kingdom, 112.86");
    palette(robot, "copy chart");
    boolean[] hasImage = new boolean[1];
    robot.interact(() -> hasImage[0] = Clipboard.getSystemClipboard().hasImage());
    assertThat(hasImage[0]).isTrue();
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.B);
    assertThat(node("chart", Node.class).getParent().getParent().isVisible()).isFalse();
  }

  private void palette(FxRobot robot, String words) {
    robot.push(KeyCode.CONTROL, KeyCode.K);
    robot.write(words, 0);
    robot.push(KeyCode.ENTER);
    WaitForAsyncUtils.waitForFxEvents();
  }

  @Test
  void aChartIsKeptAsPngAndAsSvg(FxRobot robot) throws Exception {
    openChinook(robot);
    robot.interact(() -> workbench.ask(REVENUE));
    answered();
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.B);
    drawn("Chart of revenue");
    Path png = save(robot, "revenue.png");
    BufferedImage image = ImageIO.read(png.toFile());
    assertThat(image.getWidth()).isGreaterThanOrEqualTo(1920);
    Path svg = save(robot, "revenue.svg");
    assertThat(Files.readString(svg)).contains(">USA</text>").contains(">revenue</text>");
    AtomicReference<Throwable> failed = new AtomicReference<>();
    robot.interact(() -> chart().save(folder.resolve("none/there.svg"), _ -> {}, failed::set));
    until(() -> failed.get() != null);
  }

  private Path save(FxRobot robot, String name) throws Exception {
    AtomicReference<Path> saved = new AtomicReference<>();
    robot.interact(
        () -> chart().save(folder.resolve(name), saved::set, Throwable::printStackTrace));
    until(() -> saved.get() != null);
    return saved.get();
  }

  @Test
  void anotherColumnIsChosenByTheMouse(FxRobot robot) throws Exception {
    openChinook(robot);
    robot.interact(() ->
        workbench.ask(
            "Track.objects.values(\"genre__name\", \"media_type__name\")"
                + ".annotate(n=Count(\"track_id\"))"));
    answered();
    robot.clickOn("#show-chart");
    drawn("Chart of n by genre__name");
    robot.clickOn("#chart-across");
    robot.push(KeyCode.DOWN);
    robot.push(KeyCode.ENTER);
    drawn("Chart of n by media_type__name");
    robot.clickOn("#chart-kind-histogram");
    drawn("Chart of rows by n");
    assertThat(node("chart-split", ComboBox.class).getParent().isVisible()).isFalse();
  }
}
