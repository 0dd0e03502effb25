package orrery.ui.theme;

/// How light the window is.
public enum Appearance {
  /// As the system is.
  SYSTEM,
  /// Always light.
  LIGHT,
  /// Always dark.
  DARK
}
