package orrery.orm.save;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import orrery.orm.db.Atomic;
import orrery.orm.db.Database;
import orrery.orm.db.Reason;
import orrery.orm.load.Session;
import orrery.orm.meta.Field;
import orrery.orm.meta.Model;
import orrery.orm.query.Chain;
import orrery.orm.query.Condition;
import orrery.orm.query.Expr;
import orrery.orm.query.Query;
import orrery.orm.query.Step;
import orrery.orm.query.Terminal;
import orrery.orm.render.SqlWriter;
import orrery.orm.resolve.Resolver;
import orrery.orm.sql.SqlExpr;
import orrery.orm.sql.Statement;
import orrery.orm.type.Values;

/// What everything that writes has at hand: the models, the databases, and the way a statement is
/// sent. Thread-safe.
public final class Desk {

  private final Session session;
  private final Resolver resolver;
  private final Function<String, Database> databases;
  private final Sending sending;

  /// Makes one that really sends.
  ///
  /// @param databases gives the database called by an alias; for an empty one the default
  public Desk(Session session, Resolver resolver, Function<String, Database> databases) {
    this(session, resolver, databases, Sending.REAL);
  }

  /// Makes one that sends as `sending` does.
  ///
  /// @param databases gives the database called by an alias; for an empty one the default
  public Desk(
      Session session, Resolver resolver, Function<String, Database> databases, Sending sending) {
    this.session = session;
    this.resolver = resolver;
    this.databases = databases;
    this.sending = sending;
  }

  Session session() {
    return session;
  }

  Resolver resolver() {
    return resolver;
  }

  Database database(String alias) {
    return databases.apply(alias);
  }

  /// Returns the alias of the database that `alias` means; of the default for an empty one.
  public String alias(String alias) {
    return database(alias).alias();
  }

  /// Sends a statement and returns how many rows it changed.
  int change(String alias, Statement statement, Reason reason) {
    Database database = database(alias);
    return sending.change(database, new SqlWriter(database.dialect()).write(statement), reason);
  }

  /// Sends a statement and returns its rows.
  List<@Nullable Object[]> rows(String alias, Statement statement, Reason reason) {
    Database database = database(alias);
    return sending.rows(database, new SqlWriter(database.dialect()).write(statement), reason);
  }

  /// Does `work` in a block of the database called `alias` that is all or nothing.
  <T extends @Nullable Object, X extends Throwable> T atomic(String alias, Atomic.Work<T, X> work)
      throws X {
    return sending.atomic(database(alias), Atomic.WITHOUT_SAVEPOINT, work);
  }

  /// Does `work`, and where it throws, has the block around it refuse what follows.
  <T extends @Nullable Object, X extends Throwable> T markForRollbackOnError(
      String alias, Atomic.Work<T, X> work) throws X {
    return sending.markForRollbackOnError(database(alias), work);
  }

  /// Returns the most placeholders of a statement to the database called `alias`.
  int mostBindings(String alias) {
    return database(alias).dialect().maxBindings();
  }

  static Statement.Table table(Model model) {
    return new Statement.Table(model.schema(), model.table(), model.table());
  }

  static SqlExpr.Column column(Model model, Field field) {
    return new SqlExpr.Column(model.table(), field.column(), field.type());
  }

  /// Returns `value` as a parameter for `field`.
  ///
  /// @throws orrery.orm.error.OrmError where it is no value of the field's type
  static SqlExpr.Param param(Field field, @Nullable Object value) {
    return new SqlExpr.Param(Values.prepare(field.type(), value, field.name()), field.type());
  }

  /// Returns the condition that `field` has one of `values`.
  static SqlExpr in(Model model, Field field, List<?> values) {
    List<SqlExpr> params = new ArrayList<>();
    values.forEach(value -> params.add(param(field, value)));
    return new SqlExpr.In(column(model, field), params);
  }

  /// Returns the condition that `field` has `value`.
  static SqlExpr equal(Model model, Field field, @Nullable Object value) {
    return new SqlExpr.Compare(SqlExpr.Comparison.EQUAL, column(model, field), param(field, value));
  }

  /// Returns the condition that a row has this primary key.
  ///
  /// @param key its value, or a list of the values of a composite key
  SqlExpr hasKey(Model model, Object key) {
    List<Field> fields = session.models().primaryKey(model);
    if (fields.size() == 1) {
      return equal(model, fields.getFirst(), key);
    }
    List<SqlExpr> parts = new ArrayList<>();
    List<?> values = (List<?>) key;
    for (int i = 0; i < fields.size(); i++) {
      parts.add(equal(model, fields.get(i), values.get(i)));
    }
    return new SqlExpr.And(parts);
  }

  /// Returns the condition that a row has one of these primary keys.
  SqlExpr hasKeyAmong(Model model, List<?> keys) {
    List<Field> fields = session.models().primaryKey(model);
    if (fields.size() == 1) {
      return in(model, fields.getFirst(), keys);
    }
    List<SqlExpr> each = new ArrayList<>();
    keys.forEach(key -> each.add(hasKey(model, key)));
    return each.size() == 1 ? each.getFirst() : new SqlExpr.Or(each);
  }

  /// Returns the statement that asks whether a row with this primary key exists.
  Statement exists(Model model, Object key) {
    return resolver
        .resolve(
            new Chain(new Query(model.name(), List.of(byKey(model, key))), new Terminal.Exists()))
        .statement();
  }

  private Step byKey(Model model, Object key) {
    List<Field> fields = session.models().primaryKey(model);
    List<Condition> conditions = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      Object value = fields.size() == 1 ? key : ((List<?>) key).get(i);
      conditions.add(new Condition.Lookup(fields.get(i).attname(), new Expr.Literal(value)));
    }
    return new Step.Filter(conditions);
  }
}
