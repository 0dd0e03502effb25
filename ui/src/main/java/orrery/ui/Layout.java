package orrery.ui;

/// Which panes are shown and how large they are, as parts of the window from 0 to 1.
///
/// @param left whether the models are shown
/// @param builder whether the builder is shown
/// @param log whether the query log is shown
public record Layout(
    boolean left,
    boolean builder,
    boolean log,
    double leftSize,
    double builderSize,
    double logSize,
    double chainSize,
    double sqlSize) {}
