package orrery.orm.edit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import orrery.orm.meta.Member;
import orrery.orm.meta.Models;
import orrery.orm.query.Condition;
import orrery.orm.query.Expr;
import orrery.orm.query.Name;
import orrery.orm.query.Named;
import orrery.orm.query.Prefetch;
import orrery.orm.query.Query;
import orrery.orm.query.Selection;
import orrery.orm.query.Step;
import orrery.orm.query.Terminal;

/// Looks through a draft for what goes wrong silently: no error comes, but other rows or numbers
/// than were meant. Belongs to one look.
public final class Warnings {

  private final Models models;
  private final Draft draft;
  private final List<Warning> found = new ArrayList<>();
  private final Set<String> multiplied = new TreeSet<>();
  private boolean ordered;
  private boolean distinct;
  private boolean grouped;
  private boolean narrowed;

  private Warnings(Models models, Draft draft) {
    this.models = models;
    this.draft = draft;
  }

  /// Returns what would go wrong silently in `draft`, in the order of its slots.
  public static List<Warning> of(Models models, Draft draft) {
    if (models.find(draft.model()).isEmpty()) {
      return List.of();
    }
    Warnings look = new Warnings(models, draft);
    look.ordered = !models.get(draft.model()).ordering().isEmpty();
    look.distinct =
        draft.slots().stream().anyMatch(s -> !s.muted() && s.step() instanceof Step.Distinct);
    for (int i = 0; i < draft.slots().size(); i++) {
      if (!draft.slots().get(i).muted()) {
        look.step(i, draft.slots().get(i).step(), Ground.before(models, draft, i));
      }
    }
    look.end();
    return List.copyOf(look.found);
  }

  private void step(int slot, Step step, Ground ground) {
    switch (step) {
      case Step.Filter(List<Condition> conditions) -> {
        narrowed = true;
        conditions.forEach(c -> nulls(slot, c, false, ground));
        multiplies(slot, conditions, ground);
      }
      case Step.Exclude(List<Condition> conditions) -> {
        narrowed = true;
        conditions.forEach(c -> nulls(slot, c, true, ground));
      }
      case Step.Annotate(List<Expr> bare, List<Named> named) -> {
        if (Card.isSummary(step)) {
          aggregates(slot, named, ground);
          grouped = true;
        }
      }
      case Step.Values(var fields, _) -> {
        columns(slot, fields, ground);
        grouped = true;
      }
      case Step.ValuesList(var fields, _, _) -> {
        columns(slot, fields, ground);
        grouped = true;
      }
      case Step.OrderBy(List<Selection> by) -> {
        ordered = !by.isEmpty();
        order(slot, by, ground);
      }
      case Step.Slice(int start, var stop) -> slice(slot, start, stop.orElse(-1));
      case Step other -> {}
    }
  }

  /// A join to many rows repeats what is before it.
  private void multiplies(int slot, List<Condition> conditions, Ground ground) {
    Set<String> paths = new TreeSet<>();
    conditions.forEach(c -> many(c, ground, paths));
    paths.removeIf(multiplied::contains);
    if (paths.isEmpty()) {
      return;
    }
    multiplied.addAll(paths);
    boolean isSummed = draft.slots().stream().anyMatch(s -> !s.muted() && Card.isSummary(s.step()));
    if (distinct || isSummed) {
      return;
    }
    String to = paths.iterator().next();
    List<Warning.Fix> fixes = new ArrayList<>();
    Step once = new Step.Distinct(List.of());
    fixes.add(
        new Warning.Fix("Only once each", draft.insert(firstAfterFilters(slot), List.of(once))));
    Existing.of(conditions, to, ground)
        .map(exists -> new Step.Filter(exists))
        .ifPresent(step ->
            fixes.add(
                new Warning.Fix(
                    "Ask whether there is any", draft.replace(slot, slot + 1, List.of(step)))));
    found.add(
        new Warning(
            slot,
            "A row comes once for each "
                + shown(to)
                + " that matches, so the same one may come again.",
            fixes));
  }

  /// A column along a relation to many makes a row of each of its objects.
  private void columns(int slot, List<Selection> fields, Ground ground) {
    boolean isSummary =
        slot + 1 < draft.slots().size() && Card.isSummary(draft.slots().get(slot + 1).step());
    Optional<String> many =
        Ground.paths(fields).stream()
            .flatMap(path -> prefix(path, ground).stream())
            .filter(path -> !multiplied.contains(path))
            .findFirst();
    if (many.isEmpty() || isSummary || grouped) {
      return;
    }
    multiplied.add(many.get());
    List<Warning.Fix> fixes = new ArrayList<>();
    accessors(many.get(), ground)
        .ifPresent(lookup -> {
          Step load = new Step.PrefetchRelated(List.of(new Prefetch(lookup)), false);
          fixes.add(
              new Warning.Fix(
                  "Load them along instead", draft.replace(slot, slot + 1, List.of(load))));
        });
    found.add(
        new Warning(
            slot,
            "There is a row for each " + shown(many.get()) + ": what has many comes several times.",
            fixes));
  }

  private static Optional<String> accessors(String path, Ground ground) {
    List<Member> hops = ground.hops(path);
    return hops.isEmpty()
        ? Optional.empty()
        : Optional.of(String.join("__", hops.stream().map(Member::accessor).toList()));
  }

  private int firstAfterFilters(int slot) {
    int at = slot + 1;
    while (at < draft.slots().size()
        && (draft.slots().get(at).step() instanceof Step.Filter
            || draft.slots().get(at).step() instanceof Step.Exclude
            || draft.slots().get(at).step() instanceof Step.OrderBy)) {
      at++;
    }
    return at;
  }

  private static void many(Condition condition, Ground ground, Set<String> paths) {
    switch (condition) {
      case Condition.Lookup(String path, Expr value) -> {
        boolean isNone = path.endsWith("__isnull") && value.equals(new Expr.Literal(true));
        if (!isNone) {
          prefix(path, ground).ifPresent(paths::add);
        }
      }
      // What is excluded is asked in a subquery.
      case Condition.Not _, Condition.Test _ -> {}
      case Condition.And _, Condition.Or _, Condition.Xor _ ->
          ConditionTree.parts(condition).forEach(c -> many(c, ground, paths));
    }
  }

  private static String shown(String path) {
    return path.replace("__", " › ");
  }

  /// Returns the part of `path` up to its last relation to many.
  private static Optional<String> prefix(String path, Ground ground) {
    List<Member> hops = ground.hops(path);
    List<String> names = Paths.split(path);
    int last = -1;
    for (int i = 0; i < hops.size(); i++) {
      last = hops.get(i).isToMany() ? i : last;
    }
    return last < 0 ? Optional.empty() : Optional.of(String.join("__", names.subList(0, last + 1)));
  }

  private void aggregates(int slot, List<Named> named, Ground ground) {
    Map<String, String> wrong = new LinkedHashMap<>();
    Set<String> joined = new TreeSet<>(multiplied);
    for (Named one : named) {
      Aggregate.of(one).flatMap(a -> prefix(a.path(), ground)).ifPresent(joined::add);
    }
    multiplied.addAll(joined);
    for (Named one : named) {
      Optional<Aggregate> aggregate = Aggregate.of(one);
      boolean isHurt =
          aggregate.isPresent()
              && !aggregate.get().distinct()
              && !List.of("Min", "Max").contains(aggregate.get().function());
      if (isHurt) {
        String own = prefix(aggregate.get().path(), ground).orElse("");
        joined.stream()
            .filter(other -> !isOn(other, own))
            .findFirst()
            .ifPresent(other -> wrong.put(one.name(), other));
      }
    }
    if (!wrong.isEmpty()) {
      String name = wrong.keySet().iterator().next();
      boolean canMend =
          named.stream()
              .allMatch(n ->
                  !wrong.containsKey(n.name())
                      || Aggregate.of(n).filter(a -> a.function().equals("Count")).isPresent());
      found.add(
          new Warning(
              slot,
              name
                  + " is too large: "
                  + shown(wrong.values().iterator().next())
                  + " is joined too, which repeats its rows.",
              canMend ? Optional.of(countOnce(slot, named, wrong.keySet())) : Optional.empty()));
    }
  }

  private static boolean isOn(String path, String whole) {
    return whole.equals(path) || whole.startsWith(path + "__");
  }

  private Warning.Fix countOnce(int slot, List<Named> named, Set<String> wrong) {
    List<Named> mended = new ArrayList<>();
    for (Named one : named) {
      Optional<Aggregate> a = Aggregate.of(one).filter(_ -> wrong.contains(one.name()));
      mended.add(
          a.map(x -> new Aggregate(x.name(), x.function(), x.path(), true, x.filter()).named())
              .orElse(one));
    }
    Step step = new Step.Annotate(List.of(), mended);
    return new Warning.Fix("Count each once", draft.replace(slot, slot + 1, List.of(step)));
  }

  private void order(int slot, List<Selection> by, Ground ground) {
    for (OrderKey key : OrderKey.of(by).orElse(List.of())) {
      Optional<String> many = prefix(key.path(), ground);
      if (many.isPresent() && !grouped) {
        found.add(
            new Warning(
                slot,
                "A row comes once for each "
                    + shown(many.get())
                    + ", as it is ordered by something that it has many of.",
                Optional.empty()));
      }
    }
  }

  private void slice(int slot, int start, int stop) {
    if (!ordered) {
      Step byKey = new Step.OrderBy(List.of(new Name("pk")));
      Optional<Warning.Fix> fix =
          grouped
              ? Optional.empty()
              : Optional.of(new Warning.Fix("Order by key", draft.insert(slot, List.of(byKey))));
      found.add(
          new Warning(
              slot,
              "Nothing orders the rows, so which ones these are is up to the database.",
              fix));
    }
    if (!multiplied.isEmpty() && !distinct && !grouped && stop >= 0) {
      found.add(
          new Warning(
              slot,
              "Repeated rows count too, so these are fewer than "
                  + (stop - start)
                  + " different ones.",
              Optional.of(
                  new Warning.Fix(
                      "Only once each",
                      draft.insert(slot, List.of(new Step.Distinct(List.of())))))));
    }
  }

  /// `NOT IN` with a NULL among the values holds for no row.
  private void nulls(int slot, Condition condition, boolean negated, Ground ground) {
    switch (condition) {
      case Condition.Lookup(String path, Expr value) -> {
        boolean isNotIn = negated && path.endsWith("__in");
        if (isNotIn && value instanceof Expr.ChainValue(Query inner)) {
          nullable(inner).ifPresent(field -> found.add(notIn(slot, condition, inner, field)));
        }
      }
      case Condition.Not(Condition part) -> nulls(slot, part, !negated, ground);
      case Condition.And _, Condition.Or _, Condition.Xor _ ->
          ConditionTree.parts(condition).forEach(c -> nulls(slot, c, negated, ground));
      case Condition.Test _ -> {}
    }
  }

  private Optional<String> nullable(Query inner) {
    Optional<String> path =
        inner.steps().stream()
            .flatMap(s ->
                switch (s) {
                  case Step.Values(var fields, _) -> Ground.paths(fields).stream();
                  case Step.ValuesList(var fields, _, _) -> Ground.paths(fields).stream();
                  case Step other -> java.util.stream.Stream.<String>empty();
                })
            .findFirst();
    return path.filter(p -> new Ground(models, inner.model()).meaning(p).isNullable())
        .filter(p ->
            !inner
                .steps()
                .contains(
                    new Step.Filter(
                        List.of(new Condition.Lookup(p + "__isnull", new Expr.Literal(false))))));
  }

  private Warning notIn(int slot, Condition wrong, Query inner, String field) {
    List<Step> steps = new ArrayList<>();
    Condition notNull = new Condition.Lookup(field + "__isnull", new Expr.Literal(false));
    steps.add(new Step.Filter(List.of(notNull)));
    steps.addAll(inner.steps());
    Expr mended = new Expr.ChainValue(new Query(inner.model(), steps));
    Step step = draft.slots().get(slot).step();
    List<Condition> all =
        switch (step) {
          case Step.Filter(List<Condition> c) -> c;
          case Step.Exclude(List<Condition> c) -> c;
          case Step other -> List.of();
        };
    List<Condition> changed = all.stream().map(c -> swap(c, wrong, mended)).toList();
    Step fixed =
        step instanceof Step.Exclude ? new Step.Exclude(changed) : new Step.Filter(changed);
    return new Warning(
        slot,
        field + " may be null, and no row is “not in” a list with a null: nothing would be left.",
        Optional.of(
            new Warning.Fix("Leave nulls out", draft.replace(slot, slot + 1, List.of(fixed)))));
  }

  private static Condition swap(Condition in, Condition wrong, Expr value) {
    return switch (in) {
      case Condition.Lookup(String path, _) ->
          in.equals(wrong) ? new Condition.Lookup(path, value) : in;
      case Condition.Not(Condition part) -> new Condition.Not(swap(part, wrong, value));
      case Condition.And(var parts) ->
          new Condition.And(parts.stream().map(p -> swap(p, wrong, value)).toList());
      case Condition.Or(var parts) ->
          new Condition.Or(parts.stream().map(p -> swap(p, wrong, value)).toList());
      case Condition.Xor(var parts) ->
          new Condition.Xor(parts.stream().map(p -> swap(p, wrong, value)).toList());
      case Condition.Test _ -> in;
    };
  }

  private void end() {
    String does =
        switch (draft.terminal()) {
          case Terminal.Update _ -> "changes";
          case Terminal.Delete _ -> "deletes";
          case Terminal other -> "";
        };
    if (!does.isEmpty() && !narrowed) {
      found.add(
          new Warning(
              draft.slots().size(),
              "This " + does + " every " + draft.model() + ": no step says which.",
              Optional.empty()));
    }
  }
}
