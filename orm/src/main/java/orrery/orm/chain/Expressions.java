package orrery.orm.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import orrery.orm.error.AttributeError;
import orrery.orm.error.Nearest;
import orrery.orm.error.OrmError;
import orrery.orm.error.TypeError;
import orrery.orm.error.ValueError;
import orrery.orm.query.Condition;
import orrery.orm.query.Expr;
import orrery.orm.query.Expr.Nulls;
import orrery.orm.query.Expr.Operator;

/// The reading of values and expressions: whatever can stand behind a comma or a `=`.
final class Expressions {

  private final Reader reader;
  private final Operators operators;

  Expressions(Reader reader) {
    this.reader = reader;
    this.operators = new Operators(reader);
  }

  /// Returns the expression that `syntax` is, with its place noted.
  Expr read(Syntax syntax) {
    return switch (syntax) {
      case Syntax.Text text -> reader.mark(new Expr.Literal(text.value()), text);
      case Syntax.Binary bytes ->
          reader.mark(new Expr.Literal(bytes.value()), bytes.start(), bytes.end());
      case Syntax.Constant constant ->
          reader.mark(new Expr.Literal(constant.value()), constant.start(), constant.end());
      case Syntax.Display display -> {
        List<Expr> items = display.items().stream().map(this::read).toList();
        yield marked(new Expr.Sequence(display.brackets(), items), display.start());
      }
      case Syntax.Dict dict -> marked(new Expr.Mapping(entries(dict)), dict.start());
      case Syntax.Prefix prefix ->
          marked(operators.prefix(prefix, read(prefix.operand())), prefix.start());
      case Syntax.Infix infix -> marked(infix(infix), infix.start());
      case Syntax.Word word -> name(word);
      case Syntax.Postfix postfix -> postfix(postfix);
    };
  }

  /// Returns the string that `expr`, read from `syntax`, is; or null where it is none.
  ///
  /// One that was calculated stands as a whole where its calculation does.
  static Syntax.@Nullable Text text(Syntax syntax, Expr expr) {
    if (syntax instanceof Syntax.Text text) {
      return text;
    }
    if (!(expr instanceof Expr.Literal literal) || !(literal.value() instanceof String value)) {
      return null;
    }
    Offsets offsets = new Offsets();
    offsets.add(syntax.start());
    return new Syntax.Text(value, offsets, syntax.start(), syntax.start() + 1);
  }

  private List<Expr.Entry> entries(Syntax.Dict dict) {
    List<Expr.Entry> entries = new ArrayList<>();
    for (Syntax.Pair pair : dict.pairs()) {
      Expr key = read(pair.key());
      entries.add(marked(new Expr.Entry(key, read(pair.value())), pair.key().start()));
    }
    return entries;
  }

  /// Notes the place of a node that none was noted for: an operand that became the whole keeps its
  /// own.
  private <T> T marked(T node, int start) {
    return reader.places().of(node).isPresent() ? node : reader.mark(node, start, start + 1);
  }

  private Expr infix(Syntax.Infix infix) {
    List<Expr> operands = new ArrayList<>();
    operands.add(read(infix.first()));
    infix.tails().forEach(tail -> operands.add(read(tail.right())));
    return operators.infix(infix, operands);
  }

  private Expr name(Syntax.Word word) {
    throw reader.chains().bare(new Head(null, word.name(), word.start(), word.end(), List.of()));
  }

  private Expr postfix(Syntax.Postfix postfix) {
    Head head = Head.of(postfix);
    if (head == null) {
      return behind(read(postfix.base()), postfix.start(), postfix.trailers());
    }
    Expr constant = reader.calls().constant(head);
    if (constant != null) {
      boolean attribute = head.next() instanceof Syntax.Attribute;
      return behind(constant, head.start(), attribute ? head.after() : head.rest());
    }
    Syntax.Call call = head.call();
    if (call != null) {
      return behind(reader.calls().read(head, call), head.start(), head.after());
    }
    if (head.next() == null) {
      throw reader.chains().bare(head);
    }
    return marked(new Expr.ChainValue(reader.chains().value(head)), head.start());
  }

  /// Reads what stands behind a value: methods of expressions, parts of fields, steps of chains.
  private Expr behind(Expr base, int start, List<Syntax.Trailer> trailers) {
    if (base instanceof Expr.ChainValue chain && !trailers.isEmpty()) {
      return marked(
          new Expr.ChainValue(reader.chains().value(chain.query(), start, trailers)), start);
    }
    Expr expr = base;
    for (int i = 0; i < trailers.size(); i++) {
      expr =
          switch (trailers.get(i)) {
            case Syntax.Item item -> part(expr, item);
            case Syntax.Range range -> part(expr, range);
            case Syntax.Call call ->
                throw at(
                    new TypeError("'" + PythonTypes.name(expr) + "' object is not callable"),
                    call.start());
            case Syntax.Attribute name -> {
              boolean called =
                  i + 1 < trailers.size() && trailers.get(i + 1) instanceof Syntax.Call;
              i++;
              yield method(expr, name, called ? (Syntax.Call) trailers.get(i) : null);
            }
          };
      marked(expr, start);
    }
    return expr;
  }

  private OrmError at(OrmError error, int offset) {
    return reader.source().at(error, offset);
  }

  private Expr method(Expr on, Syntax.Attribute name, Syntax.@Nullable Call call) {
    if (PythonTypes.isPlain(on)) {
      throw at(
          new AttributeError(
              "a chain calls no methods of plain values such as "
                  + PythonTypes.repr(on)
                  + "; write the value itself"),
          name.start());
    }
    Signature signature = Names.EXPRESSION_METHODS.get(name.name());
    boolean fits =
        PythonTypes.isCombinable(on) || (isNegated(on) && !name.name().startsWith("bit"));
    if (signature == null || call == null || !fits) {
      String nearest = fits ? Nearest.of(name.name(), Names.EXPRESSION_METHODS.keySet()) : null;
      throw at(
          new AttributeError(
                  "'" + PythonTypes.name(on) + "' object has no attribute '" + name.name() + "'")
              .meaning(nearest),
          name.start());
    }
    Arguments arguments = Binding.bind(reader, signature, false, call, name.start());
    if (name.name().equals("asc") || name.name().equals("desc")) {
      return new Expr.Ordered(on, name.name().equals("desc"), nulls(arguments));
    }
    for (Operator operator : Operator.values()) {
      if (operator.sign().equals(name.name())) {
        return new Expr.Arithmetic(operator, on, arguments.expr("other"));
      }
    }
    throw at(new AttributeError("no method '" + name.name() + "'"), name.start());
  }

  /// Says whether `on` is `~` before an expression, which Django makes an expression again.
  private static boolean isNegated(Expr on) {
    return on instanceof Expr.Test test
        && test.condition() instanceof Condition.Not not
        && not.part() instanceof Condition.Test;
  }

  /// Returns where NULL goes by `nulls_first` and `nulls_last`.
  Nulls nulls(Arguments arguments) {
    boolean first = nullsAt(arguments, "nulls_first");
    boolean last = nullsAt(arguments, "nulls_last");
    if (first && last) {
      throw at(
          new ValueError("nulls_first and nulls_last are mutually exclusive"), arguments.start());
    }
    return first ? Nulls.FIRST : last ? Nulls.LAST : Nulls.UNSAID;
  }

  private boolean nullsAt(Arguments arguments, String name) {
    if (arguments.truth(name).filter(truth -> !truth).isPresent()) {
      throw at(
          new ValueError("nulls_first and nulls_last values must be True or None."),
          arguments.at(name));
    }
    return arguments.flag(name);
  }

  private Expr part(Expr of, Syntax.Item item) {
    subscriptable(of, item.start());
    OptionalInt index = bound(item.index());
    if (index.isEmpty()) {
      throw at(
          new TypeError("Argument to slice must be either int or slice instance."),
          item.index().start());
    }
    int start = index.getAsInt();
    return new Expr.Part(of, start, OptionalInt.of(start + 1));
  }

  private Expr part(Expr of, Syntax.Range range) {
    subscriptable(of, range.start());
    if (range.step() != null) {
      throw at(new ValueError("Step argument is not supported."), range.step().start());
    }
    OptionalInt start = range.from() == null ? OptionalInt.empty() : bound(range.from());
    OptionalInt stop = range.to() == null ? OptionalInt.empty() : bound(range.to());
    if (stop.isPresent() && stop.getAsInt() < start.orElse(0)) {
      throw at(new ValueError("Slice stop must be greater than slice start."), range.start());
    }
    return new Expr.Part(of, start.orElse(0), stop);
  }

  private void subscriptable(Expr of, int at) {
    if (of instanceof Expr.Ref || of instanceof Expr.Part || of instanceof Expr.OuterRef) {
      return;
    }
    throw at(new TypeError("'" + PythonTypes.name(of) + "' object is not subscriptable"), at);
  }

  private OptionalInt bound(Syntax index) {
    Expr value = read(index);
    if (value instanceof Expr.Literal literal) {
      if (literal.value() == null) {
        return OptionalInt.empty();
      }
      if (PythonValues.isNegative(literal.value())) {
        throw at(new ValueError("Negative indexing is not supported."), index.start());
      }
      if (literal.value() instanceof Long number && number < Integer.MAX_VALUE) {
        return OptionalInt.of(number.intValue());
      }
    }
    throw at(
        new TypeError("Argument to slice must be either int or slice instance."), index.start());
  }
}
