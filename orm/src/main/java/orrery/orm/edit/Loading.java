package orrery.orm.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import orrery.orm.meta.Member;
import orrery.orm.meta.Model;
import orrery.orm.meta.Models;
import orrery.orm.query.Name;
import orrery.orm.query.Prefetch;
import orrery.orm.query.Query;
import orrery.orm.query.Step;

/// What is loaded along, taken apart: the relations that are joined, and those that are prefetched.
/// Immutable.
///
/// @param joins the paths of `select_related`
/// @param prefetches the lookups of `prefetch_related`
public record Loading(List<String> joins, List<Prefetch> prefetches) {

  /// How a relation is loaded along.
  public enum Mode {
    /// It is not.
    NOT,
    /// In the same statement, by a join.
    JOIN,
    /// In a statement of its own.
    PREFETCH
  }

  /// A relation that may be loaded along.
  ///
  /// @param name its name
  /// @param join its path in `select_related`; empty where a to-many relation is on it
  /// @param prefetch its path in `prefetch_related`
  /// @param target the model it leads to
  /// @param isToMany whether it leads to many objects
  public record Relation(
      String name, String join, String prefetch, String target, boolean isToMany) {}

  /// Makes it from copies of the lists.
  public Loading {
    joins = List.copyOf(joins);
    prefetches = List.copyOf(prefetches);
  }

  /// Takes steps apart; nothing where they take back what others asked, or join all there is.
  public static Optional<Loading> of(List<Step> steps) {
    List<String> joins = new ArrayList<>();
    List<Prefetch> prefetches = new ArrayList<>();
    for (Step step : steps) {
      switch (step) {
        case Step.SelectRelated(List<Name> paths, boolean cleared)
            when !cleared && !paths.isEmpty() ->
            paths.forEach(p -> joins.add(p.text()));
        case Step.PrefetchRelated(List<Prefetch> lookups, boolean cleared) when !cleared ->
            prefetches.addAll(lookups);
        case Step other -> {
          return Optional.empty();
        }
      }
    }
    return Optional.of(new Loading(joins, prefetches));
  }

  /// Returns the steps that it is; none where nothing is loaded along.
  public List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    if (!joins.isEmpty()) {
      steps.add(new Step.SelectRelated(joins.stream().map(Name::new).toList(), false));
    }
    if (!prefetches.isEmpty()) {
      steps.add(new Step.PrefetchRelated(prefetches, false));
    }
    return steps;
  }

  /// Returns the relations of `model` that may be loaded along.
  ///
  /// @param join the path to it in `select_related`
  /// @param prefetch the path to it in `prefetch_related`; both are empty for the model asked
  public static List<Relation> relations(
      Models models, String model, String join, String prefetch) {
    List<Relation> all = new ArrayList<>();
    Optional<Model> from = models.find(model);
    if (from.isEmpty()) {
      return all;
    }
    boolean canJoin = !join.isEmpty() || prefetch.isEmpty();
    for (Member member : models.members(from.get()).all()) {
      Optional<PathChoice> choice = PathChoice.of(models, join, member);
      if (choice.isPresent() && choice.get().isRelation()) {
        String by = prefetch.isEmpty() ? "" : prefetch + "__";
        all.add(
            new Relation(
                choice.get().isToMany() ? member.accessor() : member.name(),
                canJoin && !member.isToMany() ? choice.get().path() : "",
                by + member.accessor(),
                choice.get().target(),
                member.isToMany()));
      }
    }
    return all;
  }

  /// Returns how `relation` is loaded; one on the way to another is loaded as that is.
  public Mode mode(Relation relation) {
    boolean isJoined =
        !relation.join().isEmpty() && joins.stream().anyMatch(j -> isOn(relation.join(), j));
    if (isJoined) {
      return Mode.JOIN;
    }
    return prefetches.stream().anyMatch(p -> isOn(relation.prefetch(), p.path()))
        ? Mode.PREFETCH
        : Mode.NOT;
  }

  private static boolean isOn(String path, String whole) {
    return whole.equals(path) || whole.startsWith(path + "__");
  }

  /// Returns this with `relation` loaded in another way; what lies behind it goes with it where it
  /// is loaded no more.
  public Loading with(Relation relation, Mode mode) {
    List<String> left = new ArrayList<>(joins);
    left.removeIf(j -> !relation.join().isEmpty() && isOn(relation.join(), j));
    List<Prefetch> loaded = new ArrayList<>(prefetches);
    loaded.removeIf(p -> isOn(relation.prefetch(), p.path()));
    switch (mode) {
      case JOIN -> left.add(relation.join());
      case PREFETCH -> loaded.add(new Prefetch(relation.prefetch()));
      case NOT -> {}
    }
    return new Loading(left, loaded);
  }

  /// Returns the lookup by which `relation` itself is prefetched, if it is.
  public Optional<Prefetch> prefetch(Relation relation) {
    return prefetches.stream().filter(p -> p.path().equals(relation.prefetch())).findFirst();
  }

  /// Returns this with another queryset and attribute for a relation that is prefetched.
  public Loading narrow(Relation relation, Optional<Query> queryset, Optional<String> toAttr) {
    List<Prefetch> all = new ArrayList<>(prefetches);
    all.replaceAll(p ->
        p.path().equals(relation.prefetch())
            ? new Prefetch(p.path(), queryset, toAttr, p.perType())
            : p);
    return new Loading(joins, all);
  }
}
