package orrery.orm.query;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// An expression as it was asked: names and values, no columns.
public sealed interface Expr extends Selection {

  /// A plain value: null, or of one of the Java classes that [orrery.orm.type.Kind] names.
  ///
  /// Where a function takes a field, a text literal is its name: the table of functions knows, not
  /// the tree.
  record Literal(@Nullable Object value) implements Expr {}

  /// `[…]`, `(…)` or `{…}`: several values.
  record Sequence(Brackets brackets, List<Expr> items) implements Expr {
    /// Makes it from a copy of `items`.
    public Sequence {
      items = List.copyOf(items);
    }
  }

  /// Which brackets a sequence was written in.
  enum Brackets {
    /// `[1, 2]`.
    LIST,
    /// `(1, 2)`.
    TUPLE,
    /// `{1, 2}`.
    SET
  }

  /// `{"a": 1}`: a mapping, in the order it was written.
  record Mapping(List<Entry> entries) implements Expr {
    /// Makes it from a copy of `entries`.
    public Mapping {
      entries = List.copyOf(entries);
    }
  }

  /// One key and value of a [Mapping].
  record Entry(Expr key, Expr value) {}

  /// `F("path")`: the value of a field or an annotation of the same row.
  record Ref(String path) implements Expr {}

  /// `OuterRef("path")`: inside a subquery, a field of the query around it.
  ///
  /// @param levels how many queries outwards; two for `OuterRef(OuterRef("path"))`
  record OuterRef(String path, int levels) implements Expr {
    /// Makes a reference to the query right around.
    public OuterRef(String path) {
      this(path, 1);
    }
  }

  /// `F("name")[2:5]`: part of a text or list.
  record Part(Expr of, int start, OptionalInt stop) implements Expr {}

  /// `Value(x)` or `Value(x, output_field=…)`: a value where a function would take a name.
  record Value(Expr value, Optional<Expr> outputField) implements Expr {}

  /// `a + b` and the like.
  record Arithmetic(Operator operator, Expr left, Expr right) implements Expr {}

  /// The arithmetic operators, in Python's spelling; those on bits are methods there, as `&`, `|`
  /// and `^` join conditions.
  enum Operator {
    /// `+`.
    ADD("+", 1),
    /// `-`.
    SUBTRACT("-", 1),
    /// `*`.
    MULTIPLY("*", 2),
    /// `/`.
    DIVIDE("/", 2),
    /// `%`.
    MODULO("%", 2),
    /// `**`.
    POWER("**", 3),
    /// `a.bitand(b)`.
    BIT_AND("bitand", 4),
    /// `a.bitor(b)`.
    BIT_OR("bitor", 4),
    /// `a.bitxor(b)`.
    BIT_XOR("bitxor", 4),
    /// `a.bitleftshift(b)`.
    BIT_LEFT_SHIFT("bitleftshift", 4),
    /// `a.bitrightshift(b)`.
    BIT_RIGHT_SHIFT("bitrightshift", 4);

    private final String sign;
    private final int precedence;

    Operator(String sign, int precedence) {
      this.sign = sign;
      this.precedence = precedence;
    }

    /// Returns Python's spelling.
    public String sign() {
      return sign;
    }

    /// Returns how tightly it binds: the higher, the tighter.
    public int precedence() {
      return precedence;
    }

    /// Says whether it is written as a method: `a.bitand(b)`.
    public boolean isMethod() {
      return precedence == 4;
    }
  }

  /// `-a`.
  record Negated(Expr of) implements Expr {}

  /// `Name(args, option=…)`: a database function, an aggregate, a field class or a model instance,
  /// by its name.
  record Call(String name, List<Expr> args, List<Named> options) implements Expr {
    /// Makes it from copies of the lists.
    public Call {
      args = List.copyOf(args);
      options = List.copyOf(options);
    }

    /// Returns the value of the option `name`.
    public Optional<Expr> option(String name) {
      for (Named option : options) {
        if (option.name().equals(name)) {
          return Optional.of(option.value());
        }
      }
      return Optional.empty();
    }

    /// Returns the options by name, in their order.
    public Map<String, Expr> optionMap() {
      Map<String, Expr> map = new java.util.LinkedHashMap<>();
      options.forEach(o -> map.put(o.name(), o.value()));
      return map;
    }
  }

  /// `Case(When(…), …, default=…)`.
  record Case(List<When> branches, Optional<Expr> otherwise, Optional<Expr> outputField)
      implements Expr {
    /// Makes it from a copy of `branches`.
    public Case {
      branches = List.copyOf(branches);
    }
  }

  /// `When(condition, then=…)`: a branch of a [Case].
  record When(Condition condition, Expr then) {}

  /// `Subquery(chain)`: the first column of another query's row.
  record Subquery(Query query, Optional<Expr> outputField) implements Expr {}

  /// `Exists(chain)`: whether another query has a row.
  record Exists(Query query) implements Expr {}

  /// A chain as a value: `book__in=Book.objects.filter(…)`.
  record ChainValue(Query query) implements Expr {}

  /// `Window(expression=…, partition_by=…, order_by=…, frame=…)`.
  record Window(
      Expr expression,
      List<Expr> partitionBy,
      List<Selection> orderBy,
      Optional<Expr> frame,
      Optional<Expr> outputField)
      implements Expr {
    /// Makes it from copies of the lists.
    public Window {
      partitionBy = List.copyOf(partitionBy);
      orderBy = List.copyOf(orderBy);
    }
  }

  /// `F("name").desc(nulls_last=True)`: an expression with its direction.
  record Ordered(Expr of, boolean descending, Nulls nulls) implements Expr {}

  /// Where an ordering puts NULL.
  enum Nulls {
    /// Wherever the database puts it.
    UNSAID,
    /// Before all values.
    FIRST,
    /// After all values.
    LAST
  }

  /// `Q(…)` where an expression is expected.
  record Test(Condition condition) implements Expr {}

  /// `FilteredRelation("path", condition=Q(…))`: a relation joined under a condition.
  record FilteredRelation(String relation, Condition condition) implements Expr {}
}
