package orrery.ui.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import orrery.orm.chain.Printer;
import orrery.orm.query.Chain;
import orrery.orm.query.Query;
import orrery.orm.query.Step;
import orrery.ui.Answer;
import orrery.ui.Workbench;

/// Asks what the grid makes of an answer's chain: the text is rewritten, in the form it was in, and
/// run. Belongs to the window's thread.
final class Asking {
  private static final int WIDTH = 88;
  private static final int LONGEST_LINE = 120;

  private final Workbench workbench;

  Asking(Workbench workbench) {
    this.workbench = workbench;
  }

  /// Asks `query` in the place of the one that `answer` came from.
  void ask(Answer answer, Query query) {
    Chain chain = new Chain(query, answer.chain().terminal());
    boolean isTall = answer.text().strip().contains("\n");
    String line = Printer.print(chain);
    workbench.ask(isTall || line.length() > LONGEST_LINE ? Printer.pretty(chain, WIDTH) : line);
  }

  /// Asks a query that has nothing to do with the one before.
  void ask(Query query) {
    workbench.ask(Printer.print(new Chain(query)));
  }

  /// Takes the last condition out of the chain of `answer` and asks that.
  void dropLastFilter(Answer answer) {
    Query query = answer.chain().query();
    lastFilter(query)
        .ifPresent(last -> {
          List<Step> steps = new ArrayList<>(query.steps());
          steps.remove(steps.lastIndexOf(last));
          ask(answer, new Query(query.model(), steps));
        });
  }

  /// Returns the last condition of `query`.
  static Optional<Step> lastFilter(Query query) {
    return query.steps().reversed().stream()
        .filter(step -> step instanceof Step.Filter || step instanceof Step.Exclude)
        .findFirst();
  }
}
