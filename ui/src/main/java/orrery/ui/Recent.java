package orrery.ui;

import java.time.Instant;

/// A database that was open once.
///
/// @param location where it is: a path, a JDBC URL without a password, or `sample`
/// @param title what people call it
/// @param opened when it was last opened
/// @param write whether it was opened for writing
public record Recent(String location, String title, Instant opened, boolean write) {}
