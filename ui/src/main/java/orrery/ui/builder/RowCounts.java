package orrery.ui.builder;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import orrery.orm.OpenDatabase;
import orrery.orm.edit.Card;
import orrery.orm.edit.Draft;
import orrery.orm.error.OrmError;
import orrery.orm.query.Chain;
import orrery.ui.Workbench;
import orrery.ui.task.Tasks;

/// How many rows there are after each card: counted in the background, up to a cap, and remembered
/// as long as the database is open. Belongs to the window's thread.
final class RowCounts {
  private static final int CAP = 10_000;
  private static final int REMEMBERED = 2_000;

  private final Workbench workbench;
  private final Map<Chain, Long> known =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Chain, Long> eldest) {
          return size() > REMEMBERED;
        }
      };
  private final ReadOnlyObjectWrapper<List<String>> words = new ReadOnlyObjectWrapper<>(List.of());
  private List<Chain> shown = List.of();
  private Tasks.@Nullable Running counting;

  RowCounts(Workbench workbench) {
    this.workbench = workbench;
  }

  /// The counts in words, the model's first.
  ReadOnlyObjectProperty<List<String>> wordsProperty() {
    return words.getReadOnlyProperty();
  }

  /// Forgets all.
  void clear() {
    stop();
    known.clear();
    shown = List.of();
    words.set(List.of());
  }

  /// Shows of a draft what is known already.
  void show(Draft draft, List<Card> cards) {
    stop();
    shown = chains(draft, cards);
    say();
  }

  /// Counts what is not known of a draft.
  void count(Draft draft, List<Card> cards) {
    show(draft, cards);
    OpenDatabase on = workbench.database();
    List<Chain> missing =
        shown.stream().filter(chain -> !known.containsKey(chain)).distinct().toList();
    if (on == null || missing.isEmpty()) {
      return;
    }
    counting =
        workbench
            .beside()
            .ask(
                "Count the rows after each step",
                () -> {
                  Map<Chain, Long> counted = new LinkedHashMap<>();
                  missing.forEach(chain -> counted.put(chain, count(on, chain)));
                  return counted;
                },
                counted -> {
                  known.putAll(counted);
                  say();
                },
                // Steps that cannot be counted stay without a number; running them tells why.
                _ -> {});
  }

  private static long count(OpenDatabase on, Chain chain) {
    try {
      return on.runner().count(chain, CAP + 1L);
    } catch (OrmError wrong) {
      return -1;
    }
  }

  private List<Chain> chains(Draft draft, List<Card> cards) {
    List<Chain> chains = new ArrayList<>();
    chains.add(bound(draft.asOf(0)));
    cards.forEach(card -> chains.add(bound(draft.asOf(card.to()))));
    return Collections.unmodifiableList(chains);
  }

  // A chain whose parameters have no values yet cannot be counted, and is not.
  private Chain bound(Chain chain) {
    return workbench.bound(chain).orElse(chain);
  }

  private void say() {
    words.set(shown.stream().map(chain -> words(known.get(chain))).toList());
  }

  private static String words(@Nullable Long count) {
    if (count == null || count < 0) {
      return "";
    }
    return count > CAP ? "%,d+".formatted(CAP) : "%,d".formatted(count);
  }

  private void stop() {
    if (counting != null) {
      counting.cancel();
      counting = null;
    }
  }
}
