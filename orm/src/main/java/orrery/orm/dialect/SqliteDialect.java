package orrery.orm.dialect;

import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.sqlite.SQLiteException;
import org.sqlite.core.Codes;
import orrery.orm.error.DataError;
import orrery.orm.error.DatabaseError;
import orrery.orm.error.IntegrityError;
import orrery.orm.error.OperationalError;
import orrery.orm.error.OrmError;
import orrery.orm.error.ProgrammingError;
import orrery.orm.sql.SqlExpr;
import orrery.orm.sql.Statement;
import orrery.orm.type.FieldType;
import orrery.orm.type.FieldTypes;

/// SQLite 3.
///
/// @param maxBindings the most placeholders that one statement may have
public record SqliteDialect(int maxBindings) implements Dialect {

  /// What the SQLite that comes with the driver was built with.
  public static final int MAX_BINDINGS = 250_000;

  private static final Codecs CODECS = new SqliteCodecs();

  private static final int RANGE = 25;
  private static final int NOT_A_DATABASE = 26;

  /// Makes it with the limits of the SQLite that comes with the driver.
  public SqliteDialect() {
    this(MAX_BINDINGS);
  }

  @Override
  public String name() {
    return "sqlite";
  }

  @Override
  public Codecs codecs() {
    return CODECS;
  }

  @Override
  public String quote(String identifier) {
    return '"' + identifier.replace("\"", "\"\"") + '"';
  }

  @Override
  public String literal(Binding binding) {
    return switch (SqliteCodecs.encode(binding.value())) {
      case null -> "NULL";
      case Double number when number.isNaN() -> "NULL";
      case Double number when number.isInfinite() -> number > 0 ? "9e999" : "-9e999";
      case Double number -> number.toString();
      case byte[] bytes -> "X'" + HexFormat.of().withUpperCase().formatHex(bytes) + "'";
      case String text -> "'" + text.replace("'", "''") + "'";
      case Object number -> number.toString();
    };
  }

  @Override
  public String placeholder(FieldType type) {
    return "?";
  }

  @Override
  public Features features() {
    return Features.SQLITE;
  }

  @Override
  public Spelling function(String name) {
    return SqliteSpellings.FUNCTIONS.get(name);
  }

  @Override
  public String aggregate(String name) {
    return SqliteSpellings.AGGREGATES.get(name);
  }

  @Override
  public void match(SqlExpr.Match match, SqlOut out) {
    SqliteSpellings.match(match, out);
  }

  @Override
  public SqlExpr rewrite(SqlExpr expr) {
    return SqliteRewrites.expr(expr);
  }

  @Override
  public SqlExpr condensed(SqlExpr.In in) {
    SqlExpr one = SqliteLists.condensed(in);
    return one instanceof SqlExpr.In still ? Literals.inPlace(still, this) : one;
  }

  @Override
  public Statement rewrite(Statement statement) {
    return SqliteRewrites.statement(statement);
  }

  @Override
  public String columnType(FieldType type) {
    return SqliteTypes.column(type);
  }

  @Override
  public String numberedKey(FieldType type) {
    return "integer NOT NULL PRIMARY KEY AUTOINCREMENT";
  }

  @Override
  public String castType(FieldType type) {
    return SqliteTypes.cast(type);
  }

  @Override
  public Optional<String> columnCheck(String column, FieldType type) {
    return SqliteTypes.check(quote(column), type);
  }

  /// A column's decimals have the places it was declared with, computed ones 15 digits; computed
  /// whole numbers have none after the point, where a column may hold anything. Django's
  /// `Expression.convert_value`.
  @Override
  public FieldType outputType(SqlExpr expr) {
    FieldType type = expr.type();
    if (expr instanceof SqlExpr.Column) {
      return type;
    }
    return switch (type.kind()) {
      case DECIMAL -> FieldTypes.DECIMAL.withDigits(15, -1);
      case INTEGER -> type.withDigits(-1, 0);
      default -> type;
    };
  }

  @Override
  public String explain(Statement.Explain explain) {
    Explains.checkFormat(explain, features().explainFormats(), "SQLite");
    Explains.options(explain, Set.of());
    return "EXPLAIN QUERY PLAN";
  }

  /// Returns the error that Python's driver, and so Django, has for SQLite's primary result code,
  /// with SQLite's own words.
  @Override
  public OrmError translate(SQLException error, Sql sql) {
    String words = words(error);
    return switch (error.getErrorCode() & 0xff) {
      case Codes.SQLITE_CONSTRAINT, Codes.SQLITE_MISMATCH -> new IntegrityError(words, error);
      case Codes.SQLITE_TOOBIG -> new DataError(words, error);
      case Codes.SQLITE_MISUSE, RANGE -> new ProgrammingError(words, error);
      case Codes.SQLITE_CORRUPT, NOT_A_DATABASE -> new DatabaseError(words, error);
      default -> new OperationalError(words, error);
    };
  }

  /// The driver puts its own words before SQLite's: `[SQLITE_BUSY] The database file is locked
  /// (database is locked)`.
  private static String words(SQLException error) {
    // What a function of ours throws comes with its class before it.
    String message =
        String.valueOf(error.getMessage()).replaceFirst("^orrery\\.orm\\.error\\.\\w+: ", "");
    if (error instanceof SQLiteException e && e.getResultCode() != null) {
      String before = e.getResultCode() + " (";
      if (message.startsWith(before) && message.endsWith(")")) {
        return message.substring(before.length(), message.length() - 1);
      }
    }
    return message;
  }
}
