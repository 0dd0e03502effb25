package orrery.ui.builder;

import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.Node;

/// Moves cards as their handles are dragged: a line shows where the card would go.
final class CardDrag {
  private static final PseudoClass TARGET = PseudoClass.getPseudoClass("target");

  private final BuilderViewModel model;
  private final Supplier<List<? extends Node>> gaps;

  /// Makes it.
  ///
  /// @param gaps the places between the cards, in their order
  CardDrag(BuilderViewModel model, Supplier<List<? extends Node>> gaps) {
    this.model = model;
    this.gaps = gaps;
  }

  /// Lets a card be dragged by `handle`.
  void on(Node handle, IntSupplier card) {
    handle.setOnMouseDragged(mouse -> {
      mark(nearest(mouse.getSceneY()));
      mouse.consume();
    });
    handle.setOnMouseReleased(mouse -> {
      int target = nearest(mouse.getSceneY());
      mark(-1);
      if (target >= 0 && !mouse.isStillSincePress()) {
        model.move(card.getAsInt(), target);
      }
      mouse.consume();
    });
  }

  private int nearest(double sceneY) {
    List<? extends Node> all = gaps.get();
    int best = -1;
    double least = Double.MAX_VALUE;
    for (int i = 0; i < all.size(); i++) {
      double y = all.get(i).localToScene(all.get(i).getBoundsInLocal()).getCenterY();
      if (Math.abs(y - sceneY) < least) {
        least = Math.abs(y - sceneY);
        best = i;
      }
    }
    return best;
  }

  private void mark(int target) {
    List<? extends Node> all = gaps.get();
    for (int i = 0; i < all.size(); i++) {
      all.get(i).pseudoClassStateChanged(TARGET, i == target);
    }
  }
}
