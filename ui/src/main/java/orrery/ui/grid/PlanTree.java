package orrery.ui.grid;

import java.util.List;
import java.util.Optional;
import orrery.orm.plan.PlanNode;

/// A database's plan as a tree.
///
/// @param words what the database does here
/// @param isScan whether it reads a whole table, which a large one makes slow
/// @param parts what it is made of
public record PlanTree(String words, boolean isScan, List<PlanTree> parts) {
  /// Returns the tree that `text` draws: SQLite's numbered rows, or PostgreSQL's indented ones.
  static Optional<PlanTree> of(String text) {
    return PlanNode.of(text).map(PlanTree::of);
  }

  private static PlanTree of(PlanNode node) {
    List<PlanTree> parts = node.parts().stream().map(PlanTree::of).toList();
    return new PlanTree(node.words(), node.isScan(), parts);
  }
}
