package orrery.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Where the window keeps what it shall know at its next start.
///
/// @param projects the saved queries and the chain of each database
/// @param past what was run
public record Keeping(ProjectStore projects, PastQueries past) {

  /// Returns one that keeps nothing beyond this run of the program.
  public static Keeping inMemory() {
    return new Keeping(new Memory(), new PastQueries(List.of(), _ -> {}));
  }

  private static final class Memory implements ProjectStore {
    private final Map<Path, Project> projects = new ConcurrentHashMap<>();

    @Override
    public Path own(String location) {
      return Path.of(Integer.toHexString(location.hashCode()) + ENDING);
    }

    @Override
    public Project fresh(String location, boolean write) {
      Project known = projects.get(own(location));
      return known == null
          ? new Project(location, write, List.of(), List.of(), Optional.empty(), SavedQuery.NO_REST)
          : known;
    }

    @Override
    public Project read(Path file) {
      return projects.getOrDefault(file, fresh(file.toString(), false));
    }

    @Override
    public void write(Path file, Project project) {
      projects.put(file, project);
    }
  }
}
