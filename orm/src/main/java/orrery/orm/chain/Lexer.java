package orrery.orm.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import orrery.orm.chain.Token.Kind;

/// The first look at a text: Python's tokens, which together cover it exactly.
///
/// Never throws: what is no token of Python becomes an [Kind#ERROR]. It tells names from strings
/// and signs, but not models from methods; that is for [Tokens].
final class Lexer {

  private static final List<String> OPERATORS =
      List.of(
          "**=", "//=", ">>=", "<<=", "**", "//", ">>", "<<", "==", "!=", "<=", ">=", ":=", "->",
          "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "@=", "+", "-", "*", "/", "%", "@", "&",
          "|", "^", "~", "<", ">", "=");
  private static final String PUNCTUATION = "()[]{},.:;";
  private static final Set<String> CONSTANTS = Set.of("True", "False", "None");

  private final String text;
  private int at;

  private Lexer(String text) {
    this.text = text;
  }

  /// Returns the tokens of `text`, in their order, without gaps.
  static List<Token> tokens(String text) {
    Lexer lexer = new Lexer(text);
    List<Token> tokens = new ArrayList<>();
    while (lexer.at < text.length()) {
      int start = lexer.at;
      Kind kind = lexer.take();
      tokens.add(new Token(kind, text.substring(start, lexer.at), start, lexer.at));
    }
    return tokens;
  }

  private Kind take() {
    char c = text.charAt(at);
    if (isSpace(at)) {
      while (at < text.length() && isSpace(at)) {
        at += text.charAt(at) == '\\' ? 2 : 1;
      }
      return Kind.SPACE;
    }
    if (c == '#') {
      while (at < text.length() && !isLineBreak(text.charAt(at))) {
        at++;
      }
      return Kind.COMMENT;
    }
    int quote = at + prefixLength();
    if (quote < text.length() && isQuote(text.charAt(quote))) {
      return string(quote);
    }
    if (isDigit(c) || (c == '.' && at + 1 < text.length() && isDigit(text.charAt(at + 1)))) {
      return number();
    }
    if (Identifiers.isStart(text.codePointAt(at))) {
      return name();
    }
    return sign();
  }

  private boolean isSpace(int i) {
    char c = text.charAt(i);
    if (c == '\\') {
      return i + 1 < text.length() && isLineBreak(text.charAt(i + 1));
    }
    return c == ' ' || c == '\t' || c == '\f' || isLineBreak(c) || (c == '\uFEFF' && i == 0);
  }

  private static boolean isLineBreak(char c) {
    return c == '\n' || c == '\r';
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '\'';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /// Returns how many letters here can stand before a quote: none, one or two.
  private int prefixLength() {
    int length = 0;
    while (length < 2
        && at + length < text.length()
        && "rRbBuUfFtT".indexOf(text.charAt(at + length)) >= 0) {
      length++;
    }
    return length;
  }

  private Kind string(int quoteAt) {
    char quote = text.charAt(quoteAt);
    boolean triple = text.startsWith(String.valueOf(quote).repeat(3), quoteAt);
    at = quoteAt + (triple ? 3 : 1);
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\\' && at + 1 < text.length()) {
        at += text.startsWith("\\\r\n", at) ? 3 : 2;
      } else if (triple && text.startsWith(String.valueOf(quote).repeat(3), at)) {
        at += 3;
        return Kind.STRING;
      } else if (!triple && c == quote) {
        at++;
        return Kind.STRING;
      } else if (!triple && isLineBreak(c)) {
        return Kind.ERROR;
      } else {
        at++;
      }
    }
    return Kind.ERROR;
  }

  /// Takes whatever hangs together with a number, as Python does: `12ab` is one wrong number, not a
  /// number and a name.
  private Kind number() {
    int start = at;
    boolean radix = text.startsWith("0x", at) || text.startsWith("0X", at);
    boolean point = false;
    while (at < text.length()) {
      char c = text.charAt(at);
      boolean exponent = at > start && !radix && "eE".indexOf(text.charAt(at - 1)) >= 0;
      if (c == '.' && !point && !radix) {
        point = true;
      } else if (!Identifiers.isPart(c) && !(exponent && (c == '+' || c == '-'))) {
        break;
      }
      at++;
    }
    return NumberLiteral.problem(text.substring(start, at)) == null ? Kind.NUMBER : Kind.ERROR;
  }

  private Kind name() {
    int start = at;
    while (at < text.length() && Identifiers.isPart(text.codePointAt(at))) {
      at += Character.charCount(text.codePointAt(at));
    }
    return CONSTANTS.contains(text.substring(start, at)) ? Kind.KEYWORD : Kind.NAME;
  }

  private Kind sign() {
    for (String operator : OPERATORS) {
      if (text.startsWith(operator, at)) {
        at += operator.length();
        return Kind.OPERATOR;
      }
    }
    int c = text.codePointAt(at);
    at += Character.charCount(c);
    return PUNCTUATION.indexOf(c) >= 0 ? Kind.PUNCTUATION : Kind.ERROR;
  }
}
