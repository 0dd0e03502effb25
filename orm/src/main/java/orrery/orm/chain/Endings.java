package orrery.orm.chain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import orrery.orm.error.TypeError;
import orrery.orm.query.Expr;
import orrery.orm.query.Named;
import orrery.orm.query.Terminal;

/// The table of methods that end a chain: what each takes, and what it gives.
final class Endings {

  private static final Map<String, Entry> TABLE = new LinkedHashMap<>();

  static {
    add("get(*args, **kwargs)", "", a -> new Terminal.Get(a.conditions()));
    add("first()", "", _ -> new Terminal.First());
    add("last()", "", _ -> new Terminal.Last());
    add("earliest(*fields)", "", a -> new Terminal.Earliest(a.names()));
    add("latest(*fields)", "", a -> new Terminal.Latest(a.names()));
    add("count()", "int", _ -> new Terminal.Count());
    add("exists()", "bool", _ -> new Terminal.Exists());
    add("contains(obj)", "bool", instances(a -> new Terminal.Contains(a.expr("obj"))));
    add(
        "aggregate(*args, **kwargs)",
        "dict",
        a -> new Terminal.Aggregate(aggregates(a), namedAggregates(a)));
    add(
        "in_bulk(id_list=None, *, field_name=\"pk\")",
        "dict",
        a -> new Terminal.InBulk(a.optional("id_list"), a.text("field_name")));
    add(
        "iterator(chunk_size=None)",
        "generator",
        a -> new Terminal.Iterator(a.integer("chunk_size")));
    add(
        "explain(*, format=None, **options)",
        "str",
        a -> new Terminal.Explain(a.text("format"), a.named()));
    add("create(**kwargs)", "", a -> new Terminal.Create(a.named()));
    add(
        "get_or_create(defaults=None, **kwargs)",
        "tuple",
        a -> new Terminal.GetOrCreate(a.named(), a.optional("defaults")));
    add(
        "update_or_create(defaults=None, create_defaults=None, **kwargs)",
        "tuple",
        a ->
            new Terminal.UpdateOrCreate(
                a.named(), a.optional("defaults"), a.optional("create_defaults")));
    add(
        "bulk_create(objs, batch_size=None, ignore_conflicts=False, update_conflicts=False,"
            + " update_fields=None, unique_fields=None)",
        "list",
        instances(a -> new Terminal.BulkCreate(a.expr("objs"), options(a, "objs"))));
    add(
        "bulk_update(objs, fields, batch_size=None)",
        "int",
        instances(a ->
            new Terminal.BulkUpdate(
                a.expr("objs"), a.expr("fields"), options(a, "objs", "fields"))));
    add("update(**kwargs)", "int", a -> new Terminal.Update(a.named()));
    add("delete()", "tuple", _ -> new Terminal.Delete());
  }

  private Endings() {}

  /// A method: its signature, Python's type of what it gives (empty for an object of the model),
  /// and how its arguments become a terminal.
  record Entry(Signature signature, String gives, Function<Arguments, Terminal> make) {}

  /// Returns the table, by the names of the methods.
  static Map<String, Entry> table() {
    return TABLE;
  }

  private static void add(String text, String gives, Function<Arguments, Terminal> make) {
    Signature signature = Signature.of(text);
    TABLE.put(signature.name(), new Entry(signature, gives, make));
  }

  /// Lets models' names be called with values inside the arguments.
  private static Function<Arguments, Terminal> instances(Function<Arguments, Terminal> make) {
    return a -> {
      a.reader().allowInstances(true);
      Terminal made = make.apply(a);
      a.reader().allowInstances(false);
      return made;
    };
  }

  private static List<Named> options(Arguments a, String... operands) {
    List<String> taken = List.of(operands);
    List<Named> options = new ArrayList<>();
    for (Signature.Param param : a.signature().params()) {
      if (!taken.contains(param.name())) {
        a.asGiven(param.name())
            .map(value -> new Named(param.name(), value))
            .map(option -> a.reader().mark(option, a.at(option.name()), a.at(option.name()) + 1))
            .ifPresent(options::add);
      }
    }
    return options;
  }

  private static List<Expr> aggregates(Arguments a) {
    List<Expr> aggregates = new ArrayList<>();
    for (Syntax value : a.rest()) {
      aggregates.add(aggregate(a, a.reader().expressions().read(value), value.start()));
    }
    return aggregates;
  }

  private static List<Named> namedAggregates(Arguments a) {
    List<Named> named = new ArrayList<>();
    for (Syntax.Argument argument : a.extra()) {
      Named one = a.reader().named(argument);
      aggregate(a, one.value(), argument.value().start());
      named.add(one);
    }
    return named;
  }

  private static Expr aggregate(Arguments a, Expr expr, int at) {
    if (PythonTypes.isPlain(expr)) {
      throw a.reader()
          .source()
          .at(
              new TypeError(
                  "QuerySet.aggregate() received non-expression(s): "
                      + PythonTypes.str(expr)
                      + "."),
              at);
    }
    return expr;
  }
}
