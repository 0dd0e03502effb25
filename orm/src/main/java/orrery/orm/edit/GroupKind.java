package orrery.orm.edit;

import java.util.List;
import java.util.Optional;
import orrery.orm.query.Condition;

/// How the conditions of a group are joined, in plain words.
public enum GroupKind {
  /// Every one holds: `&`.
  ALL("all of"),
  /// At least one holds: `|`.
  ANY("any of"),
  /// Not one holds: `~(… | …)`.
  NONE("none of"),
  /// At least one does not hold: `~(… & …)`.
  NOT_ALL("not all of"),
  /// An odd number holds: `^`.
  ODD("an odd number of");

  private final String words;

  GroupKind(String words) {
    this.words = words;
  }

  /// Returns what people call it.
  public String words() {
    return words;
  }

  /// Returns how `condition` joins its parts; nothing where it is no group.
  public static Optional<GroupKind> of(Condition condition) {
    return Optional.ofNullable(
        switch (condition) {
          case Condition.And _ -> ALL;
          case Condition.Or _ -> ANY;
          case Condition.Xor _ -> ODD;
          case Condition.Not(Condition.Or _) -> NONE;
          case Condition.Not(Condition.And _) -> NOT_ALL;
          case Condition.Not _, Condition.Lookup _, Condition.Test _ -> null;
        });
  }

  /// Returns the group of `parts`.
  public Condition of(List<Condition> parts) {
    return switch (this) {
      case ALL -> new Condition.And(parts);
      case ANY -> new Condition.Or(parts);
      case NONE -> new Condition.Not(new Condition.Or(parts));
      case NOT_ALL -> new Condition.Not(new Condition.And(parts));
      case ODD -> new Condition.Xor(parts);
    };
  }
}
