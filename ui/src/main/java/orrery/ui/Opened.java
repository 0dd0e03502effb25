package orrery.ui;

/// What the window says of the database that is open.
///
/// @param title what people call it
/// @param location where it is
/// @param readOnly whether it refuses to be changed
/// @param product the database's product and version
public record Opened(String title, String location, boolean readOnly, String product) {}
