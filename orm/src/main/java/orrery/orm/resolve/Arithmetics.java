package orrery.orm.resolve;

import org.jspecify.annotations.Nullable;
import orrery.orm.error.FieldError;
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
    return new SqlExpr.Binary(sign, left, right, type == null ? FieldTypes.ANY : type);
  }

  /// Refuses an expression whose type cannot be told, where one is needed.
  static void demandType(SqlExpr expr) {
    if (expr instanceof SqlExpr.Binary b
        && b.type().kind() == Kind.ANY
        && b.left().type().kind() != Kind.ANY
        && b.right().type().kind() != Kind.ANY) {
      throw new FieldError(
          "Cannot infer type of '"
              + sign(b.operator())
              + "' expression involving these types: "
              + b.left().type().name()
              + ", "
              + b.right().type().name()
              + ". You must set output_field.");
    }
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
    if (a == Kind.ANY || b == Kind.ANY) {
      return a == Kind.ANY ? Functions.plain(right) : Functions.plain(left);
    }
    boolean numbers = left.isNumeric() && right.isNumeric();
    if (numbers && a == b) {
      return a == Kind.DECIMAL ? FieldTypes.DECIMAL : Functions.plain(left);
    }
    if (numbers) {
      return a == Kind.DECIMAL || b == Kind.DECIMAL ? FieldTypes.DECIMAL : FieldTypes.FLOAT;
    }
    boolean sum = operator == Operator.ADD || operator == Operator.SUBTRACT;
    if (sum && b == Kind.DURATION && (left.isTemporal() || a == Kind.DURATION)) {
      return a == Kind.DATE ? FieldTypes.DATETIME : left;
    }
    if (operator == Operator.ADD && a == Kind.DURATION && right.isTemporal()) {
      return b == Kind.DATE ? FieldTypes.DATETIME : right;
    }
    if (operator == Operator.SUBTRACT && left.isTemporal() && a == b) {
      return FieldTypes.DURATION;
    }
    boolean scaling = operator == Operator.MULTIPLY || operator == Operator.DIVIDE;
    if (scaling && a == Kind.DURATION && right.isNumeric()) {
      return left;
    }
    return a == b && left.name().equals(right.name()) && a != Kind.DURATION && !left.isTemporal()
        ? left
        : null;
  }
}
