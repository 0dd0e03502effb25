package orrery.orm;

import java.util.List;
import java.util.Optional;
import orrery.orm.db.Reason;
import orrery.orm.dialect.Sql;
import orrery.orm.error.OrmError;
import orrery.orm.query.Chain;

/// What a text would do, found out without a database.
///
/// @param chain what the text asks; empty where it is no chain
/// @param statements what would be sent, in order; empty where nothing would
/// @param error what is wrong, with its place
public record Preview(
    Optional<Chain> chain, List<Preview.Statement> statements, Optional<OrmError> error) {

  /// A statement that would be sent.
  ///
  /// @param reason why
  /// @param template whether it stands for a statement whose keys only the rows before will tell:
  ///   one key is shown in place of all, as the text [orrery.orm.load.Template#KEY]
  public record Statement(Sql sql, Reason reason, boolean template) {}
}
