package orrery.ui.shell;

import java.util.List;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/// The order in which the keyboard goes from pane to pane.
final class FocusRing {
  private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("active");

  private final List<Pane> panes;

  /// A pane and the node in it that takes the keyboard.
  record Pane(Node pane, Supplier<Node> focus) {
    Node target() {
      return focus.get();
    }
  }

  FocusRing(List<Pane> panes) {
    this.panes = List.copyOf(panes);
  }

  /// Gives the keyboard to the pane `by` places on from the one that has it; panes that are not
  /// seen are left out.
  void move(Scene scene, int by) {
    List<Pane> seen = panes.stream().filter(p -> isSeen(p.target())).toList();
    if (seen.isEmpty()) {
      return;
    }
    int now = -1;
    for (int i = 0; i < seen.size(); i++) {
      if (holds(seen.get(i).pane(), scene.getFocusOwner())) {
        now = i;
      }
    }
    int next = now < 0 ? 0 : Math.floorMod(now + by, seen.size());
    seen.get(next).target().requestFocus();
  }

  /// Marks the pane that has the keyboard; all others are unmarked.
  ///
  /// JavaFX has `:focus-within` for this, which stays behind where a pane was not in the scene yet
  /// when it got the keyboard.
  void mark(@Nullable Node focused) {
    for (Pane pane : panes) {
      pane.pane().pseudoClassStateChanged(ACTIVE, holds(pane.pane(), focused));
    }
  }

  private static boolean isSeen(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return node.getScene() != null;
  }

  private static boolean holds(Node pane, @Nullable Node focused) {
    for (Node at = focused; at != null; at = parent(at)) {
      if (at.equals(pane)) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable Node parent(Node node) {
    Parent parent = node.getParent();
    return parent;
  }
}
