package orrery.orm.dialect;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import orrery.orm.type.FieldType;

/// How values cross JDBC, both ways. Stateless and thread-safe.
public interface Codecs {

  /// Sends `binding` as the value of placeholder `index`, counted from 1.
  void bind(PreparedStatement statement, int index, Binding binding) throws SQLException;

  /// Reads column `index`, counted from 1, of the current row as a value of `type`.
  ///
  /// A stored value that cannot be read as `type` is no error: it is given as it is stored, as
  /// `Long`, `Double`, `String` or `Bytes`.
  ///
  /// A decimal type says by its sizes how a stored floating number becomes a `BigDecimal`: with
  /// decimal places it is rounded to them (Django's rule for a column); with digits but no places
  /// it is rounded to that many significant digits (Django's rule for a computed value: 15); with
  /// neither it is the shortest decimal that stands for the stored number.
  @Nullable Object read(ResultSet row, int index, FieldType type) throws SQLException;
}
