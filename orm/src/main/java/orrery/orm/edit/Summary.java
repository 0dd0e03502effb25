package orrery.orm.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import orrery.orm.query.Name;
import orrery.orm.query.Named;
import orrery.orm.query.Step;

/// A summary, taken apart: what rows are grouped by, and what is computed of each group. Immutable.
///
/// @param grouped whether rows are grouped by paths; else each object is a group of its own
/// @param by the paths, where they are
/// @param values what is computed
public record Summary(boolean grouped, List<String> by, List<Aggregate> values) {

  /// Makes it from copies of the lists.
  public Summary {
    by = List.copyOf(by);
    values = List.copyOf(values);
  }

  /// Takes the steps of a summary apart; nothing where they hold more than paths and aggregates of
  /// paths.
  public static Optional<Summary> of(List<Step> steps) {
    boolean grouped = steps.size() == 2;
    List<String> by = List.of();
    if (grouped) {
      if (!(steps.getFirst() instanceof Step.Values(var fields, var named)) || !named.isEmpty()) {
        return Optional.empty();
      }
      by = Ground.paths(fields);
      if (by.size() != fields.size()) {
        return Optional.empty();
      }
    }
    if (!(steps.getLast() instanceof Step.Annotate(var bare, var named)) || !bare.isEmpty()) {
      return Optional.empty();
    }
    List<Aggregate> values = new ArrayList<>();
    for (Named one : named) {
      Aggregate.of(one).ifPresent(values::add);
    }
    return values.size() == named.size()
        ? Optional.of(new Summary(grouped, by, values))
        : Optional.empty();
  }

  /// Returns the steps that it is.
  public List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    if (grouped) {
      steps.add(new Step.Values(List.copyOf(by.stream().map(Name::new).toList()), List.of()));
    }
    steps.add(new Step.Annotate(List.of(), values.stream().map(Aggregate::named).toList()));
    return steps;
  }

  /// Returns this summary, grouped by other paths; by none, each object is a group of its own.
  public Summary by(List<String> paths) {
    return new Summary(!paths.isEmpty(), paths, values);
  }

  /// Returns this summary with other values.
  public Summary values(List<Aggregate> next) {
    return new Summary(grouped, by, next);
  }

  /// Returns a name for an aggregate of `path` that is not among the names of this summary:
  /// `total_sum`.
  public String freeName(String function, String path) {
    String last = path.equals("*") ? "rows" : Paths.split(path).getLast();
    String start = last + "_" + function.toLowerCase(java.util.Locale.ROOT);
    String name = start;
    for (int i = 2; isTaken(name); i++) {
      name = start + i;
    }
    return name;
  }

  private boolean isTaken(String name) {
    return by.contains(name) || values.stream().anyMatch(v -> v.name().equals(name));
  }
}
