package orrery.ui.kit;

import java.util.concurrent.Executor;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/// Runs work on the window's thread when the next picture is drawn, so that what comes by the
/// thousand is shown at most once a picture. Thread-safe.
public final class NextFrame implements Executor {
  /// Makes it.
  public NextFrame() {}

  @Override
  public void execute(Runnable work) {
    Platform.runLater(() -> new Once(work).start());
  }

  private static final class Once extends AnimationTimer {
    private final Runnable work;

    Once(Runnable work) {
      this.work = work;
    }

    @Override
    public void handle(long now) {
      stop();
      work.run();
    }
  }
}
