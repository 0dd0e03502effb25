package orrery.orm.sql;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import orrery.orm.type.FieldType;

/// A statement as it will be sent.
public sealed interface Statement {

  /// A statement that gives rows: a select, a combination of them, or text given by hand.
  sealed interface Rows extends Statement permits Select, Compound, RawRows {}

  /// `SELECT …`.
  ///
  /// @param columns what is selected
  /// @param from the first table, then the joins in their order
  /// @param where which rows; [SqlExpr.Truth#ALWAYS] for all
  /// @param groupBy what rows are gathered by; empty for none
  /// @param having which groups; [SqlExpr.Truth#ALWAYS] for all
  /// @param distinct whether equal rows are given once
  /// @param distinctOn by which values only the first row is given
  /// @param limit the most rows
  /// @param offset how many rows are passed over first
  /// @param lock how the rows are locked
  record Select(
      List<Output> columns,
      List<From> from,
      SqlExpr where,
      List<SqlExpr> groupBy,
      SqlExpr having,
      boolean distinct,
      List<SqlExpr> distinctOn,
      List<Order> orderBy,
      OptionalLong limit,
      long offset,
      Optional<Lock> lock)
      implements Rows {
    /// Makes it from copies of the lists.
    public Select {
      columns = List.copyOf(columns);
      from = List.copyOf(from);
      groupBy = List.copyOf(groupBy);
      distinctOn = List.copyOf(distinctOn);
      orderBy = List.copyOf(orderBy);
    }

    /// Makes a select of `columns` from `from` with nothing else said.
    public Select(List<Output> columns, List<From> from) {
      this(
          columns,
          from,
          SqlExpr.Truth.ALWAYS,
          List.of(),
          SqlExpr.Truth.ALWAYS,
          false,
          List.of(),
          List.of(),
          OptionalLong.empty(),
          0,
          Optional.empty());
    }

    /// Returns this select with other columns.
    public Select withColumns(List<Output> columns) {
      return new Select(
          columns,
          from,
          where,
          groupBy,
          having,
          distinct,
          distinctOn,
          orderBy,
          limit,
          offset,
          lock);
    }

    /// Returns this select with another condition on rows.
    public Select withWhere(SqlExpr where) {
      return new Select(
          columns,
          from,
          where,
          groupBy,
          having,
          distinct,
          distinctOn,
          orderBy,
          limit,
          offset,
          lock);
    }

    /// Returns this select with other groups, and which of them are kept.
    public Select withGroups(List<SqlExpr> groupBy, SqlExpr having) {
      return new Select(
          columns,
          from,
          where,
          groupBy,
          having,
          distinct,
          distinctOn,
          orderBy,
          limit,
          offset,
          lock);
    }

    /// Returns this select with equal rows given once or not, and by which values only the first.
    public Select withDistinct(boolean distinct, List<SqlExpr> distinctOn) {
      return new Select(
          columns,
          from,
          where,
          groupBy,
          having,
          distinct,
          distinctOn,
          orderBy,
          limit,
          offset,
          lock);
    }

    /// Returns this select in another order.
    public Select withOrder(List<Order> orderBy) {
      return new Select(
          columns,
          from,
          where,
          groupBy,
          having,
          distinct,
          distinctOn,
          orderBy,
          limit,
          offset,
          lock);
    }

    /// Returns this select with another slice.
    public Select withSlice(OptionalLong limit, long offset) {
      return new Select(
          columns,
          from,
          where,
          groupBy,
          having,
          distinct,
          distinctOn,
          orderBy,
          limit,
          offset,
          lock);
    }

    /// Returns this select with its rows locked so.
    public Select withLock(Optional<Lock> lock) {
      return new Select(
          columns,
          from,
          where,
          groupBy,
          having,
          distinct,
          distinctOn,
          orderBy,
          limit,
          offset,
          lock);
    }
  }

  /// `… UNION …`, `… INTERSECT …` or `… EXCEPT …`.
  record Compound(
      SetOperator operator,
      boolean all,
      List<Rows> parts,
      List<Order> orderBy,
      OptionalLong limit,
      long offset)
      implements Rows {
    /// Makes it from copies of the lists.
    public Compound {
      parts = List.copyOf(parts);
      orderBy = List.copyOf(orderBy);
    }
  }

  /// Which rows a [Compound] keeps.
  enum SetOperator {
    /// Rows of any part.
    UNION,
    /// Rows of every part.
    INTERSECT,
    /// Rows of the first part that no other has.
    EXCEPT
  }

  /// A statement given by hand, with `?` for each parameter.
  record RawRows(String text, List<SqlExpr.Param> params, List<FieldType> types) implements Rows {
    /// Makes it from copies of the lists.
    public RawRows {
      params = List.copyOf(params);
      types = List.copyOf(types);
    }
  }

  /// One selected column, with its alias where it has one.
  record Output(SqlExpr expr, Optional<String> alias) {
    /// Makes one without an alias.
    public Output(SqlExpr expr) {
      this(expr, Optional.empty());
    }

    /// Makes one called `alias`.
    public Output(SqlExpr expr, String alias) {
      this(expr, Optional.of(alias));
    }
  }

  /// One key of an order.
  record Order(SqlExpr expr, boolean descending, Nulls nulls) {
    /// Makes one that leaves NULL where the database puts it.
    public Order(SqlExpr expr, boolean descending) {
      this(expr, descending, Nulls.UNSAID);
    }
  }

  /// Where an order puts NULL.
  enum Nulls {
    /// Wherever the database puts it.
    UNSAID,
    /// Before all values.
    FIRST,
    /// After all values.
    LAST
  }

  /// `FOR UPDATE …`.
  record Lock(boolean nowait, boolean skipLocked, List<String> of, boolean noKey) {
    /// Makes it from a copy of `of`.
    public Lock {
      of = List.copyOf(of);
    }
  }

  /// What rows come from.
  sealed interface From {
    /// Returns the alias by which columns name it.
    String alias();
  }

  /// A table; its alias is written only where it differs from the name.
  record Table(Optional<String> schema, String name, String alias) implements From {
    /// Makes a table of the default schema.
    public Table(String name, String alias) {
      this(Optional.empty(), name, alias);
    }
  }

  /// A select in place of a table.
  record Derived(Rows rows, String alias) implements From {}

  /// A table joined to those before it.
  record Join(JoinKind kind, From source, SqlExpr on) implements From {
    @Override
    public String alias() {
      return source.alias();
    }
  }

  /// Which rows a join keeps.
  enum JoinKind {
    /// Those that have a partner.
    INNER,
    /// All of the left.
    LEFT,
    /// Every pair.
    CROSS
  }

  /// `INSERT INTO …`.
  ///
  /// @param rows the values, a list a row; empty for one row of defaults
  /// @param conflict what to do where a row is already there
  /// @param returning what the database tells of the new rows
  record Insert(
      Table table,
      List<String> columns,
      List<List<SqlExpr>> rows,
      Optional<Conflict> conflict,
      List<Output> returning)
      implements Statement {
    /// Makes it from copies of the lists.
    public Insert {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
      returning = List.copyOf(returning);
    }
  }

  /// What an insert does where a row is already there: nothing, or update these columns.
  record Conflict(List<String> target, List<String> update) {
    /// Makes it from copies of the lists.
    public Conflict {
      target = List.copyOf(target);
      update = List.copyOf(update);
    }
  }

  /// `UPDATE … SET …`.
  record Update(Table table, List<Assignment> set, SqlExpr where, List<Output> returning)
      implements Statement {
    /// Makes it from copies of the lists.
    public Update {
      set = List.copyOf(set);
      returning = List.copyOf(returning);
    }
  }

  /// One `column = value` of an update.
  ///
  /// @param type what the column holds
  record Assignment(String column, FieldType type, SqlExpr value) {}

  /// `DELETE FROM …`.
  record Delete(Table table, SqlExpr where) implements Statement {}

  /// `EXPLAIN …` of another statement.
  record Explain(Statement of, @Nullable String format, List<String> options) implements Statement {
    /// Makes it from a copy of `options`.
    public Explain {
      options = List.copyOf(options);
    }
  }
}
