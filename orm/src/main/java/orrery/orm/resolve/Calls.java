package orrery.orm.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import orrery.orm.error.FieldError;
import orrery.orm.error.TypeError;
import orrery.orm.error.ValueError;
import orrery.orm.query.Condition;
import orrery.orm.query.Expr;
import orrery.orm.query.Named;
import orrery.orm.query.Selection;
import orrery.orm.sql.SqlExpr;
import orrery.orm.type.FieldType;
import orrery.orm.type.FieldTypes;
import orrery.orm.type.Values;

/// Calls of functions by name: each name's row says what its arguments are and what it gives.
final class Calls {

  /// Lookups that may stand as expressions, by the name of their class.
  private static final Map<String, String> LOOKUPS =
      Map.ofEntries(
          Map.entry("Exact", "exact"),
          Map.entry("IExact", "iexact"),
          Map.entry("GreaterThan", "gt"),
          Map.entry("GreaterThanOrEqual", "gte"),
          Map.entry("LessThan", "lt"),
          Map.entry("LessThanOrEqual", "lte"),
          Map.entry("In", "in"),
          Map.entry("Contains", "contains"),
          Map.entry("IContains", "icontains"),
          Map.entry("StartsWith", "startswith"),
          Map.entry("IStartsWith", "istartswith"),
          Map.entry("EndsWith", "endswith"),
          Map.entry("IEndsWith", "iendswith"),
          Map.entry("Range", "range"),
          Map.entry("IsNull", "isnull"),
          Map.entry("Regex", "regex"),
          Map.entry("IRegex", "iregex"));

  private final Scope scope;
  private final Expressions expressions;

  Calls(Scope scope, Expressions expressions) {
    this.scope = scope;
    this.expressions = expressions;
  }

  /// Returns what `call` means.
  SqlExpr resolve(Expr.Call call) {
    String lookup = LOOKUPS.get(call.name());
    if (lookup != null) {
      return lookup(call, lookup);
    }
    return switch (call.name()) {
      case "Cast" -> cast(call);
      case "Collate" -> collate(call);
      case "Extract" -> datePart(call, "Extract", FieldTypes.INTEGER);
      case "Trunc" -> datePart(call, "Trunc", null);
      case "JSONObject" -> jsonObject(call);
      case "ExpressionWrapper" -> wrapper(call);
      case "RawSQL" -> raw(call);
      case "KT" -> keyText(call);
      case "KeyTransform" -> key(call, "JsonKey", FieldTypes.JSON);
      case "KeyTextTransform" -> key(call, "JsonKeyText", FieldTypes.TEXT);
      default -> function(call);
    };
  }

  /// Returns what `expr` means as the function of a window: aggregates are no aggregates there.
  SqlExpr windowed(Expr expr) {
    return expressions.resolve(expr);
  }

  private SqlExpr function(Expr.Call call) {
    Functions.Row row = Functions.find(call.name());
    if (row == null) {
      throw Expressions.unknown(call.name());
    }
    List<Expr> given = positional(call, row);
    if (row.sort() == Functions.Sort.AGGREGATE) {
      return aggregate(call, row, given);
    }
    List<SqlExpr> args = new ArrayList<>();
    for (Expr arg : given) {
      args.add(expressions.resolveArgument(arg));
    }
    refuseTuples(call.name(), args);
    FieldType type =
        call.option("output_field").map(OutputFields::of).orElseGet(() -> row.type().of(args));
    if (!args.isEmpty()) {
      DateParts.check(call.name(), args.getFirst(), scope.fieldOf(args.getFirst()), type);
    }
    return new SqlExpr.Function(call.name(), args, type);
  }

  private List<Expr> positional(Expr.Call call, Functions.Row row) {
    List<Expr> args = new ArrayList<>(call.args());
    for (Named option : call.options()) {
      int place = row.names().indexOf(option.name());
      if (place == args.size()) {
        args.add(option.value());
      } else if (place >= 0 && place < args.size()) {
        throw new TypeError(
            call.name() + "() got multiple values for argument '" + option.name() + "'");
      }
    }
    if (args.size() < row.least()) {
      throw few(call.name(), row, args.size());
    }
    if (row.most() >= 0 && args.size() > row.most()) {
      throw new TypeError(
          "'"
              + call.name()
              + "' takes exactly "
              + row.most()
              + (row.most() == 1 ? " argument" : " arguments")
              + " ("
              + args.size()
              + " given)");
    }
    return args;
  }

  private static RuntimeException few(String name, Functions.Row row, int given) {
    if (List.of("Coalesce", "Greatest", "Least").contains(name)) {
      return new ValueError(name + " must take at least two expressions");
    }
    return new TypeError(
        name + "() takes at least " + row.least() + " arguments (" + given + " given)");
  }

  private SqlExpr aggregate(Expr.Call call, Functions.Row row, List<Expr> given) {
    List<SqlExpr> args = new ArrayList<>();
    for (Expr arg : given) {
      boolean star =
          call.name().equals("Count") && arg instanceof Expr.Literal l && "*".equals(l.value());
      SqlExpr resolved = star ? new SqlExpr.Star() : expressions.resolveArgument(arg);
      refuseNested(resolved, call.name(), arg);
      args.add(resolved);
    }
    boolean distinct = isTrue(call, "distinct");
    if (call.name().equals("Count") && args.getFirst() instanceof SqlExpr.Tuple key) {
      if (distinct) {
        throw new ValueError("COUNT(DISTINCT) doesn't support composite primary keys");
      }
      // Where a row has a key, it has all of it.
      args.set(0, key.items().getFirst());
    }
    refuseTuples(call.name(), args);
    boolean star = args.getFirst() instanceof SqlExpr.Star;
    if (distinct && !row.distinct()) {
      throw new TypeError(call.name() + " does not allow distinct.");
    }
    if (star && (distinct || call.option("filter").isPresent())) {
      throw new ValueError("Star cannot be used with filter. Please specify a field.");
    }
    Optional<SqlExpr> filter = call.option("filter").map(this::filter);
    List<Selection> by = new ArrayList<>();
    call.option("order_by").ifPresent(o -> by.addAll(selections(o)));
    FieldType type =
        call.option("output_field").map(OutputFields::of).orElseGet(() -> row.type().of(args));
    String name = isTrue(call, "sample") ? call.name() + "Samp" : call.name();
    SqlExpr result =
        new SqlExpr.Aggregate(name, args, distinct, filter, expressions.orders(by), type);
    return call.option("default").map(d -> orDefault(result, call.name(), d)).orElse(result);
  }

  private SqlExpr filter(Expr filter) {
    return expressions.condition(
        filter instanceof Expr.Test t ? t.condition() : new Condition.Test(filter));
  }

  private SqlExpr orDefault(SqlExpr aggregate, String name, Expr given) {
    if (given instanceof Expr.Literal l && l.value() == null) {
      return aggregate;
    }
    if (name.equals("Count")) {
      throw new TypeError("Count does not allow default.");
    }
    SqlExpr fallback =
        given instanceof Expr.Literal l
            ? new SqlExpr.Param(
                Values.prepare(aggregate.type(), l.value(), Lookups.NAMELESS), aggregate.type())
            : expressions.resolve(given);
    return new SqlExpr.Function("Coalesce", List.of(aggregate, fallback), aggregate.type());
  }

  /// Refuses a key of several columns where a function, or what `name` says, wants one value.
  static void refuseTuples(String name, List<SqlExpr> args) {
    if (args.stream().anyMatch(a -> a instanceof SqlExpr.Tuple)) {
      throw new ValueError(name + " expression does not support composite primary keys.");
    }
  }

  private static void refuseNested(SqlExpr arg, String function, Expr given) {
    if (Aggregates.in(arg)) {
      String name =
          switch (given) {
            case Expr.Literal l when l.value() instanceof String path -> path;
            case Expr.Ref ref -> ref.path();
            case Expr.Call call when ExprTexts.isAggregateCall(call) -> call.name();
            case Expr e -> ExprTexts.of(e);
          };
      throw new FieldError(
          "Cannot compute " + function + "('" + name + "'): '" + name + "' is an aggregate");
    }
  }

  private static List<Selection> selections(Expr expr) {
    return switch (expr) {
      case Expr.Sequence s -> new ArrayList<>(s.items());
      case Expr e -> List.of(e);
    };
  }

  private static boolean isTrue(Expr.Call call, String option) {
    Expr value = call.option(option).orElse(null);
    return value instanceof Expr.Literal l && Boolean.TRUE.equals(l.value());
  }

  private SqlExpr lookup(Expr.Call call, String lookup) {
    if (call.args().size() != 2) {
      throw new TypeError(call.name() + "() takes a left and a right side");
    }
    SqlExpr left = expressions.resolve(call.args().get(0));
    Lookups.Right right = new RightSides(scope, expressions).of(call.args().get(1), lookup);
    return Lookups.apply(lookup, new Lookups.Left(left, Lookups.NAMELESS), right);
  }

  private SqlExpr cast(Expr.Call call) {
    Expr target = argument(call, 1, "output_field");
    SqlExpr of = expressions.resolveArgument(argument(call, 0, "expression"));
    refuseTuples("Cast", List.of(of));
    return new SqlExpr.Cast(of, OutputFields.of(target));
  }

  private SqlExpr wrapper(Expr.Call call) {
    SqlExpr inner = expressions.resolveArgument(argument(call, 0, "expression"));
    FieldType type = OutputFields.of(argument(call, 1, "output_field"));
    return Retyped.as(inner, type);
  }

  private SqlExpr collate(Expr.Call call) {
    String collation = text(argument(call, 1, "collation"), "collation");
    if (!collation.matches("[\\w-]+")) {
      throw new ValueError("Invalid collation name: '" + collation + "'.");
    }
    SqlExpr of = expressions.resolveArgument(argument(call, 0, "expression"));
    refuseTuples("Collate", List.of(of));
    return new SqlExpr.Collate(of, collation);
  }

  private SqlExpr datePart(
      Expr.Call call, String function, @org.jspecify.annotations.Nullable FieldType type) {
    SqlExpr of = expressions.resolveArgument(argument(call, 0, "expression"));
    String part = text(argument(call, 1, type == null ? "kind" : "lookup_name"), "kind");
    StringBuilder name = new StringBuilder(function);
    for (String word : part.split("_", -1)) {
      name.append(word.isEmpty() ? "" : word.substring(0, 1).toUpperCase(Locale.ROOT))
          .append(word.isEmpty() ? "" : word.substring(1));
    }
    if (Functions.find(name.toString()) == null) {
      throw new ValueError("'" + part + "' is no part of a date or time that can be taken.");
    }
    refuseTuples(function, List.of(of));
    FieldType given =
        call.option("output_field").map(OutputFields::of).orElse(type == null ? of.type() : type);
    DateParts.check(name.toString(), of, scope.fieldOf(of), given);
    return new SqlExpr.Function(name.toString(), List.of(of), given);
  }

  private SqlExpr jsonObject(Expr.Call call) {
    List<SqlExpr> args = new ArrayList<>();
    for (Named option : call.options()) {
      args.add(Literals.param(option.name()));
      args.add(expressions.resolveArgument(option.value()));
    }
    return new SqlExpr.Function("JSONObject", args, FieldTypes.JSON);
  }

  private SqlExpr key(Expr.Call call, String function, FieldType type) {
    Expr name = argument(call, 0, "key_name");
    String key = name instanceof Expr.Literal l ? Values.show(l.value()) : text(name, "key_name");
    SqlExpr of = expressions.resolveArgument(argument(call, 1, "expression"));
    return new SqlExpr.Function(
        function, List.of(of, new SqlExpr.Param(key, FieldTypes.TEXT)), type);
  }

  private SqlExpr keyText(Expr.Call call) {
    SqlExpr key = expressions.resolveArgument(argument(call, 0, "key"));
    return key instanceof SqlExpr.Function f && f.name().equals("JsonKey")
        ? new SqlExpr.Function("JsonKeyText", f.args(), FieldTypes.TEXT)
        : key;
  }

  private SqlExpr raw(Expr.Call call) {
    List<SqlExpr.Param> params = new ArrayList<>();
    if (call.args().size() > 1 || call.option("params").isPresent()) {
      for (Selection item : selections(argument(call, 1, "params"))) {
        params.add(
            item instanceof Expr.Literal l ? Literals.param(l.value()) : Literals.param(null));
      }
    }
    FieldType type = call.option("output_field").map(OutputFields::of).orElse(FieldTypes.ANY);
    return new SqlExpr.Raw(
        "(" + text(argument(call, 0, "sql"), "sql").replace("%s", "?") + ")", params, type);
  }

  private static Expr argument(Expr.Call call, int position, String name) {
    if (call.args().size() > position) {
      return call.args().get(position);
    }
    return call.option(name)
        .orElseThrow(() ->
            new TypeError(
                call.name() + "() missing 1 required positional argument: '" + name + "'"));
  }

  private static String text(Expr expr, String what) {
    if (expr instanceof Expr.Literal l && l.value() instanceof String s) {
      return s;
    }
    throw (TypeError) new TypeError(what + " must be a text").about(expr);
  }
}
