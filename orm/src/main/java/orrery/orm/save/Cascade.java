package orrery.orm.save;

import java.util.List;

/// What deleting rows does to others, found out before anything is deleted.
///
/// @param parts one part for each foreign key that leads to rows that go
public record Cascade(List<Cascade.Part> parts) {

  /// Nothing but the rows themselves.
  public static final Cascade NOTHING = new Cascade(List.of());

  /// Makes it from a copy of the list.
  public Cascade {
    parts = List.copyOf(parts);
  }

  /// What becomes of rows that point to a row which is deleted.
  public enum Effect {
    /// They are deleted too.
    DELETED,
    /// Their foreign key becomes null.
    SET_NULL,
    /// Their foreign key becomes its default.
    SET_DEFAULT,
    /// They are in the way: nothing can be deleted as long as they point there.
    REFUSED
  }

  /// The rows that point by one foreign key to rows which are deleted.
  ///
  /// @param model the model of the rows
  /// @param relation the foreign key, `Album.artist`
  /// @param effect what becomes of them
  /// @param byDatabase whether the database sees to it
  /// @param rows how many there are
  /// @param examples the words by which people know some of them
  public record Part(
      String model,
      String relation,
      Effect effect,
      boolean byDatabase,
      long rows,
      List<String> examples) {}

  /// Says whether rows are in the way.
  public boolean isRefused() {
    return parts.stream().anyMatch(part -> part.effect() == Effect.REFUSED);
  }

  /// Returns how many further rows are deleted.
  public long deleted() {
    return parts.stream()
        .filter(part -> part.effect() == Effect.DELETED)
        .mapToLong(Part::rows)
        .sum();
  }
}
