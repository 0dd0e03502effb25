package orrery.orm.resolve;

import org.jspecify.annotations.Nullable;
import orrery.orm.query.Expr.Operator;
import orrery.orm.sql.SqlExpr;
import orrery.orm.type.FieldType;
import orrery.orm.type.FieldTypes;
import orrery.orm.type.Kind;

/// The rules of arithmetic: which type two types give together.
final class Arithmetics {

  private Arithmetics() {}

  /// Returns `left operator right`.
  static SqlExpr of(Operator operator, SqlExpr left, SqlExpr right) {
    SqlExpr.Arithmetic sign =
        switch (operator) {
          case ADD -> SqlExpr.Arithmetic.ADD;
          case SUBTRACT -> SqlExpr.Arithmetic.SUBTRACT;
          case MULTIPLY -> SqlExpr.Arithmetic.MULTIPLY;
          case DIVIDE -> SqlExpr.Arithmetic.DIVIDE;
          case MODULO -> SqlExpr.Arithmetic.MODULO;
          case POWER -> SqlExpr.Arithmetic.POWER;
          case BIT_AND -> SqlExpr.Arithmetic.BIT_AND;
          case BIT_OR -> SqlExpr.Arithmetic.BIT_OR;
          case BIT_XOR -> SqlExpr.Arithmetic.BIT_XOR;
          case BIT_LEFT_SHIFT -> SqlExpr.Arithmetic.SHIFT_LEFT;
          case BIT_RIGHT_SHIFT -> SqlExpr.Arithmetic.SHIFT_RIGHT;
        };
    FieldType type = type(operator, left.type(), right.type());
    return new SqlExpr.Binary(
        sign, left, right, type != null ? type : unknown(sign, left.type(), right.type()));
  }

  private static FieldType unknown(SqlExpr.Arithmetic operator, FieldType left, FieldType right) {
    return OutputTypes.unknown(
        "Cannot infer type of '"
            + sign(operator)
            + "' expression involving these types: "
            + left.name()
            + ", "
            + right.name()
            + ".");
  }

  private static String sign(SqlExpr.Arithmetic operator) {
    return switch (operator) {
      case ADD -> "+";
      case SUBTRACT -> "-";
      case MULTIPLY -> "*";
      case DIVIDE -> "/";
      case MODULO -> "%%";
      case POWER -> "^";
      case BIT_AND -> "&";
      case BIT_OR -> "|";
      case BIT_XOR -> "#";
      case SHIFT_LEFT -> "<<";
      case SHIFT_RIGHT -> ">>";
    };
  }

  private static @Nullable FieldType type(Operator operator, FieldType left, FieldType right) {
    Kind a = left.kind();
    Kind b = right.kind();
    if (OutputTypes.isUnknown(left) || OutputTypes.isUnknown(right)) {
      return OutputTypes.isUnknown(left) ? left : right;
    }
    if (a == Kind.ANY || b == Kind.ANY) {
      return a == Kind.ANY ? Functions.plain(right) : Functions.plain(left);
    }
    if (isKey(left) || isKey(right)) {
      return null;
    }
    if (left.isNumeric() && right.isNumeric()) {
      return number(operator, left, right);
    }
    return switch (operator) {
      case ADD -> a == Kind.DURATION ? moved(right) : b == Kind.DURATION ? moved(left) : null;
      case SUBTRACT -> b == Kind.DURATION ? moved(left) : apart(a, b) ? FieldTypes.DURATION : null;
      case MULTIPLY, DIVIDE, MODULO, POWER -> null;
      case BIT_AND, BIT_OR, BIT_XOR, BIT_LEFT_SHIFT, BIT_RIGHT_SHIFT -> null;
    };
  }

  // What a subquery gives is of the class of its field, and no arithmetic is known of relations.
  private static boolean isKey(FieldType type) {
    return type.name().equals("ForeignKey") || type.name().equals("OneToOneField");
  }

  // Whole numbers go with any others, but a float with no decimal.
  private static @Nullable FieldType number(Operator operator, FieldType left, FieldType right) {
    Kind a = left.kind();
    Kind b = right.kind();
    if (operator.isMethod()) {
      return a == Kind.INTEGER && b == Kind.INTEGER ? FieldTypes.INTEGER : null;
    }
    if (a == b) {
      return a == Kind.DECIMAL
          ? FieldTypes.DECIMAL
          : a == Kind.INTEGER ? FieldTypes.INTEGER : FieldTypes.FLOAT;
    }
    boolean whole = a == Kind.INTEGER || b == Kind.INTEGER;
    if (!whole || operator == Operator.POWER) {
      return null;
    }
    return a == Kind.DECIMAL || b == Kind.DECIMAL ? FieldTypes.DECIMAL : FieldTypes.FLOAT;
  }

  private static @Nullable FieldType moved(FieldType by) {
    return switch (by.kind()) {
      case DATE -> FieldTypes.DATETIME;
      case DATETIME, TIME, DURATION -> by;
      case BOOLEAN, INTEGER, FLOAT, DECIMAL, TEXT, BINARY, UUID, JSON, ARRAY, ANY -> null;
    };
  }

  private static boolean apart(Kind a, Kind b) {
    boolean days = isDay(a) && isDay(b);
    return days || (a == Kind.TIME && b == Kind.TIME);
  }

  private static boolean isDay(Kind kind) {
    return kind == Kind.DATE || kind == Kind.DATETIME;
  }
}
