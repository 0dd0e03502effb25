package orrery.orm.chain;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Locale;
import orrery.orm.error.SyntaxError;
import orrery.orm.type.Bytes;

/// The reading of one string token: its prefix, its quotes and Python's escapes.
final class StringLiteral {

  private final Source source;
  private final Token token;
  private final boolean raw;
  private final boolean bytes;
  private final int end;
  private final StringBuilder value = new StringBuilder();
  private final Offsets offsets = new Offsets();
  private int at;

  private StringLiteral(Source source, Token token) {
    this.source = source;
    this.token = token;
    String text = token.text();
    int quote = 0;
    while (text.charAt(quote) != '"' && text.charAt(quote) != '\'') {
      quote++;
    }
    String prefix = text.substring(0, quote).toLowerCase(Locale.ROOT);
    String mark = text.substring(quote, quote + 1);
    boolean triple = text.startsWith(mark.repeat(3), quote);
    this.raw = prefix.indexOf('r') >= 0;
    this.bytes = prefix.indexOf('b') >= 0;
    this.at = token.start() + quote + (triple ? 3 : 1);
    this.end = token.end() - (triple ? 3 : 1);
    switch (prefix) {
      case "", "r", "u", "b", "br", "rb" -> {}
      case "f", "fr", "rf", "t", "tr", "rt" ->
          throw source.at(
              new SyntaxError(
                  "a chain has no " + prefix.replace("r", "") + "-strings: write the text itself"),
              token.start());
      default -> throw source.at(new SyntaxError("invalid string prefix"), token.start());
    }
  }

  /// Returns the string or the bytes that `token` stands for.
  static Syntax read(Source source, Token token) {
    StringLiteral literal = new StringLiteral(source, token);
    literal.body();
    literal.offsets.add(literal.end);
    return literal.bytes
        ? new Syntax.Binary(
            Bytes.of(latin(literal.value)), literal.offsets, token.start(), token.end())
        : new Syntax.Text(literal.value.toString(), literal.offsets, token.start(), token.end());
  }

  /// Returns `pieces`, all texts or all bytes, as one.
  static Syntax join(Source source, List<Syntax> pieces) {
    StringBuilder text = new StringBuilder();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Offsets offsets = new Offsets();
    int end = 0;
    for (Syntax piece : pieces) {
      if (piece.getClass() != pieces.getFirst().getClass()) {
        throw source.at(new SyntaxError("cannot mix bytes and nonbytes literals"), piece.start());
      }
      offsets.dropLast();
      if (piece instanceof Syntax.Text one) {
        text.append(one.value());
        offsets.addAll(one.offsets());
        end = one.end();
      } else if (piece instanceof Syntax.Binary one) {
        bytes.writeBytes(one.value().toArray());
        offsets.addAll(one.offsets());
        end = one.end();
      }
    }
    int start = pieces.getFirst().start();
    return pieces.getFirst() instanceof Syntax.Text
        ? new Syntax.Text(text.toString(), offsets, start, end)
        : new Syntax.Binary(Bytes.of(bytes.toByteArray()), offsets, start, end);
  }

  private static byte[] latin(CharSequence text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(text.length());
    text.chars().forEach(out::write);
    return out.toByteArray();
  }

  private void body() {
    while (at < end) {
      char c = source.text().charAt(at);
      if (c == '\\' && !raw) {
        escape();
      } else if (c == '\r') {
        // Python reads every line break of a source as one \n.
        put('\n', at);
        at += at + 1 < end && source.text().charAt(at + 1) == '\n' ? 2 : 1;
      } else {
        if (bytes && c > 127) {
          throw source.at(new SyntaxError("bytes can only contain ASCII literal characters"), at);
        }
        put(c, at);
        at++;
      }
    }
  }

  private void put(int codePoint, int from) {
    value.appendCodePoint(codePoint);
    for (int i = 0; i < Character.charCount(codePoint); i++) {
      offsets.add(from);
    }
  }

  private void escape() {
    int from = at;
    char c = source.text().charAt(at + 1);
    at += 2;
    switch (c) {
      case '\n' -> {}
      case '\r' -> at += at < end && source.text().charAt(at) == '\n' ? 1 : 0;
      case '\\', '\'', '"' -> put(c, from);
      case 'a' -> put(7, from);
      case 'b' -> put('\b', from);
      case 'f' -> put('\f', from);
      case 'n' -> put('\n', from);
      case 'r' -> put('\r', from);
      case 't' -> put('\t', from);
      case 'v' -> put(11, from);
      case 'x' -> put(hex(2, from), from);
      case '0', '1', '2', '3', '4', '5', '6', '7' -> put(octal(), from);
      case 'u', 'U', 'N' -> {
        if (bytes) {
          unknown(c, from);
        } else {
          put(c == 'N' ? named(from) : hex(c == 'u' ? 4 : 8, from), from);
        }
      }
      default -> unknown(c, from);
    }
  }

  /// Python keeps the backslash of an escape that it does not know.
  private void unknown(char c, int from) {
    if (bytes && c > 127) {
      throw source.at(new SyntaxError("bytes can only contain ASCII literal characters"), from + 1);
    }
    put('\\', from);
    put(c, from + 1);
  }

  private int hex(int digits, int from) {
    long code = 0;
    for (int i = 0; i < digits; i++) {
      int digit = at < end ? hexDigit(source.text().charAt(at)) : -1;
      if (digit < 0) {
        String form = "\\" + source.text().charAt(from + 1) + "X".repeat(digits);
        throw source.at(new SyntaxError("truncated " + form + " escape"), from);
      }
      code = code * 16 + digit;
      at++;
    }
    if (code > Character.MAX_CODE_POINT) {
      throw source.at(new SyntaxError("illegal Unicode character"), from);
    }
    return (int) code;
  }

  private static int hexDigit(char c) {
    return c < 128 ? Character.digit(c, 16) : -1;
  }

  private int octal() {
    at--;
    int code = 0;
    for (int i = 0; i < 3 && at < end; i++) {
      char c = source.text().charAt(at);
      if (c < '0' || c > '7') {
        break;
      }
      code = code * 8 + (c - '0');
      at++;
    }
    return bytes ? code & 0xFF : code;
  }

  private int named(int from) {
    int close = source.text().indexOf('}', at);
    if (at >= end || source.text().charAt(at) != '{' || close < 0 || close >= end) {
      throw source.at(new SyntaxError("malformed \\N character escape"), from);
    }
    String name = source.text().substring(at + 1, close);
    at = close + 1;
    try {
      return Character.codePointOf(name);
    } catch (IllegalArgumentException unknown) {
      throw source.at(new SyntaxError("unknown Unicode character name"), from);
    }
  }

  @Override
  public String toString() {
    return token.text();
  }
}
