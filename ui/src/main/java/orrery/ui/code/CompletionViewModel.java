package orrery.ui.code;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import orrery.orm.edit.Completion;
import orrery.orm.edit.Suggestion;
import orrery.ui.Workbench;

/// What could be written at the caret, as a list that opens while one types. Belongs to the
/// window's thread.
public final class CompletionViewModel {
  private final Workbench workbench;
  private final ObservableList<Choice> choices = FXCollections.observableArrayList();
  private final IntegerProperty selected = new SimpleIntegerProperty(-1);
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable Hint> hint = new ReadOnlyObjectWrapper<>();
  private List<Suggestion> suggestions = List.of();

  CompletionViewModel(Workbench workbench) {
    this.workbench = workbench;
  }

  // Properties

  /// What could be written, best first.
  public ObservableList<Choice> choices() {
    return choices;
  }

  /// Which of the choices is chosen, from 0; -1 where the list is not open.
  public IntegerProperty selectedProperty() {
    return selected;
  }

  /// Says whether the list is open.
  public ReadOnlyBooleanProperty openProperty() {
    return open.getReadOnlyProperty();
  }

  /// How the call around the caret is written; null where there is none.
  public ReadOnlyObjectProperty<@Nullable Hint> hintProperty() {
    return hint.getReadOnlyProperty();
  }

  /// Returns where in the text the word starts that the choices would replace.
  public int start() {
    return suggestions.isEmpty() ? 0 : suggestions.getFirst().start();
  }

  // Commands

  /// Opens the list for what stands at the caret, if there is something to choose.
  public void open() {
    update(true);
  }

  /// Closes the list.
  public void close() {
    open.set(false);
    selected.set(-1);
    suggestions = List.of();
    choices.clear();
  }

  /// Opens or closes the list after `letters` were typed.
  void typed(String letters) {
    char last = letters.charAt(letters.length() - 1);
    boolean opens = Character.isLetter(last) || "_.(\"'".indexOf(last) >= 0;
    if (opens) {
      update(true);
    } else if (open.get()) {
      update(Character.isDigit(last) || last == '-');
    } else {
      update(false);
    }
  }

  /// Follows the caret: an open list shows what fits now.
  void moved() {
    update(open.get());
  }

  /// Chooses the choice `by` places further; beyond the ends it goes round.
  public void move(int by) {
    if (!choices.isEmpty()) {
      selected.set(Math.floorMod(selected.get() + by, choices.size()));
    }
  }

  /// Chooses the choice `by` places further, at most the first or the last.
  public void page(int by) {
    if (!choices.isEmpty()) {
      selected.set(Math.clamp((long) selected.get() + by, 0, choices.size() - 1));
    }
  }

  /// Returns the change that writes the chosen choice, and closes the list.
  Optional<Edit> accept() {
    int index = selected.get();
    if (!open.get() || index < 0 || index >= suggestions.size()) {
      return Optional.empty();
    }
    Suggestion chosen = suggestions.get(index);
    close();
    int caret = chosen.caretAfter();
    return Optional.of(new Edit(chosen.start(), chosen.end(), chosen.insert(), caret, caret));
  }

  private void update(boolean opens) {
    String text = workbench.textProperty().get();
    int caret = Math.clamp(workbench.caretProperty().get(), 0, text.length());
    if (!workbench.isOpen().get()) {
      close();
      return;
    }
    Completion found = Completion.at(text, caret, workbench.modelsProperty().get());
    hint.set(
        found
            .signature()
            .map(s -> new Hint(s.name(), s.parameters(), s.active(), s.meaning()))
            .orElse(null));
    if (!opens || found.suggestions().isEmpty()) {
      close();
      return;
    }
    suggestions = found.suggestions();
    choices.setAll(suggestions.stream().map(CompletionViewModel::choice).toList());
    open.set(true);
    selected.set(-1);
    selected.set(0);
  }

  private static Choice choice(Suggestion suggestion) {
    String kind = suggestion.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return new Choice(kind, icon(suggestion.kind()), suggestion.label(), suggestion.detail());
  }

  private static String icon(Suggestion.Kind kind) {
    return switch (kind) {
      case MODEL -> "fth-box";
      case METHOD -> "fth-chevron-right";
      case KEY -> "fth-key";
      case FIELD -> "fth-minus";
      case TO_ONE -> "fth-arrow-right";
      case TO_MANY -> "fth-git-branch";
      case ANNOTATION -> "fth-tag";
      case LOOKUP -> "fth-filter";
      case TRANSFORM -> "fth-scissors";
      case KEYWORD -> "fth-sliders";
      case FUNCTION -> "fth-zap";
      case AGGREGATE -> "fth-layers";
      case VALUE -> "fth-hash";
    };
  }
}
