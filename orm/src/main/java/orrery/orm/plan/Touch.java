package orrery.orm.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import orrery.orm.edit.Card;
import orrery.orm.edit.ConditionTree;
import orrery.orm.edit.Draft;
import orrery.orm.edit.Ground;
import orrery.orm.edit.LookupNames;
import orrery.orm.edit.OrderKey;
import orrery.orm.meta.Field;
import orrery.orm.meta.Member;
import orrery.orm.meta.Model;
import orrery.orm.meta.Models;
import orrery.orm.query.Condition;
import orrery.orm.query.Expr;
import orrery.orm.query.Name;
import orrery.orm.query.Query;
import orrery.orm.query.Selection;
import orrery.orm.query.Step;
import orrery.orm.query.Terminal;

/// A place where a step of a draft has to do with a column. Immutable.
///
/// @param slot the step
/// @param what what it does with it
/// @param model the model whose table has the column
/// @param field the column's field; none where only the table is gone through
/// @param lookup what is said of it, without the path: `icontains`, `exact`
record Touch(int slot, What what, Model model, Optional<Field> field, String lookup) {
  private static final List<String> INDEXABLE =
      List.of("exact", "in", "gt", "gte", "lt", "lte", "range", "isnull", "year");

  /// What a step does with a column.
  enum What {
    /// It compares it.
    FILTER,
    /// It sorts by it.
    ORDER,
    /// It groups by it, or takes equal values once.
    GROUP,
    /// It goes along it.
    JOIN
  }

  /// Says whether an index of the column would spare reading all rows.
  boolean canBeIndexed() {
    return INDEXABLE.contains(lookup);
  }

  /// Says whether the column leads an index already.
  boolean isIndexed() {
    return field
        .map(f ->
            f.isPrimaryKey()
                || f.isUnique()
                || f.isIndexed()
                || model.indexes().stream()
                    .anyMatch(
                        i -> !i.columns().isEmpty() && i.columns().getFirst().equals(f.name())))
        .orElse(false);
  }

  /// Returns all that the steps of `draft` touch.
  static List<Touch> of(Models models, Draft draft) {
    Collector all = new Collector(models);
    for (int i = 0; i < draft.slots().size(); i++) {
      if (!draft.slots().get(i).muted()) {
        all.step(i, draft.slots().get(i).step(), Ground.before(models, draft, i), true);
      }
    }
    return all.found;
  }

  private static final class Collector {
    private final Models models;
    private final List<Touch> found = new ArrayList<>();

    Collector(Models models) {
      this.models = models;
    }

    private void step(int slot, Step step, Ground ground, boolean isMain) {
      switch (step) {
        case Step.Filter(List<Condition> all) -> all.forEach(c -> condition(slot, c, ground));
        case Step.Exclude(List<Condition> all) -> all.forEach(c -> condition(slot, c, ground));
        case Step.OrderBy(List<Selection> by) -> {
          for (OrderKey key : OrderKey.of(by).orElse(List.of())) {
            path(slot, isMain ? What.ORDER : What.JOIN, key.path(), "exact", ground);
          }
        }
        case Step.Values(var fields, _) ->
            fields.forEach(f -> selection(slot, What.GROUP, f, ground));
        case Step.ValuesList(var fields, _, _) ->
            fields.forEach(f -> selection(slot, What.GROUP, f, ground));
        case Step.SelectRelated(List<Name> paths, _) ->
            paths.forEach(p -> path(slot, What.JOIN, p.text(), "exact", ground));
        case Step.Annotate(List<Expr> bare, var named) -> {
          bare.forEach(e -> expression(slot, e, ground));
          named.forEach(n -> expression(slot, n.value(), ground));
        }
        case Step other -> {}
      }
    }

    private void selection(int slot, What what, Selection selection, Ground ground) {
      switch (selection) {
        case Name(String path) -> path(slot, what, path, "exact", ground);
        case Expr.Ref(String path) -> path(slot, what, path, "exact", ground);
        case Expr other -> {}
      }
    }

    private void condition(int slot, Condition condition, Ground ground) {
      switch (condition) {
        case Condition.Lookup(String path, Expr value) -> {
          List<String> names = List.of(path.split("__", -1));
          int end = names.size();
          while (end > 1
              && LookupNames.isLookup(names.get(end - 1))
              && !leads(names, end, ground)) {
            end--;
          }
          String lookup =
              end == names.size() ? "exact" : String.join("__", names.subList(end, names.size()));
          path(slot, What.FILTER, String.join("__", names.subList(0, end)), lookup, ground);
          expression(slot, value, ground);
        }
        case Condition.Not(Condition part) -> condition(slot, part, ground);
        case Condition.And _, Condition.Or _, Condition.Xor _ ->
            ConditionTree.parts(condition).forEach(c -> condition(slot, c, ground));
        case Condition.Test(Expr expr) -> expression(slot, expr, ground);
      }
    }

    private static boolean leads(List<String> names, int end, Ground ground) {
      return ground.hops(String.join("__", names.subList(0, end))).size() == end;
    }

    private void expression(int slot, Expr expr, Ground ground) {
      switch (expr) {
        case Expr.ChainValue(Query query) -> query(slot, query);
        case Expr.Subquery(Query query, _) -> query(slot, query);
        case Expr.Exists(Query query) -> query(slot, query);
        case Expr.Ref(String path) -> path(slot, What.JOIN, path, "exact", ground);
        case Expr.Call call ->
            call.args()
                .forEach(a -> {
                  if (a instanceof Expr.Literal(String path)) {
                    path(slot, What.JOIN, path, "exact", ground);
                  } else {
                    expression(slot, a, ground);
                  }
                });
        case Expr.Arithmetic(_, Expr left, Expr right) -> {
          expression(slot, left, ground);
          expression(slot, right, ground);
        }
        case Expr other -> {}
      }
    }

    private void query(int slot, Query query) {
      List<Draft.Slot> slots = query.steps().stream().map(Draft.Slot::new).toList();
      Draft inner = new Draft(query.model(), slots, new Terminal.Fetch());
      for (int i = 0; i < slots.size(); i++) {
        step(slot, slots.get(i).step(), Ground.before(models, inner, i), false);
      }
      models
          .find(query.model())
          .ifPresent(m -> found.add(new Touch(slot, What.JOIN, m, Optional.empty(), "")));
    }

    private void path(int slot, What what, String path, String lookup, Ground ground) {
      List<Member> hops = ground.hops(path);
      for (int i = 0; i < hops.size(); i++) {
        boolean isLast = i == hops.size() - 1;
        Model of = models.get(hops.get(i).model());
        Optional<Field> field =
            hops.get(i) instanceof Field f ? Optional.of(f) : Optional.<Field>empty();
        found.add(new Touch(slot, isLast ? what : What.JOIN, of, field, isLast ? lookup : "exact"));
        if (i + 1 < hops.size() || field.isEmpty() || field.get().isRelation()) {
          String target = ground.meaning(prefix(path, i)).model();
          models
              .find(target)
              .ifPresent(m -> found.add(new Touch(slot, What.JOIN, m, Optional.empty(), "")));
        }
      }
      if (hops.isEmpty() && path.equals("pk")) {
        models
            .find(ground.model())
            .ifPresent(m ->
                found.add(
                    new Touch(slot, what, m, models.primaryKey(m).stream().findFirst(), lookup)));
      }
    }

    private static String prefix(String path, int last) {
      List<String> names = List.of(path.split("__", -1));
      return String.join("__", names.subList(0, Math.min(names.size(), last + 1)));
    }
  }

  /// Returns the first step of a kind that is asked; -1 where there is none.
  static int slotOf(Draft draft, List<Card.Kind> kinds) {
    return Card.of(draft).stream()
        .filter(c -> kinds.contains(c.kind()) && !draft.slots().get(c.from()).muted())
        .mapToInt(Card::from)
        .findFirst()
        .orElse(-1);
  }
}
