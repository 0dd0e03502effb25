package orrery.ui.code;

import java.util.ArrayList;
import java.util.List;
import orrery.ui.kit.Coloured;

/// What one text has and another has not, word by word: the words that belong to no longest common
/// sequence of both.
final class WordDifference {
  /// Two texts of more words than this are not compared.
  private static final int MOST = 1_500;

  private WordDifference() {}

  /// Returns `code` with a further style on what `other` has not; blanks between marked words are
  /// marked too.
  static List<Coloured> mark(List<Coloured> code, List<Coloured> other, String style) {
    List<String> here = words(code);
    List<String> there = words(other);
    return here.size() > MOST || there.size() > MOST
        ? code
        : mark(code, common(here, there), style);
  }

  /// Returns `code` with a further style on what `before` has not and `after` has.
  static List<Coloured> mark(
      List<Coloured> code, List<Coloured> before, List<Coloured> after, String style) {
    List<String> here = words(code);
    if (here.size() > MOST || before.size() > MOST || after.size() > MOST) {
      return code;
    }
    boolean[] common = common(here, words(before));
    boolean[] kept = common(here, words(after));
    for (int i = 0; i < common.length; i++) {
      common[i] |= !kept[i];
    }
    return mark(code, common, style);
  }

  /// Says of each word of `code` whether `other` has not got it.
  static boolean[] added(List<Coloured> code, List<Coloured> other) {
    List<String> here = words(code);
    List<String> there = words(other);
    return here.size() > MOST || there.size() > MOST
        ? new boolean[here.size()]
        : opposite(common(here, there));
  }

  /// Says of each word of `code` whether `before` has not got it, and `after` has.
  static boolean[] added(List<Coloured> code, List<Coloured> before, List<Coloured> after) {
    List<String> here = words(code);
    if (here.size() > MOST || before.size() > MOST || after.size() > MOST) {
      return new boolean[here.size()];
    }
    boolean[] added = opposite(common(here, words(before)));
    boolean[] kept = common(here, words(after));
    for (int i = 0; i < added.length; i++) {
      added[i] &= kept[i];
    }
    return added;
  }

  private static boolean[] opposite(boolean[] all) {
    boolean[] opposite = new boolean[all.length];
    for (int i = 0; i < all.length; i++) {
      opposite[i] = !all[i];
    }
    return opposite;
  }

  private static List<Coloured> mark(List<Coloured> code, boolean[] common, String style) {
    List<Coloured> marked = new ArrayList<>();
    int word = 0;
    boolean before = false;
    for (int i = 0; i < code.size(); i++) {
      Coloured run = code.get(i);
      boolean isBlank = run.text().isBlank();
      boolean isNew = isBlank ? before && isNewNext(code, i, common, word) : !common[word];
      word += isBlank ? 0 : 1;
      before = isNew;
      marked.add(isNew && !run.text().contains("\n") ? with(run, style) : run);
    }
    return marked;
  }

  private static boolean isNewNext(List<Coloured> code, int at, boolean[] common, int word) {
    return at + 1 < code.size() && word < common.length && !common[word];
  }

  private static Coloured with(Coloured run, String style) {
    List<String> styles = new ArrayList<>(run.styles());
    styles.add(style);
    return new Coloured(run.text(), styles);
  }

  /// Returns the words of `code`: what is not blank.
  static List<String> words(List<Coloured> code) {
    return code.stream().map(Coloured::text).filter(t -> !t.isBlank()).toList();
  }

  private static boolean[] common(List<String> here, List<String> there) {
    int[][] length = new int[here.size() + 1][there.size() + 1];
    for (int i = here.size() - 1; i >= 0; i--) {
      for (int j = there.size() - 1; j >= 0; j--) {
        length[i][j] =
            here.get(i).equals(there.get(j))
                ? length[i + 1][j + 1] + 1
                : Math.max(length[i + 1][j], length[i][j + 1]);
      }
    }
    boolean[] common = new boolean[here.size()];
    int j = 0;
    for (int i = 0; i < here.size(); i++) {
      while (j < there.size()
          && !here.get(i).equals(there.get(j))
          && length[i][j + 1] >= length[i + 1][j]) {
        j++;
      }
      if (j < there.size() && here.get(i).equals(there.get(j))) {
        common[i] = true;
        j++;
      }
    }
    return common;
  }
}
