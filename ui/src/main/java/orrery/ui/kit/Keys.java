package orrery.ui.kit;

import javafx.scene.input.KeyCombination;

/// The keys of commands: from the form they are written in to combinations and to what people read.
public final class Keys {
  private Keys() {}

  /// Returns the combination that `keys`, such as `Shortcut+Enter`, stands for.
  public static KeyCombination of(String keys) {
    return KeyCombination.valueOf(keys);
  }

  /// Returns `keys` as this system's people read them: `Ctrl+Enter`, on a Mac `⌘Enter`.
  public static String words(String keys) {
    return of(keys).getDisplayText();
  }
}
