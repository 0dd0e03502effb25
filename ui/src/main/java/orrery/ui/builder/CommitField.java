package orrery.ui.builder;

import java.util.function.Predicate;
import javafx.css.PseudoClass;
import javafx.scene.control.TextField;

/// A field whose text is taken with every letter, as soon as it is right; while it is not, the
/// field says so and what was right last stays.
final class CommitField extends TextField {
  private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");

  private Predicate<String> take;

  /// Makes it.
  ///
  /// @param id its id, unique in its card
  /// @param take takes the text, and says whether it is right
  CommitField(CardContext card, String id, String text, String prompt, Predicate<String> take) {
    super(text);
    this.take = take;
    setId(id);
    setPromptText(prompt);
    getStyleClass().add("commit-field");
    textProperty()
        .addListener((_, _, now) -> {
          boolean[] right = {false};
          card.quietly(id, () -> right[0] = this.take.test(now));
          pseudoClassStateChanged(INVALID, !right[0]);
        });
  }

  /// Sets what takes the text, and says whether it is right.
  void take(Predicate<String> taker) {
    take = taker;
  }

  /// Returns this field in the font of code.
  CommitField code() {
    getStyleClass().add("code-text");
    return this;
  }
}
