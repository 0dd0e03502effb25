package orrery.orm.chain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import orrery.orm.chain.Token.Kind;
import orrery.orm.error.SyntaxError;

/// Python's grammar of arguments: first those by position, then those by keyword, none twice.
final class CallSyntax {

  private final Source source;
  private final Cursor cursor;
  private final SyntaxParser expressions;

  CallSyntax(Source source, Cursor cursor, SyntaxParser expressions) {
    this.source = source;
    this.cursor = cursor;
    this.expressions = expressions;
  }

  /// Reads the arguments in the parentheses that are next.
  Syntax.Call read() {
    Token bracket = cursor.enter();
    List<Syntax.Argument> arguments = new ArrayList<>();
    Set<String> names = new HashSet<>();
    boolean unpacked = false;
    while (!cursor.isNext(")")) {
      Token token = cursor.peek();
      if (token != null && token.is("**")) {
        cursor.skip();
        unpacked = true;
        arguments.addAll(unpack(token, names));
      } else if (token != null
          && (token.kind() == Kind.NAME || token.kind() == Kind.KEYWORD)
          && cursor.isAfterNext("=")) {
        arguments.add(keyword(token, names));
      } else {
        Syntax value = expressions.expression();
        if (!names.isEmpty() || unpacked) {
          String what = unpacked ? "keyword argument unpacking" : "keyword argument";
          throw source.at(new SyntaxError("positional argument follows " + what), value.start());
        }
        if (cursor.isNext("=")) {
          throw Foreign.assignment(source, value);
        }
        arguments.add(new Syntax.Argument(null, value.start(), null, value));
      }
      if (!cursor.take(",") && !cursor.isNext(")")) {
        throw cursor.unexpected("')'");
      }
    }
    cursor.leave(")");
    return new Syntax.Call(List.copyOf(arguments), bracket.start(), cursor.endOfLast());
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
    cursor.skip();
    cursor.skip();
    return new Syntax.Argument(name.text(), name.start(), null, expressions.expression());
  }

  /// Reads `{"name": value}` behind `**`: the spelling of names that are no words of Python.
  private List<Syntax.Argument> unpack(Token stars, Set<String> names) {
    Syntax value = expressions.expression();
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
}
