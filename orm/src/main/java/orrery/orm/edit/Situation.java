package orrery.orm.edit;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orrery.orm.edit.Frame.Operand;
import orrery.orm.meta.Models;

/// Where the caret stands in a text that may be unfinished: in which brackets, after which dot, in
/// which word or string.
///
/// Reads the text up to the caret once, from left to right, with a stack of open brackets. Belongs
/// to one completion; not thread-safe.
final class Situation {

  private final String text;
  private final Models models;
  private Frame frame = new Frame(null, ' ', "", null);
  private @Nullable Piece before;
  private boolean isAfterDot;
  private boolean isInComment;
  private boolean isInNumber;
  private @Nullable Piece string;
  private int wordStart;

  private Situation(String text, Models models) {
    this.text = text;
    this.models = models;
  }

  /// Reads `text`, which ends at the caret.
  static Situation read(String text, Models models) {
    Situation situation = new Situation(text, models);
    List<Piece> pieces = Piece.cut(text);
    int last = pieces.size() - 1;
    situation.wordStart = text.length();
    for (int i = 0; i <= last; i++) {
      Piece piece = pieces.get(i);
      boolean touchesCaret = i == last && piece.end() == text.length();
      if (touchesCaret && situation.holds(piece)) {
        break;
      }
      situation.read(piece);
    }
    situation.isAfterDot = situation.isDot(situation.before);
    return situation;
  }

  /// Takes the piece that the caret is in, if it is in one.
  private boolean holds(Piece piece) {
    switch (piece.kind()) {
      case NAME -> wordStart = piece.start();
      case COMMENT -> isInComment = true;
      case NUMBER -> isInNumber = true;
      case STRING -> {
        if (!piece.isOpen()) {
          return false;
        }
        string = piece;
        wordStart = piece.insideStart(text);
      }
      case SIGN -> {
        return false;
      }
    }
    return true;
  }

  private void read(Piece piece) {
    switch (piece.kind()) {
      case NAME -> name(piece);
      case STRING -> {
        if (frame.firstString.isEmpty()) {
          frame.firstString = piece.inside(text);
        }
        frame.operand = new Operand.Other();
      }
      case NUMBER -> frame.operand = new Operand.Other();
      case SIGN -> sign(text.charAt(piece.start()));
      case COMMENT -> {
        return;
      }
    }
    before = piece;
  }

  private void name(Piece piece) {
    String name = piece.of(text);
    if (!isDot(before)) {
      Optional<Asked> outer = frame.scope();
      frame.operand =
          models.find(name).isPresent()
              ? new Operand.Queryset(Asked.of(name, outer))
              : new Operand.Other();
    } else if (name.equals("objects") && frame.operand instanceof Operand.Queryset(Asked asked)) {
      frame.operand = new Operand.Queryset(asked.objects());
    }
  }

  private void sign(char c) {
    switch (c) {
      case '(' -> open(c);
      case '[' -> {
        boolean isPart = frame.operand != null && !isSign(before, "=,([{:+-*/%&|^~");
        frame = new Frame(frame, c, "", isPart ? frame.operand : null);
      }
      case '{' -> frame = new Frame(frame, c, "", null);
      case ')', ']', '}' -> close();
      case ',' -> frame.comma();
      case ':' -> {
        frame.hasColon = true;
        frame.operand = null;
      }
      case '=' -> {
        if (before != null && before.kind() == Piece.Kind.NAME) {
          frame.keyword = before.of(text);
          frame.keywords.add(frame.keyword);
        }
        frame.operand = null;
      }
      case '.' -> {}
      default -> frame.operand = null;
    }
  }

  private void open(char bracket) {
    if (before != null && before.kind() == Piece.Kind.NAME) {
      String name = before.of(text);
      boolean isMethod = before.start() > 0 && precededByDot(before);
      frame = new Frame(frame, bracket, name, isMethod ? frame.operand : null);
    } else {
      frame = new Frame(frame, bracket, "", null);
    }
  }

  private boolean precededByDot(Piece piece) {
    int at = piece.start() - 1;
    while (at >= 0 && Character.isWhitespace(text.charAt(at))) {
      at--;
    }
    return at >= 0 && text.charAt(at) == '.';
  }

  private void close() {
    Frame closed = frame;
    if (closed.outer == null) {
      return;
    }
    boolean isGroup = closed.bracket == '(' && closed.callee.isEmpty() && closed.argument == 0;
    Operand only = isGroup ? closed.operand : null;
    closed.endArgument();
    frame = closed.outer;
    frame.operand = only == null ? resultOf(closed) : only;
  }

  private Operand resultOf(Frame closed) {
    if (closed.receiver instanceof Operand.Queryset(Asked asked)) {
      if (closed.callee.isEmpty()) {
        return new Operand.Queryset(asked.part(closed.hasColon));
      }
      boolean gives = closed.callee.toLowerCase(Locale.ROOT).matches("annotate|alias|values");
      return new Operand.Queryset(asked.after(closed.callee, gives ? closed.given : Map.of()));
    }
    if (closed.receiver != null) {
      return closed.receiver;
    }
    return closed.callee.isEmpty()
        ? new Operand.Other()
        : new Operand.Expression(closed.callee, closed.firstString);
  }

  private boolean isDot(@Nullable Piece piece) {
    return isSign(piece, ".");
  }

  private boolean isSign(@Nullable Piece piece, String signs) {
    return piece != null
        && piece.kind() == Piece.Kind.SIGN
        && signs.indexOf(text.charAt(piece.start())) >= 0;
  }

  /// Returns the innermost open bracket.
  Frame frame() {
    return frame;
  }

  /// Says whether the word follows a dot.
  boolean isAfterDot() {
    return isAfterDot;
  }

  /// Says whether names mean nothing here: in a comment, in a number, or in a string with a prefix
  /// or an escape.
  boolean isSilent() {
    return isInComment || isInNumber;
  }

  /// Says whether the caret is in a string.
  boolean isInString() {
    return string != null;
  }

  /// Says whether a finished word or value stands right before the caret's word, so that only a
  /// sign can follow.
  boolean isAfterValue() {
    return frame.operand != null && !isAfterDot;
  }

  /// Returns the part of the word that stands before the caret.
  String word() {
    return text.substring(wordStart);
  }

  /// Returns where the word starts.
  int wordStart() {
    return wordStart;
  }
}
