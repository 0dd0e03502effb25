package orrery.ui.code;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import orrery.ui.kit.Icons;
import orrery.ui.kit.Keys;

/// The line below the editor: what is wrong and the button that mends it, else how the call at the
/// caret is written.
final class MessageLine extends HBox {
  private final Node icon = Icons.of("fth-alert-circle", "chain-error-icon");
  private final Label words = new Label();
  private final Button fix = new Button();
  private final TextFlow hint = new TextFlow();
  private final Tooltip whole = new Tooltip();

  /// Makes an empty line.
  ///
  /// @param mend writes the name that was meant
  MessageLine(Runnable mend) {
    getStyleClass().add("chain-message");
    words.setId("chain-message");
    words.setMinWidth(0);
    words.setMaxWidth(Double.MAX_VALUE);
    words.getStyleClass().add("chain-error");
    whole.setWrapText(true);
    whole.setMaxWidth(560);
    fix.setId("chain-fix");
    fix.setMinWidth(USE_PREF_SIZE);
    fix.getStyleClass().addAll(Styles.SMALL, "chain-fix");
    fix.setTooltip(new Tooltip("Use this name  " + Keys.words("Alt+Enter")));
    fix.setOnAction(_ -> mend.run());
    hint.getStyleClass().add("chain-hint");
    hint.setMinWidth(0);
    setHgrow(hint, Priority.ALWAYS);
    clear();
  }

  /// Says what is wrong.
  void show(ChainViewModel.Message message) {
    words.setText(message.type() + ": " + message.sentence());
    whole.setText(message.sentence());
    words.setTooltip(whole);
    fix.setText("Did you mean " + message.suggestion() + "?");
    getChildren().setAll(icon, words);
    if (!message.suggestion().isEmpty()) {
      getChildren().add(fix);
    }
  }

  /// Says how a call is written.
  void show(Hint call) {
    hint.getChildren().clear();
    part(call.name() + "(", "hint-name");
    List<String> parameters = call.parameters();
    for (int i = 0; i < parameters.size(); i++) {
      part(parameters.get(i), i == call.active() ? "hint-active" : "hint-parameter");
      part(i < parameters.size() - 1 ? ", " : "", "hint-parameter");
    }
    part(")", "hint-name");
    part("   " + call.meaning(), "hint-meaning");
    getChildren().setAll(hint);
  }

  /// Says nothing.
  void clear() {
    getChildren().clear();
  }

  private void part(String words, String style) {
    Text text = new Text(words);
    text.getStyleClass().add(style);
    hint.getChildren().add(text);
  }
}
