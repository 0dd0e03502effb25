package orrery.orm.save;

import java.util.List;
import org.jspecify.annotations.Nullable;
import orrery.orm.db.Atomic;
import orrery.orm.db.Database;
import orrery.orm.db.Reason;
import orrery.orm.dialect.Sql;

/// How the statements of what writes reach a database; in a rehearsal they do not.
public interface Sending {

  /// Really sends them.
  Sending REAL =
      new Sending() {
        @Override
        public int change(Database database, Sql sql, Reason reason) {
          return database.update(sql, reason);
        }

        @Override
        public List<@Nullable Object[]> rows(Database database, Sql sql, Reason reason) {
          return database.all(sql, reason);
        }

        @Override
        public <T extends @Nullable Object, X extends Throwable> T atomic(
            Database database, Atomic how, Atomic.Work<T, X> work) throws X {
          return database.atomic(how, work);
        }

        @Override
        public <T extends @Nullable Object, X extends Throwable> T markForRollbackOnError(
            Database database, Atomic.Work<T, X> work) throws X {
          return database.markForRollbackOnError(work);
        }
      };

  /// Sends a statement and returns how many rows it changed.
  int change(Database database, Sql sql, Reason reason);

  /// Sends a statement and returns its rows.
  List<@Nullable Object[]> rows(Database database, Sql sql, Reason reason);

  /// Does `work` as [Database#atomic(Atomic, Atomic.Work)] does.
  <T extends @Nullable Object, X extends Throwable> T atomic(
      Database database, Atomic how, Atomic.Work<T, X> work) throws X;

  /// Does `work` as [Database#markForRollbackOnError] does.
  <T extends @Nullable Object, X extends Throwable> T markForRollbackOnError(
      Database database, Atomic.Work<T, X> work) throws X;
}
