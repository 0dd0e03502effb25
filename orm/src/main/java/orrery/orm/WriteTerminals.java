package orrery.orm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orrery.orm.chain.Printer;
import orrery.orm.error.OrmError;
import orrery.orm.error.TypeError;
import orrery.orm.error.ValueError;
import orrery.orm.load.Deletion;
import orrery.orm.load.Instance;
import orrery.orm.meta.Model;
import orrery.orm.query.Chain;
import orrery.orm.query.Expr;
import orrery.orm.query.Named;
import orrery.orm.query.Terminal;

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
    return switch (terminal) {
      case Terminal.Create t ->
          objects(model, List.of(rows.changes().create(values(t.values()))), Optional.empty());
      case Terminal.GetOrCreate t -> {
        Created<Instance> made =
            rows.changes().getOrCreate(mapping(t.defaults()), values(t.lookups()));
        yield objects(model, List.of(made.object()), Optional.of(made.created()));
      }
      case Terminal.UpdateOrCreate t -> {
        Map<String, @Nullable Object> defaults = mapping(t.defaults());
        Created<Instance> made =
            rows.changes()
                .updateOrCreate(
                    defaults,
                    t.createDefaults().isPresent() ? mapping(t.createDefaults()) : defaults,
                    values(t.lookups()));
        yield objects(model, List.of(made.object()), Optional.of(made.created()));
      }
      case Terminal.BulkCreate t ->
          objects(
              model,
              rows.bulkCreate(instances(t.objects(), model), pairs(t.options())),
              Optional.empty());
      case Terminal.BulkUpdate t ->
          new Result.Scalar(
              (long)
                  rows.bulkUpdate(
                      instances(t.objects(), model), texts(t.fields()), pairs(t.options())));
      case Terminal.Update t -> new Result.Scalar((long) rows.update(pairs(t.values())));
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

  private Map<String, @Nullable Object> values(List<Named> named) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    named.forEach(each -> values.put(each.name(), value(each.value())));
    return values;
  }

  private Map<String, @Nullable Object> mapping(Optional<Expr> given) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    if (given.isEmpty() || (given.get() instanceof Expr.Literal(Object none) && none == null)) {
      return values;
    }
    if (!(given.get() instanceof Expr.Mapping mapping)) {
      throw (TypeError) new TypeError("defaults must be a mapping").about(given.get());
    }
    mapping
        .entries()
        .forEach(entry -> values.put(String.valueOf(value(entry.key())), value(entry.value())));
    return values;
  }

  private @Nullable Object[] pairs(List<Named> named) {
    List<@Nullable Object> pairs = new ArrayList<>();
    for (Named each : named) {
      pairs.add(each.name());
      pairs.add(
          each.value() instanceof Expr.Sequence
                  || each.value() instanceof Expr.Mapping
                  || each.value() instanceof Expr.Literal
              ? value(each.value())
              : new Expression(each.value()));
    }
    return pairs.toArray();
  }

  /// Returns an expression that is a plain value, as this value.
  private @Nullable Object value(Expr expr) {
    return switch (expr) {
      case Expr.Literal(Object value) -> value;
      case Expr.Value value -> value(value.value());
      case Expr.Sequence sequence -> sequence.items().stream().map(this::value).toList();
      case Expr.Mapping mapping -> {
        Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
        mapping.entries().forEach(entry -> map.put(value(entry.key()), value(entry.value())));
        yield map;
      }
      case Expr.Call call when orm.models().find(call.name()).isPresent() -> instance(call);
      case Expr other ->
          throw (ValueError)
              new ValueError(
                      "Failed to insert expression \"%s\". F() expressions can only be used to update, not to insert."
                          .formatted(Printer.print(other)))
                  .about(other);
    };
  }

  private Instance instance(Expr.Call call) {
    Model model = orm.models().get(call.name());
    return new Instances(orm.session(), model)
        .make(call.args().stream().map(this::value).toList(), values(call.options()));
  }

  private List<Instance> instances(Expr given, Model model) {
    List<Instance> instances = new ArrayList<>();
    if (given instanceof Expr.Sequence sequence) {
      for (Expr item : sequence.items()) {
        if (value(item) instanceof Instance instance && instance.model().equals(model)) {
          instances.add(instance);
        }
      }
      if (instances.size() == sequence.items().size()) {
        return instances;
      }
    }
    throw (TypeError)
        new TypeError("A list of objects is expected: [" + model.name() + "(…), …]").about(given);
  }

  private List<String> texts(Expr given) {
    return value(given) instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of(String.valueOf(value(given)));
  }
}
