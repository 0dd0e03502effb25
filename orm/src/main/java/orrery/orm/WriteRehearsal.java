package orrery.orm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import orrery.orm.db.Atomic;
import orrery.orm.db.Database;
import orrery.orm.db.Reason;
import orrery.orm.dialect.Sql;
import orrery.orm.error.OrmError;
import orrery.orm.load.Instance;
import orrery.orm.load.SaveOptions;
import orrery.orm.load.Session;
import orrery.orm.meta.Model;
import orrery.orm.query.Chain;
import orrery.orm.query.Condition;
import orrery.orm.query.Expr;
import orrery.orm.query.Named;
import orrery.orm.query.Terminal;
import orrery.orm.resolve.Resolver;
import orrery.orm.save.BulkUpdate;
import orrery.orm.save.Deleter;
import orrery.orm.save.Desk;
import orrery.orm.save.Saver;
import orrery.orm.save.Sending;
import orrery.orm.save.Updates;

/// The changing of rows gone without a database: each statement is told and finds one row, or
/// changes one.
final class WriteRehearsal implements Sending {

  private final Session session;
  private final Resolver resolver;
  private final Wire wire;
  private final Consumer<Preview.Statement> told;
  private final Desk desk;

  /// Makes it.
  ///
  /// @param session one whose line tells what is asked, and asks nothing
  WriteRehearsal(Session session, Resolver resolver, Wire wire, Consumer<Preview.Statement> told) {
    this.session = session;
    this.resolver = resolver;
    this.wire = wire;
    this.told = told;
    this.desk = new Desk(session, resolver, wire::database, this);
  }

  /// Goes through what `chain` would change.
  ///
  /// @throws OrmError where the chain is wrong
  void rehearse(Chain chain) {
    try {
      go(chain);
    } catch (OrmError e) {
      throw e.about(chain.terminal());
    }
  }

  private void go(Chain chain) {
    Model model = session.models().get(chain.query().model());
    WrittenValues written = new WrittenValues(session);
    switch (chain.terminal()) {
      case Terminal.Create t -> create(model, written.values(t.values()));
      case Terminal.GetOrCreate t -> {
        find(chain, t.lookups());
        create(model, both(written, t.lookups(), t.defaults()));
      }
      case Terminal.UpdateOrCreate t -> {
        find(chain, t.lookups());
        Optional<Expr> fresh = t.createDefaults().isPresent() ? t.createDefaults() : t.defaults();
        create(model, both(written, t.lookups(), fresh));
      }
      case Terminal.BulkCreate t -> {
        Options options = options("bulk_create", written.pairs(t.options()));
        Changes.how(options).create(desk, model, written.instances(t.objects(), model), "");
      }
      case Terminal.BulkUpdate t ->
          new BulkUpdate(desk)
              .update(
                  model,
                  written.instances(t.objects(), model),
                  written.texts(t.fields()),
                  Changes.size(options("bulk_update", written.pairs(t.options()))),
                  "");
      case Terminal.Update t ->
          new Updates(desk).update(chain.query(), written.assignments(t.values(), model), "");
      case Terminal.Delete _ -> new Deleter(desk).delete(chain.query(), "");
      case Terminal other -> throw new AssertionError(other);
    }
  }

  private static Options options(String method, @Nullable Object[] pairs) {
    return new Options(
        method,
        pairs,
        "batch_size",
        "ignore_conflicts",
        "update_conflicts",
        "update_fields",
        "unique_fields");
  }

  private void find(Chain chain, List<Named> lookups) {
    List<Condition> conditions = new ArrayList<>();
    for (Named each : lookups) {
      conditions.add(new Condition.Lookup(each.name(), each.value()));
    }
    Chain get = new Chain(chain.query(), new Terminal.Get(conditions));
    tell(wire.write(resolver.resolve(get), ""), Reason.USER);
  }

  private static Map<String, @Nullable Object> both(
      WrittenValues written, List<Named> lookups, Optional<Expr> defaults) {
    Map<String, @Nullable Object> values = written.values(lookups);
    values.keySet().removeIf(name -> name.contains("__"));
    values.putAll(written.mapping(defaults));
    return values;
  }

  private void create(Model model, Map<String, @Nullable Object> values) {
    Instance made = new Instances(session, model).make(List.of(), values);
    new Saver(desk).save(made, SaveOptions.INSERT.using(desk.alias("")));
  }

  private void tell(Sql sql, Reason reason) {
    Sql shown = Stage.shown(sql);
    told.accept(new Preview.Statement(shown, reason, !shown.equals(sql)));
  }

  @Override
  public int change(Database database, Sql sql, Reason reason) {
    tell(sql, reason);
    return 1;
  }

  @Override
  public List<@Nullable Object[]> rows(Database database, Sql sql, Reason reason) {
    tell(sql, reason);
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
