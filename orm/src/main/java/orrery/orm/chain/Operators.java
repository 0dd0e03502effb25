package orrery.orm.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import orrery.orm.error.NotImplementedError;
import orrery.orm.error.OrmError;
import orrery.orm.error.TypeError;
import orrery.orm.error.ValueError;
import orrery.orm.query.Condition;
import orrery.orm.query.Expr;
import orrery.orm.query.Expr.Operator;
import orrery.orm.query.Query;
import orrery.orm.query.Step;
import orrery.orm.query.Step.Connector;

/// What an operator makes of its operands: a value of Python, an expression, a condition or a
/// merged queryset.
final class Operators {

  private static final Map<String, Connector> CONNECTORS =
      Map.of("&", Connector.AND, "|", Connector.OR, "^", Connector.XOR);

  private static final Map<String, Operator> ARITHMETIC =
      Map.of(
          "+", Operator.ADD,
          "-", Operator.SUBTRACT,
          "*", Operator.MULTIPLY,
          "/", Operator.DIVIDE,
          "%", Operator.MODULO,
          "**", Operator.POWER);

  private final Reader reader;

  Operators(Reader reader) {
    this.reader = reader;
  }

  private OrmError at(OrmError error, int offset) {
    return reader.source().at(error, offset);
  }

  /// Returns what `prefix` makes of its operand.
  Expr prefix(Syntax.Prefix prefix, Expr operand) {
    String sign = prefix.operator();
    if (sign.equals("~")
        && (PythonTypes.isConditional(operand) || PythonTypes.isCombinable(operand))) {
      return reader.conditions().opposite(operand, prefix.start());
    }
    if (sign.equals("-") && PythonTypes.isCombinable(operand)) {
      return new Expr.Negated(operand);
    }
    if (operand instanceof Expr.Literal literal) {
      Object value = PythonValues.sign(sign, literal.value());
      if (value != null) {
        return new Expr.Literal(value);
      }
    }
    throw at(
        new TypeError(
            "bad operand type for unary " + sign + ": '" + PythonTypes.name(operand) + "'"),
        prefix.start());
  }

  /// Returns what a run of operators makes of `operands`, one more than there are operators.
  Expr infix(Syntax.Infix infix, List<Expr> operands) {
    List<Syntax.Tail> tails = infix.tails();
    Connector connector = CONNECTORS.get(tails.getFirst().operator());
    if (connector != null && operands.stream().allMatch(PythonTypes::isConditional)) {
      List<Condition> parts = new ArrayList<>();
      for (Expr operand : operands) {
        parts.add(reader.conditions().of(operand, tails.getFirst().operator(), infix.start()));
      }
      return reader.conditions().expression(reader.conditions().join(connector, parts));
    }
    Expr left = operands.getFirst();
    for (int i = 0; i < tails.size(); i++) {
      left = binary(tails.get(i), left, operands.get(i + 1));
    }
    return left;
  }

  private Expr binary(Syntax.Tail tail, Expr left, Expr right) {
    String sign = tail.operator();
    Connector connector = CONNECTORS.get(sign);
    if (connector != null
        && left instanceof Expr.ChainValue a
        && right instanceof Expr.ChainValue b) {
      Step merge = reader.mark(new Step.Merge(connector, b.query()), tail.at(), tail.at() + 1);
      Query merged = a.query().with(merge);
      reader
          .places()
          .of(a.query())
          .ifPresent(span -> reader.mark(merged, span.start(), span.end()));
      return new Expr.ChainValue(merged);
    }
    Operator operator = ARITHMETIC.get(sign);
    if (operator != null && isOperand(left) && isOperand(right) && !isPlain(left, right)) {
      return new Expr.Arithmetic(operator, left, right);
    }
    if (left instanceof Expr.Literal a && right instanceof Expr.Literal b) {
      Object value = calculate(tail, a.value(), b.value());
      if (value != null) {
        return new Expr.Literal(value);
      }
    }
    if (sign.equals("+")
        && left instanceof Expr.Sequence a
        && right instanceof Expr.Sequence b
        && a.brackets() == b.brackets()
        && a.brackets() != Expr.Brackets.SET) {
      List<Expr> items = new ArrayList<>(a.items());
      items.addAll(b.items());
      return new Expr.Sequence(a.brackets(), items);
    }
    throw at(unsupported(sign, left, right), tail.at());
  }

  private static boolean isOperand(Expr expr) {
    return expr instanceof Expr.Literal || PythonTypes.isCombinable(expr);
  }

  private static boolean isPlain(Expr left, Expr right) {
    return left instanceof Expr.Literal && right instanceof Expr.Literal;
  }

  private @Nullable Object calculate(
      Syntax.Tail tail, @Nullable Object left, @Nullable Object right) {
    try {
      return PythonValues.calculate(tail.operator(), left, right);
    } catch (ArithmeticException impossible) {
      String message = impossible.getMessage();
      throw at(
          new ValueError(message == null ? "the numbers allow no result" : message, impossible),
          tail.at());
    }
  }

  private static OrmError unsupported(String sign, Expr left, Expr right) {
    boolean expressions = PythonTypes.isCombinable(left) && isOperand(right);
    if (expressions && CONNECTORS.containsKey(sign)) {
      return new NotImplementedError(
          "Use .bitand(), .bitor(), and .bitxor() for bitwise logical operations.");
    }
    if (expressions && (sign.equals("<<") || sign.equals(">>"))) {
      return new TypeError("Use .bitleftshift() and .bitrightshift() to shift bits.");
    }
    String shown = sign.equals("**") ? "** or pow()" : sign;
    return new TypeError(
        "unsupported operand type(s) for "
            + shown
            + ": '"
            + PythonTypes.name(left)
            + "' and '"
            + PythonTypes.name(right)
            + "'");
  }
}
