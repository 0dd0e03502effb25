package orrery.orm.schema;

import java.util.List;
import java.util.Optional;
import orrery.orm.meta.OnDelete;
import orrery.orm.type.FieldType;

/// A table or a view as its database describes it. Columns are named as the database spells them.
/// Immutable.
///
/// @param schema the schema it is in, where it is not one of those that a bare name is looked for
///   in
/// @param name its name
/// @param kind what it is
/// @param comment what was written about it
/// @param columns its columns, in their order
/// @param primaryKey the columns of the primary key, in the key's order; empty where there is none
/// @param foreignKeys the foreign keys, in the order of their first columns
/// @param uniques what must be unique, the primary key aside
/// @param indexes the other indexes
/// @param checks the conditions that each row must meet
public record Table(
    Optional<String> schema,
    String name,
    Kind kind,
    Optional<String> comment,
    List<Column> columns,
    List<String> primaryKey,
    List<ForeignKey> foreignKeys,
    List<Unique> uniques,
    List<Index> indexes,
    List<Check> checks) {

  /// Makes it from copies of the lists.
  public Table {
    columns = List.copyOf(columns);
    primaryKey = List.copyOf(primaryKey);
    foreignKeys = List.copyOf(foreignKeys);
    uniques = List.copyOf(uniques);
    indexes = List.copyOf(indexes);
    checks = List.copyOf(checks);
  }

  /// Makes one in the default schema, without a comment.
  Table(
      String name,
      Kind kind,
      List<Column> columns,
      List<String> primaryKey,
      List<ForeignKey> foreignKeys,
      List<Unique> uniques,
      List<Index> indexes,
      List<Check> checks) {
    this(
        Optional.empty(),
        name,
        kind,
        Optional.empty(),
        columns,
        primaryKey,
        foreignKeys,
        uniques,
        indexes,
        checks);
  }

  /// Returns what tells it from all other tables: its name, with the schema before it where that is
  /// not the default one.
  public String key() {
    return schema.map(in -> in + "." + name).orElse(name);
  }

  /// What has rows.
  public enum Kind {
    /// A table.
    TABLE,
    /// A query that is kept under a name.
    VIEW,
    /// A table that an extension makes up, such as a full-text index.
    VIRTUAL
  }

  /// A column.
  ///
  /// @param name its name
  /// @param declaredType its type in the database's own words; empty where none was declared
  /// @param type the field type that stands for it
  /// @param notNull whether NULL is refused
  /// @param defaultSql the SQL of its default
  /// @param generated how it is computed, of a generated column
  /// @param collation the collation that was declared
  /// @param choices the only values there may be, in their order, where the type names them
  /// @param comment what was written about it
  public record Column(
      String name,
      String declaredType,
      FieldType type,
      boolean notNull,
      Optional<String> defaultSql,
      Optional<Generated> generated,
      Optional<String> collation,
      List<String> choices,
      Optional<String> comment) {

    /// Makes it from a copy of `choices`.
    public Column {
      choices = List.copyOf(choices);
    }

    /// Makes one without choices and comment.
    Column(
        String name,
        String declaredType,
        FieldType type,
        boolean notNull,
        Optional<String> defaultSql,
        Optional<Generated> generated,
        Optional<String> collation) {
      this(
          name,
          declaredType,
          type,
          notNull,
          defaultSql,
          generated,
          collation,
          List.of(),
          Optional.empty());
    }

    /// Returns this column with another field type.
    Column withType(FieldType other) {
      return new Column(
          name, declaredType, other, notNull, defaultSql, generated, collation, choices, comment);
    }
  }

  /// How a generated column is computed.
  ///
  /// @param sql the expression
  /// @param stored whether the value is kept in the row
  public record Generated(String sql, boolean stored) {}

  /// A foreign key.
  ///
  /// @param columns its columns
  /// @param table the [#key] of the table it points to
  /// @param targetColumns the columns it points to, in the order of `columns`; empty for the
  ///   primary key
  /// @param onDelete what the database does when the target is deleted
  public record ForeignKey(
      List<String> columns, String table, List<String> targetColumns, OnDelete onDelete) {

    /// Makes it from copies of the lists.
    public ForeignKey {
      columns = List.copyOf(columns);
      targetColumns = List.copyOf(targetColumns);
    }
  }

  /// A rule that no two rows have the same values.
  ///
  /// @param name its name
  /// @param columns its columns
  /// @param condition the SQL of which rows it is about; empty for all
  public record Unique(String name, List<String> columns, Optional<String> condition) {

    /// Makes it from a copy of `columns`.
    public Unique {
      columns = List.copyOf(columns);
    }
  }

  /// An index.
  ///
  /// @param name its name
  /// @param parts what it goes by
  /// @param unique whether no two rows have the same values of its parts; only where one of them is
  ///   an expression, else it is a [Unique]
  /// @param condition the SQL of which rows are in it; empty for all
  public record Index(
      String name, List<IndexPart> parts, boolean unique, Optional<String> condition) {

    /// Makes it from a copy of `parts`.
    public Index {
      parts = List.copyOf(parts);
    }
  }

  /// A column of an index, or an expression.
  ///
  /// @param text the name of the column, or the SQL of the expression
  /// @param expression whether it is an expression
  /// @param descending whether it is from high to low
  public record IndexPart(String text, boolean expression, boolean descending) {}

  /// A condition that each row must meet.
  ///
  /// @param name its name; empty where it has none
  /// @param sql the condition
  public record Check(String name, String sql) {}
}
