package orrery.orm.chain;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import orrery.orm.query.Expr;
import orrery.orm.type.Bytes;
import orrery.orm.type.FieldTypes;
import orrery.orm.type.Json;
import orrery.orm.type.Repr;

/// What Python would call the type of a value or an expression, for messages.
final class PythonTypes {

  private PythonTypes() {}

  /// Returns the name of the type of `expr`.
  static String name(Expr expr) {
    return switch (expr) {
      case Expr.Literal literal -> ofValue(literal.value());
      case Expr.Sequence sequence ->
          switch (sequence.brackets()) {
            case LIST -> "list";
            case TUPLE -> "tuple";
            case SET -> "set";
          };
      case Expr.Mapping _ -> "dict";
      case Expr.Ref _, Expr.Part _ -> "F";
      case Expr.OuterRef _ -> "OuterRef";
      case Expr.Value _ -> "Value";
      case Expr.Arithmetic _, Expr.Negated _ -> "CombinedExpression";
      case Expr.Call call -> call.name();
      case Expr.Case _ -> "Case";
      case Expr.Subquery _ -> "Subquery";
      case Expr.Exists _ -> "Exists";
      case Expr.ChainValue _ -> "QuerySet";
      case Expr.Window _ -> "Window";
      case Expr.Ordered _ -> "OrderBy";
      case Expr.Test _ -> "Q";
      case Expr.FilteredRelation _ -> "FilteredRelation";
    };
  }

  /// Returns the name of the type of a plain value.
  static String ofValue(@Nullable Object value) {
    return switch (value) {
      case null -> "NoneType";
      case Boolean _ -> "bool";
      case Long _, BigInteger _, Integer _, Short _ -> "int";
      case Double _, Float _ -> "float";
      case BigDecimal _ -> "decimal.Decimal";
      case String _ -> "str";
      case Bytes _ -> "bytes";
      case LocalDate _ -> "datetime.date";
      case LocalTime _ -> "datetime.time";
      case LocalDateTime _, OffsetDateTime _ -> "datetime.datetime";
      case Duration _ -> "datetime.timedelta";
      case UUID _ -> "UUID";
      case Json _ -> "dict";
      case List<?> _ -> "list";
      default -> value.getClass().getSimpleName();
    };
  }

  /// Returns what Python's `str` says of `expr`: of a string itself, of all else how it is written.
  static String str(Expr expr) {
    return expr instanceof Expr.Literal literal && literal.value() instanceof String text
        ? text
        : repr(expr);
  }

  /// Returns how Python shows `expr`, shortened where it is long: a value in Python's own notation,
  /// an expression as it is written.
  static String repr(Expr expr) {
    Object value = isPlain(expr) ? PlainValues.of(expr) : null;
    String text =
        value != null || (expr instanceof Expr.Literal l && l.value() == null)
            ? Repr.of(value)
            : Printer.print(expr);
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }

  /// Says whether `expr` is a value of Python and no expression of Django.
  static boolean isPlain(Expr expr) {
    return expr instanceof Expr.Literal
        || expr instanceof Expr.Sequence
        || expr instanceof Expr.Mapping;
  }

  /// Says whether `call` can be an expression of a database: zones, frames and fields cannot.
  private static boolean isExpression(Expr.Call call) {
    return switch (call.name()) {
      case "timezone", "ZoneInfo", "WindowFrameExclusion", "RowRange", "ValueRange" -> false;
      default -> FieldTypes.find(call.name()).isEmpty();
    };
  }

  /// Says whether `expr` can be calculated with.
  static boolean isCombinable(Expr expr) {
    return switch (expr) {
      case Expr.Ref _, Expr.OuterRef _, Expr.Part _, Expr.Value _ -> true;
      case Expr.Arithmetic _, Expr.Negated _, Expr.Case _ -> true;
      case Expr.Call call -> isExpression(call);
      case Expr.Subquery _, Expr.Exists _, Expr.Window _ -> true;
      case Expr.Literal _, Expr.Sequence _, Expr.Mapping _, Expr.ChainValue _ -> false;
      case Expr.Ordered _, Expr.Test _, Expr.FilteredRelation _ -> false;
    };
  }

  /// Says whether `expr` can be joined with `&`, `|` and `^` to a condition.
  static boolean isConditional(Expr expr) {
    return switch (expr) {
      case Expr.Test _, Expr.Exists _, Expr.Case _, Expr.Value _ -> true;
      case Expr.Call call -> isExpression(call);
      case Expr.Subquery _, Expr.Window _ -> true;
      case Expr.Ref _, Expr.OuterRef _, Expr.Part _, Expr.Arithmetic _, Expr.Negated _ -> false;
      case Expr.Literal _, Expr.Sequence _, Expr.Mapping _, Expr.ChainValue _ -> false;
      case Expr.Ordered _, Expr.FilteredRelation _ -> false;
    };
  }
}
