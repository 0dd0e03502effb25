package orrery.ui.kit;

import java.util.concurrent.Executor;
import javafx.animation.Animation;
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

  /// Says whether there is work that waits for its moment.
  public boolean isWaiting() {
    return timer.getStatus() == Animation.Status.RUNNING;
  }

  @Override
  public void execute(Runnable work) {
    timer.setOnFinished(_ -> work.run());
    timer.playFromStart();
  }
}
