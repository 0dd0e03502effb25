package orrery.ui.shell;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import orrery.ui.Preferences;
import orrery.ui.command.Command;
import orrery.ui.theme.Appearance;

/// What can be done with the window itself, as commands.
public final class ShellCommands {
  private ShellCommands() {}

  /// Returns those of the window's look.
  ///
  /// @param dark whether the window is dark now
  /// @param open whether the panes are seen
  public static List<Command> view(
      Preferences preferences, ObservableBooleanValue dark, ObservableBooleanValue open) {
    ObjectProperty<Appearance> appearance = preferences.appearanceProperty();
    return List.of(
        Command.builder("view.left", "View", "Models Panel")
            .synonyms("left sidebar tables toggle show hide")
            .keys("Shortcut+B")
            .icon("fth-sidebar")
            .enabled(open)
            .toggles(preferences.leftShownProperty()),
        Command.builder("view.builder", "View", "Builder")
            .synonyms("cards visual steps toggle show hide")
            .keys("Shortcut+E")
            .icon("fth-layers")
            .enabled(open)
            .toggles(preferences.builderShownProperty()),
        Command.builder("view.dock", "View", "Query Log")
            .synonyms("bottom dock statements toggle show hide")
            .keys("Shortcut+J")
            .icon("fth-activity")
            .enabled(open)
            .toggles(preferences.dockShownProperty()),
        Command.builder("view.theme", "View", "Switch between Light and Dark")
            .synonyms("theme appearance night mode")
            .keys("Shortcut+Shift+L")
            .icon("fth-moon")
            .section()
            .does(() -> appearance.set(dark.get() ? Appearance.LIGHT : Appearance.DARK)),
        choice("view.theme.system", "Theme: As the System", appearance, Appearance.SYSTEM),
        choice("view.theme.light", "Theme: Light", appearance, Appearance.LIGHT),
        choice("view.theme.dark", "Theme: Dark", appearance, Appearance.DARK));
  }

  private static Command choice(
      String id, String words, ObjectProperty<Appearance> chosen, Appearance choice) {
    BooleanProperty selected = new SimpleBooleanProperty();
    chosen.subscribe(now -> selected.set(now == choice));
    // A choice is not undone by choosing it again.
    selected.addListener((_, _, on) -> {
      if (on) {
        chosen.set(choice);
      } else if (chosen.get() == choice) {
        selected.set(true);
      }
    });
    return Command.builder(id, "View", words)
        .synonyms("appearance colours")
        .icon("fth-droplet")
        .toggles(selected);
  }
}
