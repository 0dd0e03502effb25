package orrery.ui.kit;

import java.util.concurrent.Executor;
import javafx.animation.PauseTransition;
import javafx.util.Duration;

/// Runs work on the window's thread once nothing new has come for a moment: the next work takes the
/// place of the last. Belongs to the window's thread.
public final class Pause implements Executor {
  private final PauseTransition timer;

  /// Makes it.
  public Pause(Duration moment) {
    timer = new PauseTransition(moment);
  }

  @Override
  public void execute(Runnable work) {
    timer.setOnFinished(_ -> work.run());
    timer.playFromStart();
  }
}
