package orrery.ui.shell;

import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import orrery.ui.command.Command;
import orrery.ui.command.Commands;
import orrery.ui.kit.Keys;

/// Runs the command whose keys are pressed, wherever the keyboard is.
///
/// It comes before the control that has the keyboard, since text areas swallow keys that are not
/// theirs.
public final class KeyDispatch {
  private final Commands commands;

  /// Makes it for all commands but the local ones.
  public KeyDispatch(Commands commands) {
    this.commands = commands;
  }

  /// Listens to the keys of a scene.
  public void on(Scene scene) {
    scene.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
  }

  private void pressed(KeyEvent key) {
    for (Command command : commands.all()) {
      if (!command.isLocal() && command.enabled().get() && matches(command, key)) {
        key.consume();
        command.run();
        return;
      }
    }
  }

  private static boolean matches(Command command, KeyEvent key) {
    return Stream.of(command.keys(), command.otherKeys())
        .flatMap(Optional::stream)
        .anyMatch(keys -> Keys.of(keys).match(key));
  }
}
