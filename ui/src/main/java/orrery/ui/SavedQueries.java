package orrery.ui;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The queries that were saved, by folder and name; every change can be taken back. Belongs to the
/// window's thread.
public final class SavedQueries {
  private static final int MOST_UNDONE = 200;

  private final ReadOnlyObjectWrapper<List<SavedQuery>> all =
      new ReadOnlyObjectWrapper<>(List.of());
  private final History<List<SavedQuery>> before = new History<>(MOST_UNDONE);

  /// Makes it with none.
  public SavedQueries() {
    load(List.of());
  }

  /// All of them, those without a folder last, else by folder and name.
  public ReadOnlyObjectProperty<List<SavedQuery>> allProperty() {
    return all.getReadOnlyProperty();
  }

  /// Returns all of them.
  public List<SavedQuery> all() {
    return all.get();
  }

  /// Says whether there is a change that can be taken back.
  public ReadOnlyBooleanProperty canUndo() {
    return before.canGoBack();
  }

  /// Starts again with other queries; what was before is forgotten.
  public void load(List<SavedQuery> queries) {
    before.clear();
    take(queries);
  }

  /// Adds a query, in the place of the one with its folder and name, if there is one.
  public void save(SavedQuery query) {
    List<SavedQuery> next = new ArrayList<>(all());
    next.removeIf(query::isAt);
    next.add(query);
    take(next);
  }

  /// Puts `now` in the place of `old`, and of what stood where `now` stands.
  public void replace(SavedQuery old, SavedQuery now) {
    List<SavedQuery> next = new ArrayList<>(all());
    next.removeIf(query -> query.isAt(old) || query.isAt(now));
    next.add(now);
    take(next);
  }

  /// Moves a query to another folder; where its name is taken there, it gets a number.
  public void move(SavedQuery query, String folder) {
    if (!query.folder().equals(folder)) {
      String name = query.name();
      for (int i = 2; find(folder, name).isPresent(); i++) {
        name = query.name() + " " + i;
      }
      replace(query, query.at(folder, name));
    }
  }

  /// Renames a folder, and with it those within it.
  public void renameFolder(String from, String to) {
    List<SavedQuery> next = new ArrayList<>();
    for (SavedQuery query : all()) {
      boolean isWithin = query.folder().equals(from) || query.folder().startsWith(from + "/");
      next.add(
          isWithin ? query.at(to + query.folder().substring(from.length()), query.name()) : query);
    }
    take(next);
  }

  /// Deletes queries.
  public void delete(List<SavedQuery> queries) {
    List<SavedQuery> next = new ArrayList<>(all());
    next.removeAll(queries);
    take(next);
  }

  /// Takes the last change back.
  public void undo() {
    before.back().ifPresent(all::set);
  }

  /// Makes the change that was taken back again.
  public void redo() {
    before.forward().ifPresent(all::set);
  }

  /// Returns the query with a folder and a name.
  public Optional<SavedQuery> find(String folder, String name) {
    return all().stream()
        .filter(query -> query.folder().equals(folder) && query.name().equals(name))
        .findFirst();
  }

  /// Returns the folders there are.
  public List<String> folders() {
    return all().stream().map(SavedQuery::folder).filter(f -> !f.isEmpty()).distinct().toList();
  }

  private void take(List<SavedQuery> queries) {
    Comparator<Object> words = Collator.getInstance();
    List<SavedQuery> sorted = new ArrayList<>(queries);
    sorted.sort(
        Comparator.comparing((SavedQuery query) -> query.folder().isEmpty())
            .thenComparing(SavedQuery::folder, words)
            .thenComparing(SavedQuery::name, words));
    before.add(List.copyOf(sorted));
    all.set(List.copyOf(sorted));
  }
}
