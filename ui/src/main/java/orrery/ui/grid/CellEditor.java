package orrery.ui.grid;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import orrery.ui.kit.Pause;
import orrery.ui.task.Tasks;

/// A cell while it is edited: a field over it, with a list or a calendar below where there is
/// something to choose, and what is wrong with the text.
final class CellEditor extends Pane {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
  private static final double LEAST_WIDTH = 140;
  private static final Duration MOMENT = Duration.millis(120);

  private final EditingViewModel model;
  private final BiConsumer<Integer, Integer> ended;
  private final TextField field = new TextField();
  private final Label wrong = new Label();
  private final PickList list;
  private final DayPopup days;
  private final TextCard card;
  private final Pause pause = new Pause(MOMENT);
  private @Nullable CellEdit edit;
  private @Nullable Node cell;
  private Tasks.@Nullable Running searching;
  private String shownFor = "";
  private boolean isTouched;
  private boolean isMoved;
  private @Nullable Runnable whenFound;

  /// Makes it; it is not seen until [#start].
  ///
  /// @param ended hears that it is over, and by how many rows and columns to go on
  CellEditor(EditingViewModel model, BiConsumer<Integer, Integer> ended) {
    this.model = model;
    this.ended = ended;
    list =
        new PickList(() -> {
          isMoved = true;
          pick(0, 0);
        });
    days = new DayPopup(this::take);
    card = new TextCard(model, () -> end(0, 0));
    setPickOnBounds(false);
    setVisible(false);
    field.setId("cell-editor");
    field.getStyleClass().add("cell-editor");
    wrong.setId("cell-wrong");
    wrong.getStyleClass().add("cell-wrong");
    wrong.setVisible(false);
    getChildren().addAll(field, wrong);
    field.textProperty().subscribe((_, text) -> typed(text));
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    field
        .focusedProperty()
        .subscribe((_, focused) -> {
          if (!focused) {
            left();
          }
        });
  }

  /// Says whether a cell is being edited.
  boolean isEditing() {
    return edit != null;
  }

  /// Begins to edit a cell.
  ///
  /// @param typed what was typed to begin with it; empty where it begins with what is there
  void start(CellEdit begun, Node at, String typed) {
    edit = null;
    cell = at;
    isTouched = false;
    isMoved = false;
    whenFound = null;
    boolean isCard = begun.way() == CellEdit.Way.LONG || begun.way() == CellEdit.Way.JSON;
    if (isCard) {
      edit = begun;
      card.show(begun, at, typed.isEmpty() ? begun.text() : typed);
      return;
    }
    say("");
    field.setText(typed.isEmpty() ? begun.text() : typed);
    edit = begun;
    setVisible(true);
    place(at);
    field.requestFocus();
    if (typed.isEmpty()) {
      field.selectAll();
    } else {
      field.end();
      isTouched = true;
    }
    switch (begun.way()) {
      case PICK -> filter(begun, typed, begun.text());
      case LINK -> search(begun, typed);
      case DATE -> days.show(field, begun.text());
      case LINE, LONG, JSON -> {}
    }
  }

  private void place(Node at) {
    Bounds bounds = sceneToLocal(at.localToScene(at.getBoundsInLocal()));
    double width = Math.max(LEAST_WIDTH, bounds.getWidth());
    double left = Math.max(0, Math.min(bounds.getMinX(), getWidth() - width));
    field.resizeRelocate(left, bounds.getMinY() - 1, width, bounds.getHeight() + 2);
    wrong.autosize();
    double below = bounds.getMaxY() + 3;
    boolean isLow = below + wrong.getHeight() > getHeight();
    wrong.relocate(left, isLow ? bounds.getMinY() - wrong.getHeight() - 3 : below);
  }

  @Override
  protected void layoutChildren() {
    if (edit != null && cell != null && isVisible() && cell.getScene() != null) {
      place(cell);
    }
  }

  private void say(String words) {
    wrong.setText(words);
    wrong.setMinWidth(Region.USE_PREF_SIZE);
    wrong.setVisible(!words.isEmpty());
    field.pseudoClassStateChanged(WRONG, !words.isEmpty());
    requestLayout();
  }

  private void typed(String text) {
    CellEdit now = edit;
    if (now == null) {
      return;
    }
    isTouched = true;
    say("");
    switch (now.way()) {
      case PICK -> filter(now, text, "");
      case LINK -> {
        stopSearching();
        pause.execute(() -> {
          if (now.equals(edit) && !field.getText().equals(shownFor)) {
            search(now, field.getText());
          }
        });
      }
      case DATE -> days.follow(text);
      case LINE, LONG, JSON -> {}
    }
  }

  private void filter(CellEdit now, String text, String chosen) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    List<Pick> some =
        now.picks().stream()
            .filter(pick ->
                pick.label().toLowerCase(Locale.ROOT).startsWith(wanted)
                    || pick.note().toLowerCase(Locale.ROOT).startsWith(wanted))
            .toList();
    list.show(field, some, some.isEmpty() ? "None of the choices" : "");
    if (!chosen.isEmpty()) {
      list.select(chosen);
    }
  }

  private void search(CellEdit now, String text) {
    stopSearching();
    searching =
        model.search(
            now,
            text,
            found -> {
              searching = null;
              if (now.equals(edit)) {
                found(now, text, found);
              }
            },
            error -> {
              searching = null;
              whenFound = null;
              say(error);
            });
  }

  private void stopSearching() {
    if (searching != null) {
      searching.cancel();
      searching = null;
    }
  }

  private void found(CellEdit now, String text, List<Pick> found) {
    List<Pick> all = new ArrayList<>(found);
    if (now.isNullable() && text.isBlank()) {
      all.add(Pick.NULL);
    }
    String words =
        found.isEmpty()
            ? "Nothing found for “" + text + "”"
            : found.size() >= LinkSearch.MOST ? "Type to find more" : "";
    list.show(field, all, words);
    shownFor = text;
    if (!isTouched) {
      list.select(now.text());
    }
    Runnable then = whenFound;
    whenFound = null;
    if (then != null) {
      then.run();
    }
  }

  private void pressed(KeyEvent key) {
    CellEdit now = edit;
    if (now == null) {
      return;
    }
    boolean isList = now.way() == CellEdit.Way.PICK || now.way() == CellEdit.Way.LINK;
    switch (key.getCode()) {
      case ESCAPE -> {
        end(0, 0);
        key.consume();
      }
      case ENTER -> {
        if (key.isShiftDown() && now.way() == CellEdit.Way.LINE) {
          enlarge(now);
        } else {
          commit(1, 0);
        }
        key.consume();
      }
      case TAB -> {
        commit(0, key.isShiftDown() ? -1 : 1);
        key.consume();
      }
      case UP, DOWN -> {
        int lines = key.getCode() == KeyCode.UP ? -1 : 1;
        if (isList) {
          isMoved = true;
          list.move(lines);
        } else {
          commit(lines, 0);
        }
        key.consume();
      }
      default -> {}
    }
  }

  /// Goes on in a field of several lines.
  private void enlarge(CellEdit now) {
    String text = field.getText();
    Node at = cell;
    hide();
    if (at != null) {
      edit = now;
      card.show(now, at, text);
    }
  }

  private void commit(int rows, int columns) {
    CellEdit now = edit;
    if (now == null) {
      return;
    }
    if (!isTouched && now.way() != CellEdit.Way.PICK && now.way() != CellEdit.Way.LINK) {
      end(rows, columns);
      return;
    }
    switch (now.way()) {
      case PICK, LINK -> pick(rows, columns);
      case LINE, DATE, LONG, JSON -> finish(model.type(now, field.getText()), rows, columns);
    }
  }

  private void pick(int rows, int columns) {
    CellEdit now = edit;
    if (now == null) {
      return;
    }
    if (!isTouched && !isMoved) {
      end(rows, columns);
      return;
    }
    String text = field.getText();
    if (now.way() == CellEdit.Way.LINK && isTouched && !text.equals(shownFor)) {
      whenFound = () -> pick(rows, columns);
      if (searching == null) {
        search(now, text);
      }
      return;
    }
    list.chosen()
        .ifPresentOrElse(
            pick -> finish(model.pick(now, pick), rows, columns),
            () ->
                finish(
                    now.way() == CellEdit.Way.PICK
                        ? model.type(now, field.getText())
                        : "Nothing found for “" + field.getText() + "”.",
                    rows,
                    columns));
  }

  private void finish(String said, int rows, int columns) {
    if (said.isEmpty()) {
      end(rows, columns);
    } else {
      // What is wrong stands where they would be.
      days.hide();
      list.hide();
      say(said);
      field.requestFocus();
    }
  }

  private void take(LocalDate day) {
    CellEdit now = edit;
    if (now != null) {
      field.setText(days.with(field.getText(), day));
      commit(0, 0);
    }
  }

  private void left() {
    CellEdit now = edit;
    if (now == null || card.isShowing()) {
      return;
    }
    boolean isText = now.way() == CellEdit.Way.LINE || now.way() == CellEdit.Way.DATE;
    String said = isText && isTouched ? model.type(now, field.getText()) : "";
    if (said.isEmpty()) {
      hide();
    } else {
      say(said);
    }
  }

  /// Takes what was typed, where that can be; else it stays open.
  void settle() {
    CellEdit now = edit;
    boolean isText =
        now != null && (now.way() == CellEdit.Way.LINE || now.way() == CellEdit.Way.DATE);
    if (isText) {
      commit(0, 0);
    } else {
      cancel();
    }
  }

  /// Puts it away; what was typed and not taken is lost.
  void cancel() {
    if (edit != null) {
      end(0, 0);
    }
  }

  private void end(int rows, int columns) {
    if (edit != null) {
      hide();
      ended.accept(rows, columns);
    }
  }

  private void hide() {
    edit = null;
    stopSearching();
    list.hide();
    days.hide();
    card.hide();
    say("");
    setVisible(false);
  }
}
