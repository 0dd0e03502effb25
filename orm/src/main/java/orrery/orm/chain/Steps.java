package orrery.orm.chain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import orrery.orm.error.FieldError;
import orrery.orm.error.TypeError;
import orrery.orm.query.Condition;
import orrery.orm.query.Expr;
import orrery.orm.query.Named;
import orrery.orm.query.Query;
import orrery.orm.query.Selection;
import orrery.orm.query.Step;
import orrery.orm.query.Step.Combinator;

/// The table of methods that return a queryset: what each takes, and the step that it makes.
final class Steps {

  private static final Map<String, Entry> TABLE = new LinkedHashMap<>();

  static {
    add("all()", _ -> new Step.All());
    add("none()", _ -> new Step.None());
    add("filter(*args, **kwargs)", a -> new Step.Filter(a.conditions()));
    add("exclude(*args, **kwargs)", a -> new Step.Exclude(a.conditions()));
    add("complex_filter(filter_obj)", Steps::complexFilter);
    add("annotate(*args, **kwargs)", a -> new Step.Annotate(expressions(a), namedExpressions(a)));
    add("alias(*args, **kwargs)", a -> new Step.Alias(expressions(a), namedExpressions(a)));
    add("order_by(*field_names)", Steps::orderBy);
    add("reverse()", _ -> new Step.Reverse());
    add("distinct(*field_names)", a -> new Step.Distinct(a.names()));
    add(
        "select_related(*fields)",
        a ->
            a.isNoneOnly()
                ? new Step.SelectRelated(List.of(), true)
                : new Step.SelectRelated(a.names(), false));
    add(
        "prefetch_related(*lookups)",
        a ->
            a.isNoneOnly()
                ? new Step.PrefetchRelated(List.of(), true)
                : new Step.PrefetchRelated(
                    a.rest().stream().map(a.reader().calls()::prefetch).toList(), false));
    add(
        "values(*fields, **expressions)",
        a -> new Step.Values(a.selections(), namedExpressions(a)));
    add(
        "values_list(*fields, flat=False, named=False)",
        a -> new Step.ValuesList(a.selections(), a.flag("flat"), a.flag("named")));
    add(
        "dates(field_name, kind, order=\"ASC\")",
        a ->
            new Step.Dates(
                a.reader().name(a.textNode("field_name")),
                a.requiredText("kind"),
                a.text("order").orElse("ASC")));
    add(
        "datetimes(field_name, kind, order=\"ASC\", tzinfo=None)",
        a ->
            new Step.Datetimes(
                a.reader().name(a.textNode("field_name")),
                a.requiredText("kind"),
                a.text("order").orElse("ASC"),
                a.optional("tzinfo")));
    add(
        "defer(*fields)",
        a -> a.isNoneOnly() ? new Step.Defer(List.of(), true) : new Step.Defer(a.names(), false));
    add("only(*fields)", Steps::only);
    add("using(alias)", a -> new Step.Using(a.text("alias").orElse("")));
    add(
        "union(*other_qs, all=False)",
        a -> new Step.Combine(Combinator.UNION, queries(a), a.flag("all")));
    add(
        "intersection(*other_qs)",
        a -> new Step.Combine(Combinator.INTERSECTION, queries(a), false));
    add("difference(*other_qs)", a -> new Step.Combine(Combinator.DIFFERENCE, queries(a), false));
    add(
        "select_for_update(nowait=False, skip_locked=False, of=(), no_key=False)",
        a ->
            new Step.SelectForUpdate(
                a.flag("nowait"), a.flag("skip_locked"), a.names("of"), a.flag("no_key")));
    add(
        "extra(select=None, where=None, params=None, tables=None, order_by=None,"
            + " select_params=None)",
        Steps::extra);
    addAll("raw(raw_query, params=(), translations=None, using=None)", Steps::raw);
  }

  private Steps() {}

  /// A method: its signature, and how its arguments become steps.
  record Entry(Signature signature, Function<Arguments, List<Step>> make) {}

  /// Returns the table, by the names of the methods.
  static Map<String, Entry> table() {
    return TABLE;
  }

  private static void add(String signature, Function<Arguments, Step> make) {
    addAll(signature, make.andThen(List::of));
  }

  private static void addAll(String text, Function<Arguments, List<Step>> make) {
    Signature signature = Signature.of(text);
    TABLE.put(signature.name(), new Entry(signature, make));
  }

  private static Step complexFilter(Arguments a) {
    if (a.syntax("filter_obj") instanceof Syntax.Dict) {
      List<Condition> lookups = new ArrayList<>();
      for (Named named : a.mapping("filter_obj")) {
        lookups.add(a.reader().conditions().lookup(named));
      }
      return new Step.Filter(lookups);
    }
    Expr given = a.expr("filter_obj");
    return new Step.Filter(
        List.of(a.reader().conditions().of(given, "complex_filter()", a.at("filter_obj"))));
  }

  private static Step orderBy(Arguments a) {
    List<Selection> by = new ArrayList<>();
    for (Syntax value : a.rest()) {
      Expr expr = a.reader().expressions().read(value);
      Syntax.Text text = Expressions.text(value, expr);
      if (text != null) {
        by.add(a.reader().name(text));
        continue;
      }
      if (PythonTypes.isPlain(expr)) {
        throw a.reader()
            .source()
            .at(
                new FieldError("Invalid order_by arguments: [" + PythonTypes.repr(expr) + "]"),
                value.start());
      }
      by.add(expr);
    }
    return new Step.OrderBy(by);
  }

  private static Step only(Arguments a) {
    if (a.isNoneOnly()) {
      throw a.wrong("Cannot pass None as an argument to only().", a.rest().getFirst().start());
    }
    return new Step.Only(a.names());
  }

  private static List<Query> queries(Arguments a) {
    return a.rest().stream().map(a::query).toList();
  }

  private static List<Expr> expressions(Arguments a) {
    List<Expr> expressions = new ArrayList<>();
    for (Syntax value : a.rest()) {
      expressions.add(expression(a, a.reader().expressions().read(value), value.start()));
    }
    return expressions;
  }

  private static List<Named> namedExpressions(Arguments a) {
    List<Named> named = new ArrayList<>();
    for (Syntax.Argument argument : a.extra()) {
      Named one = a.reader().named(argument);
      expression(a, one.value(), argument.value().start());
      named.add(one);
    }
    return named;
  }

  private static Expr expression(Arguments a, Expr expr, int at) {
    if (PythonTypes.isPlain(expr)) {
      String text = Printer.print(expr);
      String hint =
          expr instanceof Expr.Literal literal && literal.value() instanceof String
              ? "F(" + text + ")"
              : "Value(" + text + ")";
      throw a.reader()
          .source()
          .at(
              new TypeError(
                      "QuerySet."
                          + a.signature().name()
                          + "() received non-expression(s): "
                          + PythonTypes.str(expr)
                          + ".")
                  .meaning(hint),
              at);
    }
    return expr;
  }

  private static Step extra(Arguments a) {
    return new Step.Extra(
        a.mapping("select"),
        a.exprs("select_params"),
        a.names("where").stream().map(name -> name.text()).toList(),
        a.exprs("params"),
        a.names("tables").stream().map(name -> name.text()).toList(),
        a.names("order_by"));
  }

  private static List<Step> raw(Arguments a) {
    Step raw =
        new Step.Raw(a.requiredText("raw_query"), a.exprs("params"), a.mapping("translations"));
    Optional<String> alias = a.text("using");
    return alias.<List<Step>>map(name -> List.of(new Step.Using(name), raw)).orElse(List.of(raw));
  }
}
