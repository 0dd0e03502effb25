package orrery.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import orrery.ui.Preferences;
import orrery.ui.command.Command;
import orrery.ui.command.Commands;
import orrery.ui.theme.Appearance;

class ShellCommandsTest {
  private final Preferences preferences = new Preferences();
  private final BooleanProperty dark = new SimpleBooleanProperty();
  private final BooleanProperty open = new SimpleBooleanProperty(true);
  private final Commands commands = new Commands();

  @BeforeEach
  void setUp() {
    commands.add(ShellCommands.view(preferences, dark, open));
  }

  @Test
  void theSystemsLookIsChosenAtFirst() {
    assertThat(chosen()).containsExactly("view.theme.system");
  }

  @Test
  void choosingALookUnchoosesTheOthers() {
    commands.get("view.theme.dark").run();
    assertThat(preferences.appearanceProperty().get()).isEqualTo(Appearance.DARK);
    assertThat(chosen()).containsExactly("view.theme.dark");
  }

  @Test
  void choosingTheSameLookAgainKeepsIt() {
    commands.get("view.theme.light").run();
    commands.get("view.theme.light").run();
    assertThat(preferences.appearanceProperty().get()).isEqualTo(Appearance.LIGHT);
    assertThat(chosen()).containsExactly("view.theme.light");
  }

  @Test
  void theSwitchGoesToTheOtherOfWhatIsSeen() {
    dark.set(true);
    commands.get("view.theme").run();
    assertThat(preferences.appearanceProperty().get()).isEqualTo(Appearance.LIGHT);
    dark.set(false);
    commands.get("view.theme").run();
    assertThat(preferences.appearanceProperty().get()).isEqualTo(Appearance.DARK);
  }

  @Test
  void panesAreTurnedOnlyWhereTheyAreSeen() {
    open.set(false);
    commands.get("view.left").run();
    assertThat(preferences.leftShownProperty().get()).isTrue();
    open.set(true);
    commands.get("view.left").run();
    assertThat(preferences.leftShownProperty().get()).isFalse();
  }

  private Stream<String> chosen() {
    Predicate<Command> isChoice = command -> command.id().startsWith("view.theme.");
    return commands.all().stream()
        .filter(isChoice)
        .filter(command -> command.selected().orElseThrow().get())
        .map(Command::id);
  }
}
