package orrery.orm.edit;

import java.util.List;
import java.util.Optional;
import orrery.orm.meta.Models;

/// What could be written at a place in the text of a chain, and how the call around it is written.
///
/// Works on text that is unfinished or wrong, and asks no database: it reads what stands before the
/// caret and knows the models. Immutable; [#at] is pure and takes well under a keystroke's time.
///
/// @param suggestions what could be written, best first
/// @param signature the call that the caret is in, if it is a known one
public record Completion(List<Suggestion> suggestions, Optional<Signature> signature) {

  /// Makes it from a copy of `suggestions`.
  public Completion {
    suggestions = List.copyOf(suggestions);
  }

  /// Returns what could be written at `caret` (in UTF-16 units, 0 to the text's length) in `text`.
  public static Completion at(String text, int caret, Models models) {
    Situation situation = Situation.read(text.substring(0, caret), models);
    if (situation.isSilent()) {
      return new Completion(List.of(), Optional.empty());
    }
    Offers offers = new Offers(text, caret, situation.wordStart());
    new Completer(models, situation, offers).offer();
    Frame call = situation.frame().call();
    return new Completion(
        offers.ranked(), call.entry().map(e -> e.at(call.argument, call.keyword)));
  }
}
