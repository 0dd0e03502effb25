package orrery.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/// Queries built by pointing, and chains that cards follow.
class BuilderJourneyTest extends WindowJourney {
  private final Hands hands = new Hands();

  private String text() {
    return workbench.textProperty().get();
  }

  private String bare() {
    return text().replaceAll("\\s+", "");
  }

  /// Picks a path by typing parts of its names.
  private void pick(String opener, String words) {
    hands.click(opener);
    hands.type(words);
    hands.press(KeyCode.ENTER);
  }

  private void from(FxRobot robot, String model) throws Exception {
    robot.clickOn("#from-model");
    robot.write(model, 0);
    robot.push(KeyCode.ENTER);
    until(() -> text().startsWith(model + ".objects"));
  }

  /// Chooses the next operator so many times.
  private void operator(String field, int down) {
    hands.focus(field);
    for (int i = 0; i < down; i++) {
      hands.press(KeyCode.DOWN);
    }
  }

  private void fill(String field, String words) {
    hands.focus(field);
    hands.press(KeyCode.CONTROL, KeyCode.A);
    hands.type(words);
  }

  /// Chooses from a menu by the number of the item.
  private void menu(FxRobot robot, String opener, int item) {
    robot.interact(() -> ((MenuButton) Hands.node(opener)).getItems().get(item).fire());
    hands.rest();
  }

  private void ask(FxRobot robot, String chain) throws Exception {
    robot.interact(() -> workbench.ask(chain));
    until(() -> !workbench.isRunning().get());
  }

  private void answered(String chain) throws Exception {
    until(() -> {
      Answer answer = workbench.answerProperty().get();
      return answer != null && answer.text().equals(chain) && !workbench.isRunning().get();
    });
  }

  private String count(String card) {
    return Hands.node(card).lookup(".step-count") instanceof Labeled label ? label.getText() : "";
  }

  @Test
  void customersWhoBoughtJazzAreFoundWithoutTyping(FxRobot robot) throws Exception {
    openChinook(robot);
    from(robot, "Customer");
    pick("quick-where", "country");
    operator("operator-0", 5);
    hands.click("value-0");
    hands.type("Germany,");
    hands.type("France");
    hands.press(KeyCode.ENTER);
    pick("add-rule", "track genre name");
    operator("operator-1", 1);
    fill("value-1", "Jazz");
    assertThat(text())
        .contains("country__in=[\"Germany\", \"France\"]")
        .contains("invoice__invoiceline__track__genre__name=\"Jazz\"");
    hands.click("warning-fix");
    pick("quick-load", "invoice");
    pick("quick-order", "customer_id");
    hands.click("direction-0-1");
    hands.click("quick-rows");
    String asked = text();
    assertThat(bare())
        .contains(".prefetch_related(\"invoice_set\").distinct().order_by(\"-customer_id\")[:20]");
    answered(asked);
    assertThat(workbench.troubleProperty().get()).isNull();
    until(() -> count("card-4").equals("6 rows"));
  }

  @Test
  void aRepeatedRowIsAskedForInASubqueryInstead(FxRobot robot) throws Exception {
    openChinook(robot);
    ask(robot, "Customer.objects.filter(country=\"France\", invoice__total__gt=5)");
    hands.click("warning-fix-1");
    assertThat(bare())
        .isEqualTo(
            "Customer.objects.filter(Exists(Invoice.objects.filter(customer=OuterRef(\"pk\"),"
                + "total__gt=5)),country=\"France\",)");
    fill("query-0-s0-value-1", "10");
    assertThat(text()).contains("total__gt=10");
    answered(text());
  }

  @Test
  void aSubqueryIsBuiltByPointing(FxRobot robot) throws Exception {
    openChinook(robot);
    from(robot, "Artist");
    pick("quick-where", "name");
    pick("add-exists", "album");
    assertThat(bare()).contains("Exists(Album.objects.filter(artist=OuterRef(\"pk\")))");
    pick("query-1-s0-add-rule", "title");
    fill("query-1-s0-value-1", "live");
    assertThat(bare())
        .contains("Album.objects.filter(artist=OuterRef(\"pk\"),title__icontains=\"live\")");
    answered(text());
    assertThat(workbench.troubleProperty().get()).isNull();
  }

  @Test
  void anExpressionIsBuiltByPointing(FxRobot robot) throws Exception {
    openChinook(robot);
    from(robot, "InvoiceLine");
    hands.click("quick-more");
    hands.press(KeyCode.C);
    hands.type("unit_price");
    hands.press(KeyCode.ENTER);
    assertThat(bare()).contains("unit_price_value=F(\"unit_price\")");
    menu(robot, "v0-e-menu", 3);
    pick("v0-e-0-path", "quantity");
    assertThat(bare()).contains("unit_price_value=F(\"quantity\")+1");
    menu(robot, "v0-e-menu", 2);
    hands.type("round");
    hands.press(KeyCode.ENTER);
    assertThat(bare()).contains("unit_price_value=Round(F(\"quantity\")+1)");
    fill("v0-e-0-1-value", "7");
    assertThat(bare()).contains("Round(F(\"quantity\")+7)");
    answered(text());
  }

  @Test
  void revenueByCountryIsSummarized(FxRobot robot) throws Exception {
    openChinook(robot);
    from(robot, "Invoice");
    pick("quick-summarize", "billing_country");
    pick("add-value", "total");
    fill("name-1", "revenue");
    hands.click("remove-0");
    pick("quick-where", "revenue");
    operator("operator-0", 2);
    fill("value-0", "100");
    pick("quick-order", "revenue");
    hands.click("direction-0-1");
    assertThat(bare())
        .contains(
            "Invoice.objects.values(\"billing_country\").annotate(revenue=Sum(\"total\"))"
                + ".filter(revenue__gt=100).order_by(\"-revenue\")");
    answered(text());
    until(() -> count("card-1").equals("6 rows"));
  }

  @Test
  void aChainThatWasPastedIsSeenChangedAndCopied(FxRobot robot) throws Exception {
    openChinook(robot);
    ask(
        robot,
        "Artist.objects.filter(Q(name__startswith=\"A\") | (Q(name__contains=\"z\") &"
            + " ~Q(artist_id=1))).annotate(n=Count(\"album\")).prefetch_related("
            + "Prefetch(\"album_set\", queryset=Album.objects.order_by(\"title\")))");
    assertThat(Hands.node("value-0-0")).isInstanceOf(TextField.class);
    fill("value-0-0", "B");
    fill("name-0", "albums");
    assertThat(bare())
        .contains("Q(name__startswith=\"B\")|Q(name__contains=\"z\")&~Q(artist_id=1)")
        .contains("albums=Count(\"album\")");
    hands.click("relation-album_set-only-s0-direction-0-1");
    assertThat(bare()).contains("Album.objects.order_by(\"-title\")");
    hands.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);
    String[] copied = new String[1];
    robot.interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
    assertThat(copied[0]).startsWith("Artist.objects.filter(Q(name__startswith=\"B\")");
    answered(text());
  }

  @Test
  void everyEditIsTakenBackAndMadeAgain(FxRobot robot) throws Exception {
    openChinook(robot);
    from(robot, "Album");
    pick("quick-where", "title");
    hands.type("Rock");
    assertThat(text()).isEqualTo("Album.objects.filter(title__icontains=\"Rock\")");
    hands.press(KeyCode.CONTROL, KeyCode.Z);
    hands.press(KeyCode.CONTROL, KeyCode.Z);
    assertThat(text()).isEqualTo("Album.objects.all()");
    hands.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
    hands.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
    assertThat(text()).isEqualTo("Album.objects.filter(title__icontains=\"Rock\")");
  }

  @Test
  void stepsAreMutedRepeatedMovedAndDeletedByKeys(FxRobot robot) throws Exception {
    openChinook(robot);
    ask(robot, "Album.objects.exclude(album_id=3).order_by(\"title\")");
    hands.focus("card-0");
    hands.press(KeyCode.M);
    assertThat(text()).contains("# .exclude(album_id=3)");
    hands.press(KeyCode.M);
    assertThat(text()).isEqualTo("Album.objects.exclude(album_id=3).order_by(\"title\")");
    hands.press(KeyCode.ALT, KeyCode.DOWN);
    assertThat(text()).isEqualTo("Album.objects.order_by(\"title\").exclude(album_id=3)");
    hands.focus("card-0");
    hands.press(KeyCode.CONTROL, KeyCode.D);
    hands.press(KeyCode.DELETE);
    assertThat(text()).isEqualTo("Album.objects.order_by(\"title\").exclude(album_id=3)");
  }

  @Test
  void theGridIsSeenAsOfAnyStep(FxRobot robot) throws Exception {
    openChinook(robot);
    ask(robot, "Album.objects.filter(artist__name=\"Queen\").order_by(\"title\")[:2]");
    hands.press(KeyCode.CONTROL, KeyCode.ALT, KeyCode.LEFT);
    answered("Album.objects.filter(artist__name=\"Queen\").order_by(\"title\")");
    hands.press(KeyCode.CONTROL, KeyCode.ALT, KeyCode.LEFT);
    answered("Album.objects.filter(artist__name=\"Queen\")");
    hands.press(KeyCode.CONTROL, KeyCode.ALT, KeyCode.RIGHT);
    hands.press(KeyCode.CONTROL, KeyCode.ALT, KeyCode.RIGHT);
    answered("Album.objects.filter(artist__name=\"Queen\").order_by(\"title\")[:2]");
    assertThat(text()).endsWith("[:2]");
  }

  @Test
  void thePlanNamesTheCardThatIsSlow(FxRobot robot) throws Exception {
    openChinook(robot);
    ask(robot, "Track.objects.filter(composer=\"Queen\").order_by(\"name\")");
    hands.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
    until(() -> Hands.has("plan-card-0"));
    assertThat(Hands.node("plan-card-0"))
        .isInstanceOfSatisfying(
            Labeled.class, card -> assertThat(card.getText()).isEqualTo("Where"));
    hands.click("plan-card-1");
    assertThat(workbench.caretProperty().get()).isEqualTo(text().indexOf("order_by"));
    hands.click("plan-copy-0");
    String[] copied = new String[1];
    robot.interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
    assertThat(copied[0])
        .isEqualTo("CREATE INDEX \"Track_Composer_idx\" ON \"Track\" (\"Composer\");");
  }
}
