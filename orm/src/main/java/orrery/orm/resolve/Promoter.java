package orrery.orm.resolve;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/// The count of which children of a condition need a row in which join: Django's `JoinPromoter`.
///
/// A join that only some branches of an OR need must keep rows without a partner; one that an AND
/// needs may drop them.
final class Promoter {

  /// How the children of a condition are connected.
  enum Connector {
    /// All hold.
    AND,
    /// One or more hold.
    OR,
    /// An odd number holds.
    XOR
  }

  private final Connector effective;
  private final int children;
  private final Map<String, Integer> votes = new HashMap<>();

  /// @param negated whether the condition stands under an odd number of negations, which turns AND
  ///   into OR
  Promoter(Connector connector, int children, boolean negated) {
    this.effective =
        !negated ? connector : connector == Connector.AND ? Connector.OR : Connector.AND;
    this.children = children;
  }

  /// Counts the joins that one child needs a row in.
  void vote(Collection<String> aliases) {
    aliases.forEach(alias -> votes.merge(alias, 1, Integer::sum));
  }

  /// Settles the joins, and returns those in which a row is needed.
  Set<String> settle(Sources sources) {
    Set<String> promote = new LinkedHashSet<>();
    Set<String> demote = new LinkedHashSet<>();
    votes.forEach((alias, count) -> {
      if (effective == Connector.OR && count < children) {
        promote.add(alias);
      }
      if (effective == Connector.AND || (effective == Connector.OR && count == children)) {
        demote.add(alias);
      }
    });
    sources.promote(promote);
    sources.demote(demote);
    return demote;
  }
}
