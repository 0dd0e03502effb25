package orrery.orm.chain;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import orrery.orm.chain.Token.Kind;

/// The tokens of a text with what each name is, for colours while one types.
///
/// Looks only at the neighbours of a name, so it needs no right chain and never throws.
public final class Tokens {

  private final List<Token> tokens;
  private int depth;

  private Tokens(List<Token> tokens) {
    this.tokens = tokens;
  }

  /// Returns the tokens of `text`; together they cover it exactly.
  public static List<Token> of(String text) {
    Tokens tokens = new Tokens(Lexer.tokens(text));
    List<Token> named = new ArrayList<>();
    for (int i = 0; i < tokens.tokens.size(); i++) {
      Token token = tokens.tokens.get(i);
      tokens.count(token);
      named.add(new Token(tokens.kind(token, i), token.text(), token.start(), token.end()));
    }
    return List.copyOf(named);
  }

  private void count(Token token) {
    if (token.is("(") || token.is("[") || token.is("{")) {
      depth++;
    } else if (token.is(")") || token.is("]") || token.is("}")) {
      depth--;
    }
  }

  private Kind kind(Token token, int at) {
    if (token.kind() == Kind.ERROR) {
      // A string that is being typed has no second quote yet.
      return Foreign.problem(token).startsWith("unterminated") ? Kind.STRING : Kind.ERROR;
    }
    return token.kind() == Kind.NAME ? name(token.text(), at) : token.kind();
  }

  private Kind name(String name, int at) {
    Token before = neighbour(at, -1);
    Token after = neighbour(at, 1);
    boolean called = after != null && after.is("(");
    if (before != null && before.is(".") && !behindModule(at)) {
      return name.equals("objects") ? Kind.NAME : Kind.METHOD;
    }
    if (Identifiers.isReserved(name)) {
      return Kind.ERROR;
    }
    if (called) {
      return Kind.FUNCTION;
    }
    if (after != null && after.is("=") && depth > 0) {
      return Kind.FIELD;
    }
    if (after != null && after.is(".")) {
      return Head.isModule(name) ? Kind.NAME : Kind.MODEL;
    }
    if (depth <= 0) {
      return Kind.MODEL;
    }
    if (Names.find(name).isPresent()) {
      return Kind.FUNCTION;
    }
    return Identifiers.isPascalCase(name) ? Kind.MODEL : Kind.FIELD;
  }

  /// Says whether the name before the point before `at` is a module: `models.F`.
  private boolean behindModule(int at) {
    int point = indexOfNeighbour(at, -1);
    Token module = point < 0 ? null : neighbour(point, -1);
    return module != null && module.kind() == Kind.NAME && Head.isModule(module.text());
  }

  private @Nullable Token neighbour(int at, int step) {
    int index = indexOfNeighbour(at, step);
    return index < 0 ? null : tokens.get(index);
  }

  private int indexOfNeighbour(int at, int step) {
    int index = at + step;
    while (index >= 0 && index < tokens.size() && tokens.get(index).isBlank()) {
      index += step;
    }
    return index < tokens.size() ? index : -1;
  }
}
