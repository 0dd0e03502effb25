package orrery.orm.resolve;

import java.util.ArrayList;
import java.util.List;
import orrery.orm.error.TypeError;
import orrery.orm.query.Condition;
import orrery.orm.query.Query;
import orrery.orm.query.Step;

/// Two querysets of one model as one: `a & b`, `a | b`, `a ^ b`.
///
/// Only conditions, annotations and order count; each side must be free of slices and of values().
final class Merging {

  private final Folder folder;
  private final Scope scope;

  Merging(Folder folder, Scope scope) {
    this.folder = folder;
    this.scope = scope;
  }

  /// Merges the other queryset of `step` into the scope.
  void merge(Step.Merge step) {
    Query other = step.other();
    Scope theirs = folder.fold(other, scope.outer);
    if (!theirs.model.name().equals(scope.model.name())) {
      throw new TypeError("Cannot combine queries on two different base models.");
    }
    if (scope.isSliced() || theirs.isSliced()) {
      throw new TypeError("Cannot combine queries once a slice has been taken.");
    }
    if (scope.distinct != theirs.distinct) {
      throw new TypeError("Cannot combine a unique query with a non-unique query.");
    }
    Condition right = conditions(other.steps());
    switch (step.connector()) {
      case AND -> {
        Folder.filter(scope, List.of(right), false);
        scope.none |= theirs.none;
      }
      case OR -> either(right, theirs, false);
      case XOR -> either(right, theirs, true);
    }
    if (!theirs.orderBy.isEmpty()) {
      scope.orderBy = theirs.orderBy;
      scope.defaultOrder = theirs.defaultOrder;
      scope.reversed = theirs.reversed;
    }
  }

  private void either(Condition right, Scope theirs, boolean xor) {
    if (theirs.none) {
      return;
    }
    if (scope.none) {
      scope.none = false;
      scope.where.clear();
      Folder.filter(scope, List.of(right), false);
      return;
    }
    // The conditions so far hold on joins that exist already; those must now keep rows without a
    // partner.
    orrery.orm.sql.SqlExpr left = scope.condition();
    scope.where.clear();
    scope.sources.promote(scope.sources.aliases());
    Conditions.Clause clause =
        new Conditions(scope)
            .build(right, Context.filter(new java.util.HashSet<>(scope.sources.aliases())));
    scope.sources.promote(clause.needed());
    scope.addWhere(
        xor
            ? Conditions.xor(List.of(left, clause.sql()))
            : orrery.orm.sql.Truths.or(List.of(left, clause.sql())));
  }

  private static Condition conditions(List<Step> steps) {
    List<Condition> all = new ArrayList<>();
    for (Step step : steps) {
      switch (step) {
        case Step.Filter f -> all.addAll(f.conditions());
        case Step.Exclude e -> all.add(new Condition.Not(new Condition.And(e.conditions())));
        case Step.Merge m -> {
          Condition left = new Condition.And(List.copyOf(all));
          Condition right = conditions(m.other().steps());
          all.clear();
          all.add(
              switch (m.connector()) {
                case AND -> new Condition.And(List.of(left, right));
                case OR -> new Condition.Or(List.of(left, right));
                case XOR -> new Condition.Xor(List.of(left, right));
              });
        }
        case Step.All s -> {}
        case Step.None s -> {}
        case Step.Annotate s -> {}
        case Step.Alias s -> {}
        case Step.OrderBy s -> {}
        case Step.Reverse s -> {}
        case Step.Distinct s -> {}
        case Step.SelectRelated s -> {}
        case Step.PrefetchRelated s -> {}
        case Step.Values s -> {}
        case Step.ValuesList s -> {}
        case Step.Dates s -> {}
        case Step.Datetimes s -> {}
        case Step.Defer s -> {}
        case Step.Only s -> {}
        case Step.Using s -> {}
        case Step.Combine s -> {}
        case Step.SelectForUpdate s -> {}
        case Step.Extra s -> {}
        case Step.Raw s -> {}
        case Step.Slice s -> {}
      }
    }
    return new Condition.And(all);
  }
}
