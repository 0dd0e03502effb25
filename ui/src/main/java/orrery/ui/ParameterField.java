package orrery.ui;

import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// A parameter of the chain, as a form asks for it. Belongs to the window's thread.
public final class ParameterField {
  private final String name;
  private final String words;
  private final String example;
  private final String initial;
  private final List<String> choices;
  private final StringProperty text = new SimpleStringProperty("");

  /// Makes it.
  ///
  /// @param words what it is compared with: `country is`; may be empty
  /// @param example what can be typed
  /// @param initial its value as long as none is typed; may be empty
  /// @param choices the values among which one chooses; none where any may be typed
  ParameterField(String name, String words, String example, String initial, List<String> choices) {
    this.name = name;
    this.words = words;
    this.example = example;
    this.initial = initial;
    this.choices = List.copyOf(choices);
  }

  /// Returns what it is called.
  public String name() {
    return name;
  }

  /// Returns what it is compared with; may be empty.
  public String words() {
    return words;
  }

  /// Returns what stands in its field as long as nothing is typed.
  public String prompt() {
    return initial.isEmpty() ? example : initial;
  }

  /// Returns the values among which one chooses; none where any may be typed.
  public List<String> choices() {
    return choices;
  }

  /// What is typed.
  public StringProperty textProperty() {
    return text;
  }

  /// Says whether it asks for the same as another.
  boolean isLike(ParameterField other) {
    return name.equals(other.name)
        && words.equals(other.words)
        && example.equals(other.example)
        && initial.equals(other.initial)
        && choices.equals(other.choices);
  }
}
