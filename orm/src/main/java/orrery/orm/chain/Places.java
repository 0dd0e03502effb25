package orrery.orm.chain;

import java.util.IdentityHashMap;
import java.util.Optional;

/// Where in its text each node of a chain was written, by the identity of the nodes.
///
/// Not changed once the chain is read, and then safe for use by any thread.
public final class Places {

  private final IdentityHashMap<Object, Span> spans = new IdentityHashMap<>();
  private final IdentityHashMap<Object, Offsets> offsets = new IdentityHashMap<>();

  Places() {}

  void put(Object node, int start, int end) {
    spans.put(node, new Span(start, end));
    offsets.remove(node);
  }

  /// Says that the characters of `node` came from a string, each from its own place.
  void put(Object node, Offsets from, int length) {
    spans.put(node, new Span(from.at(0), from.at(length)));
    offsets.put(node, from);
  }

  /// Says that `to` stands where `from` does, unless its own place is known.
  void copy(Object from, Object to) {
    Span span = spans.get(from);
    if (span != null && spans.putIfAbsent(to, span) == null && offsets.containsKey(from)) {
      offsets.put(to, offsets.get(from));
    }
  }

  /// Returns where `node` was written: of what was given as a string, the inside of its quotes; of
  /// a lookup or another named argument, its name; of a step, the name of its method; of a query,
  /// the name of its model.
  public Optional<Span> of(Object node) {
    return Optional.ofNullable(spans.get(node));
  }

  /// Returns the offset in the text of the character at `offset` of what `node` was written as.
  public Optional<Integer> offset(Object node, int offset) {
    Offsets characters = offsets.get(node);
    if (characters != null) {
      return Optional.of(characters.at(offset));
    }
    return of(node).map(span -> span.start() + offset);
  }
}
