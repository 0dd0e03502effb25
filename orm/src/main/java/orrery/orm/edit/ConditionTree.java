package orrery.orm.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import orrery.orm.query.Condition;
import orrery.orm.query.Expr;

/// Edits of the conditions of a step as a tree. A place is a list of indexes, from the step's own
/// list inwards; the empty list is the step itself, whose conditions all have to hold.
///
/// A negated group is one node, with a [GroupKind] of its own. All methods are pure.
public final class ConditionTree {

  /// Keeps a place while others move: no path is written like that.
  private static final Condition MARK = new Condition.Lookup("\0", new Expr.Literal(null));

  private ConditionTree() {}

  /// Returns the parts of a group; none of anything else.
  public static List<Condition> parts(Condition condition) {
    return switch (condition) {
      case Condition.And(List<Condition> parts) -> parts;
      case Condition.Or(List<Condition> parts) -> parts;
      case Condition.Xor(List<Condition> parts) -> parts;
      case Condition.Not(Condition.And(List<Condition> parts)) -> parts;
      case Condition.Not(Condition.Or(List<Condition> parts)) -> parts;
      case Condition.Not _, Condition.Lookup _, Condition.Test _ -> List.of();
    };
  }

  /// Returns what stands at `place`, which is not empty.
  public static Optional<Condition> at(List<Condition> root, List<Integer> place) {
    List<Condition> level = root;
    Optional<Condition> found = Optional.empty();
    for (int index : place) {
      if (index >= level.size()) {
        return Optional.empty();
      }
      found = Optional.of(level.get(index));
      level = parts(level.get(index));
    }
    return found;
  }

  /// Returns `root` with `condition` at `place`.
  public static List<Condition> replace(
      List<Condition> root, List<Integer> place, Condition condition) {
    return change(root, place, _ -> List.of(condition));
  }

  /// Returns `root` without what stands at `place`; a group that is left empty goes too.
  public static List<Condition> remove(List<Condition> root, List<Integer> place) {
    List<Condition> left = change(root, place, _ -> List.of());
    List<Integer> group = place.subList(0, place.size() - 1);
    boolean isEmpty =
        !group.isEmpty() && at(left, group).map(g -> parts(g).isEmpty()).orElse(false);
    return isEmpty ? remove(left, group) : left;
  }

  /// Returns `root` with `condition` in the group at `group`, before its part at `index`.
  public static List<Condition> insert(
      List<Condition> root, List<Integer> group, int index, Condition condition) {
    if (group.isEmpty()) {
      return inserted(root, index, condition);
    }
    return change(root, group, g -> List.of(withParts(g, inserted(parts(g), index, condition))));
  }

  /// Returns `root` with what stands at `place` in a group of its own.
  public static List<Condition> group(List<Condition> root, List<Integer> place, GroupKind kind) {
    return change(root, place, c -> List.of(kind.of(List.of(c))));
  }

  /// Returns `root` with the parts of the group at `place` in its stead.
  public static List<Condition> ungroup(List<Condition> root, List<Integer> place) {
    return change(root, place, ConditionTree::parts);
  }

  /// Returns `root` with the group at `place` joined in another way.
  public static List<Condition> join(List<Condition> root, List<Integer> place, GroupKind kind) {
    return change(root, place, c -> List.of(kind.of(parts(c))));
  }

  /// Returns `root` with what stands at `place` turned into its opposite.
  public static List<Condition> negate(List<Condition> root, List<Integer> place) {
    return change(
        root,
        place,
        c -> List.of(c instanceof Condition.Not(Condition part) ? part : new Condition.Not(c)));
  }

  /// Returns `root` with what stands at `from` moved into the group at `group`, before what is its
  /// part at `index` now; into itself it cannot be moved.
  public static List<Condition> move(
      List<Condition> root, List<Integer> from, List<Integer> group, int index) {
    Optional<Condition> moved = at(root, from);
    boolean isInside = group.size() >= from.size() && group.subList(0, from.size()).equals(from);
    if (moved.isEmpty() || isInside) {
      return root;
    }
    List<Condition> marked = replace(root, from, MARK);
    List<Condition> both = insert(marked, group, index, moved.get());
    return find(both).map(place -> remove(both, place)).orElse(root);
  }

  private static Optional<List<Integer>> find(List<Condition> level) {
    for (int i = 0; i < level.size(); i++) {
      if (level.get(i).equals(MARK)) {
        return Optional.of(List.of(i));
      }
      Optional<List<Integer>> inside = find(parts(level.get(i)));
      if (inside.isPresent()) {
        List<Integer> place = new ArrayList<>(List.of(i));
        place.addAll(inside.get());
        return Optional.of(place);
      }
    }
    return Optional.empty();
  }

  private static Condition withParts(Condition group, List<Condition> parts) {
    return GroupKind.of(group).map(kind -> kind.of(parts)).orElse(group);
  }

  private static List<Condition> inserted(List<Condition> parts, int index, Condition condition) {
    List<Condition> all = new ArrayList<>(parts);
    all.add(index, condition);
    return all;
  }

  private static List<Condition> change(
      List<Condition> level, List<Integer> place, Function<Condition, List<Condition>> change) {
    List<Condition> all = new ArrayList<>(level);
    int index = place.getFirst();
    Condition here = all.remove(index);
    List<Integer> rest = place.subList(1, place.size());
    all.addAll(
        index,
        rest.isEmpty()
            ? change.apply(here)
            : List.of(withParts(here, change(parts(here), rest, change))));
    return all;
  }
}
