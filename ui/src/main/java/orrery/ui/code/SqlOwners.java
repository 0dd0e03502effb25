package orrery.ui.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import orrery.orm.edit.Card;
import orrery.orm.edit.Draft;
import orrery.orm.query.Chain;
import orrery.ui.kit.Coloured;

/// Which step each word of a statement is there for: the words that are missing without it, or that
/// came with it. Immutable.
final class SqlOwners {
  private final List<Coloured> code;
  private final int[] owners;

  private SqlOwners(List<Coloured> code, int[] owners) {
    this.code = code;
    this.owners = owners;
  }

  /// Finds the steps of `draft` in its statement.
  ///
  /// @param written returns the statement of a chain, where it has one
  static SqlOwners of(
      Draft draft, List<Coloured> code, Function<Chain, Optional<List<Coloured>>> written) {
    int[] owners = new int[WordDifference.words(code).size()];
    int[] shares = new int[owners.length];
    java.util.Arrays.fill(owners, -1);
    java.util.Arrays.fill(shares, Integer.MAX_VALUE);
    for (Card card : Card.of(draft)) {
      if (draft.slots().get(card.from()).muted()) {
        continue;
      }
      boolean[] own = own(draft, card, code, written);
      int share = 0;
      for (boolean is : own) {
        share += is ? 1 : 0;
      }
      // Where two steps claim a word, the one that claims fewer is meant.
      for (int i = 0; i < own.length; i++) {
        if (own[i] && share < shares[i]) {
          owners[i] = card.from();
          shares[i] = share;
        }
      }
    }
    return new SqlOwners(code, owners);
  }

  private static boolean[] own(
      Draft draft,
      Card card,
      List<Coloured> code,
      Function<Chain, Optional<List<Coloured>>> written) {
    Optional<List<Coloured>> without = written.apply(draft.remove(card.from(), card.to()).chain());
    if (without.isPresent()) {
      return WordDifference.added(code, without.get());
    }
    Optional<List<Coloured>> before = written.apply(draft.asOf(card.from()));
    Optional<List<Coloured>> after = written.apply(draft.asOf(card.to()));
    return before.isPresent() && after.isPresent()
        ? WordDifference.added(code, before.get(), after.get())
        : new boolean[WordDifference.words(code).size()];
  }

  /// Returns the step of the word at `offset`, counted in characters; -1 for what comes of the
  /// model, -2 where no word is.
  int at(int offset) {
    int start = 0;
    int word = 0;
    for (Coloured run : code) {
      int end = start + run.text().length();
      boolean isWord = !run.text().isBlank();
      if (offset >= start && offset < end) {
        return isWord && word < owners.length ? owners[word] : -2;
      }
      word += isWord ? 1 : 0;
      start = end;
    }
    return -2;
  }

  /// Returns the steps that have a word, for tests and tools.
  List<Integer> steps() {
    List<Integer> all = new ArrayList<>();
    for (int owner : owners) {
      if (!all.contains(owner)) {
        all.add(owner);
      }
    }
    return all;
  }
}
