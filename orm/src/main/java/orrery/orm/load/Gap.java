package orrery.orm.load;

/// What stands in an object's arrays in place of a value.
enum Gap {
  /// The field was not loaded; reading it asks the database.
  DEFERRED,
  /// The field was given no value, and the database has one for it.
  DEFAULT,
  /// The relation was looked for, and there is nothing.
  NOTHING
}
