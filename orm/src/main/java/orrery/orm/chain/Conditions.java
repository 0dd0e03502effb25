package orrery.orm.chain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import orrery.orm.error.TypeError;
import orrery.orm.error.ValueError;
import orrery.orm.query.Condition;
import orrery.orm.query.Expr;
import orrery.orm.query.Named;
import orrery.orm.query.Step.Connector;

/// The reading of conditions, in the one form that Django's `Q` gives them too: what is joined by
/// one connector is one flat list, and a single part stands for itself.
final class Conditions {

  private final Reader reader;

  Conditions(Reader reader) {
    this.reader = reader;
  }

  /// Returns the lookup that a keyword argument is.
  Condition.Lookup lookup(Syntax.Argument argument) {
    return reader.mark(
        new Condition.Lookup(reader.nameOf(argument), reader.expressions().read(argument.value())),
        argument);
  }

  /// Returns the lookup that an entry of a mapping is.
  Condition.Lookup lookup(Named named) {
    Condition.Lookup lookup = new Condition.Lookup(named.name(), named.value());
    reader.places().copy(named, lookup);
    return lookup;
  }

  /// Returns the condition that a positional argument of `callee` is: a `Q`, a boolean expression,
  /// or the pair of a lookup and its value.
  Condition of(Syntax syntax, String callee) {
    if (syntax instanceof Syntax.Display display
        && display.brackets() == Expr.Brackets.TUPLE
        && display.items().size() == 2
        && display.items().getFirst() instanceof Syntax.Text name) {
      return reader.mark(
          new Condition.Lookup(name.value(), reader.expressions().read(display.items().get(1))),
          name);
    }
    return of(reader.expressions().read(syntax), callee, syntax.start());
  }

  /// Returns the condition that `expr` is.
  Condition of(Expr expr, String callee, int at) {
    if (expr instanceof Expr.Test test) {
      return test.condition();
    }
    if (PythonTypes.isPlain(expr)
        || expr instanceof Expr.ChainValue
        || expr instanceof Expr.Ordered
        || expr instanceof Expr.FilteredRelation) {
      String sentence =
          callee
              + " takes Q objects, boolean expressions and lookups as keywords, not "
              + PythonTypes.repr(expr);
      // Python takes a text for a pair of a name and a value, and finds no such.
      boolean text = expr instanceof Expr.Literal l && l.value() instanceof String;
      throw reader.source().at(text ? new ValueError(sentence) : new TypeError(sentence), at);
    }
    if (!PythonTypes.isConditional(expr)) {
      throw reader
          .source()
          .at(new TypeError("Cannot filter against a non-conditional expression."), at);
    }
    return reader.mark(new Condition.Test(expr), at, at + 1);
  }

  /// Returns what `~` makes of `expr`, which may be any expression: Django takes it for a truth.
  Expr opposite(Expr expr, int at) {
    return negate(
        expr instanceof Expr.Test test
            ? test.condition()
            : reader.mark(new Condition.Test(expr), at, at + 1));
  }

  /// Returns `condition` where an expression is wanted.
  Expr expression(Condition condition) {
    Expr expr = condition instanceof Condition.Test test ? test.expr() : new Expr.Test(condition);
    reader.places().copy(condition, expr);
    return expr;
  }

  /// Returns what `~` makes of `condition`.
  ///
  /// A `Q` without conditions says nothing, and nothing is said by its opposite either.
  private Expr negate(Condition condition) {
    return expression(isEmpty(condition) ? condition : new Condition.Not(condition));
  }

  /// Returns `parts` joined by `connector`.
  Condition join(Connector connector, List<Condition> parts) {
    List<Condition> flat = new ArrayList<>();
    for (Condition part : parts) {
      if (!isEmpty(part)) {
        flat.addAll(partsOf(connector, part));
      }
    }
    if (flat.size() == 1) {
      return flat.getFirst();
    }
    if (flat.isEmpty()) {
      return new Condition.And(flat);
    }
    return switch (connector) {
      case AND -> new Condition.And(flat);
      case OR -> new Condition.Or(flat);
      case XOR -> new Condition.Xor(flat);
    };
  }

  private static boolean isEmpty(Condition condition) {
    return condition instanceof Condition.And and && and.parts().isEmpty();
  }

  private static List<Condition> partsOf(Connector connector, Condition condition) {
    if (connector == Connector.AND && condition instanceof Condition.And and) {
      return and.parts();
    }
    if (connector == Connector.OR && condition instanceof Condition.Or or) {
      return or.parts();
    }
    if (connector == Connector.XOR && condition instanceof Condition.Xor xor) {
      return xor.parts();
    }
    return List.of(condition);
  }

  /// Returns the keywords of a `Q` or a `When` in the order of their names, which is how Django
  /// takes them: `Q(b=1, a=2)` is `Q(a=2, b=1)`, and `Q(b=1) & Q(a=2)` is not.
  List<Condition.Lookup> keywords(Arguments arguments) {
    return arguments.extra().stream()
        .map(this::lookup)
        .sorted(Comparator.comparing(Condition.Lookup::path))
        .toList();
  }

  /// Returns what `Q(…)` is.
  Expr q(Arguments arguments) {
    Optional<String> name = arguments.text("_connector");
    Connector connector =
        switch (name.orElse("AND")) {
          case "AND" -> Connector.AND;
          case "OR" -> Connector.OR;
          case "XOR" -> Connector.XOR;
          default ->
              throw reader
                  .source()
                  .at(
                      new ValueError("connector must be one of 'AND', 'OR', 'XOR', or None."),
                      arguments.at("_connector"));
        };
    List<Condition> conditions =
        new ArrayList<>(arguments.rest().stream().map(r -> of(r, "Q()")).toList());
    conditions.addAll(keywords(arguments));
    Condition joined = join(connector, conditions);
    return arguments.flag("_negated") ? negate(joined) : expression(joined);
  }
}
