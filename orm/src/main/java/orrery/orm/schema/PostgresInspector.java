package orrery.orm.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orrery.orm.db.Database;
import orrery.orm.db.Reason;
import orrery.orm.dialect.Sql;
import orrery.orm.meta.OnDelete;

/// Reads the tables of a PostgreSQL database from its catalogue: three statements.
///
/// All schemas are read. A table that is found by its bare name (its schema is in the search path)
/// has that name; another says its schema. Left out are the system's own tables, those of
/// extensions, the parts of partitioned tables, and, with a warning, those that may not be read.
final class PostgresInspector implements Inspector {

  private static final String TABLES =
      """
      SELECT c.oid, n.nspname, c.relname, c.relkind, pg_table_is_visible(c.oid),
        has_any_column_privilege(c.oid, 'SELECT'), obj_description(c.oid, 'pg_class'),
        a.attnum, a.attname, format_type(a.atttypid, a.atttypmod),
        CASE WHEN t.typtype = 'd' THEN format_type(t.typbasetype, t.typtypmod)
          ELSE format_type(a.atttypid, a.atttypmod) END,
        a.attnotnull OR t.typnotnull, pg_get_expr(d.adbin, d.adrelid), a.attidentity, a.attgenerated,
        o.collname, col_description(c.oid, a.attnum),
        (SELECT array_agg(e.enumlabel::text ORDER BY e.enumsortorder)
          FROM pg_enum AS e WHERE e.enumtypid = t.oid)
      FROM pg_class AS c
      JOIN pg_namespace AS n ON n.oid = c.relnamespace
      JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      JOIN pg_type AS t ON t.oid = a.atttypid
      LEFT JOIN pg_attrdef AS d ON d.adrelid = c.oid AND d.adnum = a.attnum
      LEFT JOIN pg_collation AS o ON o.oid = a.attcollation AND a.attcollation <> t.typcollation
      WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND NOT c.relispartition
        AND n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\\_%'
        AND NOT EXISTS (SELECT 1 FROM pg_depend AS x
          WHERE x.classid = 'pg_class'::regclass AND x.objid = c.oid AND x.deptype = 'e')
      ORDER BY n.nspname, c.relname, a.attnum\
      """;

  private static final String CONSTRAINTS =
      """
      SELECT k.conrelid, k.conname, k.contype, k.conkey, k.confrelid, k.confkey, k.confdeltype,
        pg_get_expr(k.conbin, k.conrelid)
      FROM pg_constraint AS k
      WHERE k.contype IN ('p', 'u', 'f', 'c') AND k.conrelid <> 0
      ORDER BY k.conrelid, k.conkey, k.conname\
      """;

  private static final String INDEXES =
      """
      SELECT i.indrelid, x.relname, i.indisunique, pg_get_expr(i.indpred, i.indrelid),
        i.indkey[p.n - 1], pg_get_indexdef(i.indexrelid, p.n, true), i.indoption[p.n - 1] & 1 = 1
      FROM pg_index AS i
      JOIN pg_class AS x ON x.oid = i.indexrelid
      JOIN pg_namespace AS n ON n.oid = x.relnamespace
      CROSS JOIN LATERAL generate_series(1, i.indnkeyatts) AS p(n)
      WHERE n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\\_%' AND i.indislive
        AND NOT EXISTS (SELECT 1 FROM pg_constraint AS k
          WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))
      ORDER BY i.indrelid, x.relname, p.n\
      """;

  private final Database database;
  private final Map<Long, PostgresTable> tables = new LinkedHashMap<>();
  private final Map<Long, String> refused = new HashMap<>();
  private final List<String> warnings = new ArrayList<>();

  PostgresInspector(Database database) {
    this.database = database;
  }

  @Override
  public Schema read() {
    for (@Nullable Object[] row : all(TABLES)) {
      column(row);
    }
    for (@Nullable Object[] row : all(CONSTRAINTS)) {
      constraint(row);
    }
    for (@Nullable Object[] row : all(INDEXES)) {
      PostgresTable table = tables.get(number(row[0]));
      if (table != null) {
        PostgresTable.IndexRow index =
            new PostgresTable.IndexRow(text(row[1]), truth(row[2]), optional(row[3]));
        table.index(index, number(row[4]), text(row[5]), truth(row[6]));
      }
    }
    refused.values().stream()
        .sorted()
        .forEach(name -> warnings.add("'" + name + "' may not be read and is left out."));
    return new Schema(
        tables.values().stream()
            .map(PostgresTable::finish)
            .sorted((a, b) -> {
              int order = Names.lower(a.key()).compareTo(Names.lower(b.key()));
              return order == 0 ? a.key().compareTo(b.key()) : order;
            })
            .toList(),
        warnings);
  }

  private void column(@Nullable Object[] row) {
    long id = number(row[0]);
    Optional<String> schema = truth(row[4]) ? Optional.empty() : Optional.of(text(row[1]));
    if (!truth(row[5])) {
      refused.put(id, schema.map(in -> in + ".").orElse("") + text(row[2]));
      return;
    }
    Optional<String> expression = optional(row[12]);
    String generated = text(row[14]);
    boolean identity = !text(row[13]).isEmpty();
    tables
        .computeIfAbsent(
            id, n -> new PostgresTable(schema, text(row[2]), kind(text(row[3])), optional(row[6])))
        .column(
            number(row[7]),
            new PostgresTable.ColumnRow(
                text(row[8]),
                text(row[9]),
                text(row[10]),
                truth(row[11]),
                generated.isEmpty() ? expression : Optional.empty(),
                identity,
                generated.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                        new Table.Generated(expression.orElse(""), generated.equals("s"))),
                optional(row[15]),
                texts(row[17]),
                optional(row[16])));
  }

  private void constraint(@Nullable Object[] row) {
    PostgresTable table = tables.get(number(row[0]));
    if (table == null) {
      return;
    }
    String name = text(row[1]);
    List<Long> columns = numbers(row[3]);
    switch (text(row[2])) {
      case "p" -> table.primaryKey(columns);
      case "u" -> table.unique(name, columns);
      case "c" -> table.check(name, text(row[7]));
      default -> {
        PostgresTable target = tables.get(number(row[4]));
        if (target != null) {
          table.foreignKey(columns, target, numbers(row[5]), onDelete(text(row[6])));
        }
      }
    }
  }

  private static Table.Kind kind(String letter) {
    return switch (letter) {
      case "v", "m" -> Table.Kind.VIEW;
      case "f" -> Table.Kind.VIRTUAL;
      default -> Table.Kind.TABLE;
    };
  }

  private static OnDelete onDelete(String letter) {
    return switch (letter) {
      case "c" -> OnDelete.DB_CASCADE;
      case "n" -> OnDelete.DB_SET_NULL;
      case "d" -> OnDelete.DB_SET_DEFAULT;
      default -> OnDelete.DO_NOTHING;
    };
  }

  private List<@Nullable Object[]> all(String sql) {
    return database.all(Sql.of(sql), Reason.SCHEMA);
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  private static Optional<String> optional(@Nullable Object value) {
    return Optional.ofNullable(value).map(Object::toString);
  }

  private static long number(@Nullable Object value) {
    return value instanceof Long number ? number : 0;
  }

  private static boolean truth(@Nullable Object value) {
    return Boolean.TRUE.equals(value);
  }

  private static List<Long> numbers(@Nullable Object value) {
    List<Long> numbers = new ArrayList<>();
    if (value instanceof List<?> list) {
      list.forEach(item -> numbers.add(number(item)));
    }
    return numbers;
  }

  private static List<String> texts(@Nullable Object value) {
    List<String> texts = new ArrayList<>();
    if (value instanceof List<?> list) {
      list.forEach(item -> texts.add(text(item)));
    }
    return texts;
  }
}
