package orrery.orm.load;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// What a deletion removed: Django's pair of a number and numbers by model.
///
/// @param total how many rows
/// @param byModel how many rows of each model, by `app.Model`
public record Deletion(long total, Map<String, Long> byModel) {

  /// Makes it from a copy of `byModel`.
  public Deletion {
    byModel = Collections.unmodifiableMap(new LinkedHashMap<>(byModel));
  }
}
