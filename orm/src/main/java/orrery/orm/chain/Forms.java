package orrery.orm.chain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import orrery.orm.error.TypeError;
import orrery.orm.error.ValueError;
import orrery.orm.query.Condition;
import orrery.orm.query.Expr;
import orrery.orm.query.Query;
import orrery.orm.query.Selection;
import orrery.orm.query.Step.Connector;

/// The table of Django's expressions that have a node of their own: what each takes, and the node.
final class Forms {

  private static final Map<String, Entry> TABLE = new LinkedHashMap<>();

  private static final String NO_CONDITION =
      "When() supports a Q object, a boolean expression, or lookups as a condition.";

  static {
    add(
        "F(name)",
        a -> {
          Syntax.Text name = a.textNode("name");
          return a.reader().mark(new Expr.Ref(name.value()), name);
        });
    add("OuterRef(name)", Forms::outerRef);
    add(
        "Value(value, output_field=None)",
        a -> new Expr.Value(a.expr("value"), a.optional("output_field")));
    add("Q(*args, _connector=None, _negated=False, **kwargs)", a -> a.reader().conditions().q(a));
    add(
        "Case(*cases, default=None, output_field=None)",
        a ->
            new Expr.Case(
                a.rest().stream().map(a.reader().calls()::when).toList(),
                a.optional("default"),
                a.optional("output_field")));
    add(
        "Subquery(queryset, output_field=None)",
        a -> new Expr.Subquery(query(a, "queryset"), a.optional("output_field")));
    add("Exists(queryset)", a -> new Expr.Exists(query(a, "queryset")));
    add(
        "Window(expression, partition_by=None, order_by=None, frame=None, output_field=None)",
        Forms::window);
    add(
        "OrderBy(expression, descending=False, nulls_first=None, nulls_last=None)",
        a ->
            new Expr.Ordered(
                a.expr("expression"), a.flag("descending"), a.reader().expressions().nulls(a)));
    add(
        "FilteredRelation(relation_name, *, condition=Q())",
        a -> {
          Syntax.Text name = a.textNode("relation_name");
          return a.reader().mark(new Expr.FilteredRelation(name.value(), condition(a)), name);
        });
  }

  private Forms() {}

  /// An expression: its signature, and how its arguments become a node.
  record Entry(Signature signature, Function<Arguments, Expr> make) {}

  /// Returns the table, by the names of the expressions.
  static Map<String, Entry> table() {
    return TABLE;
  }

  private static void add(String text, Function<Arguments, Expr> make) {
    Signature signature = Signature.of(text);
    TABLE.put(signature.name(), new Entry(signature, make));
  }

  private static Expr outerRef(Arguments a) {
    Syntax given = a.syntax("name");
    if (given == null || given instanceof Syntax.Text) {
      Syntax.Text name = a.textNode("name");
      return a.reader().mark(new Expr.OuterRef(name.value()), name);
    }
    Expr inner = a.reader().expressions().read(given);
    if (!(inner instanceof Expr.OuterRef ref)) {
      throw a.wrong("OuterRef() takes a name, not " + PythonTypes.repr(inner), given.start());
    }
    Expr outer = new Expr.OuterRef(ref.path(), ref.levels() + 1);
    a.reader().places().copy(ref, outer);
    return outer;
  }

  private static Query query(Arguments a, String name) {
    return a.query(name)
        .orElseThrow(
            () -> a.wrong(a.signature().name() + "() takes a queryset, not None", a.at(name)));
  }

  private static Condition condition(Arguments a) {
    Optional<Expr> given = a.optional("condition");
    if (given.isPresent() && PythonTypes.isPlain(given.get())) {
      throw a.reader()
          .source()
          .at(new ValueError("condition argument must be a Q() instance."), a.at("condition"));
    }
    return given.isEmpty()
        ? new Condition.And(List.of())
        : a.reader().conditions().of(given.get(), a.signature().name() + "()", a.at("condition"));
  }

  /// Returns the branch `When(condition, then=…, **lookups)`.
  static Expr.When when(Arguments a) {
    List<Condition> conditions = new ArrayList<>();
    Syntax given = a.syntax("condition");
    if (given != null) {
      Expr condition = a.reader().expressions().read(given);
      if (!PythonTypes.isConditional(condition)) {
        throw a.wrong(NO_CONDITION, given.start());
      }
      conditions.add(a.reader().conditions().of(condition, "When()", given.start()));
    }
    conditions.addAll(a.reader().conditions().keywords(a));
    if (conditions.isEmpty()) {
      throw a.wrong(NO_CONDITION, a.start());
    }
    Condition joined = a.reader().conditions().join(Connector.AND, conditions);
    if (joined instanceof Condition.And and && and.parts().isEmpty()) {
      throw a.reader()
          .source()
          .at(
              new ValueError("An empty Q() can't be used as a When() condition."),
              a.at("condition"));
    }
    return new Expr.When(joined, a.asGiven("then").orElse(new Expr.Literal(null)));
  }

  private static Expr window(Arguments a) {
    List<Expr> partitions = new ArrayList<>();
    for (Syntax item : a.items("partition_by")) {
      partitions.add(
          item instanceof Syntax.Text text
              ? a.reader().mark(new Expr.Ref(text.value()), text)
              : a.reader().expressions().read(item));
    }
    List<Selection> order = a.items("order_by").stream().map(a::selection).toList();
    Expr of = a.expr("expression");
    if (PythonTypes.isPlain(of)) {
      throw a.reader()
          .source()
          .at(
              new TypeError(
                  "Expression '" + PythonTypes.name(of) + "' isn't compatible with OVER clauses."),
              a.at("expression"));
    }
    return new Expr.Window(of, partitions, order, a.optional("frame"), a.optional("output_field"));
  }
}
