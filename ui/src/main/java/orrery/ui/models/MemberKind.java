package orrery.ui.models;

/// What a member of a model is, as far as its icon tells.
public enum MemberKind {
  /// The primary key, or a part of it.
  KEY("fth-key"),
  /// Text.
  TEXT("fth-type"),
  /// A number.
  NUMBER("fth-hash"),
  /// A date, with or without a time.
  DATE("fth-calendar"),
  /// A time of day, or a length of time.
  TIME("fth-clock"),
  /// True or false.
  BOOLEAN("fth-toggle-left"),
  /// Bytes.
  BINARY("fth-hard-drive"),
  /// JSON, a list, a UUID, or whatever the driver gives.
  OTHER("fth-box"),
  /// A foreign key: to one object of another model.
  FOREIGN_KEY("fth-arrow-right"),
  /// A one-to-one relation, seen from either side.
  ONE_TO_ONE("fth-link-2"),
  /// A many-to-many relation, seen from either side.
  MANY_TO_MANY("fth-repeat"),
  /// All objects of another model that point here.
  REVERSE("fth-arrow-left");

  private final String icon;

  MemberKind(String icon) {
    this.icon = icon;
  }

  /// Returns the name of the icon.
  public String icon() {
    return icon;
  }

  /// Says whether it leads to another model.
  public boolean isRelation() {
    return this == FOREIGN_KEY || this == ONE_TO_ONE || this == MANY_TO_MANY || this == REVERSE;
  }
}
