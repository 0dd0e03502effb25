package orrery.orm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import orrery.orm.db.Atomic;
import orrery.orm.db.Database;
import orrery.orm.db.Reason;
import orrery.orm.dialect.Features;
import orrery.orm.dialect.Sql;
import orrery.orm.load.Instance;
import orrery.orm.load.Session;
import orrery.orm.meta.Model;
import orrery.orm.resolve.Resolver;
import orrery.orm.save.Cascade;
import orrery.orm.save.Cascades;
import orrery.orm.save.Desk;
import orrery.orm.save.Sending;
import orrery.orm.staged.Checks;
import orrery.orm.staged.Conflict;
import orrery.orm.staged.FieldCheck;
import orrery.orm.staged.Outcome;
import orrery.orm.staged.Problem;
import orrery.orm.staged.Staged;
import orrery.orm.staged.StagedRows;
import orrery.orm.staged.StagedWriter;

/// The door for changes that are gathered and then saved: checks them, tells the statements, and
/// writes them in one transaction or not at all. Thread-safe.
public final class Staging {

  private final Orm orm;
  private final Database database;

  /// Makes it for the default database of `orm`.
  public Staging(Orm orm) {
    this.orm = orm;
    this.database = orm.databases().get("");
  }

  /// Returns whether a value may stand in a field of this database.
  public FieldCheck fieldCheck() {
    return new FieldCheck(!database.dialect().features().equals(Features.POSTGRES));
  }

  /// Returns what is wrong with `staged`, without asking the database.
  public List<Problem> problems(Staged staged) {
    return new Checks(orm.models(), fieldCheck()).problems(staged);
  }

  /// Returns the statements that saving `staged` would send, with their values, between the
  /// beginning and the end of the transaction. Where rows are removed it asks the database what
  /// depends on them; nothing is changed.
  ///
  /// @throws orrery.orm.error.OrmError where a value is none of its field's type, or protected rows
  ///   are in the way
  public List<Sql> preview(Staged staged) {
    List<Sql> told = new ArrayList<>();
    Session session = orm.session();
    Desk desk =
        new Desk(session, new Resolver(orm.models()), orm.databases()::get, new Telling(told));
    StagedWriter writer = new StagedWriter(session, desk, database.alias());
    Model model = orm.models().get(staged.model());
    try {
      writer.write(staged, row -> writer.asRead(model, row));
    } catch (StagedWriter.RefusedRow e) {
      throw (RuntimeException) Objects.requireNonNull(e.getCause());
    }
    return told;
  }

  /// Writes `staged` in one transaction: all of it, or nothing.
  ///
  /// @throws orrery.orm.error.OrmError where the transaction itself fails
  public Outcome save(Staged staged) {
    List<Problem> problems = problems(staged);
    if (!problems.isEmpty()) {
      return new Outcome.Invalid(problems);
    }
    try {
      return database.<Outcome, RuntimeException>atomic(Atomic.DURABLE, () -> write(staged));
    } catch (Undone e) {
      return e.outcome;
    } catch (StagedWriter.RefusedRow e) {
      return e.outcome();
    }
  }

  private Outcome write(Staged staged) {
    Session session = orm.session();
    StagedRows rows = new StagedRows(session, database.alias());
    Map<Object, Instance> now = rows.locked(staged);
    List<Conflict> conflicts = rows.conflicts(staged, now);
    if (!conflicts.isEmpty()) {
      throw new Undone(new Outcome.Conflicts(conflicts));
    }
    List<Problem> missing = rows.missingTargets(staged);
    if (!missing.isEmpty()) {
      throw new Undone(new Outcome.Invalid(missing));
    }
    StagedWriter writer = new StagedWriter(session, orm.runner().desk(), database.alias());
    return new Outcome.Saved(
        writer.write(staged, row -> Objects.requireNonNull(now.get(row.key()))));
  }

  /// Returns what removing the rows of `model` with these keys does to others, asking the database
  /// and changing nothing.
  ///
  /// @param keys the values of their primary keys, of composite keys lists
  public Cascade cascade(Model model, List<?> keys) {
    return new Cascades(orm.runner().desk()).of(model, keys, database.alias());
  }

  /// What takes back the transaction although nothing failed.
  private static final class Undone extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Outcome outcome;

    Undone(Outcome outcome) {
      super(outcome.toString());
      this.outcome = outcome;
    }
  }

  /// Tells statements that change rows, and has each change one.
  private record Telling(List<Sql> told) implements Sending {

    @Override
    public int change(Database database, Sql sql, Reason reason) {
      told.add(sql);
      return 1;
    }

    @Override
    public List<@Nullable Object[]> rows(Database database, Sql sql, Reason reason) {
      told.add(sql);
      return List.of();
    }

    @Override
    public <T extends @Nullable Object, X extends Throwable> T atomic(
        Database database, Atomic how, Atomic.Work<T, X> work) throws X {
      return work.run();
    }

    @Override
    public <T extends @Nullable Object, X extends Throwable> T markForRollbackOnError(
        Database database, Atomic.Work<T, X> work) throws X {
      return work.run();
    }
  }
}
