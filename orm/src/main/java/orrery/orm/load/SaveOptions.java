package orrery.orm.load;

import java.util.List;
import java.util.Optional;

/// How an object is to be saved: the arguments of Django's `save()`.
///
/// @param forceInsert whether the row must be new
/// @param forceUpdate whether the row must be there already
/// @param database the alias of the database to save to; empty for the one the object is from
/// @param updateFields the names of the fields to write, all others staying as they are; empty for
///   all
public record SaveOptions(
    boolean forceInsert,
    boolean forceUpdate,
    Optional<String> database,
    Optional<List<String>> updateFields) {

  /// `save()`.
  public static final SaveOptions USUAL =
      new SaveOptions(false, false, Optional.empty(), Optional.empty());

  /// `save(force_insert=True)`.
  public static final SaveOptions INSERT =
      new SaveOptions(true, false, Optional.empty(), Optional.empty());

  /// `save(force_update=True)`.
  public static final SaveOptions UPDATE =
      new SaveOptions(false, true, Optional.empty(), Optional.empty());

  /// Returns `save(update_fields=…)`.
  public static SaveOptions fields(List<String> names) {
    return new SaveOptions(false, false, Optional.empty(), Optional.of(List.copyOf(names)));
  }

  /// Returns these for the database called `alias`.
  public SaveOptions using(String alias) {
    return new SaveOptions(forceInsert, forceUpdate, Optional.of(alias), updateFields);
  }
}
