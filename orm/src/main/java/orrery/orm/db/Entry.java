package orrery.orm.db;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import orrery.orm.dialect.Dialect;
import orrery.orm.dialect.Interpolator;
import orrery.orm.dialect.Sql;
import orrery.orm.error.OrmError;

/// A statement that was sent. Immutable.
///
/// @param id its number in the log, from 1, in the order in which statements were begun
/// @param time when it was begun
/// @param sql its text and its values
/// @param dialect the database's kind
/// @param rows how many rows were fetched, or changed
/// @param nanos how long the database worked at it, fetching included, in nanoseconds
/// @param connection the alias of the database
/// @param reason why it was sent
/// @param error what went wrong, if anything did
/// @param action what the user was doing
/// @param counted whether it counts as a query, as Django counts: everything but what controls
///   transactions
public record Entry(
    long id,
    Instant time,
    Sql sql,
    Dialect dialect,
    long rows,
    long nanos,
    String connection,
    Reason reason,
    @Nullable OrmError error,
    Action action,
    boolean counted) {

  /// Returns the duration in milliseconds.
  public double millis() {
    return nanos / 1e6;
  }

  /// Returns the text with the values in place, ready to be run elsewhere.
  public String interpolated() {
    return Interpolator.interpolate(sql, dialect);
  }
}
