package orrery.ui.builder;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import orrery.orm.OpenDatabase;
import orrery.orm.Result;
import orrery.orm.db.Reason;
import orrery.orm.edit.FanOut;
import orrery.orm.error.OrmError;
import orrery.orm.query.Chain;
import orrery.ui.Workbench;
import orrery.ui.task.Tasks;

/// What those who build want to know of the rows: how many objects a relation leads to, which
/// values a field has. Asked in the background, logged as what it is, and of a sample only. Belongs
/// to the window's thread.
final class Soundings {
  private final Workbench workbench;
  private final Map<FanOut, OptionalDouble> averages = new HashMap<>();
  private final Set<FanOut> underway = new HashSet<>();
  private final List<Runnable> hearing = new ArrayList<>();

  Soundings(Workbench workbench) {
    this.workbench = workbench;
    workbench
        .databaseProperty()
        .subscribe(_ -> {
          averages.clear();
          underway.clear();
        });
  }

  /// Work that may be given up.
  @FunctionalInterface
  interface Asked {
    /// Gives it up; what comes is not told any more.
    void giveUp();
  }

  /// Returns how many objects there are behind a relation for each object, on average; nothing
  /// where nobody has asked yet, or nobody can tell.
  OptionalDouble average(FanOut relation) {
    return averages.getOrDefault(relation, OptionalDouble.empty());
  }

  /// Returns how many rows come for each object along some relations one after another; nothing
  /// where that of one is not known.
  OptionalDouble product(List<FanOut> relations) {
    double product = 1;
    for (FanOut relation : relations) {
      OptionalDouble average = average(relation);
      if (average.isEmpty()) {
        return OptionalDouble.empty();
      }
      product *= average.getAsDouble();
    }
    return relations.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(product);
  }

  /// Samples the relations that nobody has asked for yet.
  ///
  /// @param heard runs once more is known
  Asked average(List<FanOut> relations, Runnable heard) {
    OpenDatabase on = workbench.database();
    List<FanOut> unknown =
        relations.stream()
            .distinct()
            .filter(r -> !averages.containsKey(r) && !underway.contains(r))
            .toList();
    hearing.add(heard);
    if (on != null && !unknown.isEmpty()) {
      underway.addAll(unknown);
      sample(on, unknown);
    }
    return () -> hearing.remove(heard);
  }

  // Not given up with the one who asked: whoever asks next would send the same again.
  private void sample(OpenDatabase on, List<FanOut> unknown) {
    ask(
        "Estimate how many " + String.join(", ", unknown.stream().map(FanOut::relation).toList()),
        () -> {
          Map<FanOut, OptionalDouble> found = new LinkedHashMap<>();
          unknown.forEach(relation -> found.put(relation, sample(on, relation)));
          return found;
        },
        found -> {
          underway.removeAll(unknown);
          if (on.equals(workbench.database())) {
            averages.putAll(found);
          }
          List.copyOf(hearing).forEach(Runnable::run);
        });
  }

  private static OptionalDouble sample(OpenDatabase on, FanOut relation) {
    Reason reason = Reason.of(Reason.Kind.ESTIMATE, relation.model() + "." + relation.relation());
    try {
      return on.runner().run(relation.sample(), reason) instanceof Result.Scalar(Map<?, ?> counted)
              && counted.get(FanOut.RELATED) instanceof Number related
              && counted.get(FanOut.OBJECTS) instanceof Number objects
              && objects.longValue() > 0
          ? OptionalDouble.of(related.doubleValue() / objects.doubleValue())
          : OptionalDouble.empty();
    } catch (OrmError cannot) {
      // A relation that cannot be counted stays without an estimate.
      return OptionalDouble.empty();
    }
  }

  /// Runs a chain that finds what a form offers.
  ///
  /// @param about what it finds, for the log
  Asked find(Chain chain, String about, Consumer<Result> found) {
    OpenDatabase on = workbench.database();
    if (on == null) {
      return () -> {};
    }
    Reason reason = Reason.of(Reason.Kind.VALUES, about);
    return ask(
        "Values of " + about,
        () -> {
          try {
            return Optional.of(on.runner().run(chain, reason));
          } catch (OrmError cannot) {
            // Then there is nothing to offer; what people type is taken all the same.
            return Optional.<Result>empty();
          }
        },
        result -> result.ifPresent(found));
  }

  private <T> Asked ask(String words, Supplier<T> work, Consumer<T> done) {
    Tasks.Running running = workbench.beside().ask(words, work, done, _ -> {});
    return running::cancel;
  }
}
