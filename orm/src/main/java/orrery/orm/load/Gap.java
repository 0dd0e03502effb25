package orrery.orm.load;

/// What stands in an object's arrays in place of a value.
enum Gap {
  /// The field was not loaded; reading it asks the database.
  DEFERRED,
  /// The relation was looked for, and there is nothing.
  NOTHING
}
