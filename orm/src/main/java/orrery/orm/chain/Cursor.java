package orrery.orm.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import orrery.orm.chain.Token.Kind;
import orrery.orm.error.OrmError;
import orrery.orm.error.SyntaxError;

/// The place of a parser among its tokens, the brackets that are open there, and what to say where
/// something else was expected.
final class Cursor {

  private static final Map<String, String> PAIRS = Map.of("(", ")", "[", "]", "{", "}");

  /// Deeper than anybody writes, and shallow enough for the stack of any thread.
  private static final int DEEPEST = 64;

  private final Source source;
  private final List<Token> tokens;
  private final List<Token> open = new ArrayList<>();
  private int next;
  private int depth;

  Cursor(Source source) {
    this.source = source;
    this.tokens = Lexer.tokens(source.text()).stream().filter(token -> !token.isBlank()).toList();
  }

  /// Returns the next token, or null at the end.
  @Nullable Token peek() {
    return next < tokens.size() ? tokens.get(next) : null;
  }

  /// Says whether the next token is `sign`.
  boolean isNext(String sign) {
    Token token = peek();
    return token != null && token.is(sign);
  }

  /// Says whether the token after the next is `sign`.
  boolean isAfterNext(String sign) {
    return next + 1 < tokens.size() && tokens.get(next + 1).is(sign);
  }

  /// Goes on behind the next token.
  void skip() {
    next++;
  }

  /// Goes on behind the next token if it is `sign`, and says whether it was.
  boolean take(String sign) {
    boolean found = isNext(sign);
    if (found) {
      next++;
    }
    return found;
  }

  /// Returns the end of the token before.
  int endOfLast() {
    return next == 0 ? 0 : tokens.get(next - 1).end();
  }

  /// Goes a level deeper, which [#shallower] takes back.
  void deeper(Token token) {
    if (++depth > DEEPEST) {
      throw source.at(new SyntaxError("too many nested parentheses"), token.start());
    }
  }

  void shallower() {
    depth--;
  }

  /// Goes into the bracket that is next, and returns it.
  Token enter() {
    Token bracket = tokens.get(next++);
    deeper(bracket);
    open.add(bracket);
    return bracket;
  }

  /// Goes out of the innermost bracket, whose `close` must be next.
  void leave(String close) {
    if (!take(close)) {
      throw unexpected("'" + close + "'");
    }
    open.removeLast();
    shallower();
  }

  /// Returns the error that something else than `expected` is next.
  OrmError unexpected(String expected) {
    Token found = peek();
    if (found != null) {
      return source.at(new SyntaxError(sentence(expected, found)), found.start());
    }
    if (!open.isEmpty()) {
      Token bracket = open.getLast();
      return source.at(
          new SyntaxError("'" + bracket.text() + "' was never closed"), bracket.start());
    }
    return source.at(
        new SyntaxError("invalid syntax: expected " + expected + ", found the end of the text"),
        source.text().length());
  }

  private String sentence(String expected, Token found) {
    if (found.kind() == Kind.ERROR) {
      return Foreign.problem(found);
    }
    if (found.kind() == Kind.PUNCTUATION && PAIRS.containsValue(found.text())) {
      if (open.isEmpty()) {
        return "unmatched '" + found.text() + "'";
      }
      String bracket = open.getLast().text();
      if (!found.text().equals(PAIRS.get(bracket))) {
        return "closing parenthesis '%s' does not match opening parenthesis '%s'"
            .formatted(found.text(), bracket);
      }
    }
    boolean value =
        switch (found.kind()) {
          case NAME, STRING, NUMBER, KEYWORD -> true;
          default -> false;
        };
    if (value && !open.isEmpty() && PAIRS.containsValue(expected.replace("'", ""))) {
      return "invalid syntax. Perhaps you forgot a comma?";
    }
    String text = found.text().length() > 30 ? found.text().substring(0, 30) + "…" : found.text();
    return "invalid syntax: expected " + expected + ", found '" + text + "'";
  }
}
