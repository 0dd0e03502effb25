package orrery.orm.edit;

import java.util.List;

/// How the call around the caret is written: its name and parameters, with the one that the caret
/// is at. Immutable.
///
/// @param name the method or function
/// @param parameters its parameters as Python writes them
/// @param active the index of the parameter at the caret, or -1 where there is none
/// @param meaning what the call does, in one sentence
public record Signature(String name, List<String> parameters, int active, String meaning) {

  /// Makes it from a copy of `parameters`.
  public Signature {
    parameters = List.copyOf(parameters);
  }

  @Override
  public String toString() {
    return name + "(" + String.join(", ", parameters) + ")";
  }
}
