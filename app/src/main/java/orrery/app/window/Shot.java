package orrery.app.window;

import java.util.List;
import javafx.scene.input.KeyCode;

/// One picture of the tour: its name and what has to be done for it, step by step. The window comes
/// to rest after each step.
///
/// @param name the first part of the file's name
record Shot(String name, List<Step> steps) {
  /// Something that is done with the window.
  @FunctionalInterface
  interface Step {
    /// Does it.
    void take(Guide guide);
  }

  private static Shot shot(String name, Step... steps) {
    return new Shot(name, List.of(steps));
  }

  /// Returns the tour: each shot goes on where the one before it stopped.
  static List<Shot> tour() {
    return List.of(
        shot("start", guide -> guide.close()),
        shot("start-failed", guide -> guide.open("/home/ada/music/holiday-photos.zip")),
        shot(
            "main",
            guide -> guide.command("file.sample"),
            guide ->
                guide.ask(
                    """
                    Book.objects.filter(category__name="Novels", price__lt=15)
                      .select_related("publisher", "category")
                      .order_by("-published")[:20]\
                    """)),
        shot(
            "prefetch",
            guide ->
                guide.ask(
                    """
                    Author.objects.filter(country__name="Greece")
                      .prefetch_related("book_set__review_set")
                      .order_by("name")\
                    """)),
        shot(
            "conditions",
            guide ->
                guide.ask(
                    """
                    Book.objects.filter(
                      Q(language="en") & (Q(price__lt=9) | Q(rating__gte=4.5, in_print=True))
                    ).exclude(summary="").order_by("price", "title")\
                    """)),
        shot(
            "error",
            guide ->
                guide.write("Book.objects.filter(publsher__city=\"London\").order_by(\"title\")")),
        shot(
            "numbers",
            guide ->
                guide.ask(
                    """
                    Book.objects.values("category__name")
                      .annotate(books=Count("id"), mean=Avg("price"), dearest=Max("price"))
                      .order_by("-books")\
                    """)),
        shot(
            "chart-bars",
            guide ->
                guide.ask(
                    """
                    Loan.objects.values("copy__book__publisher__country__name")
                      .annotate(fines=Sum("fine")).filter(fines__gt=100).order_by("-fines")\
                    """),
            guide -> guide.command("chart.show")),
        shot(
            "chart-line",
            guide ->
                guide.ask(
                    """
                    Loan.objects.annotate(month=TruncMonth("taken")).values("month")
                      .annotate(loans=Count("id"), late=Count("id", filter=Q(fine__gt=0)))
                      .order_by("month")\
                    """)),
        shot("chart-dots", guide -> guide.ask("Book.objects.values_list(\"pages\", \"price\")")),
        shot(
            "chart-histogram",
            guide -> guide.command("chart.histogram"),
            guide -> guide.focus("chart"),
            guide -> guide.press(KeyCode.RIGHT, false),
            guide -> guide.press(KeyCode.RIGHT, false)),
        shot(
            "builder-conditions",
            guide -> guide.command("chart.show"),
            guide ->
                guide.ask(
                    """
                    Book.objects.filter(
                      Q(category__name="Novels") | ~(Q(price__lt=9) | Q(language="de")),
                      authors__country__name="France",
                    ).order_by("-published")[:20]\
                    """),
            guide -> guide.focus("card-0")),
        shot(
            "builder-summary",
            guide ->
                guide.ask(
                    """
                    Book.objects.values("publisher__name")
                      .annotate(books=Count("id"), mean=Avg("price"))
                      .filter(books__gt=20).order_by("-mean")\
                    """),
            guide -> guide.focus("card-0")),
        shot(
            "builder-as-of",
            guide -> guide.command("build.earlier"),
            guide -> guide.command("build.earlier")),
        shot(
            "builder-load",
            guide ->
                guide.ask(
                    """
                    Author.objects.select_related("country")
                      .prefetch_related(Prefetch("book_set", queryset=Book.objects.order_by("-rating")[:3]))
                      .order_by("name")\
                    """),
            guide -> guide.focus("card-0")),
        shot("empty", guide -> guide.ask("Book.objects.filter(title__startswith=\"Zzz\")")),
        shot(
            "completion",
            guide -> guide.ask("Loan.objects.filter(returned__isnull=True).order_by(\"due\")"),
            guide -> guide.write("Loan.objects.filter(copy__book__pub"),
            guide -> guide.command("go.chain"),
            guide -> guide.press(KeyCode.SPACE, true)),
        shot(
            "models",
            guide -> guide.press(KeyCode.ESCAPE, false),
            guide -> guide.ask("Reader.objects.filter(active=True).order_by(\"name\")"),
            guide -> guide.command("go.models"),
            guide -> guide.fill("models-search", "name")),
        shot(
            "parameters",
            guide -> guide.fill("models-search", ""),
            guide ->
                guide.write(
                    """
                    Book.objects.filter(
                      language=Param("language", default="en"), published__gte=Param("since")
                    ).order_by("published")\
                    """),
            guide -> guide.fill("parameter-since", "2015-01-01"),
            guide -> guide.command("query.run")),
        shot("saved", guide -> guide.command("go.saved")),
        shot("save-query", guide -> guide.command("saved.save")),
        shot(
            "history",
            guide -> guide.press(KeyCode.ESCAPE, false),
            guide -> guide.command("go.history"),
            guide -> guide.fill("history-search", "author")),
        shot(
            "palette",
            guide -> guide.command("go.models"),
            guide -> guide.fill("models-search", ""),
            guide -> guide.command("go.palette"),
            guide -> guide.fill("palette-field", "re")),
        shot(
            "keys",
            guide -> guide.press(KeyCode.ESCAPE, false),
            guide -> guide.command("help.keys")),
        shot(
            "many",
            guide -> guide.press(KeyCode.ESCAPE, false),
            guide -> guide.ask("Loan.objects.all()")),
        shot(
            "grid-labels",
            guide -> guide.ask("Author.objects.order_by(\"-id\")"),
            guide -> guide.item("grid-columns", "book_set"),
            guide -> guide.focus("grid"),
            guide -> guide.press(KeyCode.HOME, true),
            guide -> guide.press(KeyCode.END, false),
            guide -> guide.press(KeyCode.SPACE, false)),
        shot(
            "grid-filter",
            guide -> guide.press(KeyCode.ESCAPE, false),
            guide -> guide.ask("Book.objects.order_by(\"title\")"),
            guide -> guide.command("grid.filters"),
            guide -> guide.fill("filter-title", "night"),
            guide -> guide.focus("filter-title"),
            guide -> guide.press(KeyCode.ENTER, false),
            guide -> guide.focus("grid")),
        shot(
            "grid-summary",
            guide -> guide.ask("Book.objects.filter(price__gt=5).order_by(\"title\")"),
            guide -> guide.press(KeyCode.HOME, true),
            guide -> guide.press(KeyCode.RIGHT, false),
            guide -> guide.press(KeyCode.RIGHT, false),
            guide -> guide.press(KeyCode.RIGHT, false),
            guide -> guide.press(KeyCode.RIGHT, false),
            guide -> guide.command("grid.summary")),
        shot(
            "grid-find",
            guide -> guide.press(KeyCode.ESCAPE, false),
            guide -> guide.command("grid.filters"),
            guide -> guide.command("grid.find"),
            guide -> guide.fill("grid-find", "sea"),
            guide -> guide.focus("grid"),
            guide -> guide.press(KeyCode.A, true)),
        shot("grid-export", guide -> guide.command("grid.export")),
        shot(
            "edit-read-only",
            guide -> guide.press(KeyCode.ESCAPE, false),
            guide -> guide.focus("grid-find"),
            guide -> guide.press(KeyCode.ESCAPE, false),
            guide -> guide.ask("Author.objects.order_by(\"name\")"),
            guide -> guide.command("rows.lock")),
        shot(
            "edit-picker",
            guide -> guide.press(KeyCode.ESCAPE, false),
            Guide::openCopy,
            guide -> guide.ask("Author.objects.order_by(\"name\")"),
            guide -> guide.command("rows.lock"),
            guide -> guide.focus("grid"),
            guide -> guide.press(KeyCode.HOME, true),
            guide -> guide.press(KeyCode.RIGHT, false),
            guide -> guide.press(KeyCode.DOWN, false),
            guide -> guide.type("Ada Adams"),
            guide -> guide.press(KeyCode.ENTER, false),
            guide -> guide.press(KeyCode.RIGHT, false),
            guide -> guide.type("Agnès"),
            guide -> guide.press(KeyCode.ENTER, false),
            guide -> guide.press(KeyCode.RIGHT, false),
            guide -> guide.press(KeyCode.BACK_SPACE, true),
            guide -> guide.press(KeyCode.RIGHT, false),
            guide -> guide.press(KeyCode.RIGHT, false),
            guide -> guide.press(KeyCode.F2, false)),
        shot(
            "edit-wrong",
            guide -> guide.press(KeyCode.DOWN, false),
            guide -> guide.press(KeyCode.ENTER, false),
            guide -> guide.press(KeyCode.LEFT, false),
            guide -> guide.press(KeyCode.LEFT, false),
            guide -> guide.type("1950-02-30"),
            guide -> guide.press(KeyCode.ENTER, false)),
        shot(
            "edit-remove",
            guide -> guide.press(KeyCode.ESCAPE, false),
            guide -> guide.ask("Reader.objects.filter(loan__isnull=True).order_by(\"name\")"),
            guide -> guide.choose("discard-and-go"),
            guide -> guide.focus("grid"),
            guide -> guide.press(KeyCode.HOME, true),
            guide -> guide.press(KeyCode.DOWN, false),
            guide -> guide.press(KeyCode.DELETE, true)),
        shot(
            "edit-row",
            guide -> guide.choose("remove-rows"),
            guide -> guide.command("rows.discard"),
            guide -> guide.ask("Tag.objects.order_by(\"name\")"),
            guide -> guide.focus("grid"),
            guide -> guide.press(KeyCode.HOME, true),
            guide -> guide.press(KeyCode.DELETE, true),
            guide -> guide.choose("remove-rows"),
            guide -> guide.press(KeyCode.DOWN, false),
            guide -> guide.press(KeyCode.RIGHT, false),
            guide -> guide.type("annotated"),
            guide -> guide.press(KeyCode.ENTER, false),
            guide -> guide.command("rows.add"),
            guide -> guide.type("zines"),
            guide -> guide.press(KeyCode.ENTER, false)),
        shot("edit-marks", guide -> guide.press(KeyCode.HOME, true)),
        shot("edit-preview", guide -> guide.command("rows.preview")),
        shot(
            "edit-conflict",
            guide -> guide.press(KeyCode.ESCAPE, false),
            guide -> guide.command("rows.discard"),
            guide -> guide.choose("discard"),
            guide -> guide.ask("Author.objects.order_by(\"name\")"),
            guide -> guide.focus("grid"),
            guide -> guide.press(KeyCode.HOME, true),
            guide -> guide.press(KeyCode.RIGHT, false),
            guide -> guide.type("Ada Adams"),
            guide -> guide.press(KeyCode.ENTER, false),
            guide -> guide.type("Bea Brown"),
            guide -> guide.press(KeyCode.ENTER, false),
            guide -> guide.changeBeside("Author.objects.filter(id=506).update(name=\"Ada North\")"),
            guide -> guide.command("rows.save")),
        shot("edit-saved", guide -> guide.choose("decide")),
        shot(
            "import",
            guide ->
                guide.dropCsv(
                    "authors.csv",
                    """
                    Name;Native name;Born;Country;Remarks
                    Stanisław Lem;;1921-09-12;PL;Solaris
                    Ursula K. Le Guin;;1929-10-21;US;The Dispossessed
                    Arkady Strugatsky;Аркадий Стругацкий;1925-08-28;RU;with Boris
                    Nobody;;1929-02-30;XX;a slip of the pen
                    """)));
  }
}
