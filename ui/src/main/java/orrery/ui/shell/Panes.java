package orrery.ui.shell;

import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/// What fills the window's frame: each pane with the node in it that takes the keyboard.
public record Panes(Pane models, Pane builder, Pane chain, Pane sql, Pane grid, Pane log) {
  /// One pane.
  ///
  /// @param focus the node in it that takes the keyboard when the pane gets it
  public record Pane(Region node, Supplier<Node> focus) {
    /// Makes one in which it is always the same node.
    public Pane(Region node, Node focus) {
      this(node, () -> focus);
    }
  }
}
