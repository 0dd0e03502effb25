package orrery.orm.edit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import orrery.orm.edit.Suggestion.Kind;

/// The suggestions of one completion, as they are found. Not thread-safe.
final class Offers {

  private record Scored(Suggestion suggestion, int score) {}

  private final String text;
  private final int caret;
  private final int wordStart;
  private final int end;
  private final List<Scored> found = new ArrayList<>();
  private boolean goesFurther;

  Offers(String text, int caret, int wordStart) {
    this.text = text;
    this.caret = caret;
    this.wordStart = wordStart;
    int at = caret;
    while (at < text.length() && Piece.isNamePart(text.charAt(at)) && !text.startsWith("__", at)) {
      at++;
    }
    this.end = at;
  }

  /// Returns where the word starts.
  int wordStart() {
    return wordStart;
  }

  /// Returns the caret.
  int caret() {
    return caret;
  }

  /// Says whether the caret is at the end of its word.
  boolean isAtWordEnd() {
    return end == caret && !text.startsWith("__", caret);
  }

  /// Says whether `next` follows the word.
  boolean isFollowedBy(String next) {
    return text.startsWith(next, end);
  }

  /// Returns what is written from `start` to the caret.
  String typed(int start) {
    return text.substring(start, caret);
  }

  /// Offers `name` in place of the word that starts at `start`, if it fits.
  ///
  /// @param inserted what is written for it; a `|` says where the caret goes, else behind it
  void add(Kind kind, String name, String inserted, String label, String detail, int start) {
    int score = Match.score(typed(start), name);
    if (score != Match.NONE) {
      put(kind, inserted, label, detail, start, end, score);
    }
  }

  /// Offers `name` as it stands.
  void add(Kind kind, String name, String detail) {
    add(kind, name, name, name, detail, wordStart);
  }

  /// Offers a call of `entry`.
  void call(Kind kind, Entry entry) {
    String name = entry.name();
    String call = entry.parameters().isEmpty() ? name + "()" : name + "(|)";
    add(kind, name, isFollowedBy("(") ? name : call, name, entry.detail(), wordStart);
  }

  /// Offers the keyword `name`.
  void keyword(Kind kind, String name, String detail) {
    add(kind, name, isFollowedBy("=") ? name : name + "=", name + "=", detail, wordStart);
  }

  /// Offers to write `more` behind a word that is already a whole name; such offers stand before
  /// those that replace the word by a longer one.
  void further(Kind kind, String more, String label, String detail) {
    put(kind, more, label, detail, caret, caret, Match.WHOLE - 1);
    goesFurther = true;
  }

  private void put(
      Kind kind, String inserted, String label, String detail, int start, int end, int score) {
    int bar = inserted.indexOf('|');
    String insert = bar < 0 ? inserted : inserted.substring(0, bar) + inserted.substring(bar + 1);
    int caretIn = bar < 0 ? insert.length() : bar;
    found.add(new Scored(new Suggestion(kind, insert, caretIn, label, detail, start, end), score));
  }

  /// Returns all that was offered, best first; of those that fit equally well, in the order they
  /// were offered. What would change nothing is left out where it stands alone, or where something
  /// may follow it.
  List<Suggestion> ranked() {
    List<Scored> sorted = new ArrayList<>(found);
    sorted.sort(Comparator.comparingInt(Scored::score).reversed());
    Set<String> seen = new HashSet<>();
    List<Suggestion> all = new ArrayList<>();
    for (Scored scored : sorted) {
      Suggestion s = scored.suggestion();
      boolean isIdle = goesFurther && s.applyTo(text).equals(text);
      if (!isIdle && seen.add(s.start() + s.insert())) {
        all.add(s);
      }
    }
    boolean changes = all.stream().anyMatch(s -> !s.applyTo(text).equals(text));
    return changes ? List.copyOf(all) : List.of();
  }
}
