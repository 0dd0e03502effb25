package orrery.orm.schema;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import orrery.orm.meta.OnDelete;
import orrery.orm.type.FieldType;
import orrery.orm.type.FieldTypes;

/// A table of PostgreSQL that is being read. Columns are known by their numbers. Not thread-safe.
final class PostgresTable {

  private final Optional<String> schema;
  private final String name;
  private final Table.Kind kind;
  private final Optional<String> comment;
  private final Map<Long, ColumnRow> columns = new TreeMap<>();
  private final List<Table.Unique> uniques = new ArrayList<>();
  private final List<Table.Check> checks = new ArrayList<>();
  private final List<Link> links = new ArrayList<>();
  private final Map<String, IndexRow> indexes = new LinkedHashMap<>();
  private final Map<String, List<Table.IndexPart>> parts = new LinkedHashMap<>();
  private List<Long> key = List.of();

  PostgresTable(Optional<String> schema, String name, Table.Kind kind, Optional<String> comment) {
    this.schema = schema;
    this.name = name;
    this.kind = kind;
    this.comment = comment;
  }

  /// A column as the catalogue says it.
  ///
  /// @param identity whether the database numbers it
  record ColumnRow(
      String name,
      String declaredType,
      String baseType,
      boolean notNull,
      Optional<String> defaultSql,
      boolean identity,
      Optional<Table.Generated> generated,
      Optional<String> collation,
      List<String> choices,
      Optional<String> comment) {}

  /// An index as the catalogue says it.
  record IndexRow(String name, boolean unique, Optional<String> condition) {}

  private record Link(
      List<Long> columns, PostgresTable target, List<Long> targets, OnDelete onDelete) {}

  void column(long number, ColumnRow column) {
    columns.put(number, column);
  }

  void primaryKey(List<Long> columns) {
    key = columns;
  }

  void unique(String constraint, List<Long> columns) {
    uniques.add(new Table.Unique(constraint, names(columns), Optional.empty()));
  }

  void check(String constraint, String sql) {
    checks.add(new Table.Check(constraint, sql));
  }

  void foreignKey(List<Long> columns, PostgresTable target, List<Long> targets, OnDelete onDelete) {
    links.add(new Link(columns, target, targets, onDelete));
  }

  /// Adds a part of an index: a column by its number, or 0 and the SQL of an expression.
  void index(IndexRow index, long column, String sql, boolean descending) {
    indexes.put(index.name(), index);
    ColumnRow found = columns.get(column);
    parts
        .computeIfAbsent(index.name(), n -> new ArrayList<>())
        .add(new Table.IndexPart(found == null ? sql : found.name(), found == null, descending));
  }

  private String key() {
    return schema.map(in -> in + "." + name).orElse(name);
  }

  private List<String> names(List<Long> numbers) {
    return numbers.stream()
        .map(columns::get)
        .filter(column -> column != null)
        .map(ColumnRow::name)
        .toList();
  }

  Table finish() {
    List<Table.Index> others = new ArrayList<>();
    for (IndexRow index : indexes.values()) {
      List<Table.IndexPart> of = parts.getOrDefault(index.name(), List.of());
      if (index.unique() && of.stream().noneMatch(Table.IndexPart::expression)) {
        List<String> names = of.stream().map(Table.IndexPart::text).toList();
        uniques.add(new Table.Unique(index.name(), names, index.condition()));
      } else {
        others.add(new Table.Index(index.name(), of, index.unique(), index.condition()));
      }
    }
    return new Table(
        schema,
        name,
        kind,
        comment,
        columns.values().stream().map(this::column).toList(),
        names(key),
        foreignKeys(),
        uniques,
        others,
        checks);
  }

  private List<Table.ForeignKey> foreignKeys() {
    return links.stream()
        .sorted(Comparator.comparing(link -> link.columns().getFirst()))
        .map(link ->
            new Table.ForeignKey(
                names(link.columns()),
                link.target().key(),
                link.target().names(link.targets()),
                link.onDelete()))
        .distinct()
        .toList();
  }

  private Table.Column column(ColumnRow row) {
    boolean alone = key.size() == 1 && names(key).getFirst().equals(row.name());
    boolean numbered =
        row.identity() || row.defaultSql().filter(sql -> sql.startsWith("nextval(")).isPresent();
    int longest = row.choices().stream().mapToInt(String::length).max().orElse(0);
    FieldType type =
        row.choices().isEmpty()
            ? PostgresDeclaredTypes.of(row.baseType())
            : FieldTypes.CHAR.withLength(longest).withOwnType(row.declaredType());
    return new Table.Column(
        row.name(),
        row.declaredType(),
        alone && numbered ? auto(type) : type,
        row.notNull(),
        alone && numbered ? Optional.empty() : row.defaultSql(),
        row.generated(),
        row.collation(),
        row.choices(),
        row.comment());
  }

  private static FieldType auto(FieldType type) {
    return switch (type.name()) {
      case "SmallIntegerField" -> FieldTypes.SMALL_AUTO;
      case "IntegerField" -> FieldTypes.AUTO;
      case "BigIntegerField" -> FieldTypes.BIG_AUTO;
      default -> type;
    };
  }
}
