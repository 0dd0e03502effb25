package orrery.orm.resolve;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Under which rules an expression or a condition is resolved.
///
/// @param joins whether paths may join; not so inside `update()`
/// @param reuse the to-many joins that may be shared, to which new ones are added; null where any
///   may
/// @param branchNegated whether a negation stands somewhere above
/// @param currentNegated whether an odd number of negations stands above
/// @param split whether a negated to-many path becomes a subquery
/// @param settles whether conditions settle which joins keep rows without a partner
record Context(
    boolean joins,
    @Nullable Set<String> reuse,
    boolean branchNegated,
    boolean currentNegated,
    boolean split,
    boolean settles) {

  /// Returns the rules for the conditions of one `filter()`.
  static Context filter(Set<String> reuse) {
    return new Context(true, reuse, false, false, true, true);
  }

  /// Returns the rules for an expression: any join may be shared.
  static Context expression() {
    return new Context(true, null, false, false, false, true);
  }

  /// Returns the rules for the condition of a join, which leaves all joins as they are.
  static Context restriction(@Nullable Set<String> reuse) {
    return new Context(true, reuse, false, false, false, false);
  }

  /// Returns the rules for a value of `update()`.
  static Context update() {
    return new Context(false, null, false, false, false, true);
  }

  /// Returns these rules below a negation.
  Context negated() {
    return new Context(joins, reuse, true, !currentNegated, split, settles);
  }

  /// Returns these rules for a condition inside an expression: no subquery for exclusions.
  Context inExpression() {
    return new Context(joins, reuse, false, false, false, settles);
  }
}
