package orrery.ui.kit;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.Caret;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/// A code pane made of RichTextFX's `CodeArea`.
final class RichCodePane implements CodePane {
  /// What a line leaves free beside its text: padding and the scroll bar, in pixels.
  private static final double EDGES = 36;

  private static final double FONT_SIZE = 12.5;

  private final CodeArea area = new CodeArea();
  private final VirtualizedScrollPane<CodeArea> scroll = new VirtualizedScrollPane<>(area);
  private boolean numbered;

  RichCodePane(boolean editable) {
    area.getStyleClass().add("code-area");
    area.setEditable(editable);
    area.setWrapText(true);
    if (!editable) {
      area.setShowCaret(Caret.CaretVisibility.OFF);
    }
    scroll.getStyleClass().add("code-scroll");
  }

  @Override
  public Region node() {
    return scroll;
  }

  @Override
  public Node focusTarget() {
    return area;
  }

  @Override
  public String text() {
    return area.getText();
  }

  @Override
  public int caret() {
    return area.getCaretPosition();
  }

  @Override
  public int anchor() {
    return area.getAnchor();
  }

  @Override
  public void replace(int start, int end, String insert, int anchor, int caret) {
    area.replaceText(start, end, insert);
    area.selectRange(anchor, caret);
    area.requestFollowCaret();
  }

  @Override
  public void show(List<Coloured> text) {
    String next = Coloured.text(text);
    String now = area.getText();
    if (!next.equals(now)) {
      int start = 0;
      int most = Math.min(now.length(), next.length());
      while (start < most && now.charAt(start) == next.charAt(start)) {
        start++;
      }
      int same = 0;
      while (same < most - start
          && now.charAt(now.length() - 1 - same) == next.charAt(next.length() - 1 - same)) {
        same++;
      }
      // Only what differs is replaced, so that the caret and the view stay where they are.
      area.replaceText(start, now.length() - same, next.substring(start, next.length() - same));
    }
    colour(text);
  }

  @Override
  public void colour(List<Coloured> text) {
    if (area.getLength() == 0 || text.isEmpty()) {
      return;
    }
    StyleSpansBuilder<Collection<String>> spans = new StyleSpansBuilder<>();
    int length = 0;
    for (Coloured run : text) {
      spans.add(run.styles(), run.text().length());
      length += run.text().length();
    }
    if (length == area.getLength()) {
      StyleSpans<Collection<String>> all = spans.create();
      area.setStyleSpans(0, all);
    }
  }

  @Override
  public void select(int anchor, int caret) {
    area.selectRange(anchor, caret);
    area.requestFollowCaret();
  }

  @Override
  public void onText(Consumer<String> listener) {
    area.textProperty().addListener((_, _, now) -> listener.accept(now));
  }

  @Override
  public void onCaret(IntConsumer listener) {
    area.caretPositionProperty().addListener((_, _, now) -> listener.accept(now));
  }

  @Override
  public void onPointer(IntConsumer listener) {
    int[] last = {-1};
    IntConsumer tell =
        now -> {
          if (now != last[0]) {
            last[0] = now;
            listener.accept(now);
          }
        };
    area.addEventHandler(MouseEvent.MOUSE_MOVED, mouse -> tell.accept(at(mouse)));
    area.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> tell.accept(-1));
  }

  @Override
  public void onClick(IntConsumer listener) {
    area.addEventHandler(
        MouseEvent.MOUSE_CLICKED,
        mouse -> {
          if (mouse.isStillSincePress() && area.getSelection().getLength() == 0) {
            listener.accept(at(mouse));
          }
        });
  }

  private int at(MouseEvent mouse) {
    return area.hit(mouse.getX(), mouse.getY()).getCharacterIndex().orElse(-1);
  }

  @Override
  public void showLineNumbers(boolean shown) {
    if (shown != numbered) {
      numbered = shown;
      IntFunction<Node> factory = RichCodePane::number;
      area.setParagraphGraphicFactory(shown ? factory : null);
    }
  }

  private static Node number(int line) {
    Label label = new Label("%2d".formatted(line + 1));
    label.getStyleClass().add("lineno");
    return label;
  }

  @Override
  public void undo() {
    area.undo();
  }

  @Override
  public void redo() {
    area.redo();
  }

  @Override
  public void onColumns(IntConsumer listener) {
    Text letter = new Text("0");
    letter.setFont(Font.font("JetBrains Mono", FONT_SIZE));
    double width = letter.getLayoutBounds().getWidth();
    ObservableValue<Integer> columns =
        scroll.widthProperty().map(w -> (int) ((w.doubleValue() - EDGES) / width));
    columns.subscribe(n -> {
      if (n != null && n > 0) {
        listener.accept(n);
      }
    });
  }

  @Override
  public Optional<Bounds> caretBounds() {
    return area.getCaretBounds();
  }

  @Override
  public Optional<Bounds> bounds(int offset) {
    return offset < area.getLength()
        ? area.getCharacterBoundsOnScreen(offset, offset + 1)
        : area.getCaretBounds();
  }
}
