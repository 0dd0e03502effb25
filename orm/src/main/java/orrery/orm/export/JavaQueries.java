package orrery.orm.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import orrery.orm.query.Expr;
import orrery.orm.query.Name;
import orrery.orm.query.Named;
import orrery.orm.query.Prefetch;
import orrery.orm.query.Query;
import orrery.orm.query.Selection;
import orrery.orm.query.Step;

/// The querysets of a chain in Java.
final class JavaQueries {

  private final JavaText java;
  private final JavaExpressions expressions;

  JavaQueries(JavaText java) {
    this.java = java;
    this.expressions = new JavaExpressions(java, this);
  }

  JavaExpressions expressions() {
    return expressions;
  }

  /// Returns the manager of a model.
  String manager(String model) {
    return "orm.objects(" + JavaText.string(model) + ")";
  }

  /// Returns the queryset of `query` on one line.
  String queryset(Query query) {
    return call(query, false).flat();
  }

  /// Returns the calls that make the queryset of `query`.
  ///
  /// @param manager whether a manager will do, of a query without steps
  JavaCall call(Query query, boolean manager) {
    JavaCall call = new JavaCall(manager(query.model()));
    boolean queryset = false;
    for (Step step : query.steps()) {
      boolean wantsQueryset = step instanceof Step.Slice || step instanceof Step.Merge;
      if (wantsQueryset && !queryset) {
        call.call("all");
      }
      step(call, step);
      queryset = true;
    }
    return queryset || manager ? call : call.call("all");
  }

  private void step(JavaCall call, Step step) {
    switch (step) {
      case Step.All _ -> call.call("all");
      case Step.None _ -> call.call("none");
      case Step.Filter s -> call.call("filter", expressions.conditions(s.conditions()));
      case Step.Exclude s -> call.call("exclude", expressions.conditions(s.conditions()));
      case Step.Annotate s -> call.call("annotate", computed(s.positional(), s.named()));
      case Step.Alias s -> call.call("alias", computed(s.positional(), s.named()));
      case Step.OrderBy s -> call.call("orderBy", expressions.selections(s.by()));
      case Step.Reverse _ -> call.call("reverse");
      case Step.Distinct s -> call.call("distinct", names(s.fields()));
      case Step.SelectRelated s ->
          call.call("selectRelated", s.cleared() ? List.of("(String) null") : names(s.paths()));
      case Step.PrefetchRelated s ->
          call.call(
              "prefetchRelated",
              s.cleared()
                  ? List.of("(Object) null")
                  : s.lookups().stream().map(this::prefetch).toList());
      case Step.Values s -> values(call, s);
      case Step.ValuesList s -> valuesList(call, s);
      case Step.Dates s -> dates(call, "dates", s.field(), s.kind(), s.order());
      case Step.Datetimes s -> datetimes(call, s);
      case Step.Defer s ->
          call.call("defer", s.cleared() ? List.of("(String) null") : names(s.fields()));
      case Step.Only s -> call.call("only", names(s.fields()));
      case Step.Using s -> call.call("using", JavaText.string(s.alias()));
      case Step.Combine s ->
          call.call(
              switch (s.combinator()) {
                case UNION -> s.all() ? "unionAll" : "union";
                case INTERSECTION -> "intersection";
                case DIFFERENCE -> "difference";
              },
              s.others().stream().map(this::queryset).toList());
      case Step.Merge s ->
          call.call(
              switch (s.connector()) {
                case AND -> "and";
                case OR -> "or";
                case XOR -> "xor";
              },
              queryset(s.other()));
      case Step.SelectForUpdate s -> call.call("selectForUpdate", locks(s));
      case Step.Extra s -> extra(call, s);
      case Step.Raw s -> raw(call, s);
      case Step.Slice s -> {
        if (s.stop().isPresent()) {
          call.call("slice", String.valueOf(s.start()), String.valueOf(s.stop().getAsInt()));
        } else {
          call.call("from", String.valueOf(s.start()));
        }
      }
    }
  }

  /// Returns expressions by position, then pairs.
  List<String> computed(List<Expr> positional, List<Named> named) {
    List<String> arguments = new ArrayList<>();
    positional.forEach(expr -> arguments.add(expressions.expression(expr)));
    arguments.addAll(expressions.pairs(named));
    return arguments;
  }

  static List<String> names(List<Name> names) {
    return names.stream().map(name -> JavaText.string(name.text())).toList();
  }

  private String prefetch(Prefetch lookup) {
    String path = JavaText.string(lookup.path());
    List<String> arguments = new ArrayList<>(List.of(path));
    if (!lookup.perType().isEmpty()) {
      arguments.add(expressions.list(lookup.perType().stream().map(this::queryset).toList()));
    }
    lookup.queryset().ifPresent(query -> arguments.add(queryset(query)));
    lookup.toAttr().ifPresent(name -> arguments.add(JavaText.string(name)));
    if (arguments.size() == 1) {
      return path;
    }
    String method =
        !lookup.perType().isEmpty() ? "generic" : lookup.queryset().isPresent() ? "of" : "to";
    return java.name("orrery.orm.Prefetches")
        + "."
        + method
        + "("
        + String.join(", ", arguments)
        + ")";
  }

  /// A text that an expression follows would be taken for its name.
  private void values(JavaCall call, Step.Values values) {
    boolean mixed = false;
    boolean named = false;
    for (Selection selection : values.fields()) {
      mixed |= named && selection instanceof Expr;
      named = selection instanceof Name;
    }
    boolean expressionsOnly = values.named().stream().allMatch(each -> isExpression(each.value()));
    if (!mixed && expressionsOnly) {
      List<String> arguments = new ArrayList<>(expressions.selections(values.fields()));
      arguments.addAll(expressions.pairs(values.named()));
      call.call("values", arguments);
    } else {
      step(call, Step.Values.class, "MAPPING", selections(values.fields()), nameds(values.named()));
    }
  }

  private static boolean isExpression(Expr expr) {
    return switch (expr) {
      case Expr.Literal _, Expr.Sequence _, Expr.Mapping _, Expr.ChainValue _, Expr.Test _ -> false;
      case Expr.Call call -> !JavaExpressions.isInstance(call);
      default -> true;
    };
  }

  private void valuesList(JavaCall call, Step.ValuesList values) {
    List<String> selections = expressions.selections(values.fields());
    if (!values.flat()) {
      call.call(values.tuples() ? "valuesNamed" : "valuesList", selections);
    } else if (selections.size() == 1 && !values.tuples()) {
      call.call("valuesFlat", selections);
    } else {
      step(
          call,
          Step.ValuesList.class,
          "FLAT",
          selections(values.fields()),
          "true",
          String.valueOf(values.tuples()));
    }
  }

  private void dates(JavaCall call, String method, Name field, String kind, String order) {
    List<String> arguments =
        new ArrayList<>(List.of(JavaText.string(field.text()), JavaText.string(kind)));
    if (!order.equals("ASC")) {
      arguments.add(JavaText.string(order));
    }
    call.call(method, arguments);
  }

  private void datetimes(JavaCall call, Step.Datetimes times) {
    if (times.zone().isEmpty()) {
      dates(call, "datetimes", times.field(), times.kind(), times.order());
    } else {
      step(
          call,
          Step.Datetimes.class,
          "FLAT",
          name(times.field()),
          JavaText.string(times.kind()),
          JavaText.string(times.order()),
          expressions.optional(times.zone()));
    }
  }

  private List<String> locks(Step.SelectForUpdate lock) {
    List<String> options = new ArrayList<>();
    flag(options, "nowait", lock.nowait());
    flag(options, "skip_locked", lock.skipLocked());
    if (!lock.of().isEmpty()) {
      options.add("\"of\"");
      options.add(expressions.list(names(lock.of())));
    }
    flag(options, "no_key", lock.noKey());
    return options;
  }

  private static void flag(List<String> options, String name, boolean value) {
    if (value) {
      options.add(JavaText.string(name));
      options.add("true");
    }
  }

  private void extra(JavaCall call, Step.Extra extra) {
    if (extra.select().size() > 1) {
      call.call(
          "with",
          "new %s.Extra(%s)"
              .formatted(
                  java.name(Step.class),
                  String.join(
                      ", ",
                      nameds(extra.select()),
                      trees(extra.selectParams()),
                      texts(extra.where()),
                      trees(extra.params()),
                      texts(extra.tables()),
                      expressions.list(extra.orderBy().stream().map(this::name).toList()))));
      return;
    }
    List<String> options = new ArrayList<>();
    if (!extra.select().isEmpty()) {
      Named select = extra.select().getFirst();
      options.add("\"select\"");
      options.add(
          "%s.of(%s, %s)"
              .formatted(
                  java.name(Map.class),
                  JavaText.string(select.name()),
                  expressions.value(select.value())));
    }
    option(options, "select_params", extra.selectParams().stream().map(expressions::value));
    option(options, "where", extra.where().stream().map(JavaText::string));
    option(options, "params", extra.params().stream().map(expressions::value));
    option(options, "tables", extra.tables().stream().map(JavaText::string));
    option(options, "order_by", names(extra.orderBy()).stream());
    call.call("extra", options);
  }

  private void option(List<String> options, String name, Stream<String> items) {
    List<String> all = items.toList();
    if (!all.isEmpty()) {
      options.add(JavaText.string(name));
      options.add(expressions.list(all));
    }
  }

  private void raw(JavaCall call, Step.Raw raw) {
    boolean named = raw.params().size() == 1 && raw.params().getFirst() instanceof Expr.Mapping;
    if (named || !raw.translations().isEmpty()) {
      call.call(
          "with",
          "new %s.Raw(%s, %s, %s)"
              .formatted(
                  java.name(Step.class),
                  JavaText.string(raw.sql()),
                  trees(raw.params()),
                  nameds(raw.translations())));
    } else {
      List<String> arguments = new ArrayList<>(List.of(JavaText.string(raw.sql())));
      arguments.addAll(expressions.arguments(raw.params()));
      call.call("raw", arguments);
    }
  }

  /// Adds a step for which there is no method.
  private void step(JavaCall call, Class<?> type, String form, String... parts) {
    call.call(
        "with",
        "new "
            + java.name(Step.class)
            + "."
            + type.getSimpleName()
            + "("
            + String.join(", ", parts)
            + ")",
        java.name("orrery.orm.RowForm") + "." + form);
  }

  String name(Name name) {
    return "new " + java.name(Name.class) + "(" + JavaText.string(name.text()) + ")";
  }

  private String selections(List<Selection> selections) {
    List<String> items = new ArrayList<>();
    for (Selection selection : selections) {
      items.add(
          switch (selection) {
            case Name name -> name(name);
            case Expr expr -> expressions.tree(expr);
          });
    }
    return expressions.list(items);
  }

  private String nameds(List<Named> named) {
    return expressions.list(named.stream().map(expressions::named).toList());
  }

  private String trees(List<Expr> exprs) {
    return expressions.list(exprs.stream().map(expressions::tree).toList());
  }

  private String texts(List<String> texts) {
    return expressions.list(texts.stream().map(JavaText::string).toList());
  }
}
