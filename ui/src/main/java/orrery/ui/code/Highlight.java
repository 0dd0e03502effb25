package orrery.ui.code;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import orrery.orm.chain.Token;
import orrery.orm.chain.Tokens;
import orrery.orm.edit.LookupNames;
import orrery.ui.Fix;
import orrery.ui.Trouble;
import orrery.ui.kit.Coloured;

/// The colours of a chain: what each word is, the bracket at the caret with its twin, and the word
/// that is wrong.
final class Highlight {
  private final String text;
  private final List<Token> tokens;

  /// Makes it for a text, which need not be a right chain.
  Highlight(String text) {
    this.text = text;
    this.tokens = Tokens.of(text);
  }

  /// Returns the text in colours.
  ///
  /// @param caret where the caret stands
  /// @param wrong what to underline, if anything
  List<Coloured> colours(int caret, @Nullable Span wrong) {
    List<Span> pair = pair(caret);
    TreeSet<Integer> cuts = new TreeSet<>();
    pair.forEach(bracket -> cuts.addAll(List.of(bracket.start(), bracket.end())));
    if (wrong != null) {
      cuts.addAll(List.of(wrong.start(), wrong.end()));
    }
    List<Coloured> runs = new ArrayList<>();
    for (Token token : tokens) {
      int at = token.start();
      int lookup = lookupStart(token);
      while (at < token.end()) {
        Integer cut = cuts.higher(at);
        int end = cut == null ? token.end() : Math.min(cut, token.end());
        if (at < lookup) {
          end = Math.min(end, lookup);
        }
        List<String> styles = new ArrayList<>();
        styles.add(at < lookup ? style(token.kind()) : "syntax-lookup");
        int here = at;
        if (pair.stream().anyMatch(bracket -> bracket.has(here))) {
          styles.add("code-bracket");
        }
        if (wrong != null && wrong.has(at)) {
          styles.add("code-wrong");
        }
        runs.add(new Coloured(text.substring(at, end), styles));
        at = end;
      }
    }
    return runs;
  }

  /// Returns what to underline for `trouble`: the word at its place, at least one character.
  @Nullable Span wrong(@Nullable Trouble trouble) {
    if (trouble == null || !trouble.hasPlace() || text.isEmpty()) {
      return null;
    }
    int from = Fix.offset(text, trouble.line(), trouble.column());
    int to = Fix.end(text, from);
    if (to > from) {
      return new Span(from, to);
    }
    // At the end there is nothing to underline but what stands before.
    int start = Math.min(from, text.length() - 1);
    while (start > 0 && Character.isWhitespace(text.charAt(start))) {
      start--;
    }
    return new Span(start, start + 1);
  }

  /// Returns the places of the bracket that the caret touches and of its twin, or nothing.
  private List<Span> pair(int caret) {
    Deque<Token> open = new ArrayDeque<>();
    for (Token token : tokens) {
      if (token.kind() != Token.Kind.PUNCTUATION) {
        continue;
      }
      if ("([{".contains(token.text())) {
        open.push(token);
      } else if (")]}".contains(token.text()) && !open.isEmpty()) {
        Token twin = open.pop();
        if (touches(twin, caret) || touches(token, caret)) {
          return List.of(new Span(twin.start(), twin.end()), new Span(token.start(), token.end()));
        }
      }
    }
    return List.of();
  }

  private static boolean touches(Token bracket, int caret) {
    return bracket.start() == caret || bracket.end() == caret;
  }

  /// Returns where in a keyword such as `title__icontains` the lookup starts, with the underscores;
  /// the token's end where it has none.
  private static int lookupStart(Token token) {
    int cut = token.text().lastIndexOf("__");
    boolean isLookup =
        token.kind() == Token.Kind.FIELD
            && cut > 0
            && LookupNames.isLookup(token.text().substring(cut + 2));
    return isLookup ? token.start() + cut : token.end();
  }

  private static String style(Token.Kind kind) {
    return switch (kind) {
      case SPACE, NAME, PUNCTUATION -> "syntax-plain";
      case COMMENT -> "syntax-comment";
      case MODEL -> "syntax-model";
      case METHOD -> "syntax-method";
      case FIELD -> "syntax-field";
      case FUNCTION -> "syntax-function";
      case KEYWORD -> "syntax-keyword";
      case STRING -> "syntax-string";
      case NUMBER -> "syntax-number";
      case OPERATOR -> "syntax-operator";
      case ERROR -> "syntax-error";
    };
  }
}
