package orrery.ui.builder;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import orrery.orm.chain.Printer;
import orrery.orm.edit.Card;
import orrery.orm.edit.Draft;
import orrery.orm.edit.Ground;
import orrery.orm.edit.StepText;
import orrery.orm.meta.Model;
import orrery.orm.meta.Models;
import orrery.orm.query.Query;

/// A query inside of a card: what a prefetch loads, what a condition asks for, what is combined. It
/// is made of the same forms as the query around it.
final class InnerForm implements Drafting {
  private final Scope scope;
  private final Draft draft;
  private final List<Card> cards;
  private final Consumer<Query> set;
  private final Kind kind;

  /// How a query stands in another.
  enum Kind {
    /// As a value for each row of the one around, whose fields it may name.
    SUBQUERY,
    /// Beside it.
    BESIDE,
    /// As the objects of a relation, which are wanted whole.
    RELATED
  }

  /// Makes it.
  ///
  /// @param scope where the query stands
  /// @param set takes the query that is asked instead
  InnerForm(Scope scope, Kind kind, Query query, Consumer<Query> set) {
    this.scope = scope;
    this.kind = kind;
    this.draft =
        new Draft(
            query.model(),
            query.steps().stream().map(Draft.Slot::new).toList(),
            new orrery.orm.query.Terminal.Fetch());
    this.cards = Card.of(draft);
    this.set = set;
  }

  /// One of its steps.
  ///
  /// @param kind the name of its kind, for icons
  record Part(String kind, String title, Form form) {}

  /// Returns its steps.
  List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    for (Card card : cards) {
      Ground ground = Ground.before(meta(), draft, card.from());
      parts.add(
          new Part(
              card.kind().name().toLowerCase(Locale.ROOT),
              card.kind().title(),
              Forms.form(new Place(this, draft, card, ground))));
    }
    return parts;
  }

  /// Returns the form of one of its steps.
  Form part(int index) {
    return parts().get(index).form();
  }

  /// Takes a step out.
  void remove(int part) {
    Card card = cards.get(part);
    edit(draft.remove(card.from(), card.to()));
  }

  /// Returns what adds steps to it.
  Adding adding() {
    return new Adding(this, kind == Kind.RELATED);
  }

  /// Returns the name of the model that is asked.
  String model() {
    return draft.model();
  }

  /// Returns the names of all models, sorted.
  List<String> models() {
    return meta().all().stream().map(Model::name).sorted().toList();
  }

  /// Asks another model, from the start.
  void model(String name) {
    if (!name.equals(draft.model())) {
      edit(new Draft(name));
    }
  }

  /// Returns the query as it is written.
  String text() {
    return Printer.print(draft.chain().query());
  }

  /// Writes the query anew.
  ///
  /// @return whether `text` is a query; where it is not, nothing is changed
  boolean text(String text) {
    Optional<Query> read =
        StepText.queries(text).filter(all -> all.size() == 1).map(List::getFirst);
    read.ifPresent(set);
    return read.isPresent();
  }

  @Override
  public Models meta() {
    return scope.drafting().meta();
  }

  @Override
  public Optional<Draft> draft() {
    return Optional.of(draft);
  }

  @Override
  public List<Card> cards() {
    return cards;
  }

  @Override
  public void edit(Draft next) {
    set.accept(next.chain().query());
  }

  // Cards inside of cards are not selected: the caret has one place only.
  @Override
  public void select(int card) {}

  @Override
  public List<Ground> around() {
    return switch (kind) {
      case SUBQUERY -> scope.inside();
      case BESIDE -> scope.drafting().around();
      case RELATED -> List.of();
    };
  }

  @Override
  public Soundings soundings() {
    return scope.drafting().soundings();
  }
}
