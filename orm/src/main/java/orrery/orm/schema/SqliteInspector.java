package orrery.orm.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import orrery.orm.db.Database;
import orrery.orm.db.Reason;
import orrery.orm.dialect.Binding;
import orrery.orm.dialect.Sql;
import orrery.orm.error.OperationalError;
import orrery.orm.type.FieldType;
import orrery.orm.type.FieldTypes;

/// Reads the tables of a SQLite database by its pragmas, as table-valued functions over all tables
/// at once: three statements, and a fourth where a column has no declared type.
///
/// Where one view or virtual table cannot be read (it names a table that is gone, or a module that
/// is not there) SQLite refuses the whole statement; then views are asked for one by one, and those
/// that fail are left out with a warning. The tables that a virtual table keeps its data in are
/// left out.
final class SqliteInspector implements Inspector {

  /// How many subqueries a statement has at most; SQLite's limit of columns is 2000.
  private static final int BATCH = 500;

  private static final String STATEMENTS =
      "SELECT name, sql FROM sqlite_schema WHERE type IN ('table', 'index') AND sql IS NOT NULL";

  private static final String TABLES =
      """
      SELECT t.name, t.type, c.name, c.type, c."notnull", c.dflt_value, c.pk, c.hidden
      FROM pragma_table_list AS t
      JOIN pragma_table_xinfo(t.name, t.schema) AS c
      WHERE t.schema = 'main' AND t.type <> 'shadow' AND t.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'\
      """;

  private static final String FOREIGN_KEYS =
      """
      SELECT t.name, f.id, f."table", f."from", f."to", f.on_delete
      FROM pragma_table_list AS t
      JOIN pragma_foreign_key_list(t.name, t.schema) AS f
      WHERE t.schema = 'main' AND t.type = 'table'
      ORDER BY t.name, f.id DESC, f.seq\
      """;

  private static final String INDEXES =
      """
      SELECT t.name, i.name, i."unique", i.origin, i.partial, x.seqno, x.name, x."desc"
      FROM pragma_table_list AS t
      JOIN pragma_index_list(t.name, t.schema) AS i
      JOIN pragma_index_xinfo(i.name, t.schema) AS x
      WHERE t.schema = 'main' AND t.type = 'table' AND x.key = 1
      ORDER BY t.name, i.name, x.seqno\
      """;

  private final Database database;
  private final Map<String, SqliteTable> tables = new LinkedHashMap<>();
  private final Map<String, String> statements = new HashMap<>();
  private final List<String> warnings = new ArrayList<>();

  SqliteInspector(Database database) {
    this.database = database;
  }

  @Override
  public Schema read() {
    for (@Nullable Object[] row : all(STATEMENTS)) {
      statements.put(text(row[0]), text(row[1]));
    }
    readTables();
    Map<String, SqliteTable> folded = new HashMap<>();
    tables.forEach((name, table) -> folded.put(Names.folded(name), table));
    for (@Nullable Object[] row : all(FOREIGN_KEYS)) {
      SqliteTable table = tables.get(text(row[0]));
      if (table != null) {
        SqliteTable target = folded.get(Names.folded(text(row[2])));
        table.foreignKey(
            number(row[1]),
            target == null ? text(row[2]) : target.name(),
            text(row[3]),
            target == null || row[4] == null ? text(row[4]) : target.spelled(text(row[4])),
            text(row[5]));
      }
    }
    for (@Nullable Object[] row : all(INDEXES)) {
      SqliteTable table = tables.get(text(row[0]));
      if (table != null) {
        SqliteTable.IndexRow index =
            new SqliteTable.IndexRow(
                text(row[1]),
                number(row[2]) == 1,
                text(row[3]),
                number(row[4]) == 1,
                statement(text(row[1])));
        String column = row[6] == null ? null : text(row[6]);
        table.index(index, number(row[5]), column, number(row[7]) == 1);
      }
    }
    return new Schema(observed(finished()), warnings);
  }

  private void readTables() {
    try {
      add(all(TABLES + " ORDER BY t.name, c.cid"));
    } catch (OperationalError e) {
      if (isInterrupted(e)) {
        throw e;
      }
      tables.clear();
      add(all(TABLES + " AND t.type = 'table' ORDER BY t.name, c.cid"));
      String others =
          "SELECT name FROM pragma_table_list"
              + " WHERE schema = 'main' AND type IN ('view', 'virtual') ORDER BY name";
      for (@Nullable Object[] row : all(others)) {
        readAlone(text(row[0]));
      }
    }
  }

  private void readAlone(String name) {
    List<Binding> bindings = List.of(new Binding(name, FieldTypes.TEXT));
    try {
      String sql = TABLES + " AND t.name = ? ORDER BY c.cid";
      add(database.all(new Sql(sql, bindings, List.of()), Reason.SCHEMA));
    } catch (OperationalError e) {
      if (isInterrupted(e)) {
        throw e;
      }
      warnings.add("'" + name + "' cannot be read and is left out: " + e.sentence() + ".");
    }
  }

  private void add(List<@Nullable Object[]> rows) {
    for (@Nullable Object[] row : rows) {
      String name = text(row[0]);
      tables
          .computeIfAbsent(name, n -> new SqliteTable(n, text(row[1]), statement(n)))
          .column(
              text(row[2]),
              text(row[3]),
              number(row[4]) == 1,
              row[5] == null ? null : text(row[5]),
              (int) number(row[6]),
              (int) number(row[7]));
    }
  }

  private List<Table> finished() {
    return tables.values().stream()
        .map(SqliteTable::finish)
        .filter(table -> !table.columns().isEmpty())
        .sorted((a, b) -> {
          int order = Names.lower(a.name()).compareTo(Names.lower(b.name()));
          return order == 0 ? a.name().compareTo(b.name()) : order;
        })
        .toList();
  }

  /// Gives each column without a declared type that of its first value.
  private List<Table> observed(List<Table> tables) {
    List<String> asked = new ArrayList<>();
    for (Table table : tables) {
      for (Table.Column column : table.columns()) {
        if (column.type().equals(FieldTypes.ANY)) {
          asked.add(firstType(table.name(), column.name()));
        }
      }
    }
    if (asked.isEmpty()) {
      return tables;
    }
    List<FieldType> types = new ArrayList<>();
    for (int from = 0; from < asked.size(); from += BATCH) {
      List<String> batch = asked.subList(from, Math.min(asked.size(), from + BATCH));
      types.addAll(firstTypes(batch));
    }
    return tables.stream().map(table -> withTypes(table, types)).toList();
  }

  /// A view may fail when it is read, though its columns are known; then columns are asked one by
  /// one, and those that fail are taken for text.
  private List<FieldType> firstTypes(List<String> asked) {
    try {
      List<FieldType> types = new ArrayList<>();
      for (Object type : all("SELECT " + String.join(", ", asked)).getFirst()) {
        types.add(stored(text(type)));
      }
      return types;
    } catch (OperationalError e) {
      if (isInterrupted(e)) {
        throw e;
      }
      return asked.size() == 1
          ? List.of(FieldTypes.TEXT)
          : asked.stream().flatMap(one -> firstTypes(List.of(one)).stream()).toList();
    }
  }

  private static boolean isInterrupted(OperationalError e) {
    return e.sentence().equals("interrupted");
  }

  private String firstType(String table, String column) {
    String name = database.dialect().quote(column);
    return "(SELECT typeof(%s) FROM %s WHERE %s IS NOT NULL LIMIT 1)"
        .formatted(name, database.dialect().quote(table), name);
  }

  private static FieldType stored(String typeof) {
    return switch (typeof) {
      case "integer" -> FieldTypes.INTEGER;
      case "real" -> FieldTypes.FLOAT;
      case "blob" -> FieldTypes.BINARY;
      default -> FieldTypes.TEXT;
    };
  }

  /// Takes the types of the columns without one off the start of `types`.
  private static Table withTypes(Table table, List<FieldType> types) {
    List<Table.Column> columns = new ArrayList<>();
    for (Table.Column column : table.columns()) {
      boolean untyped = column.type().equals(FieldTypes.ANY);
      columns.add(untyped ? column.withType(types.removeFirst()) : column);
    }
    return new Table(
        table.name(),
        table.kind(),
        columns,
        table.primaryKey(),
        table.foreignKeys(),
        table.uniques(),
        table.indexes(),
        table.checks());
  }

  private String statement(String name) {
    return statements.getOrDefault(name, "");
  }

  private List<@Nullable Object[]> all(String sql) {
    return database.all(Sql.of(sql), Reason.SCHEMA);
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  private static long number(@Nullable Object value) {
    return value instanceof Long number ? number : 0;
  }
}
