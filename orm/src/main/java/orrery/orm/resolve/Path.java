package orrery.orm.resolve;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import orrery.orm.meta.Field;
import orrery.orm.meta.Member;
import orrery.orm.meta.Model;

/// A path of names that was walked as far as fields and relations go.
///
/// @param steps the names that were walked, each with its joins
/// @param last what the last walked name means; null where the path names an annotation
/// @param targets the fields that the path ends in: one, or several for a composite key
/// @param model the model that the path ends in
/// @param rest the names that were left over: transforms and a lookup
record Path(
    List<Step> steps, @Nullable Member last, List<Field> targets, Model model, List<String> rest) {

  /// A name and its joins.
  record Step(String name, List<Hop> hops) {}

  /// Returns all joins in order.
  List<Hop> hops() {
    List<Hop> all = new ArrayList<>();
    steps.forEach(s -> all.addAll(s.hops()));
    return all;
  }

  /// Says whether the path ends in a relation rather than in a plain field.
  boolean endsInRelation() {
    return last != null && !(last instanceof Field f && !f.isRelation());
  }
}
