package orrery.orm.sql;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orrery.orm.type.FieldType;
import orrery.orm.type.FieldTypes;

/// An expression of a statement: columns of aliases, parameters, and what is made of them; every
/// one has a type.
public sealed interface SqlExpr {

  /// Returns the type of its values.
  FieldType type();

  /// A column of the table or select called `alias`.
  record Column(String alias, String name, FieldType type) implements SqlExpr {}

  /// A column of the statement's own output, by its alias.
  record Alias(String name, FieldType type) implements SqlExpr {}

  /// A column of the statement's own output, by its place, counted from 1.
  record Position(int index, FieldType type) implements SqlExpr {}

  /// A value that is sent beside the text, already prepared for its type.
  record Param(@Nullable Object value, FieldType type) implements SqlExpr {}

  /// SQL given by hand, with `?` for each of `params`.
  record Raw(String text, List<Param> params, FieldType type) implements SqlExpr {
    /// Makes it from a copy of `params`.
    public Raw {
      params = List.copyOf(params);
    }
  }

  /// `*`.
  record Star() implements SqlExpr {
    @Override
    public FieldType type() {
      return FieldTypes.INTEGER;
    }
  }

  /// What is true, or false, of every row; folded away where it stands among other conditions.
  enum Truth implements SqlExpr {
    /// True.
    ALWAYS,
    /// False.
    NEVER;

    @Override
    public FieldType type() {
      return FieldTypes.BOOLEAN;
    }
  }

  /// A condition: what is true, false or unknown of a row.
  sealed interface Condition extends SqlExpr {
    @Override
    default FieldType type() {
      return FieldTypes.BOOLEAN;
    }
  }

  /// `NOT (…)`.
  record Not(SqlExpr of) implements Condition {}

  /// `(… AND …)`.
  record And(List<SqlExpr> parts) implements Condition {
    /// Makes it from a copy of `parts`.
    public And {
      parts = List.copyOf(parts);
    }
  }

  /// `(… OR …)`.
  record Or(List<SqlExpr> parts) implements Condition {
    /// Makes it from a copy of `parts`.
    public Or {
      parts = List.copyOf(parts);
    }
  }

  /// `a = b` and the like.
  record Compare(Comparison comparison, SqlExpr left, SqlExpr right) implements Condition {}

  /// The comparisons.
  enum Comparison {
    /// `=`.
    EQUAL("="),
    /// `<`.
    LESS("<"),
    /// `<=`.
    LESS_OR_EQUAL("<="),
    /// `>`.
    GREATER(">"),
    /// `>=`.
    GREATER_OR_EQUAL(">=");

    private final String sign;

    Comparison(String sign) {
      this.sign = sign;
    }

    /// Returns SQL's spelling.
    public String sign() {
      return sign;
    }
  }

  /// `a IS NULL` or `a IS NOT NULL`.
  record IsNull(SqlExpr of, boolean negated) implements Condition {}

  /// `a IN (b, c)`; never of an empty list.
  record In(SqlExpr left, List<SqlExpr> items) implements Condition {
    /// Makes it from a copy of `items`.
    public In {
      items = List.copyOf(items);
    }
  }

  /// `a IN (SELECT …)`.
  record InRows(SqlExpr left, Statement.Rows rows) implements Condition {}

  /// `a BETWEEN b AND c`.
  record Between(SqlExpr of, SqlExpr low, SqlExpr high) implements Condition {}

  /// A search for a text in a text.
  ///
  /// @param pattern the text as it was given; how it is escaped into a pattern is the dialect's
  ///   affair
  record Match(MatchKind kind, SqlExpr left, SqlExpr pattern, boolean ignoreCase)
      implements Condition {}

  /// Where, or how, a [Match] looks.
  enum MatchKind {
    /// The whole text, without regard to case.
    EXACT,
    /// Anywhere.
    CONTAINS,
    /// At the start.
    STARTS_WITH,
    /// At the end.
    ENDS_WITH,
    /// By a regular expression.
    REGEX
  }

  /// `EXISTS (SELECT …)`.
  record Exists(Statement.Rows rows) implements Condition {}

  /// `a + b` and the like.
  record Binary(Arithmetic operator, SqlExpr left, SqlExpr right, FieldType type)
      implements SqlExpr {}

  /// The arithmetic operators.
  enum Arithmetic {
    /// `+`.
    ADD,
    /// `-`.
    SUBTRACT,
    /// `*`.
    MULTIPLY,
    /// `/`.
    DIVIDE,
    /// `%`.
    MODULO,
    /// `**`.
    POWER,
    /// The bits that both have.
    BIT_AND,
    /// The bits that either has.
    BIT_OR,
    /// The bits that one of them has.
    BIT_XOR,
    /// The bits moved up.
    SHIFT_LEFT,
    /// The bits moved down.
    SHIFT_RIGHT
  }

  /// A function by the name of its row in the dialect's table, such as `Lower` or `ExtractYear`.
  record Function(String name, List<SqlExpr> args, FieldType type) implements SqlExpr {
    /// Makes it from a copy of `args`.
    public Function {
      args = List.copyOf(args);
    }
  }

  /// An aggregate by the name of its row in the dialect's table, such as `Count`.
  record Aggregate(
      String name,
      List<SqlExpr> args,
      boolean distinct,
      Optional<SqlExpr> filter,
      List<Statement.Order> orderBy,
      FieldType type)
      implements SqlExpr {
    /// Makes it from copies of the lists.
    public Aggregate {
      args = List.copyOf(args);
      orderBy = List.copyOf(orderBy);
    }
  }

  /// `… OVER (…)`.
  record Window(
      SqlExpr of,
      List<SqlExpr> partitionBy,
      List<Statement.Order> orderBy,
      Optional<Frame> frame,
      FieldType type)
      implements SqlExpr {
    /// Makes it from copies of the lists.
    public Window {
      partitionBy = List.copyOf(partitionBy);
      orderBy = List.copyOf(orderBy);
    }
  }

  /// Which rows of its partition a window looks at; null ends are unbounded, 0 is the current row.
  ///
  /// @param rows whether the ends count rows; else values
  /// @param exclude what is left out, in SQL's words, or null
  record Frame(boolean rows, @Nullable Long start, @Nullable Long end, @Nullable String exclude) {}

  /// `CASE WHEN … THEN … ELSE … END`.
  record Case(List<Branch> branches, Optional<SqlExpr> otherwise, FieldType type)
      implements SqlExpr {
    /// Makes it from a copy of `branches`.
    public Case {
      branches = List.copyOf(branches);
    }
  }

  /// One branch of a [Case].
  record Branch(SqlExpr condition, SqlExpr value) {}

  /// `CAST(… AS …)`.
  record Cast(SqlExpr of, FieldType type) implements SqlExpr {}

  /// `(SELECT …)` as a value.
  record Scalar(Statement.Rows rows, FieldType type) implements SqlExpr {}

  /// `(a, b)`: several values that are compared together.
  record Tuple(List<SqlExpr> items, FieldType type) implements SqlExpr {
    /// Makes it from a copy of `items`.
    public Tuple {
      items = List.copyOf(items);
    }
  }

  /// `a COLLATE name`.
  record Collate(SqlExpr of, String collation) implements SqlExpr {
    @Override
    public FieldType type() {
      return of.type();
    }
  }
}
