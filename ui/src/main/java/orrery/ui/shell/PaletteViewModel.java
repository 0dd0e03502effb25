package orrery.ui.shell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import orrery.orm.meta.Model;
import orrery.ui.Workbench;
import orrery.ui.command.Command;
import orrery.ui.command.Commands;
import orrery.ui.kit.Fuzzy;

/// The search for any command or model: what is typed, and what was found, best first.
public final class PaletteViewModel {
  private static final int MOST = 60;

  /// What a found synonym counts less than the words themselves.
  private static final int SYNONYM = 20;

  private final Workbench workbench;
  private final Commands commands;
  private final Supplier<List<PaletteRow>> more;
  private final StringProperty text = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<List<PaletteRow>> rows =
      new ReadOnlyObjectWrapper<>(List.of());

  private record Scored(int score, PaletteRow row) {}

  /// Makes it.
  ///
  /// @param more further lines, such as recent databases; asked for whenever it is shown
  public PaletteViewModel(Workbench workbench, Commands commands, Supplier<List<PaletteRow>> more) {
    this.workbench = workbench;
    this.commands = commands;
    this.more = more;
    text.subscribe(_ -> search());
  }

  // Properties

  /// What is typed.
  public StringProperty textProperty() {
    return text;
  }

  /// What was found, best first.
  public ReadOnlyObjectProperty<List<PaletteRow>> rowsProperty() {
    return rows.getReadOnlyProperty();
  }

  // Commands

  /// Starts with an empty search.
  public void begin() {
    text.set("");
    search();
  }

  private void search() {
    String asked = text.get();
    List<Scored> found = new ArrayList<>();
    for (Model model : workbench.modelsProperty().get().all()) {
      PaletteRow row =
          new PaletteRow(
              model.isReadOnly() ? "fth-eye" : "fth-grid",
              model.name(),
              "Show rows",
              "",
              List.of(),
              () -> workbench.show(model.name()));
      add(found, asked, row, "");
    }
    for (Command command : commands.all()) {
      if (command.enabled().get()) {
        add(found, asked, row(command), command.synonyms());
      }
    }
    for (PaletteRow row : more.get()) {
      add(found, asked, row, "");
    }
    if (!asked.isBlank()) {
      found.sort(Comparator.comparingInt(Scored::score).reversed());
    }
    rows.set(found.stream().limit(MOST).map(Scored::row).toList());
  }

  private static PaletteRow row(Command command) {
    return new PaletteRow(
        command.icon().orElse("fth-chevron-right"),
        command.words(),
        command.group(),
        command.keys().orElse(""),
        List.of(),
        command::run);
  }

  private static void add(List<Scored> found, String asked, PaletteRow row, String synonyms) {
    Optional<Fuzzy.Match> words = Fuzzy.match(asked, row.words());
    if (words.isPresent()) {
      found.add(
          new Scored(
              words.get().score(),
              new PaletteRow(
                  row.icon(),
                  row.words(),
                  row.about(),
                  row.keys(),
                  words.get().at(),
                  row.action())));
      return;
    }
    for (String synonym : synonyms.split(" ", -1)) {
      Optional<Fuzzy.Match> match =
          synonym.isEmpty() ? Optional.empty() : Fuzzy.match(asked, synonym);
      if (match.isPresent()) {
        found.add(new Scored(match.get().score() - SYNONYM, row));
        return;
      }
    }
  }
}
