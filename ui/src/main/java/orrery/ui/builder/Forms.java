package orrery.ui.builder;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import orrery.orm.edit.Card;
import orrery.orm.edit.Draft;
import orrery.orm.edit.Ground;
import orrery.orm.edit.Loading;
import orrery.orm.edit.OrderKey;
import orrery.orm.edit.Summary;
import orrery.orm.edit.Warning;
import orrery.orm.meta.Models;
import orrery.orm.query.Step;

/// Makes the cards of a draft.
final class Forms {
  private Forms() {}

  /// Returns the card called `card` as it is drawn.
  static CardRow row(
      BuilderViewModel builder,
      Models models,
      Draft draft,
      Card card,
      int index,
      List<Warning> warnings) {
    Ground ground = Ground.before(models, draft, card.from());
    Place place = new Place(builder, draft, card, ground);
    List<CardRow.WarningLine> lines =
        warnings.stream()
            .filter(w -> card.from() <= w.slot() && w.slot() < card.to())
            .map(w -> line(builder, w))
            .toList();
    List<Draft.Slot> slots = draft.slots().subList(card.from(), card.to());
    List<String> words = lines.stream().map(CardRow.WarningLine::words).toList();
    Object key = List.of(slots, ground, card.kind(), words);
    return new CardRow(
        index,
        card.kind().name().toLowerCase(Locale.ROOT),
        card.kind().title(),
        slots.getFirst().muted(),
        form(place),
        lines,
        key);
  }

  /// Returns a warning as it is drawn.
  static CardRow.WarningLine line(BuilderViewModel builder, Warning warning) {
    return new CardRow.WarningLine(
        warning.words(),
        warning.fixes().stream()
            .map(fix -> new CardRow.FixLine(fix.words(), () -> builder.edit(fix.draft())))
            .toList());
  }

  /// Returns the form of the steps at a place; what no form draws is text.
  static Form form(Place place) {
    return drawn(place).orElseGet(() -> new TextForm(place));
  }

  private static Optional<Form> drawn(Place place) {
    return switch (place.card().kind()) {
      case WHERE, EXCLUDE, HAVING -> Optional.of(ConditionsForm.of(place));
      case SUMMARIZE -> Summary.of(place.steps()).map(s -> new SummaryForm(place, s));
      case COMPUTE -> ComputeForm.of(place);
      case ORDER ->
          place.step() instanceof Step.OrderBy(var by)
              ? OrderKey.of(by).map(keys -> new OrderForm(place, keys))
              : Optional.empty();
      case COLUMNS -> ColumnsForm.of(place);
      case LOAD -> Loading.of(place.steps()).map(l -> new LoadForm(place, l));
      case SLICE ->
          place.step() instanceof Step.Slice slice
              ? Optional.of(new SliceForm(place, slice))
              : Optional.empty();
      case COMBINE ->
          place.step() instanceof Step.Combine combine
              ? Optional.of(new CombineForm(place, combine))
              : Optional.empty();
      case DISTINCT, TEXT -> Optional.empty();
    };
  }
}
