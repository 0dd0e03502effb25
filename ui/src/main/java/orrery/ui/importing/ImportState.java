package orrery.ui.importing;

/// Where the import of a file stands.
public sealed interface ImportState {

  /// No file was chosen.
  record Nothing() implements ImportState {}

  /// The database was opened only to be read.
  record ReadOnly() implements ImportState {}

  /// The mapping can be changed.
  ///
  /// @param problem what is wrong; empty where the import can begin
  record Ready(String problem) implements ImportState {}

  /// Rows are written.
  ///
  /// @param rows how many so far
  record Running(long rows) implements ImportState {}
}
