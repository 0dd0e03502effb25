package orrery.orm.load;

import java.util.Optional;
import orrery.orm.db.Reason;
import orrery.orm.query.Query;
import orrery.orm.resolve.Parents;

/// The way from a query to its objects: resolve, render, send, load. Whoever loads relations goes
/// it again for each.
///
/// Where the parents are more than one statement can name, it sends several, and gives what they
/// bring together.
public interface Line {

  /// Returns the objects of `query`, with nothing prefetched.
  ///
  /// @param parents the objects whose related objects are asked for
  /// @param database the alias of the database to ask, where the query does not name one
  /// @param reason what the statement is for
  Fetched fetch(Query query, Optional<Parents> parents, String database, Reason reason);
}
