package orrery.ui.shell;

import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.binding.StringBinding;
import orrery.ui.Cost;
import orrery.ui.OpenState;
import orrery.ui.Opened;
import orrery.ui.RunState;
import orrery.ui.Workbench;

/// What the status bar says.
public final class StatusViewModel {
  private final Workbench workbench;
  private final StringBinding product;
  private final StringBinding cost;
  private final StringBinding total;
  private final ObjectBinding<Light> light;

  /// The colour of the lamp at the left.
  public enum Light {
    /// Nothing is open.
    OFF,
    /// All is well.
    READY,
    /// Something is under way.
    BUSY,
    /// The last action failed.
    FAILED
  }

  /// Makes it for a workbench.
  public StatusViewModel(Workbench workbench) {
    this.workbench = workbench;
    product =
        Bindings.createStringBinding(
            () -> {
              Opened opened = workbench.openedProperty().get();
              return opened == null ? "" : opened.product();
            },
            workbench.openedProperty());
    cost =
        Bindings.createStringBinding(
            () -> workbench.lastCostProperty().get().words(), workbench.lastCostProperty());
    total =
        Bindings.createStringBinding(
            () -> workbench.totalCostProperty().get().words() + " since it was opened",
            workbench.totalCostProperty());
    light =
        Bindings.createObjectBinding(
            this::colour,
            workbench.runStateProperty(),
            workbench.openStateProperty(),
            workbench.openedProperty());
  }

  // Properties

  /// The colour of the lamp.
  public ObjectBinding<Light> light() {
    return light;
  }

  /// The product and version of the database; empty where none is open.
  public StringBinding product() {
    return product;
  }

  /// What the last action cost.
  public StringBinding cost() {
    return cost;
  }

  /// What everything cost since the database was opened.
  public StringBinding total() {
    return total;
  }

  /// Returns what is going on at this moment.
  ///
  /// @param now `System.nanoTime()`
  public String words(long now) {
    if (workbench.openStateProperty().get() instanceof OpenState.Opening opening) {
      return "Opening " + opening.location() + elapsed(now - opening.since());
    }
    if (workbench.openedProperty().get() == null) {
      return "No database is open";
    }
    return switch (Objects.requireNonNull(workbench.runStateProperty().get())) {
      case RunState.Idle _ -> "Ready";
      case RunState.Running running -> "Running" + elapsed(now - running.since());
      case RunState.Done _ -> "Ready";
      case RunState.Stopped stopped -> "Stopped after " + Cost.time(stopped.nanos());
      case RunState.Failed failed -> failed.trouble().type();
    };
  }

  // Commands

  /// Stops what is under way.
  public void stop() {
    if (workbench.openStateProperty().get() instanceof OpenState.Opening) {
      workbench.stopOpening();
    } else {
      workbench.stop();
    }
  }

  private Light colour() {
    if (workbench.openStateProperty().get() instanceof OpenState.Opening) {
      return Light.BUSY;
    }
    if (workbench.openedProperty().get() == null) {
      return Light.OFF;
    }
    return switch (Objects.requireNonNull(workbench.runStateProperty().get())) {
      case RunState.Idle _, RunState.Done _, RunState.Stopped _ -> Light.READY;
      case RunState.Running _ -> Light.BUSY;
      case RunState.Failed _ -> Light.FAILED;
    };
  }

  // Shorter waits are not worth a moving number.
  private static String elapsed(long nanos) {
    return nanos < 300_000_000 ? "…" : "… " + Cost.time(nanos);
  }
}
