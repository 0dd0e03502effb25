package orrery.orm.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The relations that were fetched, in the making. Not thread-safe.
final class Tree {

  private final Map<String, Tree> branches = new LinkedHashMap<>();
  private final Set<String> annotations = new LinkedHashSet<>();

  /// Returns the tree below `path`, growing it as far as needed.
  Tree at(List<String> path) {
    Tree at = this;
    for (String name : path) {
      at = at.branches.computeIfAbsent(name, n -> new Tree());
    }
    return at;
  }

  void add(List<Branch> fetched) {
    for (Branch branch : fetched) {
      Tree below = at(List.of(branch.name()));
      below.annotations.addAll(branch.annotations());
      below.add(branch.related());
    }
  }

  void annotate(List<String> names) {
    annotations.addAll(names);
  }

  List<Branch> grown() {
    List<Branch> grown = new ArrayList<>();
    branches.forEach((name, below) ->
        grown.add(new Branch(name, List.copyOf(below.annotations), below.grown())));
    return grown;
  }
}
