package orrery.orm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orrery.orm.chain.Printer;
import orrery.orm.error.TypeError;
import orrery.orm.error.ValueError;
import orrery.orm.load.Instance;
import orrery.orm.load.Session;
import orrery.orm.meta.Model;
import orrery.orm.query.Condition.Lookup;
import orrery.orm.query.Expr;
import orrery.orm.query.Named;
import orrery.orm.type.Bracketed;

/// The values and new objects that stand in a chain which changes rows, as Java has them.
final class WrittenValues {

  private final Session session;

  WrittenValues(Session session) {
    this.session = session;
  }

  Map<String, @Nullable Object> values(List<Named> named) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    named.forEach(each -> values.put(each.name(), value(each.value())));
    return values;
  }

  Map<String, @Nullable Object> mapping(Optional<Expr> given) {
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

  @Nullable Object[] pairs(List<Named> named) {
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
      case Expr.Sequence sequence -> {
        List<@Nullable Object> items = new ArrayList<>();
        sequence.items().forEach(item -> items.add(value(item)));
        yield switch (sequence.brackets()) {
          case LIST -> items;
          case TUPLE -> Bracketed.tuple(items);
          case SET -> Bracketed.set(items);
        };
      }
      case Expr.Mapping mapping -> {
        Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
        mapping.entries().forEach(entry -> map.put(value(entry.key()), value(entry.value())));
        yield map;
      }
      case Expr.Call call when session.models().find(call.name()).isPresent() -> instance(call);
      case Expr other ->
          throw (ValueError)
              new ValueError(
                      "Failed to insert expression \"%s\". F() expressions can only be used to update, not to insert."
                          .formatted(Printer.print(other)))
                  .about(other);
    };
  }

  private Instance instance(Expr.Call call) {
    Model model = session.models().get(call.name());
    return new Instances(session, model)
        .make(call.args().stream().map(this::value).toList(), values(call.options()));
  }

  List<Instance> instances(Expr given, Model model) {
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

  List<String> texts(Expr given) {
    return value(given) instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of(String.valueOf(value(given)));
  }

  /// Returns what rows of `model` are given: a new object as the value that the relation goes by,
  /// all else as it stands, so that its place is still known.
  List<Named> assignments(List<Named> named, Model model) {
    Terms terms = Terms.of(session.models(), model);
    List<Named> values = new ArrayList<>();
    for (Named each : named) {
      boolean object =
          each.value() instanceof Expr.Call call && session.models().find(call.name()).isPresent();
      values.add(
          object && terms.lookup(each.name(), value(each.value())) instanceof Lookup lookup
              ? new Named(each.name(), lookup.value())
              : each);
    }
    return values;
  }
}
