package orrery.orm;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orrery.orm.error.OrmError;
import orrery.orm.load.Deletion;
import orrery.orm.load.Instance;
import orrery.orm.meta.Model;
import orrery.orm.query.Chain;
import orrery.orm.query.Terminal;
import orrery.orm.save.Updates;

/// The ends of a chain that change rows.
final class WriteTerminals {

  private final Orm orm;

  WriteTerminals(Orm orm) {
    this.orm = orm;
  }

  /// Says whether a chain that ends so changes rows.
  static boolean isWrite(Terminal terminal) {
    return terminal instanceof Terminal.Create
        || terminal instanceof Terminal.GetOrCreate
        || terminal instanceof Terminal.UpdateOrCreate
        || terminal instanceof Terminal.BulkCreate
        || terminal instanceof Terminal.BulkUpdate
        || terminal instanceof Terminal.Update
        || terminal instanceof Terminal.Delete;
  }

  /// Changes rows as `chain` says.
  ///
  /// @throws OrmError where the chain is wrong, or the database refuses
  Result run(Chain chain) {
    QuerySet<Instance> rows = orm.queryset(chain.query());
    Model model = orm.models().get(chain.query().model());
    try {
      return run(chain.terminal(), rows, model);
    } catch (OrmError e) {
      throw e.about(chain.terminal());
    }
  }

  private Result run(Terminal terminal, QuerySet<Instance> rows, Model model) {
    WrittenValues written = new WrittenValues(orm.session());
    return switch (terminal) {
      case Terminal.Create t ->
          objects(
              model, List.of(rows.changes().create(written.values(t.values()))), Optional.empty());
      case Terminal.GetOrCreate t -> {
        Created<Instance> made =
            rows.changes().getOrCreate(written.mapping(t.defaults()), written.values(t.lookups()));
        yield objects(model, List.of(made.object()), Optional.of(made.created()));
      }
      case Terminal.UpdateOrCreate t -> {
        Map<String, @Nullable Object> defaults = written.mapping(t.defaults());
        Created<Instance> made =
            rows.changes()
                .updateOrCreate(
                    defaults,
                    t.createDefaults().isPresent() ? written.mapping(t.createDefaults()) : defaults,
                    written.values(t.lookups()));
        yield objects(model, List.of(made.object()), Optional.of(made.created()));
      }
      case Terminal.BulkCreate t ->
          objects(
              model,
              rows.bulkCreate(written.instances(t.objects(), model), written.pairs(t.options())),
              Optional.empty());
      case Terminal.BulkUpdate t ->
          new Result.Scalar(
              (long)
                  rows.bulkUpdate(
                      written.instances(t.objects(), model),
                      written.texts(t.fields()),
                      written.pairs(t.options())));
      case Terminal.Update t ->
          new Result.Scalar(
              (long)
                  new Updates(orm.runner().desk())
                      .update(
                          rows.query(), written.assignments(t.values(), model), rows.database()));
      case Terminal.Delete t -> {
        Deletion deletion = rows.delete();
        yield new Result.Scalar(List.of(deletion.total(), deletion.byModel()));
      }
      case Terminal other -> throw new AssertionError(other);
    };
  }

  private Result objects(Model model, List<Instance> rows, Optional<Boolean> created) {
    return new Result.Objects(
        model, orm.models().members(model).fields(), rows, List.of(), List.of(), created);
  }
}
