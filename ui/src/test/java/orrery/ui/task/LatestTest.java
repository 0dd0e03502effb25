package orrery.ui.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/// Work in the window: off its thread, answered on it, stale answers dropped.
@ExtendWith(ApplicationExtension.class)
class LatestTest {
  private final FxTasks tasks = new FxTasks();
  private final List<String> answers = new ArrayList<>();

  @Test
  void worksOffTheWindowsThreadAndAnswersOnIt() throws Exception {
    CompletableFuture<Boolean> answered = new CompletableFuture<>();
    CompletableFuture<Boolean> worked = new CompletableFuture<>();
    onFx(() ->
        tasks.start(
            _ -> {
              worked.complete(Platform.isFxApplicationThread());
              return "";
            },
            _ -> answered.complete(Platform.isFxApplicationThread()),
            answered::completeExceptionally));
    assertThat(worked.get(10, TimeUnit.SECONDS)).isFalse();
    assertThat(answered.get(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void whatAJobThrowsReachesTheOneWhoAsked() throws Exception {
    CompletableFuture<Throwable> failed = new CompletableFuture<>();
    onFx(() ->
        tasks.start(
            _ -> {
              throw new IllegalStateException("no");
            },
            _ -> {},
            failed::complete));
    assertThat(failed.get(10, TimeUnit.SECONDS)).hasMessage("no");
  }

  @Test
  void aStaleAnswerIsDropped() throws Exception {
    CountDownLatch hold = new CountDownLatch(1);
    CountDownLatch cancelled = new CountDownLatch(1);
    CompletableFuture<String> second = new CompletableFuture<>();
    onFx(() -> {
      Latest latest = new Latest(tasks);
      latest.start(
          signal -> {
            signal.onCancel(cancelled::countDown);
            hold.await();
            return "first";
          },
          answers::add,
          error -> answers.add("failed"));
      latest.start(
          _ -> "second",
          answer -> {
            answers.add(answer);
            second.complete(answer);
          },
          second::completeExceptionally);
    });
    assertThat(second.get(10, TimeUnit.SECONDS)).isEqualTo("second");
    assertThat(cancelled.await(10, TimeUnit.SECONDS)).isTrue();
    hold.countDown();
    tasks.close();
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(answers).containsExactly("second");
  }

  @Test
  void aSignalThatWasGivenTellsLateListenersAtOnce() {
    Signal signal = new Signal();
    signal.cancel();
    signal.cancel();
    signal.onCancel(() -> answers.add("told"));
    assertThat(signal.isCancelled()).isTrue();
    assertThat(answers).containsExactly("told");
  }

  private static void onFx(Runnable action) {
    WaitForAsyncUtils.waitForAsyncFx(10_000, action);
  }
}
