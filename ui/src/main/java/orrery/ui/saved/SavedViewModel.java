package orrery.ui.saved;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import orrery.ui.SavedQueries;
import orrery.ui.SavedQuery;
import orrery.ui.Workbench;
import orrery.ui.kit.Fuzzy;

/// The saved queries: what is searched for, what was found, which one is open, and what can be done
/// with them.
public final class SavedViewModel {
  private final Workbench workbench;
  private final SavedQueries queries;
  private final StringProperty filter = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<List<SavedRow>> rows = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<@Nullable SavedQuery> current = new ReadOnlyObjectWrapper<>();
  private final BooleanBinding canSave;

  /// Makes it.
  public SavedViewModel(Workbench workbench, SavedQueries queries) {
    this.workbench = workbench;
    this.queries = queries;
    canSave =
        Bindings.createBooleanBinding(
            () -> workbench.isOpen().get() && !workbench.textProperty().get().isBlank(),
            workbench.isOpen(),
            workbench.textProperty());
    queries.allProperty().subscribe(_ -> search());
    filter.subscribe(_ -> search());
    workbench.databaseProperty().subscribe(_ -> current.set(null));
    workbench
        .textProperty()
        .subscribe(text -> {
          if (text.isBlank()) {
            current.set(null);
          }
        });
  }

  // Properties

  /// The letters that are searched for; empty to see all.
  public StringProperty filterProperty() {
    return filter;
  }

  /// The queries that were found, by folder and name.
  public ReadOnlyObjectProperty<List<SavedRow>> rowsProperty() {
    return rows.getReadOnlyProperty();
  }

  /// The query that was opened or saved last; null where the chain did not come from one.
  public ReadOnlyObjectProperty<@Nullable SavedQuery> currentProperty() {
    return current.getReadOnlyProperty();
  }

  /// Says whether there is a chain that can be saved.
  public BooleanBinding canSave() {
    return canSave;
  }

  /// Returns the saved queries themselves.
  public SavedQueries queries() {
    return queries;
  }

  // Commands

  /// Writes a query's chain and runs it.
  public void open(SavedQuery query) {
    workbench.parameters().remember(query.values());
    workbench.ask(query.chain());
    current.set(query);
  }

  /// Saves the chain that is written.
  ///
  /// @return why it cannot be saved so; nothing where it was
  public Optional<String> save(String name, String folder, String about) {
    Optional<String> wrong = wrong(name);
    if (wrong.isEmpty()) {
      String place = folder(folder);
      String rest =
          queries.find(place, name.strip()).map(SavedQuery::rest).orElse(SavedQuery.NO_REST);
      SavedQuery query =
          new SavedQuery(
              name.strip(),
              place,
              workbench.textProperty().get().strip(),
              about.strip(),
              workbench.parameters().values(),
              rest);
      queries.save(query);
      current.set(query);
    }
    return wrong;
  }

  /// Gives a query another name, folder or sentence.
  ///
  /// @return why it cannot be so; nothing where it is
  public Optional<String> change(SavedQuery query, String name, String folder, String about) {
    Optional<String> wrong = wrong(name);
    if (wrong.isEmpty()) {
      SavedQuery now =
          new SavedQuery(
              name.strip(),
              folder(folder),
              query.chain(),
              about.strip(),
              query.values(),
              query.rest());
      queries.replace(query, now);
      if (query.equals(current.get())) {
        current.set(now);
      }
    }
    return wrong;
  }

  /// Says whether saving under a name would take the place of another query.
  public boolean isTaken(String name, String folder) {
    return queries.find(folder(folder), name.strip()).isPresent();
  }

  /// Returns a name for the chain that is written, to begin with.
  public String proposed() {
    SavedQuery now = current.get();
    if (now != null) {
      return now.name();
    }
    String text = workbench.textProperty().get().strip();
    int end = text.indexOf(".objects");
    return end <= 0 ? "" : text.substring(0, end).replace("(", "");
  }

  /// Moves a query to another folder.
  public void move(SavedQuery query, String folder) {
    queries.move(query, folder(folder));
  }

  /// Deletes queries; that can be taken back.
  public void delete(List<SavedQuery> some) {
    queries.delete(some);
  }

  /// Takes the last change back.
  public void undo() {
    queries.undo();
  }

  private static Optional<String> wrong(String name) {
    return name.isBlank() ? Optional.of("Give it a name.") : Optional.empty();
  }

  // A folder's name has no empty parts.
  private static String folder(String given) {
    List<String> parts = new ArrayList<>();
    for (String part : given.split("/", -1)) {
      if (!part.isBlank()) {
        parts.add(part.strip());
      }
    }
    return String.join("/", parts);
  }

  private record Scored(int score, SavedRow row) {}

  // Names are found by their letters, chains and sentences by a part of them.
  private void search() {
    String asked = filter.get().strip();
    List<Scored> found = new ArrayList<>();
    for (SavedQuery query : queries.all()) {
      Optional<Fuzzy.Match> name = Fuzzy.match(asked, query.name());
      if (name.isPresent()) {
        found.add(new Scored(name.get().score(), new SavedRow(query, name.get().at())));
      } else if (has(query.chain(), asked)
          || has(query.about(), asked)
          || has(query.folder(), asked)) {
        found.add(new Scored(-1000, new SavedRow(query, List.of())));
      }
    }
    if (!asked.isEmpty()) {
      found.sort(Comparator.comparingInt(Scored::score).reversed());
    }
    rows.set(found.stream().map(Scored::row).toList());
  }

  private static boolean has(String text, String asked) {
    return text.toLowerCase(Locale.ROOT).contains(asked.toLowerCase(Locale.ROOT));
  }
}
