package orrery.orm.edit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import orrery.orm.error.ValueError;
import orrery.orm.meta.Choice;
import orrery.orm.meta.Models;
import orrery.orm.query.Chain;
import orrery.orm.query.Condition;
import orrery.orm.query.Expr;
import orrery.orm.query.Step;
import orrery.orm.type.Kind;

/// A value that a chain leaves open under a name, `Param("country", default="USA")`, and that is
/// given before it runs: as a value in the tree, never as text in a text. Immutable.
///
/// @param name what it is called
/// @param path what it is compared with; empty where that takes more than a look
/// @param operator how it is compared
/// @param meaning what the path leads to
/// @param initial its value as long as none is given
public record Parameter(
    String name, String path, Operator operator, Meaning meaning, Optional<Expr> initial) {
  /// The name of the call that stands for one.
  public static final String CALL = "Param";

  private static final Operator IS = new Operator("is", "exact", false, Operator.Takes.ONE);

  /// Returns the parameters of `chain`, in the order in which they stand in it.
  public static List<Parameter> of(Models models, Chain chain) {
    Map<String, Parameter> found = new LinkedHashMap<>();
    Draft draft = Draft.of(chain);
    for (int i = 0; i < draft.slots().size(); i++) {
      Step step = draft.slots().get(i).step();
      Ground ground = Ground.before(models, draft, i);
      Trees.map(
          step,
          node -> {
            note(node, ground, found);
            return node;
          });
    }
    Trees.map(
        chain.terminal(),
        node -> {
          note(node, new Ground(models, draft.model()), found);
          return node;
        });
    return List.copyOf(found.values());
  }

  private static void note(Object node, Ground ground, Map<String, Parameter> found) {
    if (node instanceof Condition.Lookup lookup && lookup.value() instanceof Expr.Call call) {
      name(call)
          .ifPresent(name ->
              Rule.of(lookup, ground)
                  .ifPresent(rule ->
                      found.putIfAbsent(
                          name,
                          new Parameter(
                              name,
                              rule.path(),
                              rule.operator(),
                              ground.meaning(rule.path()),
                              initial(call)))));
    }
    if (node instanceof Expr.Call call) {
      name(call)
          .ifPresent(name ->
              found.putIfAbsent(name, new Parameter(name, "", IS, Meaning.NOTHING, initial(call))));
    }
  }

  /// Returns `chain` with values in the places of its parameters.
  ///
  /// @param texts what was typed for each, by name; for those that have none, or an empty one,
  ///   their own value is taken
  /// @throws ValueError where one has no value, or what was typed for it is none of its type
  public static Chain bind(Models models, Chain chain, Map<String, String> texts) {
    Map<String, Expr> values = new LinkedHashMap<>();
    Map<String, ValueError> missing = new LinkedHashMap<>();
    for (Parameter parameter : of(models, chain)) {
      String text = texts.getOrDefault(parameter.name(), "");
      Optional<Expr> value = text.isEmpty() ? parameter.initial() : parameter.read(text);
      value.ifPresentOrElse(
          v -> values.put(parameter.name(), v),
          () -> missing.put(parameter.name(), parameter.wrong(text)));
    }
    return Trees.map(
        chain,
        node -> {
          Optional<String> name = node instanceof Expr.Call call ? name(call) : Optional.empty();
          if (name.isPresent() && missing.containsKey(name.get())) {
            throw missing.get(name.get()).about(node);
          }
          return name.isPresent() ? values.getOrDefault(name.get(), (Expr) node) : node;
        });
  }

  private ValueError wrong(String text) {
    return new ValueError(
        text.isEmpty()
            ? "The parameter '" + name + "' has no value yet."
            : "'" + text + "' is no value for the parameter '" + name + "'.");
  }

  /// Returns what was typed as a value of its type; nothing where it is none.
  public Optional<Expr> read(String text) {
    return ValueText.read(text, operator, meaning);
  }

  /// Returns its own value as a form shows it; empty where it has none.
  public String initialText() {
    return initial.map(ValueText::of).orElse("");
  }

  /// Returns what it is compared with and how, in plain words: `country is`.
  public String words() {
    return path.isEmpty() ? "" : path.replace("__", " › ") + " " + operator.words();
  }

  /// Returns the values among which one chooses, as they are typed; none where any may be typed.
  public List<String> choices() {
    boolean isOne = operator.takes() == Operator.Takes.ONE;
    if (isOne && meaning.type().kind() == Kind.BOOLEAN) {
      return List.of("True", "False");
    }
    List<String> values = new ArrayList<>();
    if (isOne) {
      for (Choice choice : meaning.choices()) {
        values.add(ValueText.of(new Expr.Literal(choice.value())));
      }
    }
    return values;
  }

  /// Returns an example of what can be typed: `2026-08-01`, `1, 2`.
  public String example() {
    String one =
        switch (meaning.type().kind()) {
          case DATE -> "2026-08-01";
          case DATETIME -> "2026-08-01 14:30";
          case TIME -> "14:30";
          case INTEGER, FLOAT, DECIMAL -> "number";
          case BOOLEAN, TEXT, DURATION, BINARY, UUID, JSON, ARRAY, ANY -> "value";
        };
    return switch (operator.takes()) {
      case LIST -> one + ", " + one;
      case RANGE -> "from, to";
      case ONE, TEXT, NUMBER, TRUE, FALSE -> one;
    };
  }

  private static Optional<String> name(Expr.Call call) {
    boolean isNamed =
        call.name().equals(CALL)
            && call.args().size() == 1
            && call.args().getFirst() instanceof Expr.Literal;
    return isNamed && call.args().getFirst() instanceof Expr.Literal(String name)
        ? Optional.of(name)
        : Optional.empty();
  }

  private static Optional<Expr> initial(Expr.Call call) {
    return call.option("default");
  }
}
