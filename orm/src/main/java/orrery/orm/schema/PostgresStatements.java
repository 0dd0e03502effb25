package orrery.orm.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import orrery.orm.db.Database;
import orrery.orm.db.Reason;
import orrery.orm.dialect.Sql;

/// The statements that make what is in a PostgreSQL database again, but for the rows: of its
/// catalogue, in the server's own words where it has a function that says them.
///
/// What an extension brought comes with the extension. Not said are owners, rights, storage, rules,
/// and tables of other servers.
final class PostgresStatements {

  /// What `:ours(c)` stands for: that what `c` names is neither the system's nor an extension's.
  private static final Pattern OURS = Pattern.compile(":ours\\((\\w)\\)");

  private static final String IS_OURS =
      """
      n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\\\\_%' AND NOT EXISTS (
        SELECT 1 FROM pg_depend AS x WHERE x.objid = $1.oid AND x.deptype = 'e')\
      """;

  private static final String SCHEMAS =
      """
      SELECT 'CREATE SCHEMA ' || quote_ident(n.nspname) FROM pg_namespace AS n
      WHERE n.nspname <> 'public' AND :ours(n)
      ORDER BY n.nspname\
      """;

  private static final String EXTENSIONS =
      """
      SELECT 'CREATE EXTENSION IF NOT EXISTS ' || quote_ident(e.extname) || ' WITH SCHEMA '
        || quote_ident(n.nspname)
      FROM pg_extension AS e JOIN pg_namespace AS n ON n.oid = e.extnamespace
      WHERE e.extname <> 'plpgsql' ORDER BY e.oid\
      """;

  // The row types of tables, and the arrays of types, come with them.
  private static final String TYPES =
      """
      SELECT CASE t.typtype
        WHEN 'e' THEN 'CREATE TYPE ' || t.oid::regtype || ' AS ENUM (' || (
          SELECT string_agg(quote_literal(e.enumlabel), ', ' ORDER BY e.enumsortorder)
          FROM pg_enum AS e WHERE e.enumtypid = t.oid) || ')'
        WHEN 'c' THEN 'CREATE TYPE ' || t.oid::regtype || ' AS (' || (
          SELECT string_agg(
            quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod), ', '
            ORDER BY a.attnum)
          FROM pg_attribute AS a
          WHERE a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped) || ')'
        WHEN 'r' THEN 'CREATE TYPE ' || t.oid::regtype || ' AS RANGE (SUBTYPE = ' || (
          SELECT r.rngsubtype::regtype::text FROM pg_range AS r WHERE r.rngtypid = t.oid) || ')'
        ELSE 'CREATE DOMAIN ' || t.oid::regtype || ' AS ' || format_type(t.typbasetype, t.typtypmod)
          || coalesce(' DEFAULT ' || t.typdefault, '')
          || CASE WHEN t.typnotnull THEN ' NOT NULL' ELSE '' END
          || coalesce((
            SELECT string_agg(
              ' CONSTRAINT ' || quote_ident(k.conname) || ' ' || pg_get_constraintdef(k.oid), ''
              ORDER BY k.conname)
            FROM pg_constraint AS k WHERE k.contypid = t.oid AND k.contype = 'c'), '')
        END
      FROM pg_type AS t
      JOIN pg_namespace AS n ON n.oid = t.typnamespace
      LEFT JOIN pg_class AS c ON c.oid = t.typrelid
      WHERE (t.typtype IN ('e', 'd', 'r') OR t.typtype = 'c' AND c.relkind = 'c') AND :ours(t)
      ORDER BY t.oid\
      """;

  // An identity column brings its sequence itself.
  private static final String SEQUENCES =
      """
      SELECT 'CREATE SEQUENCE ' || c.oid::regclass || ' AS ' || s.seqtypid::regtype
        || ' INCREMENT BY ' || s.seqincrement || ' MINVALUE ' || s.seqmin || ' MAXVALUE ' || s.seqmax
        || ' START WITH ' || s.seqstart || CASE WHEN s.seqcycle THEN ' CYCLE' ELSE '' END
      FROM pg_sequence AS s
      JOIN pg_class AS c ON c.oid = s.seqrelid
      JOIN pg_namespace AS n ON n.oid = c.relnamespace
      WHERE NOT EXISTS (
        SELECT 1 FROM pg_depend AS d WHERE d.objid = c.oid AND d.deptype = 'i') AND :ours(c)
      ORDER BY c.oid\
      """;

  private static final String OWNERS =
      """
      SELECT 'ALTER SEQUENCE ' || c.oid::regclass || ' OWNED BY ' || d.refobjid::regclass || '.'
        || quote_ident(a.attname)
      FROM pg_class AS c
      JOIN pg_namespace AS n ON n.oid = c.relnamespace
      JOIN pg_depend AS d ON d.objid = c.oid AND d.deptype = 'a' AND d.refobjsubid > 0
        AND d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass
      JOIN pg_attribute AS a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
      WHERE c.relkind = 'S' AND :ours(c)
      ORDER BY c.oid\
      """;

  // A function of the rows of a table has to wait for the table.
  private static final String FUNCTIONS =
      """
      SELECT pg_get_functiondef(p.oid)
      FROM pg_proc AS p JOIN pg_namespace AS n ON n.oid = p.pronamespace
      WHERE p.prokind IN ('f', 'p') AND :not EXISTS (
        SELECT 1 FROM pg_type AS t JOIN pg_class AS c ON c.oid = t.typrelid
        WHERE c.relkind <> 'c' AND t.oid = ANY (p.proargtypes::oid[] || p.prorettype)) AND :ours(p)
      ORDER BY p.oid\
      """;

  private static final String TABLES =
      """
      SELECT 'CREATE' || CASE WHEN c.relpersistence = 'u' THEN ' UNLOGGED' ELSE '' END || ' TABLE '
        || c.oid::regclass
        || CASE WHEN c.relispartition THEN ' PARTITION OF ' || (
            SELECT i.inhparent::regclass FROM pg_inherits AS i WHERE i.inhrelid = c.oid)
            || ' ' || pg_get_expr(c.relpartbound, c.oid)
          ELSE ' (' || coalesce(E'\\n  ' || (
            SELECT string_agg(part, E',\\n  ' ORDER BY place, number, part)
            FROM (
              SELECT 0 AS place, a.attnum AS number,
                quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod)
                || CASE WHEN a.attcollation <> t.typcollation
                  THEN ' COLLATE ' || a.attcollation::regcollation ELSE '' END
                || CASE a.attgenerated
                  WHEN 's' THEN ' GENERATED ALWAYS AS (' || pg_get_expr(d.adbin, d.adrelid) || ') STORED'
                  WHEN 'v' THEN ' GENERATED ALWAYS AS (' || pg_get_expr(d.adbin, d.adrelid) || ')'
                  ELSE coalesce(' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid), '') END
                || CASE a.attidentity
                  WHEN 'a' THEN ' GENERATED ALWAYS AS IDENTITY'
                  WHEN 'd' THEN ' GENERATED BY DEFAULT AS IDENTITY'
                  ELSE '' END
                || CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END AS part
              FROM pg_attribute AS a
              JOIN pg_type AS t ON t.oid = a.atttypid
              LEFT JOIN pg_attrdef AS d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
              WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attislocal
              UNION ALL
              SELECT 1, position(k.contype IN 'puxc'),
                'CONSTRAINT ' || quote_ident(k.conname) || ' ' || pg_get_constraintdef(k.oid)
              FROM pg_constraint AS k
              WHERE k.conrelid = c.oid AND k.contype IN ('p', 'u', 'x', 'c') AND k.conislocal
            ) AS parts) || E'\\n', '') || ')'
            || coalesce(' INHERITS (' || (
              SELECT string_agg(i.inhparent::regclass::text, ', ' ORDER BY i.inhseqno)
              FROM pg_inherits AS i WHERE i.inhrelid = c.oid) || ')', '')
          END
        || CASE WHEN c.relkind = 'p' THEN ' PARTITION BY ' || pg_get_partkeydef(c.oid) ELSE '' END
      FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p') AND :ours(c)
      ORDER BY c.oid\
      """;

  private static final String LINKS =
      """
      SELECT 'ALTER TABLE ' || c.oid::regclass || ' ADD CONSTRAINT ' || quote_ident(k.conname) || ' '
        || pg_get_constraintdef(k.oid)
      FROM pg_constraint AS k
      JOIN pg_class AS c ON c.oid = k.conrelid
      JOIN pg_namespace AS n ON n.oid = c.relnamespace
      WHERE k.contype = 'f' AND k.conparentid = 0 AND :ours(c)
      ORDER BY c.oid, k.conname\
      """;

  // Of a view the rows are kept, or not; a view may read one that was made before it.
  private static final String VIEWS =
      """
      SELECT 'CREATE ' || CASE c.relkind WHEN 'm' THEN 'MATERIALIZED ' ELSE '' END || 'VIEW '
        || c.oid::regclass || E' AS\\n' || rtrim(pg_get_viewdef(c.oid), ';')
      FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('v', 'm') AND :ours(c)
      ORDER BY c.oid\
      """;

  private static final String INDEXES =
      """
      SELECT pg_get_indexdef(i.indexrelid)
      FROM pg_index AS i
      JOIN pg_class AS c ON c.oid = i.indrelid
      JOIN pg_class AS x ON x.oid = i.indexrelid
      JOIN pg_namespace AS n ON n.oid = c.relnamespace
      WHERE NOT x.relispartition AND NOT EXISTS (
        SELECT 1 FROM pg_constraint AS k WHERE k.conindid = i.indexrelid
        AND k.contype IN ('p', 'u', 'x')) AND :ours(c)
      ORDER BY c.oid, x.relname\
      """;

  private static final String TRIGGERS =
      """
      SELECT pg_get_triggerdef(g.oid)
      FROM pg_trigger AS g
      JOIN pg_class AS c ON c.oid = g.tgrelid
      JOIN pg_namespace AS n ON n.oid = c.relnamespace
      WHERE NOT g.tgisinternal AND g.tgparentid = 0 AND :ours(c)
      ORDER BY c.oid, g.tgname\
      """;

  private static final String COMMENTS =
      """
      SELECT 'COMMENT ON ' || CASE
          WHEN d.objsubid > 0 THEN 'COLUMN ' || c.oid::regclass || '.' || quote_ident(a.attname)
          WHEN c.relkind = 'v' THEN 'VIEW ' || c.oid::regclass
          WHEN c.relkind = 'm' THEN 'MATERIALIZED VIEW ' || c.oid::regclass
          ELSE 'TABLE ' || c.oid::regclass END
        || ' IS ' || quote_literal(d.description)
      FROM pg_description AS d
      JOIN pg_class AS c ON c.oid = d.objoid AND d.classoid = 'pg_class'::regclass
      JOIN pg_namespace AS n ON n.oid = c.relnamespace
      LEFT JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum = d.objsubid
      WHERE c.relkind IN ('r', 'p', 'v', 'm') AND :ours(c)
      ORDER BY c.oid, d.objsubid\
      """;

  private final Database database;

  PostgresStatements(Database database) {
    this.database = database;
  }

  List<String> read() {
    List<String> statements = new ArrayList<>();
    List<String> early = texts(FUNCTIONS.replace(":not", "NOT"));
    List<String> late = texts(FUNCTIONS.replace(":not", ""));
    statements.addAll(texts(SCHEMAS));
    statements.addAll(texts(EXTENSIONS));
    statements.addAll(texts(TYPES));
    statements.addAll(texts(SEQUENCES));
    if (!early.isEmpty() || !late.isEmpty()) {
      // What a function does may name what is made after it.
      statements.add("SET check_function_bodies = false");
    }
    statements.addAll(early);
    statements.addAll(texts(TABLES));
    statements.addAll(texts(OWNERS));
    statements.addAll(late);
    statements.addAll(texts(LINKS));
    statements.addAll(texts(VIEWS));
    statements.addAll(texts(INDEXES));
    statements.addAll(texts(TRIGGERS));
    statements.addAll(texts(COMMENTS));
    return statements;
  }

  private List<String> texts(String sql) {
    List<String> texts = new ArrayList<>();
    for (@Nullable Object[] row :
        database.all(Sql.of(OURS.matcher(sql).replaceAll(IS_OURS)), Reason.SCHEMA)) {
      texts.add(String.valueOf(row[0]));
    }
    return texts;
  }
}
