package orrery.orm.chain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import orrery.orm.chain.Token.Kind;
import orrery.orm.error.OrmError;
import orrery.orm.error.SyntaxError;
import orrery.orm.query.Expr.Brackets;
import orrery.orm.type.Bytes;

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

  /// Deeper than anybody writes, and shallow enough for the stack; Python's own limit.
  private static final int DEEPEST = 200;

  /// Each operator of a run is one more level of the tree that it becomes.
  private static final int LONGEST_RUN = 1000;

  private final Source source;
  private final List<Token> tokens;
  private final List<Token> open = new ArrayList<>();
  private final int end;
  private int next;
  private int depth;

  private SyntaxParser(Source source) {
    this.source = source;
    this.end = source.text().length();
    this.tokens =
        Lexer.tokens(source.text()).stream()
            .filter(token -> !token.isBlank())
            .collect(Collectors.toList());
  }

  /// Returns the expression that the whole text is.
  static Syntax parse(Source source) {
    SyntaxParser parser = new SyntaxParser(source);
    if (parser.peek() == null) {
      throw source.at(
          new SyntaxError("invalid syntax: expected a model, found the end of the text"),
          parser.end);
    }
    Syntax whole = parser.expression();
    if (parser.peek() != null) {
      throw parser.unexpected("the end of the chain");
    }
    return whole;
  }

  private @Nullable Token peek() {
    return next < tokens.size() ? tokens.get(next) : null;
  }

  private boolean isNext(String sign) {
    Token token = peek();
    return token != null && token.is(sign);
  }

  private boolean isAfterNext(String sign) {
    return next + 1 < tokens.size() && tokens.get(next + 1).is(sign);
  }

  private boolean take(String sign) {
    if (isNext(sign)) {
      next++;
      return true;
    }
    return false;
  }

  private int endOfLast() {
    return next == 0 ? 0 : tokens.get(next - 1).end();
  }

  private Syntax expression() {
    Syntax read = infix(0);
    Token after = peek();
    if (after != null) {
      OrmError foreign = Foreign.after(source, after, read);
      if (foreign != null) {
        throw foreign;
      }
    }
    return read;
  }

  private Syntax infix(int level) {
    if (level == LEVELS.size()) {
      return unary();
    }
    Syntax first = infix(level + 1);
    List<Syntax.Tail> tails = new ArrayList<>();
    Token operator = peek();
    while (operator != null
        && operator.kind() == Kind.OPERATOR
        && LEVELS.get(level).contains(operator.text())) {
      if (level > 2 && tails.size() == LONGEST_RUN) {
        throw source.at(new SyntaxError("too many operators in one expression"), operator.start());
      }
      next++;
      tails.add(new Syntax.Tail(operator.text(), operator.start(), infix(level + 1)));
      operator = peek();
    }
    return tails.isEmpty() ? first : new Syntax.Infix(first, List.copyOf(tails));
  }

  private Syntax unary() {
    Token token = peek();
    if (token != null && (token.is("-") || token.is("+") || token.is("~"))) {
      next++;
      deeper(token);
      Syntax operand = unary();
      depth--;
      return new Syntax.Prefix(token.text(), operand, token.start());
    }
    Syntax base = postfix();
    Token power = peek();
    if (power != null && power.is("**")) {
      next++;
      deeper(power);
      Syntax exponent = unary();
      depth--;
      return new Syntax.Infix(
          base, List.of(new Syntax.Tail(power.text(), power.start(), exponent)));
    }
    return base;
  }

  private void deeper(Token token) {
    if (++depth > DEEPEST) {
      throw source.at(new SyntaxError("too many nested parentheses"), token.start());
    }
  }

  private Syntax postfix() {
    Syntax base = primary();
    List<Syntax.Trailer> trailers = new ArrayList<>();
    while (true) {
      if (take(".")) {
        trailers.add(attribute());
      } else if (isNext("(")) {
        trailers.add(call());
      } else if (isNext("[")) {
        trailers.add(subscript());
      } else {
        return trailers.isEmpty() ? base : new Syntax.Postfix(base, List.copyOf(trailers));
      }
    }
  }

  private Syntax.Attribute attribute() {
    Token name = peek();
    if (name == null || name.kind() != Kind.NAME) {
      throw unexpected("a name after '.'");
    }
    next++;
    return new Syntax.Attribute(name.text(), name.start(), name.end());
  }

  private Syntax primary() {
    Token token = peek();
    if (token == null) {
      throw unexpected("a value");
    }
    return switch (token.kind()) {
      case STRING -> strings();
      case NUMBER -> {
        next++;
        yield new Syntax.Constant(NumberLiteral.value(token.text()), token.start(), token.end());
      }
      case KEYWORD -> {
        next++;
        Object value = token.text().equals("None") ? null : (Object) token.text().equals("True");
        yield new Syntax.Constant(value, token.start(), token.end());
      }
      case NAME -> {
        OrmError foreign = Foreign.before(source, token);
        if (foreign != null) {
          throw foreign;
        }
        next++;
        yield new Syntax.Word(token.text(), token.start(), token.end());
      }
      default -> {
        if (token.is("(")) {
          yield group();
        }
        if (token.is("[")) {
          Token bracket = enter();
          yield new Syntax.Display(Brackets.LIST, items("]", new ArrayList<>()), bracket.start());
        }
        if (token.is("{")) {
          yield braces();
        }
        OrmError foreign = Foreign.before(source, token);
        throw foreign == null ? unexpected("a value") : foreign;
      }
    };
  }

  /// Strings that stand side by side are one.
  private Syntax strings() {
    Syntax joined = null;
    for (Token token = peek(); token != null && token.kind() == Kind.STRING; token = peek()) {
      Syntax piece = StringLiteral.read(source, token);
      next++;
      joined = joined == null ? piece : join(joined, piece);
    }
    if (joined == null) {
      throw unexpected("a string");
    }
    return joined;
  }

  private Syntax join(Syntax left, Syntax right) {
    Offsets offsets = new Offsets();
    if (left instanceof Syntax.Text a && right instanceof Syntax.Text b) {
      offsets.addButLast(a.offsets());
      offsets.addAll(b.offsets());
      return new Syntax.Text(a.value() + b.value(), offsets, a.start(), b.end());
    }
    if (left instanceof Syntax.Binary a && right instanceof Syntax.Binary b) {
      offsets.addButLast(a.offsets());
      offsets.addAll(b.offsets());
      return new Syntax.Binary(
          Bytes.of(PythonValues.concat(a.value().toArray(), b.value().toArray())),
          offsets,
          a.start(),
          b.end());
    }
    throw source.at(new SyntaxError("cannot mix bytes and nonbytes literals"), right.start());
  }

  private Syntax group() {
    Token bracket = enter();
    if (isNext(")")) {
      leave(")");
      return new Syntax.Display(Brackets.TUPLE, List.of(), bracket.start());
    }
    Syntax first = expression();
    if (!isNext(",")) {
      leave(")");
      return first;
    }
    next++;
    List<Syntax> items = new ArrayList<>();
    items.add(first);
    return new Syntax.Display(Brackets.TUPLE, items(")", items), bracket.start());
  }

  private Syntax braces() {
    Token bracket = enter();
    if (isNext("}")) {
      leave("}");
      return new Syntax.Dict(List.of(), bracket.start());
    }
    Syntax first = expression();
    if (!isNext(":")) {
      List<Syntax> items = new ArrayList<>();
      items.add(first);
      if (!isNext("}") && !take(",")) {
        throw unexpected("'}'");
      }
      return new Syntax.Display(Brackets.SET, items("}", items), bracket.start());
    }
    List<Syntax.Pair> pairs = new ArrayList<>();
    Syntax key = first;
    while (true) {
      if (!take(":")) {
        throw unexpected("':'");
      }
      pairs.add(new Syntax.Pair(key, expression()));
      if (!take(",") || isNext("}")) {
        leave("}");
        return new Syntax.Dict(List.copyOf(pairs), bracket.start());
      }
      key = expression();
    }
  }

  /// Reads the items up to `close`, behind those that are `read` already.
  private List<Syntax> items(String close, List<Syntax> read) {
    while (!isNext(close)) {
      read.add(expression());
      if (!take(",") && !isNext(close)) {
        throw unexpected("'" + close + "'");
      }
    }
    leave(close);
    return List.copyOf(read);
  }

  private Syntax.Trailer subscript() {
    Token bracket = enter();
    Syntax from = isNext(":") ? null : expression();
    if (from != null && !isNext(":")) {
      leave("]");
      return new Syntax.Item(from, bracket.start(), endOfLast());
    }
    next++;
    Syntax to = isNext(":") || isNext("]") ? null : expression();
    Syntax step = take(":") && !isNext("]") ? expression() : null;
    leave("]");
    return new Syntax.Range(from, to, step, bracket.start(), endOfLast());
  }

  private Syntax.Call call() {
    Token bracket = enter();
    List<Syntax.Argument> arguments = new ArrayList<>();
    Set<String> names = new HashSet<>();
    boolean unpacked = false;
    while (!isNext(")")) {
      Token token = peek();
      if (token != null && token.is("**")) {
        next++;
        unpacked = true;
        arguments.addAll(unpack(token, names));
      } else if (token != null
          && (token.kind() == Kind.NAME || token.kind() == Kind.KEYWORD)
          && isAfterNext("=")) {
        arguments.add(keyword(token, names));
      } else {
        Syntax value = expression();
        if (!names.isEmpty() || unpacked) {
          String what = unpacked ? "keyword argument unpacking" : "keyword argument";
          throw source.at(new SyntaxError("positional argument follows " + what), value.start());
        }
        if (isNext("=")) {
          throw Foreign.assignment(source, value);
        }
        arguments.add(new Syntax.Argument(null, value.start(), null, value));
      }
      if (!take(",") && !isNext(")")) {
        throw unexpected("')'");
      }
    }
    leave(")");
    return new Syntax.Call(List.copyOf(arguments), bracket.start(), endOfLast());
  }

  private Syntax.Argument keyword(Token name, Set<String> names) {
    if (Identifiers.isReserved(name.text())) {
      throw source.at(
          new SyntaxError(
              "invalid syntax: '"
                  + name.text()
                  + "' is a keyword of Python and names no argument; write **{\""
                  + name.text()
                  + "\": …}"),
          name.start());
    }
    if (!names.add(name.text())) {
      throw source.at(new SyntaxError("keyword argument repeated: " + name.text()), name.start());
    }
    next += 2;
    return new Syntax.Argument(name.text(), name.start(), null, expression());
  }

  /// Reads `{"name": value}` behind `**`: the spelling of names that are no words of Python.
  private List<Syntax.Argument> unpack(Token stars, Set<String> names) {
    Syntax value = expression();
    if (!(value instanceof Syntax.Dict dict)) {
      throw source.at(
          new SyntaxError("a chain can unpack only a mapping that stands there: **{\"name\": …}"),
          stars.start());
    }
    List<Syntax.Argument> arguments = new ArrayList<>();
    for (Syntax.Pair pair : dict.pairs()) {
      if (!(pair.key() instanceof Syntax.Text name)) {
        throw source.at(new SyntaxError("keywords must be strings"), pair.key().start());
      }
      if (!names.add(name.value())) {
        throw source.at(
            new SyntaxError("keyword argument repeated: " + name.value()), name.start());
      }
      arguments.add(
          new Syntax.Argument(name.value(), name.offsets().at(0), name.offsets(), pair.value()));
    }
    return arguments;
  }

  private Token enter() {
    Token bracket = tokens.get(next++);
    deeper(bracket);
    open.add(bracket);
    return bracket;
  }

  private void leave(String close) {
    if (!take(close)) {
      throw unexpected("'" + close + "'");
    }
    open.removeLast();
    depth--;
  }

  private static final Map<String, String> PAIRS = Map.of("(", ")", "[", "]", "{", "}");

  private OrmError unexpected(String expected) {
    Token found = peek();
    if (found == null) {
      if (!open.isEmpty()) {
        Token bracket = open.getLast();
        return source.at(
            new SyntaxError("'" + bracket.text() + "' was never closed"), bracket.start());
      }
      return source.at(
          new SyntaxError("invalid syntax: expected " + expected + ", found the end of the text"),
          end);
    }
    return source.at(new SyntaxError(sentence(expected, found)), found.start());
  }

  private String sentence(String expected, Token found) {
    if (found.kind() == Kind.ERROR) {
      return Foreign.problem(found);
    }
    if (PAIRS.containsValue(found.text()) && found.kind() == Kind.PUNCTUATION) {
      if (open.isEmpty()) {
        return "unmatched '" + found.text() + "'";
      }
      String bracket = open.getLast().text();
      if (!found.text().equals(PAIRS.get(bracket))) {
        return "closing parenthesis '"
            + found.text()
            + "' does not match opening parenthesis '"
            + bracket
            + "'";
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
