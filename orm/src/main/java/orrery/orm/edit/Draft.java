package orrery.orm.edit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import orrery.orm.query.Chain;
import orrery.orm.query.Query;
import orrery.orm.query.Step;
import orrery.orm.query.Terminal;

/// A chain in the making: a model, steps that may be muted, and how it ends. Every edit gives a new
/// draft, so that undo is a list of drafts.
///
/// A muted step stays in its place but is not asked. Immutable.
///
/// @param model the name of the model that is asked
/// @param slots the steps, muted or not
/// @param terminal how the chain ends
public record Draft(String model, List<Draft.Slot> slots, Terminal terminal) {

  /// A step in its place.
  ///
  /// @param step the step
  /// @param muted whether it is left out of what is asked
  public record Slot(Step step, boolean muted) {

    /// Makes a step that is asked.
    public Slot(Step step) {
      this(step, false);
    }
  }

  /// Makes it from a copy of `slots`.
  public Draft {
    slots = List.copyOf(slots);
  }

  /// Makes a draft of all objects of `model`.
  public Draft(String model) {
    this(model, List.of(), new Terminal.Fetch());
  }

  /// Returns the draft of a chain, with nothing muted.
  public static Draft of(Chain chain) {
    List<Slot> slots = chain.query().steps().stream().map(Slot::new).toList();
    return new Draft(chain.query().model(), slots, chain.terminal());
  }

  /// Returns what is asked: all but the muted steps.
  public Chain chain() {
    return new Chain(query(slots.size()), terminal);
  }

  /// Returns the rows as of a place: what the first `count` slots ask, without the chain's end.
  public Chain asOf(int count) {
    return new Chain(query(count));
  }

  /// Says whether any step is muted.
  public boolean hasMuted() {
    return slots.stream().anyMatch(Slot::muted);
  }

  private Query query(int count) {
    List<Step> steps =
        slots.stream().limit(count).filter(slot -> !slot.muted()).map(Slot::step).toList();
    return new Query(model, steps);
  }

  /// Returns this draft with `steps` put before the slot at `at`.
  public Draft insert(int at, List<Step> steps) {
    return edited(all -> all.addAll(at, steps.stream().map(Slot::new).toList()));
  }

  /// Returns this draft with `steps` in place of the slots from `from` to before `to`; they are
  /// muted where the first of those was.
  public Draft replace(int from, int to, List<Step> steps) {
    boolean muted = from < to && slots.get(from).muted();
    List<Slot> made = steps.stream().map(step -> new Slot(step, muted)).toList();
    return edited(all -> {
      all.subList(from, to).clear();
      all.addAll(from, made);
    });
  }

  /// Returns this draft without the slots from `from` to before `to`.
  public Draft remove(int from, int to) {
    return edited(all -> all.subList(from, to).clear());
  }

  /// Returns this draft with the slots from `from` to before `to` once more behind themselves.
  public Draft duplicate(int from, int to) {
    return edited(all -> all.addAll(to, slots.subList(from, to)));
  }

  /// Returns this draft with the slots from `from` to before `to` moved before the slot that stands
  /// at `target` now; a target among them changes nothing.
  public Draft move(int from, int to, int target) {
    if (target >= from && target <= to) {
      return this;
    }
    return edited(all -> {
      if (target < from) {
        Collections.rotate(all.subList(target, to), to - from);
      } else {
        Collections.rotate(all.subList(from, target), from - to);
      }
    });
  }

  /// Returns this draft with the slots from `from` to before `to` muted, or asked again.
  public Draft mute(int from, int to, boolean muted) {
    return edited(all -> all.subList(from, to).replaceAll(slot -> new Slot(slot.step(), muted)));
  }

  /// Returns this draft with another end.
  public Draft ending(Terminal end) {
    return new Draft(model, slots, end);
  }

  private Draft edited(Consumer<List<Slot>> change) {
    List<Slot> all = new ArrayList<>(slots);
    change.accept(all);
    return new Draft(model, all, terminal);
  }
}
