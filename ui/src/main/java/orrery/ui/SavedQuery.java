package orrery.ui;

import java.util.Map;

/// A chain that was given a name, so that it can be asked again.
///
/// @param folder where it stands: names with slashes between them; empty for none
/// @param chain the text of the chain
/// @param about a sentence about it; may be empty
/// @param values what was typed for its parameters when it was saved, by name
/// @param rest what a file says of it that this program does not know, as JSON
public record SavedQuery(
    String name,
    String folder,
    String chain,
    String about,
    Map<String, String> values,
    String rest) {
  /// What `rest` is where nothing else is said.
  public static final String NO_REST = "{}";

  /// Makes it from a copy of `values`.
  public SavedQuery {
    values = Map.copyOf(values);
  }

  /// Makes one of which no more is known.
  public SavedQuery(String name, String folder, String chain, String about) {
    this(name, folder, chain, about, Map.of(), NO_REST);
  }

  /// Returns it in another folder and under another name.
  public SavedQuery at(String newFolder, String newName) {
    return new SavedQuery(newName, newFolder, chain, about, values, rest);
  }

  /// Says whether it stands at the same place as another.
  public boolean isAt(SavedQuery other) {
    return name.equals(other.name) && folder.equals(other.folder);
  }
}
