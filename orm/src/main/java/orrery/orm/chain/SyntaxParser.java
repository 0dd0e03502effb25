package orrery.orm.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import orrery.orm.chain.Token.Kind;
import orrery.orm.error.OrmError;
import orrery.orm.error.SyntaxError;
import orrery.orm.query.Expr.Brackets;

/// Python's grammar of expressions, as far as a chain can have them, with Python's messages.
final class SyntaxParser {

  /// The operators, those that bind loosest first; `**` is above them all.
  private static final List<Set<String>> LEVELS =
      List.of(
          Set.of("|"),
          Set.of("^"),
          Set.of("&"),
          Set.of("<<", ">>"),
          Set.of("+", "-"),
          Set.of("*", "/", "//", "%", "@"));

  /// Each operator of a run is one more level of the tree that it becomes.
  private static final int LONGEST_RUN = 200;

  private final Source source;
  private final Cursor cursor;
  private final CallSyntax calls;

  private SyntaxParser(Source source) {
    this.source = source;
    this.cursor = new Cursor(source);
    this.calls = new CallSyntax(source, cursor, this);
  }

  /// Returns the expression that the whole text is.
  static Syntax parse(Source source) {
    SyntaxParser parser = new SyntaxParser(source);
    if (parser.cursor.peek() == null) {
      throw parser.cursor.unexpected("a model");
    }
    Syntax whole = parser.expression();
    Token after = parser.cursor.peek();
    if (after != null && after.is("=")) {
      throw source.at(
          new SyntaxError("a chain has no assignment; write what stands behind the ="),
          after.start());
    }
    if (after != null) {
      throw parser.cursor.unexpected("the end of the chain");
    }
    return whole;
  }

  /// Reads one expression.
  Syntax expression() {
    Syntax read = infix(0);
    Token after = cursor.peek();
    OrmError foreign = after == null ? null : Foreign.after(source, after, read);
    if (foreign != null) {
      throw foreign;
    }
    return read;
  }

  private Syntax infix(int level) {
    if (level == LEVELS.size()) {
      return unary();
    }
    Syntax first = infix(level + 1);
    List<Syntax.Tail> tails = new ArrayList<>();
    Token operator = cursor.peek();
    while (operator != null
        && operator.kind() == Kind.OPERATOR
        && LEVELS.get(level).contains(operator.text())) {
      if (level > 2 && tails.size() == LONGEST_RUN) {
        throw source.at(new SyntaxError("too many operators in one expression"), operator.start());
      }
      cursor.skip();
      tails.add(new Syntax.Tail(operator.text(), operator.start(), infix(level + 1)));
      operator = cursor.peek();
    }
    return tails.isEmpty() ? first : new Syntax.Infix(first, List.copyOf(tails));
  }

  private Syntax unary() {
    Token token = cursor.peek();
    if (token != null && (token.is("-") || token.is("+") || token.is("~"))) {
      cursor.skip();
      cursor.deeper(token);
      Syntax operand = unary();
      cursor.shallower();
      return new Syntax.Prefix(token.text(), operand, token.start());
    }
    Syntax base = postfix();
    Token power = cursor.peek();
    if (power != null && power.is("**")) {
      cursor.skip();
      cursor.deeper(power);
      Syntax exponent = unary();
      cursor.shallower();
      return new Syntax.Infix(
          base, List.of(new Syntax.Tail(power.text(), power.start(), exponent)));
    }
    return base;
  }

  private Syntax postfix() {
    Syntax base = primary();
    List<Syntax.Trailer> trailers = new ArrayList<>();
    while (true) {
      if (cursor.take(".")) {
        trailers.add(attribute());
      } else if (cursor.isNext("(")) {
        trailers.add(calls.read());
      } else if (cursor.isNext("[")) {
        trailers.add(subscript());
      } else {
        return trailers.isEmpty() ? base : new Syntax.Postfix(base, List.copyOf(trailers));
      }
    }
  }

  private Syntax.Attribute attribute() {
    Token name = cursor.peek();
    if (name == null || name.kind() != Kind.NAME || Identifiers.isReserved(name.text())) {
      throw cursor.unexpected("a name after '.'");
    }
    cursor.skip();
    return new Syntax.Attribute(name.text(), name.start(), name.end());
  }

  private Syntax primary() {
    Token token = cursor.peek();
    if (token == null) {
      throw cursor.unexpected("a value");
    }
    return switch (token.kind()) {
      case STRING -> strings();
      case NUMBER -> {
        cursor.skip();
        yield new Syntax.Constant(NumberLiteral.value(token.text()), token.start(), token.end());
      }
      case KEYWORD -> {
        cursor.skip();
        Object value = token.text().equals("None") ? null : (Object) token.text().equals("True");
        yield new Syntax.Constant(value, token.start(), token.end());
      }
      case NAME -> {
        OrmError foreign = Foreign.before(source, token);
        if (foreign != null) {
          throw foreign;
        }
        cursor.skip();
        yield new Syntax.Word(token.text(), token.start(), token.end());
      }
      default -> {
        if (token.is("(")) {
          yield group();
        }
        if (token.is("[")) {
          Token bracket = cursor.enter();
          yield new Syntax.Display(Brackets.LIST, items("]", new ArrayList<>()), bracket.start());
        }
        if (token.is("{")) {
          yield braces();
        }
        OrmError foreign = Foreign.before(source, token);
        throw foreign == null ? cursor.unexpected("a value") : foreign;
      }
    };
  }

  /// Reads strings: those that stand side by side are one.
  private Syntax strings() {
    List<Syntax> pieces = new ArrayList<>();
    for (Token token = cursor.peek();
        token != null && token.kind() == Kind.STRING;
        token = cursor.peek()) {
      pieces.add(StringLiteral.read(source, token));
      cursor.skip();
    }
    return pieces.size() == 1 ? pieces.getFirst() : StringLiteral.join(source, pieces);
  }

  private Syntax group() {
    Token bracket = cursor.enter();
    if (cursor.isNext(")")) {
      cursor.leave(")");
      return new Syntax.Display(Brackets.TUPLE, List.of(), bracket.start());
    }
    Syntax first = expression();
    if (!cursor.isNext(",")) {
      cursor.leave(")");
      return first;
    }
    cursor.skip();
    List<Syntax> items = new ArrayList<>();
    items.add(first);
    return new Syntax.Display(Brackets.TUPLE, items(")", items), bracket.start());
  }

  private Syntax braces() {
    Token bracket = cursor.enter();
    if (cursor.isNext("}")) {
      cursor.leave("}");
      return new Syntax.Dict(List.of(), bracket.start());
    }
    Syntax first = expression();
    if (!cursor.isNext(":")) {
      List<Syntax> items = new ArrayList<>();
      items.add(first);
      if (!cursor.isNext("}") && !cursor.take(",")) {
        throw cursor.unexpected("'}'");
      }
      return new Syntax.Display(Brackets.SET, items("}", items), bracket.start());
    }
    List<Syntax.Pair> pairs = new ArrayList<>();
    Syntax key = first;
    while (true) {
      if (!cursor.take(":")) {
        throw cursor.unexpected("':'");
      }
      pairs.add(new Syntax.Pair(key, expression()));
      if (!cursor.take(",") || cursor.isNext("}")) {
        cursor.leave("}");
        return new Syntax.Dict(List.copyOf(pairs), bracket.start());
      }
      key = expression();
    }
  }

  /// Reads the items up to `close`, behind those that are `read` already.
  private List<Syntax> items(String close, List<Syntax> read) {
    while (!cursor.isNext(close)) {
      read.add(expression());
      if (!cursor.take(",") && !cursor.isNext(close)) {
        throw cursor.unexpected("'" + close + "'");
      }
    }
    cursor.leave(close);
    return List.copyOf(read);
  }

  private Syntax.Trailer subscript() {
    Token bracket = cursor.enter();
    Syntax from = cursor.isNext(":") ? null : expression();
    if (from != null && !cursor.isNext(":")) {
      cursor.leave("]");
      return new Syntax.Item(from, bracket.start(), cursor.endOfLast());
    }
    cursor.skip();
    Syntax to = cursor.isNext(":") || cursor.isNext("]") ? null : expression();
    Syntax step = cursor.take(":") && !cursor.isNext("]") ? expression() : null;
    cursor.leave("]");
    return new Syntax.Range(from, to, step, bracket.start(), cursor.endOfLast());
  }
}
