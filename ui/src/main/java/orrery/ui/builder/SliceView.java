package orrery.ui.builder;

import java.util.function.Supplier;
import javafx.scene.layout.VBox;

/// How many rows come, and how many are passed over.
final class SliceView extends VBox {
  SliceView(CardContext card, Supplier<SliceForm> form) {
    getStyleClass().add("form");
    SliceForm now = form.get();
    String most = now.take() < 0 ? "" : String.valueOf(now.take());
    CommitField take = new CommitField(card, card.id("take"), most, "all", _ -> true);
    CommitField skip =
        new CommitField(card, card.id("skip"), String.valueOf(now.skip()), "0", _ -> true);
    take.take(text -> set(form, text, skip.getText()));
    skip.take(text -> set(form, take.getText(), text));
    take.setPrefColumnCount(6);
    skip.setPrefColumnCount(6);
    getChildren()
        .add(
            Pieces.flow(
                Pieces.word("the first"), take, Pieces.word("rows, after passing over"), skip));
  }

  private static boolean set(Supplier<SliceForm> form, String take, String skip) {
    boolean isRight = take.strip().matches("\\d{0,9}") && skip.strip().matches("\\d{0,9}");
    if (isRight) {
      int most = take.isBlank() ? -1 : Integer.parseInt(take.strip());
      form.get().set(most, skip.isBlank() ? 0 : Integer.parseInt(skip.strip()));
    }
    return isRight;
  }
}
