package orrery.orm.dialect;

import java.sql.SQLException;
import orrery.orm.error.OrmError;

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

  /// Returns the error of Django's name and words that `error` of the driver stands for.
  ///
  /// @param sql the statement that failed
  OrmError translate(SQLException error, Sql sql);
}
