package orrery.orm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import orrery.orm.query.Expr;
import orrery.orm.query.Named;

/// A value that the database computes, to be used wherever Django takes an expression. Immutable.
///
/// Made by [F], [Functions] and [Aggregates].
public final class Expression {

  private final Expr expr;

  Expression(Expr expr) {
    this.expr = expr;
  }

  /// Returns what it asks.
  public Expr expr() {
    return expr;
  }

  /// Returns this `+` the other.
  public Expression plus(@Nullable Object other) {
    return with(Expr.Operator.ADD, other);
  }

  /// Returns this `-` the other.
  public Expression minus(@Nullable Object other) {
    return with(Expr.Operator.SUBTRACT, other);
  }

  /// Returns this `*` the other.
  public Expression times(@Nullable Object other) {
    return with(Expr.Operator.MULTIPLY, other);
  }

  /// Returns this `/` the other.
  public Expression dividedBy(@Nullable Object other) {
    return with(Expr.Operator.DIVIDE, other);
  }

  /// Returns this `%` the other.
  public Expression modulo(@Nullable Object other) {
    return with(Expr.Operator.MODULO, other);
  }

  /// Returns this to the power of the other: Python's `**`.
  public Expression power(@Nullable Object other) {
    return with(Expr.Operator.POWER, other);
  }

  /// Returns the bits that both have: `bitand`.
  public Expression bitAnd(@Nullable Object other) {
    return with(Expr.Operator.BIT_AND, other);
  }

  /// Returns the bits that either has: `bitor`.
  public Expression bitOr(@Nullable Object other) {
    return with(Expr.Operator.BIT_OR, other);
  }

  /// Returns the bits that just one of them has: `bitxor`.
  public Expression bitXor(@Nullable Object other) {
    return with(Expr.Operator.BIT_XOR, other);
  }

  /// Returns this with its bits moved to the left: `bitleftshift`.
  public Expression bitLeftShift(@Nullable Object other) {
    return with(Expr.Operator.BIT_LEFT_SHIFT, other);
  }

  /// Returns this with its bits moved to the right: `bitrightshift`.
  public Expression bitRightShift(@Nullable Object other) {
    return with(Expr.Operator.BIT_RIGHT_SHIFT, other);
  }

  /// Returns the part of a text or list from `start` up to, but without, `stop`, both counted from
  /// 0: Python's `[start:stop]`.
  public Expression part(int start, int stop) {
    return new Expression(new Expr.Part(expr, start, OptionalInt.of(stop)));
  }

  /// Returns the part of a text or list from `start` on: Python's `[start:]`.
  public Expression part(int start) {
    return new Expression(new Expr.Part(expr, start, OptionalInt.empty()));
  }

  private Expression with(Expr.Operator operator, @Nullable Object other) {
    return new Expression(new Expr.Arithmetic(operator, expr, Terms.plain(other)));
  }

  /// Returns the negative of this.
  public Expression negated() {
    return new Expression(new Expr.Negated(expr));
  }

  /// Returns the key of an order from small to large.
  public Expression asc() {
    return ordered(false, Expr.Nulls.UNSAID);
  }

  /// Returns the key of an order from large to small.
  public Expression desc() {
    return ordered(true, Expr.Nulls.UNSAID);
  }

  /// Returns this key of an order with NULL before all values.
  public Expression nullsFirst() {
    return ordered(isDescending(), Expr.Nulls.FIRST);
  }

  /// Returns this key of an order with NULL after all values.
  public Expression nullsLast() {
    return ordered(isDescending(), Expr.Nulls.LAST);
  }

  private boolean isDescending() {
    return expr instanceof Expr.Ordered ordered && ordered.descending();
  }

  private Expression ordered(boolean descending, Expr.Nulls nulls) {
    Expr of = expr instanceof Expr.Ordered ordered ? ordered.of() : expr;
    return new Expression(new Expr.Ordered(of, descending, nulls));
  }

  /// Returns this function or aggregate with an option by its Django name, such as `distinct` or
  /// `default`.
  ///
  /// @throws orrery.orm.error.TypeError where this is no call of a function
  public Expression with(String option, @Nullable Object value) {
    if (!(expr instanceof Expr.Call call)) {
      throw new orrery.orm.error.TypeError("Only functions have options.");
    }
    List<Named> options = new ArrayList<>(call.options());
    options.add(new Named(option, Terms.plain(value)));
    return new Expression(new Expr.Call(call.name(), call.args(), options));
  }

  /// Returns this aggregate over values that differ.
  public Expression distinct() {
    return with("distinct", true);
  }

  /// Returns this aggregate over the rows that meet `condition`.
  public Expression filter(Q condition) {
    return with("filter", condition);
  }

  /// Returns this as the function of a window.
  public Expression over(List<Expression> partitionBy, List<Expression> orderBy) {
    return new Expression(
        new Expr.Window(
            expr,
            partitionBy.stream().map(Expression::expr).toList(),
            List.copyOf(orderBy.stream().map(Expression::expr).toList()),
            Optional.empty(),
            Optional.empty()));
  }

  /// Returns this as the function of a window.
  ///
  /// @param orderBy names of fields, with `-` before a descending one, and expressions
  /// @param frame the frame, as [Functions#call] of `RowRange` or `ValueRange`; null for the usual
  /// @param outputField the type, as [Functions#call] of a field class; null for its own
  public Expression over(
      List<Expression> partitionBy,
      List<?> orderBy,
      @Nullable Expression frame,
      @Nullable Expression outputField) {
    return new Expression(
        new Expr.Window(
            expr,
            partitionBy.stream().map(Expression::expr).toList(),
            Terms.selections("Window", orderBy.toArray()),
            Optional.ofNullable(frame).map(Expression::expr),
            Optional.ofNullable(outputField).map(Expression::expr)));
  }
}
