package orrery.ui;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import orrery.orm.edit.Parameter;

/// The parameters of the chain that is written, and what was typed for them; a name that comes back
/// has its value again. Belongs to the window's thread.
public final class Parameters {
  private final ReadOnlyObjectWrapper<List<ParameterField>> fields =
      new ReadOnlyObjectWrapper<>(List.of());
  private final Map<String, String> typed = new LinkedHashMap<>();
  private final Runnable changed;

  /// Makes it.
  ///
  /// @param changed hears when something was typed
  Parameters(Runnable changed) {
    this.changed = changed;
  }

  /// The parameters, in the order in which they stand in the chain.
  public ReadOnlyObjectProperty<List<ParameterField>> fieldsProperty() {
    return fields.getReadOnlyProperty();
  }

  /// Returns what was typed for those of the chain, by name.
  public Map<String, String> values() {
    Map<String, String> values = new LinkedHashMap<>();
    for (ParameterField field : fields.get()) {
      if (!field.textProperty().get().isEmpty()) {
        values.put(field.name(), field.textProperty().get());
      }
    }
    return values;
  }

  /// Sets values for the chain that is written next, by name.
  public void remember(Map<String, String> values) {
    typed.putAll(values);
  }

  /// Returns all that was typed, for chains that are not written yet too.
  Map<String, String> all() {
    return Map.copyOf(typed);
  }

  /// Forgets all that was typed.
  void clear() {
    typed.clear();
    fields.set(List.of());
  }

  /// Asks for other parameters; those that are asked for already stay.
  void show(List<Parameter> parameters) {
    List<ParameterField> next = new ArrayList<>();
    for (Parameter parameter : parameters) {
      next.add(
          new ParameterField(
              parameter.name(),
              parameter.words(),
              parameter.example(),
              parameter.initialText(),
              parameter.choices()));
    }
    List<ParameterField> now = fields.get();
    boolean isSame = now.size() == next.size();
    for (int i = 0; isSame && i < now.size(); i++) {
      isSame = now.get(i).isLike(next.get(i));
    }
    if (isSame) {
      return;
    }
    for (ParameterField field : next) {
      field.textProperty().set(typed.getOrDefault(field.name(), ""));
      field
          .textProperty()
          .addListener((_, _, text) -> {
            typed.put(field.name(), text);
            changed.run();
          });
    }
    fields.set(List.copyOf(next));
  }
}
