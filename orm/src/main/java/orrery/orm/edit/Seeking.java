package orrery.orm.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

/// A query whose rows come in the order of their primary key, so that any place in it is found by
/// the key of a row near it: the database goes there by the index, where `OFFSET` has it walk over
/// all rows before. Immutable.
///
/// @param key the name of the primary key
/// @param descending whether the keys go downwards
/// @param isSaid whether the query says its order; else rows come as the database has them, which
///   whoever pages through them has to find to be in order
public record Seeking(Query query, String key, boolean descending, boolean isSaid) {

  /// Returns `query` as one whose places can be sought; nothing where its order is another, where
  /// it is sliced or grouped, or where a row may come more than once.
  public static Optional<Seeking> of(Models models, Query query) {
    Optional<Model> model = models.find(query.model());
    List<Field> keys = model.map(models::primaryKey).orElse(List.of());
    boolean isPlain =
        keys.size() == 1 && query.steps().stream().allMatch(s -> isPlain(models, s, query));
    if (model.isEmpty() || !isPlain) {
      return Optional.empty();
    }
    Field key = keys.getFirst();
    List<Sorting> said = Sorting.of(query);
    boolean isOrdered = query.steps().stream().anyMatch(s -> s instanceof Step.OrderBy);
    List<String> own = model.get().ordering();
    if (!isOrdered && own.isEmpty()) {
      return Optional.of(new Seeking(query, key.attname(), false, false));
    }
    List<Sorting> by = isOrdered ? said : own.stream().map(Seeking::sorting).toList();
    boolean isByKey =
        by.size() == 1
            && by.getFirst().nulls() == Expr.Nulls.UNSAID
            && List.of("pk", key.name(), key.attname()).contains(by.getFirst().name());
    return isByKey && length(query) <= 1
        ? Optional.of(new Seeking(query, key.attname(), by.getFirst().descending(), true))
        : Optional.empty();
  }

  private static Sorting sorting(String name) {
    return name.startsWith("-") ? new Sorting(name.substring(1), true) : new Sorting(name, false);
  }

  // How many things the last order is made of, of which Sorting reads only the first plain ones.
  private static int length(Query query) {
    int length = 0;
    for (Step step : query.steps()) {
      length = step instanceof Step.OrderBy(List<Selection> by) ? by.size() : length;
    }
    return length;
  }

  private static boolean isPlain(Models models, Step step, Query query) {
    return switch (step) {
      case Step.Filter(List<Condition> all) -> all.stream().allMatch(c -> isOnce(models, c, query));
      case Step.Exclude(List<Condition> all) ->
          all.stream().allMatch(c -> isOnce(models, c, query));
      case Step.All _, Step.OrderBy _, Step.Only _, Step.Defer _, Step.Using _ -> true;
      case Step.SelectRelated _, Step.PrefetchRelated _ -> true;
      case Step other -> false;
    };
  }

  // Whether a condition leaves each row once: it crosses no relation to many.
  private static boolean isOnce(Models models, Condition condition, Query query) {
    return switch (condition) {
      case Condition.Lookup(String path, Expr value) ->
          (value instanceof Expr.Literal || value instanceof Expr.Sequence)
              && isOnce(models, query.model(), path);
      case Condition.And(List<Condition> parts) ->
          parts.stream().allMatch(c -> isOnce(models, c, query));
      case Condition.Or(List<Condition> parts) ->
          parts.stream().allMatch(c -> isOnce(models, c, query));
      case Condition.Not(Condition part) -> isOnce(models, part, query);
      case Condition.Xor _, Condition.Test _ -> false;
    };
  }

  private static boolean isOnce(Models models, String model, String path) {
    Optional<Model> at = models.find(model);
    for (String name : Paths.split(path)) {
      Optional<Member> member = at.flatMap(from -> models.members(from).lookup(name));
      if (member.filter(Member::isToMany).isPresent()) {
        return false;
      }
      at = member.flatMap(m -> new Paths(models).target(m));
    }
    return true;
  }

  /// Returns the query of the keys alone, in order.
  public Query keys() {
    return ordered(descending).with(new Step.ValuesList(List.of(new Name(key)), true, false));
  }

  /// Returns the rows from the one with this key on, in order.
  public Query from(Object value) {
    String path = key + (descending ? "__lte" : "__gte");
    return ordered(descending)
        .with(new Step.Filter(List.of(new Condition.Lookup(path, new Expr.Literal(value)))));
  }

  /// Returns the rows in the opposite order.
  public Query reversed() {
    return ordered(!descending);
  }

  private Query ordered(boolean down) {
    List<Step> steps = new ArrayList<>(query.steps());
    steps.removeIf(step -> step instanceof Step.OrderBy);
    steps.add(new Step.OrderBy(List.of(new Name((down ? "-" : "") + key))));
    return new Query(query.model(), steps);
  }
}
