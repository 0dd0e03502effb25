package orrery.ui.code;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import orrery.orm.chain.Printer;
import orrery.ui.Trouble;
import orrery.ui.Workbench;
import orrery.ui.kit.Coloured;

/// The chain as text: its colours, what is wrong with it, and what keys do in it. Belongs to the
/// window's thread.
public final class ChainViewModel {
  /// How wide lines are made by [#format], in characters.
  private static final int WIDTH = 88;

  private final Workbench workbench;
  private final CompletionViewModel completion;
  private final ReadOnlyObjectWrapper<List<Coloured>> colours =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<@Nullable Message> message = new ReadOnlyObjectWrapper<>();
  private final BooleanBinding canFormat;
  private Highlight highlight = new Highlight("");

  /// Makes it for the text of `workbench`.
  public ChainViewModel(Workbench workbench) {
    this.workbench = workbench;
    this.completion = new CompletionViewModel(workbench);
    this.canFormat =
        Bindings.createBooleanBinding(
            () -> workbench.previewProperty().get().chain().isPresent(),
            workbench.previewProperty());
    workbench
        .textProperty()
        .subscribe(text -> {
          highlight = new Highlight(text);
          colour();
        });
    workbench.caretProperty().subscribe(_ -> colour());
    workbench
        .troubleProperty()
        .subscribe(trouble -> {
          message.set(trouble == null ? null : Message.of(trouble));
          colour();
        });
  }

  // Properties

  /// The text in colours.
  public ReadOnlyObjectProperty<List<Coloured>> coloursProperty() {
    return colours.getReadOnlyProperty();
  }

  /// What is wrong with the text; null where nothing is.
  public ReadOnlyObjectProperty<@Nullable Message> messageProperty() {
    return message.getReadOnlyProperty();
  }

  /// What could be written at the caret.
  public CompletionViewModel completion() {
    return completion;
  }

  /// Says whether the text is a chain, so that it can be laid out.
  public BooleanBinding canFormat() {
    return canFormat;
  }

  /// Returns the text.
  public String text() {
    return workbench.textProperty().get();
  }

  /// Returns where the caret stands.
  public int caret() {
    return workbench.caretProperty().get();
  }

  /// Calls `listener` when the text or the caret changes from elsewhere or from here.
  public void onChange(Runnable listener) {
    workbench.textProperty().subscribe(_ -> listener.run());
    workbench.caretProperty().subscribe(_ -> listener.run());
  }

  // Commands

  /// Takes the text as it was edited.
  public void edited(String text) {
    if (!workbench.textProperty().get().equals(text)) {
      workbench.textProperty().set(text);
    }
  }

  /// Takes the place of the caret.
  public void moved(int caret) {
    workbench.caretProperty().set(caret);
    completion.moved();
  }

  /// Returns what a key does at a selection, if it does more than a text control does by itself.
  Optional<Edit> key(EditKey key, int anchor, int caret) {
    Typing typing = new Typing(text(), anchor, caret);
    return switch (key) {
      case BACKSPACE -> typing.backspaced();
      case ENTER -> completion.accept().or(() -> Optional.of(typing.entered()));
      case TAB -> completion.accept().or(() -> Optional.of(typing.tabbed()));
      case BACK_TAB -> Optional.of(typing.tabbedBack());
    };
  }

  /// Returns what typing `letters` does at a selection.
  Edit type(String letters, int anchor, int caret) {
    return new Typing(text(), anchor, caret).typed(letters);
  }

  /// Runs the chain.
  public void run() {
    completion.close();
    workbench.run();
  }

  /// Puts the name that was probably meant in the place of the wrong one.
  public boolean fix() {
    return workbench.fix();
  }

  /// Lays the chain out over lines that are not too long.
  ///
  /// Comments are lost by that, since a chain has none; so a text that has some stays as it is.
  public void format() {
    boolean hasComment =
        colours.get().stream().anyMatch(r -> r.styles().contains("syntax-comment"));
    if (!hasComment) {
      workbench
          .previewProperty()
          .get()
          .chain()
          .ifPresent(chain -> workbench.textProperty().set(Printer.pretty(chain, WIDTH)));
    }
  }

  private void colour() {
    int caret = Math.clamp(caret(), 0, text().length());
    colours.set(highlight.colours(caret, highlight.wrong(workbench.troubleProperty().get())));
  }

  /// What is wrong with the text, in the words that are shown.
  ///
  /// @param type the name of the error
  /// @param sentence what is wrong
  /// @param suggestion the name that was probably meant; empty where none is near
  public record Message(String type, String sentence, String suggestion) {

    static Message of(Trouble trouble) {
      boolean canFix = trouble.hasPlace();
      return new Message(
          trouble.type(), trouble.sentence(), canFix ? trouble.suggestion().orElse("") : "");
    }
  }
}
