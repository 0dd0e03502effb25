package orrery.orm.meta;

/// What becomes of an object when what it points to is deleted.
public enum OnDelete {
  /// It is deleted too.
  CASCADE,
  /// The deletion is refused.
  PROTECT,
  /// The deletion is refused, unless the object goes anyway through another relation.
  RESTRICT,
  /// Its foreign key becomes null.
  SET_NULL,
  /// Its foreign key gets its default.
  SET_DEFAULT,
  /// Nothing; the database may object.
  DO_NOTHING,
  /// The database deletes it.
  DB_CASCADE,
  /// The database sets it to null.
  DB_SET_NULL,
  /// The database sets it to its default.
  DB_SET_DEFAULT
}
