package orrery.orm.schema;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import orrery.orm.meta.OnDelete;
import orrery.orm.type.FieldType;
import orrery.orm.type.FieldTypes;

/// A table of SQLite that is being read: what the pragmas say of it, and what its statement says.
/// Not thread-safe.
final class SqliteTable {

  private static final int HIDDEN = 1;
  private static final int VIRTUAL = 2;
  private static final int STORED = 3;

  private final String name;
  private final Table.Kind kind;
  private final CreateTable statement;
  private final List<ColumnRow> columns = new ArrayList<>();
  private final Map<Long, ForeignKeyRow> foreignKeys = new LinkedHashMap<>();
  private final Map<String, IndexRow> indexes = new LinkedHashMap<>();
  private final Map<String, List<Table.IndexPart>> indexParts = new LinkedHashMap<>();

  SqliteTable(String name, String type, String sql) {
    this.name = name;
    this.kind =
        switch (type) {
          case "view" -> Table.Kind.VIEW;
          case "virtual" -> Table.Kind.VIRTUAL;
          default -> Table.Kind.TABLE;
        };
    this.statement = new CreateTable(kind == Table.Kind.TABLE ? sql : "");
  }

  private record ColumnRow(
      String name,
      String type,
      boolean notNull,
      @Nullable String defaultSql,
      int key,
      int hidden) {}

  private record ForeignKeyRow(
      List<String> columns, String table, List<String> targets, String onDelete) {}

  /// An index as the pragmas say it.
  ///
  /// @param origin `c` of `CREATE INDEX`, `u` of a unique constraint, `pk` of a primary key
  record IndexRow(String name, boolean unique, String origin, boolean partial, String sql) {}

  void column(
      String name, String type, boolean notNull, @Nullable String defaultSql, int key, int hidden) {
    if (hidden != HIDDEN) {
      columns.add(new ColumnRow(name, type, notNull, defaultSql, key, hidden));
    }
  }

  String name() {
    return name;
  }

  /// Returns the name of a column as the table spells it; as it is where there is no such column.
  String spelled(String column) {
    String wanted = Names.folded(column);
    return columns.stream()
        .map(ColumnRow::name)
        .filter(name -> Names.folded(name).equals(wanted))
        .findFirst()
        .orElse(column);
  }

  void foreignKey(long id, String table, String from, String to, String onDelete) {
    ForeignKeyRow row =
        foreignKeys.computeIfAbsent(
            id, i -> new ForeignKeyRow(new ArrayList<>(), table, new ArrayList<>(), onDelete));
    row.columns().add(from);
    if (!to.isEmpty()) {
      row.targets().add(to);
    }
  }

  /// Adds a part of an index.
  ///
  /// @param column the column; null for an expression
  void index(IndexRow index, long position, @Nullable String column, boolean descending) {
    indexes.put(index.name(), index);
    String text =
        column == null ? new CreateIndex(index.sql()).part(Math.toIntExact(position)) : column;
    indexParts
        .computeIfAbsent(index.name(), n -> new ArrayList<>())
        .add(new Table.IndexPart(text, column == null, descending));
  }

  Table finish() {
    List<Table.Unique> uniques = new ArrayList<>();
    List<Table.Index> others = new ArrayList<>();
    for (IndexRow index : indexes.values()) {
      if (index.origin().equals("pk")) {
        continue;
      }
      List<Table.IndexPart> parts = indexParts.getOrDefault(index.name(), List.of());
      Optional<String> condition =
          index.partial() ? new CreateIndex(index.sql()).condition() : Optional.empty();
      if (index.unique() && parts.stream().noneMatch(Table.IndexPart::expression)) {
        List<String> names = parts.stream().map(Table.IndexPart::text).toList();
        uniques.add(new Table.Unique(uniqueName(index, names), names, condition));
      } else {
        others.add(new Table.Index(index.name(), parts, index.unique(), condition));
      }
    }
    return new Table(
        name,
        kind,
        columns.stream().map(this::column).toList(),
        primaryKey(),
        foreignKeys(),
        uniques,
        others,
        statement.checks());
  }

  /// The index of a constraint is called `sqlite_autoindex_…`; the constraint may have a name.
  private String uniqueName(IndexRow index, List<String> columns) {
    String given = statement.uniqueNames().get(columns.stream().map(Names::folded).toList());
    boolean constraint = index.origin().equals("u");
    return !constraint || given == null || given.isEmpty() ? index.name() : given;
  }

  private List<String> primaryKey() {
    return columns.stream()
        .filter(c -> c.key() > 0)
        .sorted(Comparator.comparingInt(ColumnRow::key))
        .map(ColumnRow::name)
        .toList();
  }

  /// A key is the number of the row where it is a single `INTEGER` for which SQLite made no index.
  private boolean isRowNumber(ColumnRow column) {
    return kind == Table.Kind.TABLE
        && column.key() == 1
        && primaryKey().size() == 1
        && column.type().equalsIgnoreCase("INTEGER")
        && indexes.values().stream().noneMatch(index -> index.origin().equals("pk"));
  }

  private Table.Column column(ColumnRow row) {
    String key = Names.folded(row.name());
    boolean generated = row.hidden() == VIRTUAL || row.hidden() == STORED;
    return new Table.Column(
        row.name(),
        row.type(),
        type(row),
        row.notNull() || row.key() > 0,
        Optional.ofNullable(row.defaultSql()).filter(sql -> !sql.equalsIgnoreCase("NULL")),
        generated
            ? Optional.of(
                new Table.Generated(
                    statement.generated().getOrDefault(key, ""), row.hidden() == STORED))
            : Optional.empty(),
        Optional.ofNullable(statement.collations().get(key)));
  }

  /// Django stores JSON as text with a check, which tells it from other text.
  private FieldType type(ColumnRow row) {
    if (isRowNumber(row)) {
      return FieldTypes.AUTO;
    }
    FieldType declared = SqliteDeclaredTypes.of(row.type());
    String check = "json_valid(" + Names.folded(row.name()) + ")";
    boolean json =
        declared.equals(FieldTypes.TEXT)
            && statement.checks().stream()
                .anyMatch(
                    c -> Names.folded(c.sql()).replaceAll("[\"`\\[\\]\\s]", "").contains(check));
    return json ? FieldTypes.JSON : declared;
  }

  private List<Table.ForeignKey> foreignKeys() {
    Map<String, Integer> places = new LinkedHashMap<>();
    columns.forEach(c -> places.put(Names.folded(c.name()), places.size()));
    Set<Table.ForeignKey> seen = new HashSet<>();
    return foreignKeys.values().stream()
        .map(row ->
            new Table.ForeignKey(
                row.columns(), row.table(), row.targets(), onDelete(row.onDelete())))
        .filter(seen::add)
        .sorted(
            Comparator.comparingInt(
                f -> places.getOrDefault(Names.folded(f.columns().getFirst()), places.size())))
        .toList();
  }

  private static OnDelete onDelete(String action) {
    return switch (action) {
      case "CASCADE" -> OnDelete.DB_CASCADE;
      case "SET NULL" -> OnDelete.DB_SET_NULL;
      case "SET DEFAULT" -> OnDelete.DB_SET_DEFAULT;
      default -> OnDelete.DO_NOTHING;
    };
  }
}
