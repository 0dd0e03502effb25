package orrery.orm.staged;

import java.util.ArrayList;
import java.util.List;

/// A set of changes with those before it and those that were taken back. Immutable.
///
/// @param before the sets before, the first one first
/// @param now the set that holds
/// @param after the sets that were taken back, the next one first
public record StagedSteps(List<Staged> before, Staged now, List<Staged> after) {

  /// Makes them from copies of the lists.
  public StagedSteps {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  /// Starts with no changes to rows of the model called `model`.
  public static StagedSteps of(String model) {
    return new StagedSteps(List.of(), Staged.of(model), List.of());
  }

  /// Returns these with `next` in force; what was taken back is forgotten. The same set again is no
  /// step.
  public StagedSteps then(Staged next) {
    if (next.equals(now)) {
      return this;
    }
    List<Staged> earlier = new ArrayList<>(before);
    earlier.add(now);
    return new StagedSteps(earlier, next, List.of());
  }

  /// Says whether there is a step to take back.
  public boolean canUndo() {
    return !before.isEmpty();
  }

  /// Says whether there is a step to make again.
  public boolean canRedo() {
    return !after.isEmpty();
  }

  /// Returns these with the last step taken back; without one, the same.
  public StagedSteps undo() {
    if (before.isEmpty()) {
      return this;
    }
    List<Staged> later = new ArrayList<>(after);
    later.addFirst(now);
    return new StagedSteps(before.subList(0, before.size() - 1), before.getLast(), later);
  }

  /// Returns these with the step made again that was taken back; without one, the same.
  public StagedSteps redo() {
    if (after.isEmpty()) {
      return this;
    }
    List<Staged> earlier = new ArrayList<>(before);
    earlier.add(now);
    return new StagedSteps(earlier, after.getFirst(), after.subList(1, after.size()));
  }
}
