package orrery.ui.kit;

import java.util.List;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// A line of text in which the letters that were searched for stand out.
public final class Found extends TextFlow {
  /// Makes an empty line.
  public Found() {
    getStyleClass().add("found");
  }

  /// Shows `text` with the letters at the places `at` standing out.
  public void show(String text, List<Integer> at) {
    getChildren().clear();
    int from = 0;
    int i = 0;
    while (i < at.size()) {
      int start = at.get(i);
      int end = start + 1;
      i++;
      while (i < at.size() && at.get(i) == end) {
        end++;
        i++;
      }
      add(text.substring(from, start), "found-rest");
      add(text.substring(start, end), "found-hit");
      from = end;
    }
    add(text.substring(from), "found-rest");
  }

  private void add(String part, String style) {
    if (!part.isEmpty()) {
      Text node = new Text(part);
      node.getStyleClass().add(style);
      getChildren().add(node);
    }
  }
}
