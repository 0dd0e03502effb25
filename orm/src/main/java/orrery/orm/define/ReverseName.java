package orrery.orm.define;

import java.util.Optional;

/// What a relation is called from its other side, by Django's rules.
///
/// @param accessor the name on an object
/// @param query the name in lookups
/// @param hidden whether there is none
record ReverseName(String accessor, String query, boolean hidden) {

  static ReverseName of(
      String model, boolean toOne, Optional<String> relatedName, Optional<String> relatedQuery) {
    String lower = Completion.lower(model);
    String accessor = relatedName.orElse(toOne ? lower : lower + "_set");
    return new ReverseName(
        accessor, relatedQuery.or(() -> relatedName).orElse(lower), accessor.endsWith("+"));
  }
}
