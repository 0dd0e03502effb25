package orrery.orm.save;

import java.util.ArrayList;
import java.util.List;
import orrery.orm.db.Reason;

/// Some of many rows or keys: as many as one statement can take.
///
/// @param items the rows or keys
/// @param reason why the statement is sent, and which part of the whole it is
record Portion<T>(List<T> items, Reason reason) {

  /// Divides `all`.
  ///
  /// @param most the most items of a portion
  static <T> List<Portion<T>> of(List<T> all, int most, Reason reason) {
    List<Portion<T>> portions = new ArrayList<>();
    int parts = Math.ceilDiv(all.size(), most);
    for (int part = 0; part < parts; part++) {
      List<T> items = all.subList(part * most, Math.min(all.size(), (part + 1) * most));
      portions.add(new Portion<>(items, reason.part(part + 1, parts)));
    }
    return portions;
  }
}
