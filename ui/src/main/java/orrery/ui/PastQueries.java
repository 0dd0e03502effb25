package orrery.ui;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import orrery.orm.Result;

/// Everything that was run, the last first, up to a limit. Belongs to the window's thread.
public final class PastQueries {
  /// How many are remembered.
  public static final int MOST = 1_000;

  private final ObservableList<PastQuery> all = FXCollections.observableArrayList();
  private final Consumer<PastQuery> keeper;

  /// Makes it.
  ///
  /// @param before what was run before this start, the last first
  /// @param keeper hears of each that is run, to store it
  public PastQueries(List<PastQuery> before, Consumer<PastQuery> keeper) {
    this.keeper = keeper;
    all.setAll(before.subList(0, Math.min(MOST, before.size())));
  }

  /// All of them, the last first.
  public ObservableList<PastQuery> all() {
    return all;
  }

  /// Notes what is run on a workbench from now on.
  public void follow(Workbench workbench) {
    workbench.runStateProperty().addListener((_, was, now) -> note(workbench, was, now));
  }

  private void note(Workbench workbench, RunState was, RunState now) {
    Opened on = workbench.openedProperty().get();
    if (on == null || now instanceof RunState.Idle || now instanceof RunState.Running) {
      return;
    }
    long since = was instanceof RunState.Running running ? System.nanoTime() - running.since() : 0;
    switch (now) {
      case RunState.Done(Cost cost) -> {
        Answer answer = workbench.answerProperty().get();
        if (answer != null) {
          add(on, answer.text(), since, cost.queries(), rows(answer.result()), answer.more(), "");
        }
      }
      case RunState.Failed(String text, Trouble trouble) ->
          add(
              on,
              text,
              since,
              workbench.lastCostProperty().get().queries(),
              -1,
              false,
              trouble.sentence());
      case RunState.Stopped(String text, long nanos) ->
          add(on, text, nanos, 0, -1, false, "Stopped");
      case RunState.Idle _, RunState.Running _ -> {}
    }
  }

  private void add(
      Opened on, String chain, long nanos, int queries, int rows, boolean more, String error) {
    PastQuery query =
        new PastQuery(
            Instant.now().minusNanos(nanos),
            on.title(),
            on.location(),
            chain,
            nanos,
            queries,
            rows,
            more,
            error);
    all.addFirst(query);
    if (all.size() > MOST) {
      all.removeLast();
    }
    keeper.accept(query);
  }

  private static int rows(Result result) {
    return switch (result) {
      case Result.Objects objects -> objects.rows().size();
      case Result.Values values -> values.rows().size();
      case Result.Scalar _, Result.PlanText _ -> -1;
    };
  }
}
