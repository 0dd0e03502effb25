package orrery.orm.edit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import orrery.orm.type.FieldType;

/// What a chain has asked up to some dot: its model, the names it gave, and what may no longer
/// follow. Immutable.
///
/// @param model the name of the model
/// @param given the names that `annotate` and `alias` gave, with their types
/// @param outer the chain around, where this one is a subquery
/// @param isManager whether only the model and perhaps `objects` was written
/// @param hasObjects whether `objects` was written
/// @param sliced whether a slice was taken
/// @param values whether rows are mappings or tuples
/// @param combined whether it is a union or the like
/// @param ended whether nothing may follow
record Asked(
    String model,
    Map<String, FieldType> given,
    Optional<Asked> outer,
    boolean isManager,
    boolean hasObjects,
    boolean sliced,
    boolean values,
    boolean combined,
    boolean ended) {

  /// Makes the start of a chain on `model`, inside `outer` if that is a chain.
  static Asked of(String model, Optional<Asked> outer) {
    return new Asked(model, Map.of(), outer, true, false, false, false, false, false);
  }

  /// Returns this after `.objects`.
  Asked objects() {
    return new Asked(model, given, outer, true, true, sliced, values, combined, ended);
  }

  /// Returns this after the call of `method`, which gave the names `more`.
  Asked after(String method, Map<String, FieldType> more) {
    Map<String, FieldType> names = new LinkedHashMap<>(given);
    names.putAll(more);
    String group = Methods.ofQueryset(method).map(Entry::group).orElse("query");
    return new Asked(
        model,
        names,
        outer,
        false,
        hasObjects,
        sliced,
        values || method.equals("values") || method.equals("values_list"),
        combined || method.matches("union|intersection|difference"),
        ended || !group.equals("query"));
  }

  /// Returns this after a slice, or after an index, which ends it.
  Asked part(boolean isSlice) {
    return new Asked(model, given, outer, false, hasObjects, true, values, combined, !isSlice);
  }
}
