package orrery.orm.dialect;

import java.sql.SQLException;
import java.util.Optional;
import orrery.orm.error.NotSupportedError;
import orrery.orm.error.OrmError;
import orrery.orm.error.ValueError;
import orrery.orm.sql.SqlExpr;
import orrery.orm.sql.Statement;
import orrery.orm.type.FieldType;

/// One kind of database: what it is called and how it differs from the others. Immutable and
/// thread-safe.
public interface Dialect {

  /// Returns Django's word for it, such as `sqlite`.
  String name();

  /// Returns how values cross JDBC.
  Codecs codecs();

  /// Returns the most placeholders that one statement may have.
  int maxBindings();

  /// Returns `identifier` quoted, so that it may be any text.
  String quote(String identifier);

  /// Returns the value of `binding` as a literal of this database.
  String literal(Binding binding);

  /// Returns what stands in a text for a value of `type`: `?`, with a cast where the value alone
  /// does not tell its type.
  String placeholder(FieldType type);

  /// Returns what it can and cannot do.
  Features features();

  /// Returns how the function called `name` is written.
  ///
  /// @throws NotSupportedError where this database has no such function
  Spelling function(String name);

  /// Returns how the aggregate called `name` is written, without what stands around its arguments.
  ///
  /// @throws NotSupportedError where this database has no such aggregate
  String aggregate(String name);

  /// Writes a search for a text.
  void match(SqlExpr.Match match, SqlOut out);

  /// Returns what is written in place of `expr`: the same where this database has it, else an
  /// expression with the same meaning. Expressions inside it are not entered.
  SqlExpr rewrite(SqlExpr expr);

  /// Returns what is written in place of `in` where the statement has more values than
  /// placeholders: a condition with the same meaning that needs fewer of them, if there is one.
  default SqlExpr condensed(SqlExpr.In in) {
    return Literals.inPlace(in, this);
  }

  /// Returns what is written in place of `statement`: the same where this database has it, else a
  /// statement with the same meaning. Statements and expressions inside it are not entered.
  ///
  /// @throws NotSupportedError where there is none
  Statement rewrite(Statement statement);

  /// Returns the type of a column that `type` is declared as in a table.
  String columnType(FieldType type);

  /// Returns what a primary key that the database numbers is declared as, with its being the key.
  String numberedKey(FieldType type);

  /// Returns the type that a value is cast to, to become one of `type`.
  String castType(FieldType type);

  /// Returns the condition that every value of `column` must meet for its type's sake, if there is
  /// one.
  Optional<String> columnCheck(String column, FieldType type);

  /// Returns how values of the output column `expr` are read.
  FieldType outputType(SqlExpr expr);

  /// Returns what is written before a statement to be told its plan.
  ///
  /// @throws ValueError in Django's words, for a format or an option that this database has not
  String explain(Statement.Explain explain);

  /// Returns the error of Django's name and words that `error` of the driver stands for.
  ///
  /// @param sql the statement that failed
  OrmError translate(SQLException error, Sql sql);
}
