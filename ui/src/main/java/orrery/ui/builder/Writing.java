package orrery.ui.builder;

import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import org.jspecify.annotations.Nullable;
import orrery.orm.edit.Draft;
import orrery.orm.edit.DraftText;
import orrery.orm.error.OrmError;
import orrery.ui.History;
import orrery.ui.Workbench;

/// The draft behind the cards and the text that it is written as, kept the same: an edit writes the
/// text, and a text that is right is read. All edits can be taken back. Belongs to the window's
/// thread.
final class Writing {
  private static final int WIDTH = 78;
  private static final int REMEMBERED = 500;

  private final Workbench workbench;
  private final Reader reader;
  private final History<Draft> history = new History<>(REMEMBERED);
  private @Nullable Draft draft;
  private @Nullable DraftText written;
  private String text = "";
  private @Nullable Object field;
  private @Nullable Object lastField;
  private boolean writing;
  private boolean typed;

  /// Hears what becomes of the draft.
  interface Reader {
    /// There is another draft.
    ///
    /// @param isEdit whether an edit made it, and not a text
    void shows(Draft draft, boolean isEdit);

    /// The text asks nothing.
    void gone();

    /// The text is wrong; the draft stays.
    void wrong();

    /// The draft is the same, but what is known of its text is not.
    void told();
  }

  Writing(Workbench workbench, Reader reader) {
    this.workbench = workbench;
    this.reader = reader;
  }

  /// Begins to follow the text.
  void start() {
    workbench.previewProperty().subscribe(_ -> follow());
    workbench.databaseProperty().subscribe(_ -> history.clear());
  }

  /// Returns the draft, if a model is asked.
  Optional<Draft> draft() {
    return Optional.ofNullable(draft);
  }

  /// Returns where in the text its steps are, if the text says it as it is.
  Optional<DraftText> written() {
    return Optional.ofNullable(written);
  }

  /// Says whether the text is being written right now.
  boolean isWriting() {
    return writing;
  }

  /// Says whether an edit can be taken back.
  ReadOnlyBooleanProperty canUndo() {
    return history.canGoBack();
  }

  /// Says whether an edit that was taken back can be made again.
  ReadOnlyBooleanProperty canRedo() {
    return history.canGoForward();
  }

  /// Takes back the last edit.
  void undo() {
    lastField = null;
    history.back().ifPresent(this::write);
  }

  /// Makes the edit again that was taken back last.
  void redo() {
    history.forward().ifPresent(this::write);
  }

  /// Takes an edited draft, and writes it as the text.
  void edit(Draft next) {
    if (next.equals(draft)) {
      return;
    }
    typed = false;
    boolean goesOn = field != null && field.equals(lastField);
    lastField = field;
    if (goesOn) {
      history.replace(next);
    } else {
      history.add(next);
    }
    write(next);
  }

  /// Makes the edits of a field that is typed into: those that follow each other in one field are
  /// taken back together.
  void typing(Object into, Runnable edits) {
    field = into;
    try {
      edits.run();
    } finally {
      field = null;
    }
  }

  /// Puts the caret where a slot is written; -1 for the start.
  void caret(int slot) {
    if (written != null) {
      writing = true;
      workbench.caretProperty().set(slot < 0 ? 0 : written.starts().get(slot));
      writing = false;
    }
  }

  private void write(Draft next) {
    String made = DraftText.write(next, WIDTH);
    writing = true;
    workbench.textProperty().set(made);
    writing = false;
    take(next, made, true);
  }

  private void take(Draft next, String of, boolean isEdit) {
    draft = next;
    text = of;
    written = read(of);
    reader.shows(next, isEdit);
  }

  /// A draft of a card may be written so that it reads otherwise: a group of one is no group.
  private static @Nullable DraftText read(String text) {
    try {
      return DraftText.read(text);
    } catch (OrmError wrong) {
      // The cards stay without a caret until the text is right.
      return null;
    }
  }

  /// Follows the text, and what it means.
  private void follow() {
    if (writing) {
      return;
    }
    var preview = workbench.previewProperty().get();
    String now = workbench.textProperty().get();
    // What writes may be refused, and is drawn all the same.
    boolean isRight =
        preview.chain().isPresent()
            && (preview.error().isEmpty() || !Ends.reads(preview.chain().get().terminal()));
    if (now.equals(text) && draft != null) {
      reader.told();
    } else if (isRight) {
      Draft read = DraftText.read(now).draft();
      boolean isSmall = typed && draft != null && isLike(Objects.requireNonNull(draft), read);
      if (isSmall) {
        history.replace(read);
      } else {
        history.add(read);
      }
      typed = true;
      take(read, now, false);
    } else if (now.isBlank()) {
      draft = null;
      text = "";
      written = null;
      reader.gone();
    } else if (draft != null) {
      reader.wrong();
    }
  }

  /// Says whether two drafts have steps of the same kinds, as while one of them is typed.
  private static boolean isLike(Draft one, Draft other) {
    boolean isLike =
        one.model().equals(other.model()) && one.slots().size() == other.slots().size();
    for (int i = 0; isLike && i < one.slots().size(); i++) {
      Object step = one.slots().get(i).step();
      isLike = step.getClass().equals(other.slots().get(i).step().getClass());
    }
    return isLike;
  }
}
