package orrery.orm.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import orrery.orm.query.Chain;
import orrery.orm.query.Expr;
import orrery.orm.query.Named;
import orrery.orm.query.Terminal;

/// A chain as Java against this library: imports, and a statement that asks an `orm` what the chain
/// asks.
public final class JavaChain {

  private static final int INDENT = 8;
  private static final int ITERATED = 2000;

  private final JavaText java = new JavaText();
  private final JavaQueries queries = new JavaQueries(java);
  private final JavaExpressions expressions = queries.expressions();
  private final Chain chain;

  private JavaChain(Chain chain) {
    this.chain = chain;
  }

  /// Returns the source: the imports, an empty line, and `var result = …;`.
  ///
  /// It takes an `orrery.orm.Orm` called `orm` for granted.
  public static String of(Chain chain) {
    JavaChain source = new JavaChain(chain);
    String statement = "var result =\n    " + source.call().broken(0, INDENT) + ";\n";
    String flat = statement.replaceFirst("=\n    ", "= ");
    boolean line = flat.indexOf('\n') == flat.length() - 1 && flat.length() <= 101;
    String imports = source.java.imports();
    return imports + (imports.isEmpty() ? "" : "\n") + (line ? flat : statement);
  }

  private JavaCall call() {
    Terminal terminal = chain.terminal();
    boolean onlyQuerysets =
        terminal instanceof Terminal.Fetch
            || terminal instanceof Terminal.Index
            || terminal instanceof Terminal.Delete;
    JavaCall call = queries.call(chain.query(), !onlyQuerysets);
    switch (terminal) {
      case Terminal.Fetch _ -> {}
      case Terminal.Index t -> call.call("at", String.valueOf(t.index()));
      case Terminal.Get t -> call.call("get", expressions.conditions(t.conditions()));
      case Terminal.First _ -> call.call("first");
      case Terminal.Last _ -> call.call("last");
      case Terminal.Earliest t -> call.call("earliest", JavaQueries.names(t.fields()));
      case Terminal.Latest t -> call.call("latest", JavaQueries.names(t.fields()));
      case Terminal.Count _ -> call.call("count");
      case Terminal.Exists _ -> call.call("exists");
      case Terminal.Contains t when isInstance(t.object()) ->
          call.call("contains", expressions.value(t.object()));
      case Terminal.Contains t -> ask(call, "Contains", expressions.tree(t.object()));
      case Terminal.Aggregate t ->
          call.call("aggregate", queries.computed(t.positional(), t.named()));
      case Terminal.InBulk t -> inBulk(call, t);
      case Terminal.Iterator t ->
          call.call("iterator", String.valueOf(t.chunkSize().orElse(ITERATED)));
      case Terminal.Explain t -> {
        List<Named> options = new ArrayList<>();
        t.format().ifPresent(f -> options.add(new Named("format", new Expr.Literal(f))));
        options.addAll(t.options());
        call.call("explain", expressions.pairs(options));
      }
      case Terminal.Create t -> call.call("create", expressions.pairs(t.values()));
      case Terminal.GetOrCreate t -> {
        return getOrCreate(call, t);
      }
      case Terminal.UpdateOrCreate t -> {
        return updateOrCreate(call, t);
      }
      case Terminal.BulkCreate t -> {
        return bulkCreate(call, t);
      }
      case Terminal.BulkUpdate t -> {
        return bulkUpdate(call, t);
      }
      case Terminal.Update t -> call.call("update", expressions.pairs(t.values()));
      case Terminal.Delete _ -> call.call("delete");
    }
    return call;
  }

  private static boolean isInstance(Expr expr) {
    return expr instanceof Expr.Call made && JavaExpressions.isInstance(made);
  }

  /// Adds the asking of an end for which there is no method.
  private void ask(JavaCall call, String end, String... parts) {
    call.call("ask", end(end, parts));
  }

  /// Returns the running of an end that changes rows and for which there is no method.
  private JavaCall run(String end, String... parts) {
    return new JavaCall("orm.runner()")
        .call(
            "run",
            "new %s(%s.query(), %s)"
                .formatted(
                    java.name(Chain.class), queries.queryset(chain.query()), end(end, parts)));
  }

  private String end(String end, String... parts) {
    return "new %s.%s(%s)".formatted(java.name(Terminal.class), end, String.join(", ", parts));
  }

  private void inBulk(JavaCall call, Terminal.InBulk bulk) {
    Optional<String> field = bulk.fieldName().map(JavaText::string);
    if (bulk.ids().isEmpty() && field.isEmpty()) {
      call.call("inBulk");
    } else if (bulk.ids().isPresent() && bulk.ids().get() instanceof Expr.Sequence ids) {
      List<String> arguments = new ArrayList<>(List.of(expressions.value(ids)));
      field.ifPresent(arguments::add);
      call.call("inBulk", arguments);
    } else {
      String type = java.name(Optional.class);
      String name = field.map(text -> type + ".of(" + text + ")").orElse(type + ".empty()");
      ask(call, "InBulk", expressions.optional(bulk.ids()), name);
    }
  }

  private JavaCall getOrCreate(JavaCall call, Terminal.GetOrCreate t) {
    Optional<String> defaults = mapping(t.defaults());
    if (defaults.isPresent()) {
      List<String> arguments = new ArrayList<>(List.of(defaults.get()));
      arguments.addAll(expressions.pairs(t.lookups()));
      return call.call("getOrCreate", arguments);
    }
    return run("GetOrCreate", nameds(t.lookups()), expressions.optional(t.defaults()));
  }

  private JavaCall updateOrCreate(JavaCall call, Terminal.UpdateOrCreate t) {
    Optional<String> defaults = mapping(t.defaults());
    if (defaults.isPresent() && t.createDefaults().isEmpty()) {
      List<String> arguments = new ArrayList<>(List.of(defaults.get()));
      arguments.addAll(expressions.pairs(t.lookups()));
      return call.call("updateOrCreate", arguments);
    }
    return run(
        "UpdateOrCreate",
        nameds(t.lookups()),
        expressions.optional(t.defaults()),
        expressions.optional(t.createDefaults()));
  }

  /// Returns the values by name as a map of Java, unless one is null or there are too many.
  private Optional<String> mapping(Optional<Expr> given) {
    if (given.isEmpty()) {
      return Optional.of(java.name(Map.class) + ".of()");
    }
    if (!(given.get() instanceof Expr.Mapping mapping) || mapping.entries().size() > 10) {
      return Optional.empty();
    }
    Map<String, String> seen = new HashMap<>();
    List<String> parts = new ArrayList<>();
    for (Expr.Entry entry : mapping.entries()) {
      String key = expressions.value(entry.key());
      String value = expressions.value(entry.value());
      boolean named = entry.key() instanceof Expr.Literal(Object name) && name instanceof String;
      if (!named || value.equals("null") || seen.put(key, value) != null) {
        return Optional.empty();
      }
      parts.add(key);
      parts.add(value);
    }
    return Optional.of(java.name(Map.class) + ".of(" + String.join(", ", parts) + ")");
  }

  private JavaCall bulkCreate(JavaCall call, Terminal.BulkCreate t) {
    if (!isInstances(t.objects())) {
      return run("BulkCreate", expressions.tree(t.objects()), nameds(t.options()));
    }
    List<String> arguments = new ArrayList<>(List.of(expressions.value(t.objects())));
    arguments.addAll(expressions.pairs(t.options()));
    return call.call("bulkCreate", arguments);
  }

  private JavaCall bulkUpdate(JavaCall call, Terminal.BulkUpdate t) {
    boolean names =
        t.fields() instanceof Expr.Sequence fields
            && fields.items().stream()
                .allMatch(f -> f instanceof Expr.Literal(Object name) && name instanceof String);
    if (!names || !isInstances(t.objects())) {
      return run(
          "BulkUpdate",
          expressions.tree(t.objects()),
          expressions.tree(t.fields()),
          nameds(t.options()));
    }
    List<String> arguments =
        new ArrayList<>(List.of(expressions.value(t.objects()), expressions.value(t.fields())));
    arguments.addAll(expressions.pairs(t.options()));
    return call.call("bulkUpdate", arguments);
  }

  /// Says whether `expr` is a list of new objects of the model that is asked.
  private boolean isInstances(Expr expr) {
    return expr instanceof Expr.Sequence sequence
        && sequence.items().stream()
            .allMatch(item ->
                item instanceof Expr.Call made && made.name().equals(chain.query().model()));
  }

  private String nameds(List<Named> named) {
    return expressions.list(named.stream().map(expressions::named).toList());
  }
}
