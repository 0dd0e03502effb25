package orrery.orm.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import orrery.orm.error.AttributeError;
import orrery.orm.error.OrmError;
import orrery.orm.error.TypeError;
import orrery.orm.error.ValueError;
import orrery.orm.query.Condition;
import orrery.orm.query.Expr;
import orrery.orm.query.Name;
import orrery.orm.query.Named;
import orrery.orm.query.Query;
import orrery.orm.query.Selection;

/// The arguments of one call, bound to the names of its signature, and the ways to read them.
///
/// `rest` are those of `*args`, `extra` those of `**kwargs`.
record Arguments(
    Reader reader,
    Signature signature,
    int start,
    Map<String, Syntax> given,
    List<Syntax> rest,
    List<Syntax.Argument> extra) {

  private static final Set<String> SPLIT = Set.of("select_related", "distinct", "only", "defer");
  private static final Set<String> COMBINE = Set.of("union", "intersection", "difference");

  private String callee() {
    return signature.name() + "()";
  }

  OrmError wrong(String sentence, int at) {
    return reader.source().at(new TypeError(sentence), at);
  }

  /// Returns where `name` was given, or where the callee stands.
  int at(String name) {
    Syntax value = given.get(name);
    return value == null ? start : value.start();
  }

  /// Returns the argument `name` as it was written; null where it is absent or `None`.
  @Nullable Syntax syntax(String name) {
    Syntax value = given.get(name);
    return value instanceof Syntax.Constant constant && constant.value() == null ? null : value;
  }

  /// Returns the argument `name`, which the signature wants.
  Expr expr(String name) {
    Syntax value = given.get(name);
    if (value == null) {
      throw wrong(callee() + " missing argument '" + name + "'", start);
    }
    return reader.expressions().read(value);
  }

  /// Returns the argument `name`, empty where it is absent or `None`.
  Optional<Expr> optional(String name) {
    return Optional.ofNullable(syntax(name)).map(reader.expressions()::read);
  }

  /// Returns the argument `name`, empty where it is absent; `None` is a value.
  Optional<Expr> asGiven(String name) {
    return Optional.ofNullable(given.get(name)).map(reader.expressions()::read);
  }

  /// Returns the truth of the argument `name`, false where it is absent.
  boolean flag(String name) {
    return truth(name).orElse(false);
  }

  /// Returns the truth of the argument `name`, empty where it is absent or `None`.
  Optional<Boolean> truth(String name) {
    Optional<Expr> value = optional(name);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (value.get() instanceof Expr.Literal literal) {
      if (literal.value() instanceof Boolean truth) {
        return Optional.of(truth);
      }
      if (literal.value() instanceof Long number) {
        return Optional.of(number != 0);
      }
    }
    throw wrong(
        "%s takes True or False for '%s', not %s"
            .formatted(callee(), name, PythonTypes.repr(value.get())),
        at(name));
  }

  /// Returns the text of the argument `name`, empty where it is absent or `None`.
  Optional<String> text(String name) {
    return Optional.ofNullable(syntax(name)).map(value -> string(value, name).value());
  }

  /// Returns the text of the argument `name`, which must be given.
  String requiredText(String name) {
    return textNode(name).value();
  }

  /// Returns the argument `name`, which must be a string, with its place.
  Syntax.Text textNode(String name) {
    Syntax value = given.get(name);
    if (value == null) {
      throw wrong(callee() + " missing argument '" + name + "'", start);
    }
    return string(value, name);
  }

  private Syntax.Text string(Syntax value, String name) {
    Expr expr = reader.expressions().read(value);
    Syntax.Text text = Expressions.text(value, expr);
    if (text != null) {
      return text;
    }
    throw wrong(
        "%s takes a string for '%s', not %s".formatted(callee(), name, PythonTypes.repr(expr)),
        value.start());
  }

  /// Returns the whole number of the argument `name`, empty where it is absent or `None`.
  OptionalInt integer(String name) {
    Optional<Expr> value = optional(name);
    if (value.isEmpty()) {
      return OptionalInt.empty();
    }
    if (value.get() instanceof Expr.Literal literal && literal.value() instanceof Long number) {
      if (number < Integer.MIN_VALUE || number > Integer.MAX_VALUE) {
        throw reader.source().at(new ValueError("'" + name + "' is out of range"), at(name));
      }
      return OptionalInt.of(number.intValue());
    }
    throw wrong(
        "%s takes a whole number for '%s', not %s"
            .formatted(callee(), name, PythonTypes.repr(value.get())),
        at(name));
  }

  /// Returns the queryset of the argument `name`, empty where it is absent or `None`.
  Optional<Query> query(String name) {
    return Optional.ofNullable(syntax(name)).map(this::query);
  }

  /// Returns the queryset that `value` is.
  Query query(Syntax value) {
    Expr expr = reader.expressions().read(value);
    if (expr instanceof Expr.ChainValue chain) {
      return chain.query();
    }
    String sentence = "%s takes a queryset, not %s".formatted(callee(), PythonTypes.repr(expr));
    throw COMBINE.contains(signature.name())
        ? reader.source().at(new AttributeError(sentence), value.start())
        : wrong(sentence, value.start());
  }

  /// Returns whether `None` is the only positional argument.
  boolean isNoneOnly() {
    return rest.size() == 1
        && rest.getFirst() instanceof Syntax.Constant constant
        && constant.value() == null;
  }

  /// Returns the positional arguments, which must be strings, as names.
  List<Name> names() {
    return rest.stream().map(this::name).toList();
  }

  /// Returns the items of the argument `name`: a list of strings, or one string.
  List<Name> names(String name) {
    return items(name).stream().map(this::name).toList();
  }

  private Name name(Syntax value) {
    Expr expr = reader.expressions().read(value);
    Syntax.Text text = Expressions.text(value, expr);
    if (text != null) {
      return reader.name(text);
    }
    // The class is Python's, whose words say only that it looks for a method of strings.
    String sentence =
        "%s takes names as strings, not %s".formatted(callee(), PythonTypes.repr(expr));
    throw SPLIT.contains(signature.name())
        ? reader.source().at(new AttributeError(sentence), value.start())
        : wrong(sentence, value.start());
  }

  /// Returns the items of the argument `name`: of a sequence its items, of another value itself;
  /// none where it is absent or `None`.
  List<Syntax> items(String name) {
    Syntax value = syntax(name);
    if (value == null) {
      return List.of();
    }
    return value instanceof Syntax.Display display ? display.items() : List.of(value);
  }

  /// Returns the items of the argument `name` as expressions.
  List<Expr> exprs(String name) {
    return items(name).stream().map(reader.expressions()::read).toList();
  }

  /// Returns the positional arguments as expressions.
  List<Expr> exprs() {
    return rest.stream().map(reader.expressions()::read).toList();
  }

  /// Returns the positional arguments, strings as names.
  List<Selection> selections() {
    return rest.stream().map(this::selection).toList();
  }

  /// Returns `value`, a string as a name.
  Selection selection(Syntax value) {
    Expr expr = reader.expressions().read(value);
    Syntax.Text text = Expressions.text(value, expr);
    if (text != null) {
      return reader.name(text);
    }
    if (PythonTypes.isPlain(expr) || expr instanceof Expr.ChainValue) {
      throw wrong(
          "%s takes field names and expressions, not %s"
              .formatted(callee(), PythonTypes.repr(expr)),
          value.start());
    }
    return expr;
  }

  /// Returns the additional keyword arguments.
  List<Named> named() {
    return extra.stream().map(reader::named).toList();
  }

  /// Returns the mapping of the argument `name` as named expressions; none where it is absent.
  List<Named> mapping(String name) {
    Syntax value = syntax(name);
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof Syntax.Dict dict)) {
      throw wrong(callee() + " takes a mapping for '" + name + "'", value.start());
    }
    List<Named> named = new ArrayList<>();
    for (Syntax.Pair pair : dict.pairs()) {
      Syntax.Text key = string(pair.key(), name);
      named.add(
          reader.named(
              new Syntax.Argument(key.value(), key.offsets().at(0), key.offsets(), pair.value())));
    }
    return named;
  }

  /// Returns the conditions: the positional arguments, then the keyword arguments as lookups.
  List<Condition> conditions() {
    List<Condition> conditions = new ArrayList<>();
    for (Syntax value : rest) {
      conditions.add(reader.conditions().of(value, callee()));
    }
    for (Syntax.Argument argument : extra) {
      conditions.add(reader.conditions().lookup(argument));
    }
    return conditions;
  }
}
