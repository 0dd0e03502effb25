package orrery.app.window;

import java.util.List;
import javafx.scene.input.KeyCode;

/// Queries built step by step on the chinook music shop, with a picture at each step.
final class Journeys {
  private Journeys() {}

  /// Returns the pictures.
  ///
  /// @param music the path of a chinook database
  static List<Shot> of(String music) {
    return List.of(
        shot(
            "jazz-1-from",
            guide -> guide.press(KeyCode.ESCAPE, false),
            guide -> guide.open(music),
            guide -> guide.choose("from-model", "Customer")),
        shot("jazz-2-path", guide -> guide.click("quick-where"), guide -> guide.type("country")),
        shot(
            "jazz-3-values",
            guide -> guide.press(KeyCode.ENTER, false),
            guide -> guide.choose("operator-0", 5),
            guide -> guide.focus("value-0"),
            guide -> guide.type("Germany,"),
            guide -> guide.type("France"),
            guide -> guide.press(KeyCode.ENTER, false),
            guide -> guide.command("query.run")),
        shot("jazz-4-relations", guide -> guide.click("add-rule")),
        shot("jazz-5-search", guide -> guide.type("track genre name")),
        shot(
            "jazz-6-warning",
            guide -> guide.press(KeyCode.ENTER, false),
            guide -> guide.choose("operator-1", 1),
            guide -> guide.fill("value-1", "Jazz"),
            guide -> guide.command("query.run")),
        shot(
            "jazz-7-mended",
            guide -> guide.click("warning-fix-1"),
            guide -> guide.command("query.run")),
        shot(
            "jazz-8-load",
            guide -> guide.click("quick-load"),
            guide -> guide.type("invoice"),
            guide -> guide.press(KeyCode.ENTER, false),
            guide -> guide.command("query.run")),
        shot(
            "jazz-9-newest",
            guide -> guide.click("quick-order"),
            guide -> guide.type("customer_id"),
            guide -> guide.press(KeyCode.ENTER, false),
            guide -> guide.click("direction-0-1"),
            guide -> guide.click("quick-rows"),
            guide -> guide.command("query.run")),
        shot("jazz-plan", guide -> guide.command("query.plan")),
        shot(
            "django-1-pasted",
            guide -> guide.command("query.plan"),
            guide ->
                guide.ask(
                    """
                    Artist.objects.filter(Q(name__startswith="A") | (Q(name__contains="z") & ~Q(artist_id=1)))
                      .annotate(albums=Count("album"))
                      .prefetch_related(Prefetch("album_set", queryset=Album.objects.order_by("title")))\
                    """)),
        shot(
            "django-2-changed",
            guide -> guide.fill("value-0-0", "B"),
            guide -> guide.click("relation-album_set-only-s0-direction-0-1"),
            guide -> guide.command("query.run")),
        shot("django-3-copied", guide -> guide.show("sql-copy-as")),
        shot(
            "expression",
            guide -> guide.press(KeyCode.ESCAPE, false),
            guide ->
                guide.ask(
                    """
                    Track.objects.annotate(
                      size=Case(When(milliseconds__gt=300000, then=Value("long")), default=Value("short")),
                      price=Round(F("unit_price") * 100 / F("milliseconds"), 4),
                      place=Window(Rank(), partition_by=F("genre"), order_by="-milliseconds"),
                    ).order_by("name")[:100]\
                    """),
            guide -> guide.focus("card-0")),
        shot("revenue-1-from", guide -> guide.choose("from-model", "Invoice")),
        shot(
            "revenue-2-group",
            guide -> guide.click("quick-summarize"),
            guide -> guide.type("billing_country"),
            guide -> guide.press(KeyCode.ENTER, false)),
        shot(
            "revenue-3-sum",
            guide -> guide.click("add-value"),
            guide -> guide.type("total"),
            guide -> guide.press(KeyCode.ENTER, false),
            guide -> guide.fill("name-1", "revenue"),
            guide -> guide.click("remove-0")),
        shot(
            "revenue-4-having",
            guide -> guide.click("quick-where"),
            guide -> guide.type("revenue"),
            guide -> guide.press(KeyCode.ENTER, false),
            guide -> guide.choose("operator-0", 2),
            guide -> guide.fill("value-0", "100")),
        shot(
            "revenue-5-order",
            guide -> guide.click("quick-order"),
            guide -> guide.type("revenue"),
            guide -> guide.press(KeyCode.ENTER, false),
            guide -> guide.click("direction-0-1"),
            guide -> guide.command("query.run")),
        shot("revenue-6-chart", guide -> guide.command("chart.show")));
  }

  private static Shot shot(String name, Shot.Step... steps) {
    return new Shot(name, List.of(steps));
  }
}
