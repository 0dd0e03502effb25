package orrery.orm.resolve;

import java.util.List;
import orrery.orm.meta.Member;

/// The objects whose related objects are asked for: a prefetch, or a relation read from one object.
///
/// @param relation the relation as the parents have it
/// @param keys the parents' values of the fields that the relation goes by, without repetition: one
///   value each, or a list for a key of several fields
/// @param contentType of a generic relation: the key of the parents' content type; else empty
public record Parents(Member relation, List<Object> keys, List<Object> contentType) {

  /// Makes it from copies of the lists.
  public Parents {
    keys = List.copyOf(keys);
    contentType = List.copyOf(contentType);
  }

  /// Makes it for a relation that is not generic.
  public Parents(Member relation, List<Object> keys) {
    this(relation, keys, List.of());
  }
}
