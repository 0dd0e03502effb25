package orrery.ui.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.junit.jupiter.api.Test;

class CommandsTest {
  private final List<String> done = new ArrayList<>();
  private final Commands commands = new Commands();

  @Test
  void standInTheOrderTheyWereAdded() {
    commands.add(command("a.one", "A", "F1"), command("b.one", "B", "F2"));
    commands.add(command("a.two", "A", "F3"));
    assertThat(commands.groups()).containsExactly("A", "B");
    assertThat(commands.group("A")).extracting(Command::id).containsExactly("a.one", "a.two");
    assertThat(commands.find("b.one")).isPresent();
    assertThat(commands.find("c")).isEmpty();
  }

  @Test
  void refuseASecondOfTheSameName() {
    commands.add(command("a.one", "A", "F1"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> commands.add(command("a.one", "A", "F2")))
        .withMessageContaining("a.one");
  }

  @Test
  void refuseTheSameKeysTwiceButForLocalOnes() {
    commands.add(command("a.one", "A", "F1"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> commands.add(command("a.two", "A", "F1")))
        .withMessageContaining("a.one");
    commands.add(Command.builder("a.three", "A", "Three").keys("F1").local().does(() -> {}));
    assertThat(commands.all()).hasSize(2);
  }

  @Test
  void doNothingWhileTheyCannotBeDone() {
    BooleanProperty enabled = new SimpleBooleanProperty();
    Command command = Command.builder("a", "A", "A").enabled(enabled).does(() -> done.add("a"));
    command.run();
    assertThat(done).isEmpty();
    enabled.set(true);
    command.run();
    assertThat(done).containsExactly("a");
  }

  @Test
  void turnTheirSwitch() {
    BooleanProperty selected = new SimpleBooleanProperty();
    Command command = Command.builder("a", "A", "A").toggles(selected);
    command.run();
    assertThat(selected.get()).isTrue();
    command.run();
    assertThat(selected.get()).isFalse();
  }

  private Command command(String id, String group, String keys) {
    return Command.builder(id, group, id).keys(keys).does(() -> done.add(id));
  }
}
