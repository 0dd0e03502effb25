package orrery.ui.kit;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/// A pane of code in colours, to be edited or only read: the little that the program wants of a
/// text control, so that another one could take its place. Belongs to the window's thread.
public interface CodePane {

  /// Returns a pane whose text can be edited.
  static CodePane editor() {
    return new RichCodePane(true);
  }

  /// Returns a pane whose text can be selected and copied, with long lines wrapped.
  static CodePane reader() {
    return new RichCodePane(false);
  }

  /// Returns the pane as it stands in the window, with its scroll bars.
  Region node();

  /// Returns the node that takes the keyboard, and gets its events.
  Node focusTarget();

  /// Returns the text.
  String text();

  /// Returns where the caret stands, in UTF-16 units from the start.
  int caret();

  /// Returns where the selection was begun; the caret's place where nothing is selected.
  int anchor();

  /// Puts `insert` in the place of what stands from `start` to `end`, then selects from `anchor` to
  /// `caret`.
  void replace(int start, int end, String insert, int anchor, int caret);

  /// Makes `text` the text, and colours it, in one step; where it is already, only colours change.
  void show(List<Coloured> text);

  /// Colours the text as it stands; `text` must be the same text.
  void colour(List<Coloured> text);

  /// Selects from `anchor` to `caret` and scrolls there.
  void select(int anchor, int caret);

  /// Calls `listener` after each change of the text.
  void onText(Consumer<String> listener);

  /// Calls `listener` after each move of the caret.
  void onCaret(IntConsumer listener);

  /// Calls `listener` with the character under the mouse whenever that changes, counted from the
  /// start; with -1 where the mouse is on none.
  void onPointer(IntConsumer listener);

  /// Calls `listener` with the character that is clicked.
  void onClick(IntConsumer listener);

  /// Shows the numbers of the lines, or not.
  void showLineNumbers(boolean shown);

  /// Takes back the last change.
  void undo();

  /// Makes the change again that was taken back.
  void redo();

  /// Calls `listener` with the number of characters that fit in a line, now and when that changes.
  void onColumns(IntConsumer listener);

  /// Returns where on the screen the caret is, if it can be seen.
  Optional<Bounds> caretBounds();

  /// Returns where on the screen the character at `offset` is, if it can be seen.
  Optional<Bounds> bounds(int offset);
}
