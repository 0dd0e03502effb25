package orrery.orm.meta;

import java.util.List;

/// A foreign key over several columns: Django's `ForeignObject`. Its columns are fields of their
/// own.
///
/// @param fields the names of the model's fields, in the order of `toFields`
/// @param toFields the names of the target's fields that they hold the values of
/// @param nullable whether one of `fields` may be NULL
/// @param oneToOne whether no two rows point to the same target
/// @param reverseAccessor the name of the reverse relation on an object of `target`
/// @param reverseName the name of the reverse relation in lookups
public record ForeignObject(
    String model,
    String name,
    String target,
    List<String> fields,
    List<String> toFields,
    boolean nullable,
    boolean oneToOne,
    OnDelete onDelete,
    String reverseAccessor,
    String reverseName)
    implements Member {

  /// Makes it from copies of the lists.
  public ForeignObject {
    fields = List.copyOf(fields);
    toFields = List.copyOf(toFields);
  }

  @Override
  public String accessor() {
    return name;
  }

  @Override
  public boolean isToMany() {
    return false;
  }
}
