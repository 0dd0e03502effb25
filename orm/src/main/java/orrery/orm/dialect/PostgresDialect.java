package orrery.orm.dialect;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import orrery.orm.error.DataError;
import orrery.orm.error.DatabaseError;
import orrery.orm.error.IntegrityError;
import orrery.orm.error.NotSupportedError;
import orrery.orm.error.OperationalError;
import orrery.orm.error.OrmError;
import orrery.orm.error.ProgrammingError;
import orrery.orm.sql.SqlExpr;
import orrery.orm.sql.Statement;
import orrery.orm.type.FieldType;

/// PostgreSQL, from version 14.
///
/// @param maxBindings the most placeholders that one statement may have
public record PostgresDialect(int maxBindings) implements Dialect {

  /// The protocol counts the placeholders of a statement in two bytes.
  public static final int MAX_BINDINGS = 65_535;

  private static final String READ_ONLY = "25006";

  private static final Codecs CODECS = new PostgresCodecs();

  private static final Set<String> EXPLAIN_OPTIONS =
      Set.of(
          "ANALYZE",
          "BUFFERS",
          "COSTS",
          "GENERIC_PLAN",
          "MEMORY",
          "SERIALIZE",
          "SETTINGS",
          "SUMMARY",
          "TIMING",
          "VERBOSE",
          "WAL");

  /// Makes it with the limits of the protocol.
  public PostgresDialect() {
    this(MAX_BINDINGS);
  }

  @Override
  public String name() {
    return "postgresql";
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
    return PostgresLiterals.of(binding.value());
  }

  /// What is sent as text says what it is.
  @Override
  public String placeholder(FieldType type) {
    return switch (type.kind()) {
      case DURATION -> "?::interval";
      case JSON -> "?::jsonb";
      case BOOLEAN, INTEGER, FLOAT, DECIMAL, TEXT, DATE, TIME, DATETIME, BINARY, UUID, ARRAY, ANY ->
          "?";
    };
  }

  @Override
  public Features features() {
    return Features.POSTGRES;
  }

  @Override
  public Spelling function(String name) {
    return PostgresSpellings.FUNCTIONS.get(name);
  }

  @Override
  public String aggregate(String name) {
    return PostgresSpellings.AGGREGATES.get(name);
  }

  @Override
  public void match(SqlExpr.Match match, SqlOut out) {
    PostgresSpellings.match(match, out);
  }

  @Override
  public SqlExpr rewrite(SqlExpr expr) {
    return PostgresRewrites.expr(expr);
  }

  @Override
  public Statement rewrite(Statement statement) {
    return statement;
  }

  @Override
  public String columnType(FieldType type) {
    return PostgresTypes.column(type);
  }

  @Override
  public String castType(FieldType type) {
    return PostgresTypes.column(type);
  }

  @Override
  public Optional<String> columnCheck(String column, FieldType type) {
    return PostgresTypes.check(quote(column), type);
  }

  @Override
  public FieldType outputType(SqlExpr expr) {
    return expr.type();
  }

  @Override
  public String explain(Statement.Explain explain) {
    Explains.checkFormat(explain, features().explainFormats(), "PostgreSQL");
    List<String> options = Explains.options(explain, EXPLAIN_OPTIONS);
    if (explain.format() != null) {
      options.addFirst("FORMAT " + explain.format().toUpperCase(java.util.Locale.ROOT));
    }
    return options.isEmpty() ? "EXPLAIN" : "EXPLAIN (" + String.join(", ", options) + ")";
  }

  /// Returns the error that Python's driver, and so Django, has for PostgreSQL's state code, with
  /// PostgreSQL's own words.
  @Override
  public OrmError translate(SQLException error, Sql sql) {
    String words = String.valueOf(error.getMessage()).replaceFirst("^(ERROR|FATAL): ", "");
    String state = error.getSQLState() == null ? "" : error.getSQLState();
    if (state.equals(READ_ONLY)) {
      return new OperationalError(words, error);
    }
    return switch (state.length() < 2 ? "" : state.substring(0, 2)) {
      case "0A" -> new NotSupportedError(words, error);
      case "21", "22" -> new DataError(words, error);
      case "23" -> new IntegrityError(words, error);
      case "26", "2F", "34", "3D", "3F", "42" -> new ProgrammingError(words, error);
      case "08", "40", "53", "54", "55", "57", "58" -> new OperationalError(words, error);
      default -> new DatabaseError(words, error);
    };
  }
}
