package orrery.ui.code;

import java.util.List;

/// How the call around the caret is written.
///
/// @param name the method or function
/// @param parameters its parameters
/// @param active which of them the caret is at; -1 where none
/// @param meaning what it does
public record Hint(String name, List<String> parameters, int active, String meaning) {

  /// Makes it from a copy of `parameters`.
  public Hint {
    parameters = List.copyOf(parameters);
  }
}
