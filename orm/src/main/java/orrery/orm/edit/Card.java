package orrery.orm.edit;

import java.util.ArrayList;
import java.util.List;
import orrery.orm.query.Condition;
import orrery.orm.query.Expr;
import orrery.orm.query.Named;
import orrery.orm.query.Step;

/// A run of slots that people see as one step. Immutable.
///
/// @param kind what it is
/// @param from its first slot
/// @param to the slot behind its last
public record Card(Kind kind, int from, int to) {

  /// What a card is. There is none for a step that no form draws: that is a [Kind#TEXT].
  public enum Kind {
    /// `filter(…)`.
    WHERE("Where"),
    /// `exclude(…)`.
    EXCLUDE("Exclude"),
    /// `filter(…)` on what a summary computed.
    HAVING("Having"),
    /// `annotate(…)` without aggregates.
    COMPUTE("Compute"),
    /// `values(…).annotate(…)` with aggregates.
    SUMMARIZE("Summarize"),
    /// `order_by(…)`.
    ORDER("Order"),
    /// `values(…)`, `values_list(…)`, `only(…)` and `defer(…)`.
    COLUMNS("Columns"),
    /// `select_related(…)` and `prefetch_related(…)`.
    LOAD("Load along"),
    /// `distinct(…)`.
    DISTINCT("Distinct"),
    /// A slice.
    SLICE("Rows"),
    /// `union(…)`, `intersection(…)` and `difference(…)`.
    COMBINE("Combine"),
    /// Anything else, as it is written.
    TEXT("Step");

    private final String title;

    Kind(String title) {
      this.title = title;
    }

    /// Returns what people call it.
    public String title() {
      return title;
    }
  }

  /// Returns the cards of `draft`, in the order of its slots.
  public static List<Card> of(Draft draft) {
    List<Card> cards = new ArrayList<>();
    List<Draft.Slot> slots = draft.slots();
    List<String> computed = new ArrayList<>();
    for (int i = 0; i < slots.size(); i++) {
      Step step = slots.get(i).step();
      boolean hasNext = i + 1 < slots.size() && slots.get(i + 1).muted() == slots.get(i).muted();
      Step next = hasNext ? slots.get(i + 1).step() : new Step.All();
      boolean isPair =
          (step instanceof Step.Values && isSummary(next))
              || (step instanceof Step.SelectRelated && next instanceof Step.PrefetchRelated);
      int to = isPair ? i + 2 : i + 1;
      cards.add(new Card(kind(isPair ? next : step, computed), i, to));
      if (isSummary(isPair ? next : step)) {
        computed.addAll(Ground.names(isPair ? next : step).keySet());
      }
      i = to - 1;
    }
    return cards;
  }

  /// Says whether `step` computes over many rows.
  static boolean isSummary(Step step) {
    return step instanceof Step.Annotate(List<Expr> bare, List<Named> named)
        && (bare.stream().anyMatch(Aggregate::isAggregate)
            || named.stream().anyMatch(n -> Aggregate.isAggregate(n.value())));
  }

  private static Kind kind(Step step, List<String> computed) {
    return switch (step) {
      case Step.Filter(List<Condition> conditions) ->
          isAbout(conditions, computed) ? Kind.HAVING : Kind.WHERE;
      case Step.Exclude _ -> Kind.EXCLUDE;
      case Step.Annotate _ -> isSummary(step) ? Kind.SUMMARIZE : Kind.COMPUTE;
      case Step.Alias _ -> Kind.COMPUTE;
      case Step.OrderBy _ -> Kind.ORDER;
      case Step.Values _, Step.ValuesList _, Step.Only _, Step.Defer _ -> Kind.COLUMNS;
      case Step.SelectRelated _, Step.PrefetchRelated _ -> Kind.LOAD;
      case Step.Distinct _ -> Kind.DISTINCT;
      case Step.Slice _ -> Kind.SLICE;
      case Step.Combine _ -> Kind.COMBINE;
      case Step.All _, Step.None _, Step.Reverse _, Step.Dates _, Step.Datetimes _ -> Kind.TEXT;
      case Step.Using _, Step.Merge _, Step.SelectForUpdate _, Step.Extra _, Step.Raw _ ->
          Kind.TEXT;
    };
  }

  private static boolean isAbout(List<Condition> conditions, List<String> names) {
    return conditions.stream()
        .anyMatch(c ->
            switch (c) {
              case Condition.Lookup(String path, _) ->
                  names.stream().anyMatch(n -> path.equals(n) || path.startsWith(n + "__"));
              case Condition.Not(Condition part) -> isAbout(List.of(part), names);
              case Condition.And _, Condition.Or _, Condition.Xor _ ->
                  isAbout(ConditionTree.parts(c), names);
              case Condition.Test _ -> false;
            });
  }
}
