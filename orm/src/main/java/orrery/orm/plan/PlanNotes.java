package orrery.orm.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import orrery.orm.edit.Card;
import orrery.orm.edit.Draft;
import orrery.orm.meta.Field;
import orrery.orm.meta.Model;
import orrery.orm.meta.Models;

/// Says in plain words what in a plan costs time, which step of the chain causes it, and which
/// index would spare it. Belongs to one look.
public final class PlanNotes {
  /// A table of no more rows than this is read whole in no time.
  public static final long FEW = 1_000;

  private static final Pattern TABLE =
      Pattern.compile("(?:FROM|JOIN|,) \"([^\"]+)\"(?:\\.\"([^\"]+)\")?(?: (?:AS )?\"([^\"]+)\")?");
  private static final Pattern AUTOMATIC =
      Pattern.compile(
          "SEARCH (?:TABLE )?(\\S+)(?: AS (\\S+))? USING AUTOMATIC (?:PARTIAL )?(?:COVERING )?INDEX \\(([^=<>)]+)");

  private final Models models;
  private final Draft draft;
  private final Map<String, Model> tables;
  private final Map<String, Long> sizes;
  private final List<Touch> touches;
  private final Set<PlanNote> found = new LinkedHashSet<>();

  private PlanNotes(Models models, Draft draft, String sql, Map<String, Long> sizes) {
    this.models = models;
    this.draft = draft;
    this.sizes = sizes;
    this.tables = tables(models, sql);
    this.touches = Touch.of(models, draft);
  }

  /// Returns what in a plan costs time, in the order of the plan.
  ///
  /// @param sql the statement that was planned
  /// @param sizes how many rows the models have that are asked and read whole, as far as known
  public static List<PlanNote> of(
      Models models, Draft draft, String sql, PlanNode plan, Map<String, Long> sizes) {
    PlanNotes look = new PlanNotes(models, draft, sql, sizes);
    plan.each(look::node);
    return List.copyOf(look.found);
  }

  /// Returns the models whose tables are read whole.
  public static List<Model> scanned(Models models, String sql, PlanNode plan) {
    Map<String, Model> tables = tables(models, sql);
    Set<Model> all = new LinkedHashSet<>();
    plan.each(n -> n.scanned().map(tables::get).ifPresent(all::add));
    return List.copyOf(all);
  }

  private static Map<String, Model> tables(Models models, String sql) {
    Map<String, Model> byTable = new HashMap<>();
    models.all().forEach(m -> byTable.putIfAbsent(m.table(), m));
    Map<String, Model> byAlias = new HashMap<>();
    Matcher at = TABLE.matcher(sql);
    while (at.find()) {
      String name = at.group(2) == null ? at.group(1) : at.group(2);
      String whole = at.group(2) == null ? name : at.group(1) + "." + name;
      Model model = byTable.getOrDefault(whole, byTable.get(name));
      if (model != null) {
        byAlias.put(at.group(3) == null ? name : at.group(3), model);
        byAlias.putIfAbsent(name, model);
      }
    }
    return byAlias;
  }

  private void node(PlanNode node) {
    node.scanned().map(tables::get).ifPresent(this::scan);
    Matcher automatic = AUTOMATIC.matcher(node.words());
    if (automatic.find()) {
      String alias = automatic.group(2) == null ? automatic.group(1) : automatic.group(2);
      Optional.ofNullable(tables.get(alias))
          .ifPresent(model -> automatic(model, automatic.group(3).strip()));
    }
    String words = node.words();
    if (words.startsWith("USE TEMP B-TREE FOR")) {
      sorted(words.substring("USE TEMP B-TREE FOR".length()));
    } else if (words.startsWith("Sort ") || words.startsWith("Incremental Sort ")) {
      sorted("ORDER BY");
    }
  }

  // Whole tables

  private boolean isSmall(String model) {
    long size = sizes.getOrDefault(model, -1L);
    return size >= 0 && size <= FEW;
  }

  private void scan(Model model) {
    long size = sizes.getOrDefault(model.name(), -1L);
    boolean isSmall = isSmall(model.name());
    String all =
        "Reads "
            + (size < 0
                ? "all rows"
                : size > 10_000 ? "all of more than 10,000 rows" : "all %,d rows".formatted(size))
            + " of "
            + model.name();
    Optional<Touch> filter = best(model);
    PlanNote.Level level = isSmall ? PlanNote.Level.FINE : PlanNote.Level.SLOW;
    String few = isSmall ? " They are too few to matter yet." : "";
    if (filter.isEmpty()) {
      int slot = joining(model);
      String why =
          slot < 0
              ? ": no step narrows them."
              : ": they are gone through to find what belongs to others.";
      found.add(new PlanNote(slot, level, all + why + few, ""));
      return;
    }
    Touch touch = filter.get();
    Field field = touch.field().orElseThrow();
    if (!touch.canBeIndexed()) {
      found.add(
          new PlanNote(
              touch.slot(),
              level,
              all
                  + ": no index helps to find what "
                  + field.name()
                  + " "
                  + reason(touch.lookup())
                  + few,
              ""));
    } else if (touch.isIndexed()) {
      found.add(
          new PlanNote(
              touch.slot(),
              level,
              all
                  + ": there is an index of "
                  + field.name()
                  + ", but the database expects too many rows to gain by it."
                  + few,
              ""));
    } else {
      found.add(
          new PlanNote(
              touch.slot(),
              level,
              all + ": there is no index to find them by " + field.name() + "." + few,
              index(model, List.of(field))));
    }
  }

  private static String reason(String lookup) {
    String last = lookup.substring(lookup.lastIndexOf('_') + 1);
    return switch (last) {
      case "icontains", "contains" -> "contains; is or starts with could use one.";
      case "endswith", "iendswith" -> "ends with.";
      case "regex", "iregex" -> "matches.";
      case "startswith", "istartswith", "iexact" -> "is like, in any case.";
      default -> "is after a computation.";
    };
  }

  /// What an index would help is mended first, then what none would.
  private Optional<Touch> best(Model model) {
    List<Touch> filters =
        touches.stream()
            .filter(t -> t.what() == Touch.What.FILTER && t.model().equals(model))
            .filter(t -> t.field().isPresent())
            .toList();
    return filters.stream()
        .filter(t -> t.canBeIndexed() && !t.isIndexed())
        .findFirst()
        .or(() -> filters.stream().filter(t -> !t.canBeIndexed()).findFirst())
        .or(() -> filters.stream().findFirst());
  }

  private int joining(Model model) {
    boolean isAsked = model.name().equals(draft.model());
    return isAsked
        ? -1
        : touches.stream()
            .filter(t -> t.model().equals(model))
            .mapToInt(Touch::slot)
            .findFirst()
            .orElse(-1);
  }

  private void automatic(Model model, String column) {
    Optional<Field> field =
        models.members(model).fields().stream().filter(f -> f.column().equals(column)).findFirst();
    int slot =
        touches.stream()
            .filter(t -> t.model().equals(model))
            .mapToInt(Touch::slot)
            .findFirst()
            .orElse(-1);
    found.add(
        new PlanNote(
            slot,
            PlanNote.Level.SLOW,
            "Makes an index of %s.%s for this one run: it is gone along, and has none."
                .formatted(model.name(), field.map(Field::name).orElse(column)),
            field.map(f -> index(model, List.of(f))).orElse("")));
  }

  // Sorting

  private void sorted(String what) {
    if (what.contains("GROUP BY")) {
      int slot = Touch.slotOf(draft, List.of(Card.Kind.SUMMARIZE, Card.Kind.COLUMNS));
      found.add(
          new PlanNote(
              slot,
              PlanNote.Level.FINE,
              "Sorts all rows aside to bring equal ones together.",
              ordered(Touch.What.GROUP)));
    } else if (what.contains("DISTINCT") || what.contains("UNION")) {
      int slot =
          Touch.slotOf(draft, List.of(Card.Kind.DISTINCT, Card.Kind.COMBINE, Card.Kind.SUMMARIZE));
      found.add(
          new PlanNote(slot, PlanNote.Level.FINE, "Keeps all rows aside to find equal ones.", ""));
    } else if (what.contains("ORDER BY")) {
      int slot = Touch.slotOf(draft, List.of(Card.Kind.ORDER));
      found.add(
          new PlanNote(
              slot,
              isSmall(draft.model()) ? PlanNote.Level.FINE : PlanNote.Level.SLOW,
              slot < 0
                  ? "Sorts all rows before the first one comes: the model has this order."
                  : "Sorts all rows before the first one comes: no index has this order.",
              ordered(Touch.What.ORDER)));
    }
  }

  /// An index spares sorting only where all columns are of the model that is asked.
  private String ordered(Touch.What what) {
    List<Touch> by = touches.stream().filter(t -> t.what() == what).toList();
    boolean isOwn =
        !by.isEmpty()
            && by.stream()
                .allMatch(t -> t.model().name().equals(draft.model()) && t.field().isPresent());
    boolean isMissing = isOwn && !by.getFirst().isIndexed();
    List<Field> fields = new ArrayList<>();
    by.forEach(t -> t.field().ifPresent(fields::add));
    return isMissing ? index(by.getFirst().model(), fields) : "";
  }

  private static String index(Model model, List<Field> fields) {
    String table = model.table().substring(model.table().lastIndexOf('.') + 1);
    List<String> columns = fields.stream().map(Field::column).distinct().toList();
    String name = table + "_" + String.join("_", columns) + "_idx";
    return "CREATE INDEX "
        + quoted(name)
        + " ON "
        + quoted(table)
        + " ("
        + String.join(", ", columns.stream().map(PlanNotes::quoted).toList())
        + ");";
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
