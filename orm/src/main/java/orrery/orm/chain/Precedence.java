package orrery.orm.chain;

import orrery.orm.query.Expr.Operator;
import orrery.orm.query.Step.Connector;

/// How tightly Python's operators bind, from the loosest, to set no parentheses but those needed.
enum Precedence {
  /// A whole argument.
  ARGUMENT,
  /// `|`.
  OR,
  /// `^`.
  XOR,
  /// `&`.
  AND,
  /// `+` and `-`.
  SUM,
  /// `*`, `/` and `%`.
  PRODUCT,
  /// `-a` and `~a`.
  SIGN,
  /// `**`.
  POWER,
  /// Names, calls, and what has a point or a subscript behind it.
  ATOM;

  /// Returns the next tighter one.
  Precedence next() {
    return switch (this) {
      case ARGUMENT -> OR;
      case OR -> XOR;
      case XOR -> AND;
      case AND -> SUM;
      case SUM -> PRODUCT;
      case PRODUCT -> SIGN;
      case SIGN -> POWER;
      case POWER, ATOM -> ATOM;
    };
  }

  static Precedence of(Connector connector) {
    return switch (connector) {
      case AND -> AND;
      case OR -> OR;
      case XOR -> XOR;
    };
  }

  static Precedence of(Operator operator) {
    return switch (operator) {
      case ADD, SUBTRACT -> SUM;
      case MULTIPLY, DIVIDE, MODULO -> PRODUCT;
      case POWER -> POWER;
      case BIT_AND, BIT_OR, BIT_XOR, BIT_LEFT_SHIFT, BIT_RIGHT_SHIFT -> ATOM;
    };
  }

  /// Returns `doc`, in parentheses where it binds looser than `wanted`.
  Doc within(Precedence wanted, Doc doc) {
    return compareTo(wanted) < 0 ? Doc.parenthesised(doc) : doc;
  }
}
