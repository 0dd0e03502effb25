package orrery.app.window;

import java.io.IOException;
import java.nio.file.Path;
import orrery.ui.Project;
import orrery.ui.ProjectStore;

/// Projects that begin as they do on a first start, and of which nothing is stored.
final class Unkept implements ProjectStore {
  private static final Path NOWHERE = Path.of("nowhere");

  private final ProjectFiles files = new ProjectFiles(NOWHERE);

  @Override
  public Path own(String location) {
    return NOWHERE;
  }

  @Override
  public Project fresh(String location, boolean write) {
    return files.fresh(location, write);
  }

  @Override
  public Project read(Path file) throws IOException {
    return files.read(file);
  }

  @Override
  public void write(Path file, Project project) {
    // It is gone with the window.
  }
}
