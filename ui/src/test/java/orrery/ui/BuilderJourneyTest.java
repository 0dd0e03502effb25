package orrery.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/// Queries built by pointing, and chains that cards follow.
class BuilderJourneyTest extends WindowJourney {

  private String text() {
    return workbench.textProperty().get();
  }

  private void pick(FxRobot robot, String opener, String words) {
    robot.clickOn(opener);
    robot.write(words, 0);
    robot.push(KeyCode.ENTER);
  }

  private void from(FxRobot robot, String model) throws Exception {
    robot.clickOn("#from-model");
    robot.write(model, 0);
    robot.push(KeyCode.ENTER);
    until(() -> text().startsWith(model + ".objects"));
  }

  /// Chooses the next operator so many times.
  private void operator(FxRobot robot, String field, int down) {
    robot.interact(() -> scene.lookup(field).requestFocus());
    for (int i = 0; i < down; i++) {
      robot.push(KeyCode.DOWN);
    }
  }

  private void fill(FxRobot robot, String field, String words) {
    robot.interact(() -> scene.lookup(field).requestFocus());
    robot.push(KeyCode.CONTROL, KeyCode.A);
    robot.write(words, 0);
  }

  private void answered(String chain) throws Exception {
    until(() -> {
      Answer answer = workbench.answerProperty().get();
      return answer != null && answer.text().equals(chain) && !workbench.isRunning().get();
    });
  }

  @Test
  void customersWhoBoughtJazzAreFoundWithoutTyping(FxRobot robot) throws Exception {
    openChinook(robot);
    from(robot, "Customer");
    pick(robot, "#quick-where", "country");
    operator(robot, "#operator-0", 5);
    fill(robot, "#value-0", "Germany,France\n");
    pick(robot, "#add-rule", "track genre name");
    operator(robot, "#operator-1", 1);
    fill(robot, "#value-1", "Jazz");
    assertThat(text())
        .contains("country__in=[\"Germany\", \"France\"]")
        .contains("invoice__invoiceline__track__genre__name=\"Jazz\"");
    robot.clickOn("#warning-fix");
    pick(robot, "#quick-load", "invoice");
    pick(robot, "#quick-order", "customer_id");
    robot.clickOn("#direction-0-1");
    robot.clickOn("#quick-rows");
    String asked = text();
    assertThat(asked.replaceAll("\\s+", ""))
        .contains(".prefetch_related(\"invoice_set\").distinct().order_by(\"-customer_id\")[:20]");
    answered(asked);
    assertThat(workbench.troubleProperty().get()).isNull();
    until(() -> count("#card-4").equals("6 rows"));
  }

  private String count(String card) {
    return scene.lookup(card).lookup(".step-count") instanceof Labeled label ? label.getText() : "";
  }

  @Test
  void revenueByCountryIsSummarized(FxRobot robot) throws Exception {
    openChinook(robot);
    from(robot, "Invoice");
    pick(robot, "#quick-summarize", "billing_country");
    pick(robot, "#add-value", "total");
    fill(robot, "#name-1", "revenue");
    robot.clickOn("#remove-0");
    pick(robot, "#quick-where", "revenue");
    operator(robot, "#operator-0", 2);
    fill(robot, "#value-0", "100");
    pick(robot, "#quick-order", "revenue");
    robot.clickOn("#direction-0-1");
    assertThat(text().replaceAll("\\s+", ""))
        .contains(
            "Invoice.objects.values(\"billing_country\").annotate(revenue=Sum(\"total\"))"
                + ".filter(revenue__gt=100).order_by(\"-revenue\")");
    answered(text());
    until(() -> count("#card-1").equals("6 rows"));
  }

  @Test
  void aChainThatWasPastedIsSeenChangedAndCopied(FxRobot robot) throws Exception {
    openChinook(robot);
    robot.interact(() ->
        workbench.ask(
            "Artist.objects.filter(Q(name__startswith=\"A\") | (Q(name__contains=\"z\") &"
                + " ~Q(artist_id=1))).annotate(n=Count(\"album\")).prefetch_related("
                + "Prefetch(\"album_set\", queryset=Album.objects.order_by(\"title\")))"));
    until(() -> !workbench.isRunning().get());
    assertThat(scene.lookup("#value-0-0")).isInstanceOf(TextField.class);
    fill(robot, "#value-0-0", "B");
    fill(robot, "#name-0", "albums");
    assertThat(text().replaceAll("\\s+", ""))
        .contains("Q(name__startswith=\"B\")|Q(name__contains=\"z\")&~Q(artist_id=1)")
        .contains("albums=Count(\"album\")");
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);
    String[] copied = new String[1];
    robot.interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
    assertThat(copied[0]).startsWith("Artist.objects.filter(Q(name__startswith=\"B\")");
    answered(text());
  }

  @Test
  void everyEditIsTakenBackAndMadeAgain(FxRobot robot) throws Exception {
    openChinook(robot);
    from(robot, "Album");
    pick(robot, "#quick-where", "title");
    robot.write("Rock", 0);
    assertThat(text()).isEqualTo("Album.objects.filter(title__icontains=\"Rock\")");
    robot.push(KeyCode.CONTROL, KeyCode.Z);
    robot.push(KeyCode.CONTROL, KeyCode.Z);
    assertThat(text()).isEqualTo("Album.objects.all()");
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
    assertThat(text()).isEqualTo("Album.objects.filter(title__icontains=\"Rock\")");
  }

  @Test
  void stepsAreMutedRepeatedMovedAndDeletedByKeys(FxRobot robot) throws Exception {
    openChinook(robot);
    robot.interact(() -> workbench.ask("Album.objects.exclude(album_id=3).order_by(\"title\")"));
    robot.interact(() -> scene.lookup("#card-0").requestFocus());
    robot.push(KeyCode.M);
    assertThat(text()).contains("# .exclude(album_id=3)");
    robot.push(KeyCode.M);
    assertThat(text()).isEqualTo("Album.objects.exclude(album_id=3).order_by(\"title\")");
    robot.push(KeyCode.ALT, KeyCode.DOWN);
    assertThat(text()).isEqualTo("Album.objects.order_by(\"title\").exclude(album_id=3)");
    robot.interact(() -> scene.lookup("#card-0").requestFocus());
    robot.push(KeyCode.CONTROL, KeyCode.D);
    robot.push(KeyCode.DELETE);
    assertThat(text()).isEqualTo("Album.objects.order_by(\"title\").exclude(album_id=3)");
  }

  @Test
  void theGridIsSeenAsOfAnyStep(FxRobot robot) throws Exception {
    openChinook(robot);
    robot.interact(() ->
        workbench.ask("Album.objects.filter(artist__name=\"Queen\").order_by(\"title\")[:2]"));
    until(() -> !workbench.isRunning().get());
    robot.push(KeyCode.CONTROL, KeyCode.ALT, KeyCode.LEFT);
    answered("Album.objects.filter(artist__name=\"Queen\").order_by(\"title\")");
    robot.push(KeyCode.CONTROL, KeyCode.ALT, KeyCode.LEFT);
    answered("Album.objects.filter(artist__name=\"Queen\")");
    robot.push(KeyCode.CONTROL, KeyCode.ALT, KeyCode.RIGHT);
    robot.push(KeyCode.CONTROL, KeyCode.ALT, KeyCode.RIGHT);
    answered("Album.objects.filter(artist__name=\"Queen\").order_by(\"title\")[:2]");
    assertThat(text()).endsWith("[:2]");
  }
}
