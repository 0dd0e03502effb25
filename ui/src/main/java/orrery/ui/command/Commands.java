package orrery.ui.command;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The one list of everything the user can do, in the order it was added. Belongs to the window's
/// thread.
public final class Commands {
  private final Map<String, Command> commands = new LinkedHashMap<>();

  /// Makes an empty list.
  public Commands() {}

  /// Adds commands.
  ///
  /// @throws IllegalArgumentException where an id, or a key that works everywhere, is taken already
  public void add(Collection<Command> more) {
    for (Command command : more) {
      if (commands.containsKey(command.id())) {
        throw new IllegalArgumentException("Two commands are called " + command.id());
      }
      if (!command.isLocal()) {
        for (Command other : commands.values()) {
          if (!other.isLocal() && command.keys().isPresent() && sameKeys(command, other)) {
            throw new IllegalArgumentException(
                command.id() + " and " + other.id() + " have the same keys");
          }
        }
      }
      commands.put(command.id(), command);
    }
  }

  /// Adds commands.
  public void add(Command... more) {
    add(List.of(more));
  }

  /// Returns all, in their order.
  public Collection<Command> all() {
    return List.copyOf(commands.values());
  }

  /// Returns the groups, in the order of their first commands.
  public Set<String> groups() {
    Set<String> groups = new LinkedHashSet<>();
    commands.values().forEach(c -> groups.add(c.group()));
    return groups;
  }

  /// Returns the commands of a group, in their order.
  public List<Command> group(String group) {
    return commands.values().stream().filter(c -> c.group().equals(group)).toList();
  }

  /// Returns the command with an id.
  public Optional<Command> find(String id) {
    return Optional.ofNullable(commands.get(id));
  }

  /// Returns the command with an id that must be there.
  public Command get(String id) {
    return find(id).orElseThrow(() -> new IllegalArgumentException("No command " + id));
  }

  private static boolean sameKeys(Command a, Command b) {
    return a.keys().equals(b.keys()) || a.keys().equals(b.otherKeys());
  }
}
