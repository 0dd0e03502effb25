package orrery.orm.schema;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The words that a name of a database consists of: `InvoiceLine`, `invoice_line` and `INVOICE
/// LINE` are *invoice* and *line*.
///
/// A new word begins behind whatever is neither a letter nor a digit, at a capital letter behind a
/// small one or a digit, and at the last capital of several that a small letter follows
/// (`HTTPLog`); digits belong to the word before them. A plural *s* belongs to its capitals
/// (`UserIDs`). Letters of all scripts are letters; they are normalised as Python normalises
/// identifiers (NFKC).
final class Words {

  private final String name;
  private final List<String> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();

  private Words(String name) {
    this.name = Normalizer.normalize(name, Normalizer.Form.NFKC);
  }

  /// Returns the words of `name` in lower case; none where it has no letter and no digit.
  static List<String> of(String name) {
    Words walk = new Words(name);
    walk.split();
    return walk.words;
  }

  private void split() {
    int at = 0;
    while (at < name.length()) {
      int c = name.codePointAt(at);
      if (!isPart(c)) {
        end();
      } else {
        if (begins(at, c)) {
          end();
        }
        word.appendCodePoint(c);
      }
      at += Character.charCount(c);
    }
    end();
  }

  private void end() {
    if (!word.isEmpty()) {
      String lower = word.toString().toLowerCase(Locale.ROOT);
      words.add(Normalizer.normalize(lower, Normalizer.Form.NFKC));
      word.setLength(0);
    }
  }

  private static boolean isPart(int c) {
    return c != '_'
        && Character.isUnicodeIdentifierPart(c)
        && !Character.isIdentifierIgnorable(c)
        && Character.getType(c) != Character.CONNECTOR_PUNCTUATION;
  }

  private boolean begins(int at, int c) {
    if (!Character.isUpperCase(c) || word.isEmpty()) {
      return false;
    }
    if (!Character.isUpperCase(word.codePointBefore(word.length()))) {
      return true;
    }
    int next = at + Character.charCount(c);
    if (next >= name.length() || !Character.isLowerCase(name.codePointAt(next))) {
      return false;
    }
    int behind = next + 1;
    boolean pluralOfCapitals =
        name.charAt(next) == 's'
            && (behind == name.length() || !Character.isLowerCase(name.codePointAt(behind)));
    return !pluralOfCapitals;
  }
}
