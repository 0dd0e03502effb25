package orrery.ui.builder;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import orrery.orm.edit.Aggregate;
import orrery.orm.edit.Card;
import orrery.orm.edit.Draft;
import orrery.orm.edit.Ground;
import orrery.orm.edit.Loading;
import orrery.orm.edit.OrderKey;
import orrery.orm.edit.Rule;
import orrery.orm.edit.StepText;
import orrery.orm.edit.Summary;
import orrery.orm.error.OrmError;
import orrery.orm.query.Condition;
import orrery.orm.query.Expr;
import orrery.orm.query.Name;
import orrery.orm.query.Query;
import orrery.orm.query.Step;

/// Adds steps where they belong: conditions before what summarizes, orders before slices. A step
/// that can take in what is added takes it in.
final class Adding {
  private final Drafting builder;
  private final boolean isOfObjects;

  Adding(Drafting builder) {
    this(builder, false);
  }

  /// Makes it.
  ///
  /// @param isOfObjects whether objects are wanted, so that columns are chosen with `only(…)`
  Adding(Drafting builder, boolean isOfObjects) {
    this.builder = builder;
    this.isOfObjects = isOfObjects;
  }

  /// What can be added.
  enum What {
    /// A condition that rows have to meet.
    WHERE("Where", "fth-filter", "Keep rows that meet a condition", "w", true),
    /// A condition that rows must not meet.
    EXCLUDE("Exclude", "fth-slash", "Drop rows that meet a condition", "x", true),
    /// Values computed over many rows.
    SUMMARIZE("Summarize", "fth-layers", "Group rows; count, sum, average", "s", true),
    /// Values computed beside the fields.
    COMPUTE("Compute", "fth-zap", "A new value from an expression", "c", true),
    /// An order.
    ORDER("Order", "fth-bar-chart", "Sort the rows", "o", true),
    /// Columns.
    COLUMNS("Columns", "fth-columns", "Only some columns", "l", true),
    /// Relations to load along.
    LOAD("Load along", "fth-git-branch", "Related objects, joined or prefetched", "r", true),
    /// Equal rows once.
    DISTINCT("Distinct", "fth-minimize-2", "Equal rows only once", "d", false),
    /// Some of the rows.
    ROWS("Rows", "fth-scissors", "The first few rows, or a page of them", "n", false),
    /// Other queries.
    COMBINE("Combine", "fth-git-merge", "Union, intersection, difference", "u", false),
    /// Anything.
    TEXT("Text", "fth-code", "Any step, as Django writes it", "t", false);

    private final String words;
    private final String icon;
    private final String about;
    private final String key;
    private final boolean needsPath;

    What(String words, String icon, String about, String key, boolean needsPath) {
      this.words = words;
      this.icon = icon;
      this.about = about;
      this.key = key;
      this.needsPath = needsPath;
    }

    /// Returns what people call it.
    String words() {
      return words;
    }

    /// Returns the name of its icon.
    String icon() {
      return icon;
    }

    /// Says in a few words what it does.
    String about() {
      return about;
    }

    /// Returns the key that adds it.
    String key() {
      return key;
    }

    /// Says whether a path is picked for it first.
    boolean needsPath() {
      return needsPath;
    }
  }

  /// Returns what picks a path for a step at `card`, or where it belongs for -1.
  PathPicker picker(What what, int card) {
    Draft draft = draft();
    boolean isLate = what == What.ORDER || what == What.WHERE || what == What.COMPUTE;
    int slot = card >= 0 ? slot(card) : isLate ? draft.slots().size() : at(what);
    return new Scope(builder, Ground.before(builder.meta(), draft, slot)).picker();
  }

  /// Adds a step about `path`.
  ///
  /// @param card before which card, or -1 for where it belongs
  void add(What what, String path, int card) {
    Draft draft = draft();
    switch (what) {
      case WHERE, EXCLUDE -> condition(what, path, card);
      case ORDER -> order(path, card);
      case COLUMNS -> columns(path, card);
      case SUMMARIZE -> summarize(path, card);
      case COMPUTE -> {
        Expr value = new Expr.Ref(path);
        String last = path.substring(path.lastIndexOf("__") < 0 ? 0 : path.lastIndexOf("__") + 2);
        insert(
            what,
            card,
            new Step.Annotate(
                List.of(), List.of(new orrery.orm.query.Named(last + "_value", value))));
      }
      case LOAD -> load(path, card);
      case DISTINCT -> insert(what, card, new Step.Distinct(List.of()));
      case ROWS -> insert(what, card, new Step.Slice(0, OptionalInt.of(20)));
      case COMBINE ->
          insert(
              what,
              card,
              new Step.Combine(Step.Combinator.UNION, List.of(new Query(draft.model())), false));
      case TEXT -> insert(what, card, new Step.Reverse());
    }
  }

  /// Adds steps that are written.
  ///
  /// @return what is wrong with `text`; empty where nothing is
  String addText(String text) {
    try {
      List<Step> steps = StepText.steps(text);
      builder.edit(draft().insert(draft().slots().size(), steps));
      return "";
    } catch (OrmError wrong) {
      return wrong.getMessage();
    }
  }

  private void condition(What what, String path, int card) {
    Draft draft = draft();
    boolean isGiven =
        Ground.before(builder.meta(), draft, draft.slots().size()).given().containsKey(path);
    int slot = card >= 0 ? slot(card) : isGiven ? before(Card.Kind.DISTINCT) : at(what);
    Condition made = Rule.start(path, Ground.before(builder.meta(), draft, slot)).condition();
    Step step =
        what == What.WHERE ? new Step.Filter(List.of(made)) : new Step.Exclude(List.of(made));
    put(slot, step);
  }

  private void columns(String path, int card) {
    Optional<Card> there = find(Card.Kind.COLUMNS);
    Step made =
        isOfObjects
            ? new Step.Only(List.of(new Name(path)))
            : new Step.Values(List.of(new Name(path)), List.of());
    Step all =
        switch (there.map(this::step).orElse(made)) {
          case Step.Values(var fields, var named) when there.isPresent() -> {
            List<orrery.orm.query.Selection> more = new java.util.ArrayList<>(fields);
            more.add(new Name(path));
            yield new Step.Values(more, named);
          }
          case Step.Only(var fields) when there.isPresent() -> {
            List<Name> more = new java.util.ArrayList<>(fields);
            more.add(new Name(path));
            yield new Step.Only(more);
          }
          case Step other -> made;
        };
    if (card < 0 && there.isPresent() && !all.equals(made)) {
      replace(there.get(), List.of(all));
    } else {
      insert(What.COLUMNS, card, made);
    }
  }

  private void order(String path, int card) {
    Step.OrderBy made =
        new Step.OrderBy(List.of(new OrderKey(path, false, Expr.Nulls.UNSAID).selection()));
    Optional<Card> there = find(Card.Kind.ORDER);
    if (card < 0 && there.isPresent() && step(there.get()) instanceof Step.OrderBy(var by)) {
      List<orrery.orm.query.Selection> more = new java.util.ArrayList<>(by);
      more.addAll(made.by());
      replace(there.get(), List.of(new Step.OrderBy(more)));
    } else {
      insert(What.ORDER, card, made);
    }
  }

  private void summarize(String path, int card) {
    boolean isMany = Ground.before(builder.meta(), draft(), draft().slots().size()).isToMany(path);
    Summary nothing = new Summary(false, List.of(), List.of());
    // Along a relation to many, one asks how many; of a field of its own, how many have each value.
    Summary made =
        isMany
            ? nothing.values(
                List.of(
                    new Aggregate(
                        nothing.freeName("Count", path), "Count", path, false, Optional.empty())))
            : nothing
                .by(List.of(path))
                .values(List.of(new Aggregate("rows", "Count", "pk", false, Optional.empty())));
    int slot = card >= 0 ? slot(card) : at(What.SUMMARIZE);
    builder.edit(draft().insert(slot, made.steps()));
    select(slot);
  }

  private void load(String path, int card) {
    Ground ground = new Ground(builder.meta(), draft().model());
    Optional<Card> there = card < 0 ? find(Card.Kind.LOAD) : Optional.empty();
    Optional<Loading> loading = there.flatMap(c -> Loading.of(steps(c)));
    Optional<Loading.Relation> relation = relation(ground, path);
    if (relation.isEmpty()) {
      return;
    }
    Loading.Mode mode = relation.get().join().isEmpty() ? Loading.Mode.PREFETCH : Loading.Mode.JOIN;
    Loading next = loading.orElse(new Loading(List.of(), List.of())).with(relation.get(), mode);
    if (there.isPresent() && loading.isPresent()) {
      replace(there.get(), next.steps());
    } else {
      int slot = card >= 0 ? slot(card) : at(What.LOAD);
      builder.edit(draft().insert(slot, next.steps()));
      select(slot);
    }
  }

  /// Returns the relation at the end of a path of lookup names.
  private static Optional<Loading.Relation> relation(Ground ground, String path) {
    String model = ground.model();
    String join = "";
    String prefetch = "";
    String done = "";
    Optional<Loading.Relation> found = Optional.empty();
    for (String name : path.split("__", -1)) {
      String whole = done.isEmpty() ? name : done + "__" + name;
      Optional<String> accessor =
          ground.choices(done).stream()
              .filter(c -> c.name().equals(name))
              .map(orrery.orm.edit.PathChoice::accessor)
              .findFirst();
      String by = prefetch;
      found =
          Loading.relations(ground.models(), model, join, prefetch).stream()
              .filter(r ->
                  accessor.isPresent()
                      && r.prefetch()
                          .equals(by.isEmpty() ? accessor.get() : by + "__" + accessor.get()))
              .findFirst();
      if (found.isEmpty()) {
        return found;
      }
      model = found.get().target();
      join = found.get().join();
      prefetch = found.get().prefetch();
      done = whole;
    }
    return found;
  }

  private void insert(What what, int card, Step step) {
    put(card >= 0 ? slot(card) : at(what), step);
  }

  private void put(int slot, Step step) {
    builder.edit(draft().insert(slot, List.of(step)));
    select(slot);
  }

  private void select(int slot) {
    List<Card> cards = builder.cards();
    for (int i = 0; i < cards.size(); i++) {
      if (cards.get(i).from() <= slot && slot < cards.get(i).to()) {
        builder.select(i);
      }
    }
  }

  private void replace(Card card, List<Step> steps) {
    builder.edit(draft().replace(card.from(), card.to(), steps));
    select(card.from());
  }

  private Draft draft() {
    return builder.draft().orElseThrow();
  }

  private List<Step> steps(Card card) {
    return draft().slots().subList(card.from(), card.to()).stream().map(Draft.Slot::step).toList();
  }

  private Step step(Card card) {
    return draft().slots().get(card.from()).step();
  }

  private Optional<Card> find(Card.Kind kind) {
    return builder.cards().stream()
        .filter(c -> c.kind() == kind && !draft().slots().get(c.from()).muted())
        .findFirst();
  }

  private int slot(int card) {
    return card < builder.cards().size()
        ? builder.cards().get(card).from()
        : draft().slots().size();
  }

  private int at(What what) {
    return switch (what) {
      case WHERE, EXCLUDE -> before(Card.Kind.COMPUTE);
      case COMPUTE, SUMMARIZE -> before(Card.Kind.COLUMNS);
      case COLUMNS -> before(Card.Kind.LOAD);
      case LOAD -> before(Card.Kind.DISTINCT);
      case DISTINCT -> before(Card.Kind.ORDER);
      case ORDER -> before(Card.Kind.SLICE);
      case COMBINE, ROWS, TEXT -> draft().slots().size();
    };
  }

  /// Returns the slot before the first card that comes as late as one of a kind.
  private int before(Card.Kind kind) {
    return builder.cards().stream()
        .filter(c -> rank(c.kind()) >= rank(kind))
        .map(Card::from)
        .findFirst()
        .orElse(draft().slots().size());
  }

  private static int rank(Card.Kind kind) {
    return switch (kind) {
      case WHERE, EXCLUDE -> 1;
      case COMPUTE -> 2;
      case SUMMARIZE -> 3;
      case HAVING -> 4;
      case COLUMNS -> 5;
      case LOAD -> 6;
      case DISTINCT -> 7;
      case ORDER, TEXT -> 8;
      case SLICE, COMBINE -> 9;
    };
  }
}
