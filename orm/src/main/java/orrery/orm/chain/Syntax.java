package orrery.orm.chain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import orrery.orm.query.Expr.Brackets;
import orrery.orm.type.Bytes;

/// A chain's text as Python's grammar sees it: calls and operators, with no idea what a queryset
/// is. Every node knows where it stands.
sealed interface Syntax {

  /// Returns the offset of its first character.
  int start();

  /// A string; `offsets` tell where each of its characters stands.
  record Text(String value, Offsets offsets, int start, int end) implements Syntax {}

  /// Bytes.
  record Binary(Bytes value, Offsets offsets, int start, int end) implements Syntax {}

  /// A number, or `True`, `False` or `None`.
  record Constant(@Nullable Object value, int start, int end) implements Syntax {}

  /// A name on its own.
  record Word(String name, int start, int end) implements Syntax {}

  /// Something with attributes, calls and subscripts behind it.
  record Postfix(Syntax base, List<Trailer> trailers) implements Syntax {
    @Override
    public int start() {
      return base.start();
    }
  }

  /// A run of operators of one precedence, from left to right.
  record Infix(Syntax first, List<Tail> tails) implements Syntax {
    @Override
    public int start() {
      return first.start();
    }
  }

  /// An operator and its right side.
  record Tail(String operator, int at, Syntax right) {}

  /// `-a`, `+a` or `~a`.
  record Prefix(String operator, Syntax operand, int start) implements Syntax {}

  /// `[…]`, `(…)` or `{…}`.
  record Display(Brackets brackets, List<Syntax> items, int start) implements Syntax {}

  /// `{key: value, …}`.
  record Dict(List<Pair> pairs, int start) implements Syntax {}

  /// A key and its value.
  record Pair(Syntax key, Syntax value) {}

  /// What stands behind a value.
  sealed interface Trailer {
    /// Returns the offset of its name, or of its bracket.
    int start();
  }

  /// `.name`.
  record Attribute(String name, int start, int end) implements Trailer {}

  /// `(…)`.
  record Call(List<Argument> arguments, int start, int end) implements Trailer {}

  /// `[index]`.
  record Item(Syntax index, int start, int end) implements Trailer {}

  /// `[from:to:step]`.
  record Range(
      @Nullable Syntax from, @Nullable Syntax to, @Nullable Syntax step, int start, int end)
      implements Trailer {}

  /// One argument of a call; `name` is null where it is given by position.
  ///
  /// @param start the offset of the name, or of the value where there is none
  /// @param offsets where the characters of the name stand, for a name out of `**{…}`
  record Argument(@Nullable String name, int start, @Nullable Offsets offsets, Syntax value) {}
}
