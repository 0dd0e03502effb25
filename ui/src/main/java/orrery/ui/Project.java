package orrery.ui;

import java.util.List;
import java.util.Optional;

/// All that belongs to the work on one database: where it is, the queries that were saved, what is
/// being asked, and how the window looks. Never a password. Immutable.
///
/// @param location where the database is: a path, a JDBC URL without a password, or `sample`
/// @param write whether it is opened for changes
/// @param queries the saved queries
/// @param texts the texts of the chains that are open
/// @param layout how the window looks; nothing where that was not said
/// @param rest what a file says that this program does not know, as JSON
public record Project(
    String location,
    boolean write,
    List<SavedQuery> queries,
    List<String> texts,
    Optional<Layout> layout,
    String rest) {
  /// Makes it from copies of the lists.
  public Project {
    queries = List.copyOf(queries);
    texts = List.copyOf(texts);
  }
}
