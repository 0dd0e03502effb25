package orrery.ui.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import orrery.orm.OpenDatabase;
import orrery.orm.query.Chain;
import orrery.orm.query.Terminal;
import orrery.ui.Workbench;
import orrery.ui.kit.Fuzzy;

/// The list of models: what is searched for, what was found, and what can be done with it. Counts
/// of rows are never asked for here; a database of many tables opens at once.
public final class ModelsViewModel {
  private final Workbench workbench;
  private final StringProperty filter = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<List<ModelRow>> rows = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<List<String>> warnings =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyStringWrapper current = new ReadOnlyStringWrapper("");
  private List<ModelRow> all = List.of();

  /// Makes the list for what is open on `workbench`.
  public ModelsViewModel(Workbench workbench) {
    this.workbench = workbench;
    workbench
        .modelsProperty()
        .subscribe(models -> {
          all = Describe.all(models);
          filter.set("");
          search();
        });
    workbench
        .databaseProperty()
        .subscribe(database -> {
          warnings.set(warningsOf(database));
          current.set("");
        });
    workbench
        .previewProperty()
        .subscribe(preview ->
            preview.chain().map(Chain::query).ifPresent(query -> current.set(query.model())));
    filter.subscribe(_ -> search());
  }

  // Properties

  /// The letters that are searched for; empty to see all.
  public StringProperty filterProperty() {
    return filter;
  }

  /// The models that were found, by name.
  public ReadOnlyObjectProperty<List<ModelRow>> rowsProperty() {
    return rows.getReadOnlyProperty();
  }

  /// What was odd about the tables, a sentence each.
  public ReadOnlyObjectProperty<List<String>> warningsProperty() {
    return warnings.getReadOnlyProperty();
  }

  /// The name of the model that the chain asks; empty before the first.
  public ReadOnlyStringProperty currentProperty() {
    return current.getReadOnlyProperty();
  }

  /// Returns how many models there are, found or not.
  public int size() {
    return all.size();
  }

  // Commands

  /// Shows the rows of a model.
  public void show(ModelRow model) {
    workbench.show(model.name());
  }

  /// Shows the rows of the model that a relation leads to.
  public void showTarget(MemberRow member) {
    workbench.show(member.target());
  }

  /// Writes the name of a member into the chain, where the caret is.
  public void insert(MemberRow member) {
    workbench.insert(member.lookup());
  }

  /// Adds an empty filter by a member to the chain, or starts one where the chain asks another
  /// model, and puts the caret where the value goes.
  public void filterBy(MemberRow member) {
    Optional<Chain> chain = workbench.previewProperty().get().chain();
    boolean same =
        chain.isPresent()
            && chain.get().query().model().equals(member.model())
            && chain.get().terminal() instanceof Terminal.Fetch
            && !workbench.textProperty().get().stripTrailing().endsWith("]");
    String before =
        same ? workbench.textProperty().get().stripTrailing() : member.model() + ".objects";
    String open = before + ".filter(" + member.lookup() + "=";
    workbench.textProperty().set(open + ")");
    workbench.caretProperty().set(open.length());
  }

  private void search() {
    String asked = filter.get().strip();
    if (asked.isEmpty()) {
      rows.set(all);
      return;
    }
    List<ModelRow> found = new ArrayList<>();
    for (ModelRow model : all) {
      find(asked, model).ifPresent(found::add);
    }
    rows.set(found);
  }

  private static Optional<ModelRow> find(String asked, ModelRow model) {
    List<MemberRow> members = new ArrayList<>();
    for (MemberRow member : model.members()) {
      List<Integer> at = places(asked, member.name());
      if (!at.isEmpty()) {
        members.add(member.withHit(at));
      }
    }
    Optional<Fuzzy.Match> name = Fuzzy.match(asked, model.name());
    if (name.isEmpty() && members.isEmpty()) {
      return Optional.empty();
    }
    boolean open = name.isEmpty();
    return Optional.of(
        new ModelRow(
            model.name(),
            model.table(),
            model.view(),
            model.join(),
            open ? members : model.members(),
            open,
            name.map(Fuzzy.Match::at).orElse(List.of())));
  }

  // Fields are many, and letters scattered over their names would find most of them.
  private static List<Integer> places(String asked, String name) {
    int start = name.toLowerCase(Locale.ROOT).indexOf(asked.toLowerCase(Locale.ROOT));
    List<Integer> at = new ArrayList<>();
    for (int i = 0; start >= 0 && i < asked.length(); i++) {
      at.add(start + i);
    }
    return at;
  }

  private static List<String> warningsOf(@Nullable OpenDatabase database) {
    return database == null ? List.of() : database.warnings();
  }
}
