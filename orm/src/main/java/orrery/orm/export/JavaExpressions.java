package orrery.orm.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import orrery.orm.chain.Names;
import orrery.orm.query.Condition;
import orrery.orm.query.Expr;
import orrery.orm.query.Name;
import orrery.orm.query.Named;
import orrery.orm.query.Selection;

/// The expressions of a chain in Java, as the place wants them where they stand: as an *expression*
/// of the library, as any *value* (a number, a list, a queryset, an expression), or as a *tree*,
/// which can say what the other two cannot.
final class JavaExpressions {

  private static final String ROOT = "orrery.orm.";

  /// The functions that have a method of their own, which takes what stands in the chain.
  private static final Map<String, String> NAMED =
      Map.ofEntries(
          Map.entry("Sum", "Aggregates.sum"),
          Map.entry("Avg", "Aggregates.avg"),
          Map.entry("Min", "Aggregates.min"),
          Map.entry("Max", "Aggregates.max"),
          Map.entry("StdDev", "Aggregates.stdDev"),
          Map.entry("Variance", "Aggregates.variance"),
          Map.entry("Lower", "Functions.lower"),
          Map.entry("Upper", "Functions.upper"),
          Map.entry("Length", "Functions.length"));

  private final JavaText java;
  private final JavaQueries queries;

  JavaExpressions(JavaText java, JavaQueries queries) {
    this.java = java;
    this.queries = queries;
  }

  private String door(String name) {
    String type = name.substring(0, name.indexOf('.') < 0 ? name.length() : name.indexOf('.'));
    java.name(ROOT + type);
    return name;
  }

  /// Returns `expr` where any value will do.
  String value(Expr expr) {
    return switch (expr) {
      case Expr.Literal literal -> java.literal(literal.value());
      case Expr.Sequence sequence -> sequence(sequence);
      case Expr.Mapping mapping -> mapping(mapping);
      case Expr.ChainValue chain -> queries.queryset(chain.query());
      case Expr.Test test -> condition(test.condition());
      case Expr.Call call when isInstance(call) -> instance(call);
      default -> expression(expr);
    };
  }

  /// Returns `values` as the arguments of a method that takes any number; a single null must not be
  /// taken for no arguments.
  List<String> arguments(List<? extends Expr> values) {
    List<String> arguments = values.stream().map(this::value).toList();
    return arguments.equals(List.of("null")) ? List.of("(Object) null") : arguments;
  }

  /// Returns the pairs of a name and a value.
  List<String> pairs(List<Named> named) {
    List<String> pairs = new ArrayList<>();
    for (Named each : named) {
      pairs.add(JavaText.string(each.name()));
      pairs.add(value(each.value()));
    }
    return pairs;
  }

  /// Says whether `call` makes an object of a model and calls no function.
  static boolean isInstance(Expr.Call call) {
    return Names.find(call.name()).isEmpty();
  }

  private String instance(Expr.Call call) {
    List<String> arguments = new ArrayList<>();
    if (!call.args().isEmpty()) {
      arguments.add(list(call.args().stream().map(this::value).toList()));
    }
    arguments.addAll(pairs(call.options()));
    return queries.manager(call.name()) + ".make(" + String.join(", ", arguments) + ")";
  }

  private String sequence(Expr.Sequence sequence) {
    List<String> items = sequence.items().stream().map(this::value).toList();
    return switch (sequence.brackets()) {
      case LIST, TUPLE -> list(items);
      case SET ->
          items.contains("null") || new HashSet<>(items).size() < items.size()
              ? tree(sequence)
              : "new " + java.name(LinkedHashSet.class) + "<>(" + list(items) + ")";
    };
  }

  /// Returns a list of the items, some of which may be null.
  String list(List<String> items) {
    String joined = String.join(", ", items);
    if (!items.contains("null")) {
      return java.name(List.class) + ".of(" + joined + ")";
    }
    return items.size() == 1
        ? java.name(Collections.class) + ".singletonList(null)"
        : java.name(Arrays.class) + ".asList(" + joined + ")";
  }

  /// Java has a mapping that keeps its order only of one entry.
  private String mapping(Expr.Mapping mapping) {
    if (mapping.entries().isEmpty()) {
      return java.name(Map.class) + ".of()";
    }
    Expr.Entry entry = mapping.entries().getFirst();
    String key = value(entry.key());
    String value = value(entry.value());
    boolean plain = mapping.entries().size() == 1 && !key.equals("null") && !value.equals("null");
    return plain ? java.name(Map.class) + ".of(" + key + ", " + value + ")" : tree(mapping);
  }

  /// Returns `expr` as an expression.
  String expression(Expr expr) {
    return switch (expr) {
      case Expr.Ref ref -> door("F") + ".of(" + JavaText.string(ref.path()) + ")";
      case Expr.OuterRef ref ->
          door("F")
              + ".outer("
              + JavaText.string(ref.path())
              + (ref.levels() == 1 ? ")" : ", " + ref.levels() + ")");
      case Expr.Part part ->
          expression(part.of())
              + ".part("
              + part.start()
              + (part.stop().isPresent() ? ", " + part.stop().getAsInt() : "")
              + ")";
      case Expr.Value value ->
          call("F.value", value(value.value()), value.outputField().map(this::expression));
      case Expr.Arithmetic arithmetic ->
          expression(arithmetic.left())
              + "."
              + method(arithmetic.operator())
              + "("
              + value(arithmetic.right())
              + ")";
      case Expr.Negated negated -> expression(negated.of()) + ".negated()";
      case Expr.Call call -> call(call);
      case Expr.Case cases -> cases(cases);
      case Expr.Subquery subquery ->
          call(
              "Functions.subquery",
              queries.queryset(subquery.query()),
              subquery.outputField().map(this::expression));
      case Expr.Exists exists ->
          call("Functions.exists", queries.queryset(exists.query()), Optional.empty());
      case Expr.Window window -> window(window);
      case Expr.Ordered ordered ->
          expression(ordered.of())
              + (ordered.descending() ? ".desc()" : ".asc()")
              + switch (ordered.nulls()) {
                case UNSAID -> "";
                case FIRST -> ".nullsFirst()";
                case LAST -> ".nullsLast()";
              };
      case Expr.Test test -> condition(test.condition()) + ".asExpression()";
      case Expr.FilteredRelation relation ->
          call(
              "Functions.filteredRelation",
              JavaText.string(relation.relation()),
              Optional.of(condition(relation.condition())));
      // What Python has no expression for is calculated with as a Value.
      case Expr.Literal literal -> call("F.value", value(literal), Optional.empty());
      case Expr.Sequence _, Expr.Mapping _, Expr.ChainValue _ ->
          call("F.tree", tree(expr), Optional.empty());
    };
  }

  private String call(String door, String argument, Optional<String> second) {
    return door(door) + "(" + argument + second.map(text -> ", " + text).orElse("") + ")";
  }

  private static String method(Expr.Operator operator) {
    return switch (operator) {
      case ADD -> "plus";
      case SUBTRACT -> "minus";
      case MULTIPLY -> "times";
      case DIVIDE -> "dividedBy";
      case MODULO -> "modulo";
      case POWER -> "power";
      case BIT_AND -> "bitAnd";
      case BIT_OR -> "bitOr";
      case BIT_XOR -> "bitXor";
      case BIT_LEFT_SHIFT -> "bitLeftShift";
      case BIT_RIGHT_SHIFT -> "bitRightShift";
    };
  }

  private String call(Expr.Call call) {
    StringBuilder text = new StringBuilder(start(call));
    for (Named option : call.options()) {
      boolean yes =
          option.value() instanceof Expr.Literal(Object value) && Boolean.TRUE.equals(value);
      if (option.name().equals("distinct") && yes) {
        text.append(".distinct()");
      } else if (option.name().equals("filter") && option.value() instanceof Expr.Test test) {
        text.append(".filter(").append(condition(test.condition())).append(')');
      } else {
        text.append(".with(")
            .append(JavaText.string(option.name()))
            .append(", ")
            .append(value(option.value()))
            .append(')');
      }
    }
    return text.toString();
  }

  private String start(Expr.Call call) {
    boolean single = call.args().size() == 1;
    if (single
        && call.name().equals("Count")
        && call.args().getFirst() instanceof Expr.Literal(String path)) {
      return door("Aggregates.count") + "(" + JavaText.string(path) + ")";
    }
    String own = NAMED.get(call.name());
    if (own != null && single && !isNull(call.args().getFirst())) {
      return door(own) + "(" + value(call.args().getFirst()) + ")";
    }
    if (call.name().equals("Coalesce") || call.name().equals("Concat")) {
      String method = "Functions." + call.name().toLowerCase(Locale.ROOT);
      return door(method) + "(" + String.join(", ", arguments(call.args())) + ")";
    }
    List<String> arguments = new ArrayList<>();
    arguments.add(JavaText.string(call.name()));
    arguments.addAll(arguments(call.args()));
    return door("Functions.call") + "(" + String.join(", ", arguments) + ")";
  }

  private static boolean isNull(Expr expr) {
    return expr instanceof Expr.Literal literal && literal.value() == null;
  }

  private String cases(Expr.Case cases) {
    StringBuilder text = new StringBuilder(door("Functions.cases") + "()");
    for (Expr.When when : cases.branches()) {
      text.append(".when(")
          .append(condition(when.condition()))
          .append(", ")
          .append(value(when.then()))
          .append(')');
    }
    List<String> end = new ArrayList<>();
    cases.otherwise().ifPresent(expr -> end.add(value(expr)));
    cases.outputField().ifPresent(type -> end.add(expression(type)));
    return text.append(cases.otherwise().isPresent() ? ".otherwise(" : ".end(")
        .append(String.join(", ", end))
        .append(')')
        .toString();
  }

  private String window(Expr.Window window) {
    String partition = list(window.partitionBy().stream().map(this::expression).toList());
    boolean plain =
        window.frame().isEmpty()
            && window.outputField().isEmpty()
            && window.orderBy().stream().noneMatch(Name.class::isInstance);
    String text =
        expression(window.expression())
            + ".over("
            + partition
            + ", "
            + list(selections(window.orderBy()));
    return plain
        ? text + ")"
        : text
            + ", "
            + window.frame().map(this::expression).orElse("null")
            + ", "
            + window.outputField().map(this::expression).orElse("null")
            + ")";
  }

  /// Returns names as texts and all else as expressions.
  List<String> selections(List<? extends Selection> selections) {
    List<String> texts = new ArrayList<>();
    for (Selection selection : selections) {
      texts.add(
          switch (selection) {
            case Name name -> JavaText.string(name.text());
            case Expr expr -> expression(expr);
          });
    }
    return texts;
  }

  /// Returns a condition as a `Q`.
  String condition(Condition condition) {
    return switch (condition) {
      case Condition.And and when !isInOrder(and.parts()) -> joined(and.parts(), "and");
      case Condition.And and ->
          door("Q") + ".of(" + String.join(", ", conditions(and.parts())) + ")";
      case Condition.Or or -> joined(or.parts(), "or");
      case Condition.Xor xor -> joined(xor.parts(), "xor");
      case Condition.Not not -> condition(not.part()) + ".not()";
      case Condition.Lookup _, Condition.Test _ ->
          door("Q") + ".of(" + String.join(", ", conditions(List.of(condition))) + ")";
    };
  }

  // Q.of takes its pairs in the order of their paths, behind all else.
  private static boolean isInOrder(List<Condition> parts) {
    String before = null;
    for (Condition part : parts) {
      if (part instanceof Condition.Lookup lookup) {
        if (before != null && before.compareTo(lookup.path()) > 0) {
          return false;
        }
        before = lookup.path();
      } else if (before != null) {
        return false;
      }
    }
    return true;
  }

  private String joined(List<Condition> parts, String method) {
    StringBuilder text = new StringBuilder(condition(parts.getFirst()));
    for (Condition part : parts.subList(1, parts.size())) {
      text.append('.').append(method).append('(').append(condition(part)).append(')');
    }
    return text.toString();
  }

  /// Returns conditions as the arguments of `filter` and `Q.of`: lookups as pairs as far as that
  /// goes, which wants nothing else behind them and no name twice.
  List<String> conditions(List<Condition> conditions) {
    int pairs = conditions.size();
    HashSet<String> names = new HashSet<>();
    while (pairs > 0
        && conditions.get(pairs - 1) instanceof Condition.Lookup lookup
        && names.add(lookup.path())) {
      pairs--;
    }
    List<String> arguments = new ArrayList<>();
    for (Condition condition : conditions.subList(0, pairs)) {
      arguments.add(
          condition instanceof Condition.Test test
              ? expression(test.expr())
              : condition(condition));
    }
    for (Condition condition : conditions.subList(pairs, conditions.size())) {
      if (condition instanceof Condition.Lookup lookup) {
        arguments.add(JavaText.string(lookup.path()));
        arguments.add(value(lookup.value()));
      }
    }
    return arguments;
  }

  /// Returns `expr` as a node of the tree.
  String tree(Expr expr) {
    return switch (expr) {
      case Expr.Literal literal -> "new " + node("Literal") + "(" + number(literal.value()) + ")";
      case Expr.Sequence sequence ->
          "new %s(%s.%s, %s)"
              .formatted(
                  node("Sequence"),
                  node("Brackets"),
                  sequence.brackets(),
                  list(sequence.items().stream().map(this::tree).toList()));
      case Expr.Mapping mapping ->
          "new %s(%s)"
              .formatted(
                  node("Mapping"), list(mapping.entries().stream().map(this::entry).toList()));
      case Expr.ChainValue chain ->
          "new %s(%s.query())".formatted(node("ChainValue"), queries.queryset(chain.query()));
      default -> expression(expr) + ".expr()";
    };
  }

  private String entry(Expr.Entry entry) {
    return "new " + node("Entry") + "(" + tree(entry.key()) + ", " + tree(entry.value()) + ")";
  }

  /// A tree holds whole numbers as `Long` only.
  private String number(@Nullable Object value) {
    String text = java.literal(value);
    return value instanceof Long && !text.endsWith("L") ? text + "L" : text;
  }

  private String node(String name) {
    return java.name(Expr.class) + "." + name;
  }

  String named(Named named) {
    return "new %s(%s, %s)"
        .formatted(java.name(Named.class), JavaText.string(named.name()), tree(named.value()));
  }

  String optional(Optional<? extends Expr> expr) {
    String type = java.name(Optional.class);
    return expr.map(e -> type + ".of(" + tree(e) + ")").orElse(type + ".empty()");
  }

  String size(OptionalInt size) {
    return size.isPresent() ? String.valueOf(size.getAsInt()) : "2000";
  }
}
