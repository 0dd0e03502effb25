package orrery.ui.builder;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import orrery.orm.chain.Printer;
import orrery.orm.edit.Aggregate;
import orrery.orm.edit.ConditionTree;
import orrery.orm.edit.GroupKind;
import orrery.orm.edit.Meaning;
import orrery.orm.edit.Operator;
import orrery.orm.edit.Rule;
import orrery.orm.edit.ValueText;
import orrery.orm.meta.Choice;
import orrery.orm.query.Condition;
import orrery.orm.query.Expr;
import orrery.orm.query.Named;
import orrery.orm.query.Step;
import orrery.orm.type.Kind;

/// The conditions of a `filter` or `exclude`, as a tree of groups and rules. A place is a list of
/// indexes from the outside inwards; the empty one is the card itself.
final class ConditionsForm implements Form {
  private final Place place;
  private final List<Condition> conditions;

  ConditionsForm(Place place) {
    this.place = place;
    this.conditions =
        switch (place.step()) {
          case Step.Filter(List<Condition> all) -> all;
          case Step.Exclude(List<Condition> all) -> all;
          case Step other -> List.of();
        };
  }

  /// A node of the tree.
  sealed interface Node {
    /// Returns where it stands.
    List<Integer> place();
  }

  /// A group.
  ///
  /// @param kind which of [#kinds] it is
  record Group(List<Integer> place, int kind, List<Node> nodes) implements Node {}

  /// A condition on a path.
  ///
  /// @param path the path
  /// @param operators what can be said of it
  /// @param operator which of them is said
  /// @param value the value as a form shows it
  /// @param input how it is typed
  /// @param choices the values to choose from, where the field has some
  /// @param prompt what an empty field asks for
  record RuleNode(
      List<Integer> place,
      String path,
      List<OperatorWords> operators,
      int operator,
      String value,
      Input input,
      List<String> choices,
      String prompt)
      implements Node {}

  /// A condition that no form draws, as it is written.
  record TextNode(List<Integer> place, String text) implements Node {}

  /// An operator in plain words, with Django's lookup.
  record OperatorWords(String words, String lookup) {}

  /// How a value is typed.
  enum Input {
    /// It is not: the operator says it all.
    NONE,
    /// As text.
    TEXT,
    /// As a date.
    DATE,
    /// By choosing from a few.
    CHOICE
  }

  /// Returns how groups can be joined, in words.
  static List<String> kinds() {
    return List.of(GroupKind.values()).stream().map(GroupKind::words).toList();
  }

  /// Says whether rows that meet the conditions are dropped.
  boolean isExclusion() {
    return place.step() instanceof Step.Exclude;
  }

  /// Returns the conditions.
  List<Node> nodes() {
    return nodes(List.of(), conditions);
  }

  /// Returns what picks a path for a condition.
  PathPicker picker() {
    return place.picker();
  }

  private List<Node> nodes(List<Integer> at, List<Condition> all) {
    List<Node> nodes = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      nodes.add(node(with(at, i), all.get(i)));
    }
    return nodes;
  }

  private Node node(List<Integer> at, Condition condition) {
    Optional<GroupKind> group = GroupKind.of(condition);
    if (group.isPresent()) {
      return new Group(
          at,
          List.of(GroupKind.values()).indexOf(group.get()),
          nodes(at, ConditionTree.parts(condition)));
    }
    return Rule.of(condition, place.ground())
        .<Node>map(rule -> rule(at, rule))
        .orElseGet(() -> new TextNode(at, Aggregate.text(condition)));
  }

  private RuleNode rule(List<Integer> at, Rule rule) {
    Meaning meaning = place.ground().meaning(rule.path());
    List<Operator> operators = operators(rule, meaning);
    List<String> choices = choices(rule, meaning);
    return new RuleNode(
        at,
        rule.path(),
        operators.stream().map(o -> new OperatorWords(o.words(), o.lookup())).toList(),
        operators.indexOf(rule.operator()),
        ValueText.of(rule.value()),
        input(rule, meaning, choices),
        choices,
        prompt(rule.operator(), meaning));
  }

  private static List<Operator> operators(Rule rule, Meaning meaning) {
    List<Operator> all = new ArrayList<>(Operator.of(meaning));
    if (!all.contains(rule.operator())) {
      all.add(rule.operator());
    }
    return all;
  }

  private static List<String> choices(Rule rule, Meaning meaning) {
    if (rule.operator().takes() != Operator.Takes.ONE) {
      return List.of();
    }
    if (meaning.type().kind() == Kind.BOOLEAN) {
      return List.of("true", "false");
    }
    return meaning.choices().stream()
        .map(Choice::value)
        .map(value -> ValueText.of(new Expr.Literal(value)))
        .toList();
  }

  private static Input input(Rule rule, Meaning meaning, List<String> choices) {
    return switch (rule.operator().takes()) {
      case TRUE, FALSE -> Input.NONE;
      case TEXT, NUMBER, LIST, RANGE -> Input.TEXT;
      case ONE -> {
        boolean isPlain = rule.value() instanceof Expr.Literal;
        boolean isDate = meaning.type().kind() == Kind.DATE;
        yield !isPlain
            ? Input.TEXT
            : !choices.isEmpty() ? Input.CHOICE : isDate ? Input.DATE : Input.TEXT;
      }
    };
  }

  private static String prompt(Operator operator, Meaning meaning) {
    return switch (operator.takes()) {
      case LIST -> "one, two, three";
      case RANGE -> "first, last";
      case NUMBER -> "number";
      case TEXT -> "text";
      case TRUE, FALSE -> "";
      case ONE ->
          switch (meaning.type().kind()) {
            case INTEGER, FLOAT, DECIMAL -> "number";
            case DATE -> "2026-08-01";
            case DATETIME -> "2026-08-01 12:30";
            case TIME -> "12:30";
            case TEXT, BOOLEAN, DURATION, BINARY, UUID, JSON, ARRAY, ANY -> "value";
          };
    };
  }

  // What people do

  /// Adds a condition on `path` to the group at `group`.
  void add(List<Integer> group, String path) {
    Condition made = Rule.start(path, place.ground()).condition();
    set(ConditionTree.insert(conditions, group, size(group), made));
  }

  /// Adds a group with a condition on `path` to the group at `group`.
  void addGroup(List<Integer> group, String path) {
    Condition made = Rule.start(path, place.ground()).condition();
    set(ConditionTree.insert(conditions, group, size(group), GroupKind.ANY.of(List.of(made))));
  }

  /// Says the same of another path, as far as that can be said of it.
  void path(List<Integer> at, String path) {
    set(ConditionTree.replace(conditions, at, Rule.start(path, place.ground()).condition()));
  }

  /// Says something else of the same path.
  void operator(List<Integer> at, int operator) {
    rule(at)
        .ifPresent(rule -> {
          Meaning meaning = place.ground().meaning(rule.path());
          Operator next = operators(rule, meaning).get(operator);
          set(ConditionTree.replace(conditions, at, rule.with(next, place.ground()).condition()));
        });
  }

  /// Compares with another value.
  ///
  /// @return whether `text` is such a value; where it is not, nothing is changed
  boolean value(List<Integer> at, String text) {
    Optional<Rule> rule = rule(at);
    Optional<Expr> value =
        rule.flatMap(r -> ValueText.read(text, r.operator(), place.ground().meaning(r.path())));
    if (rule.isPresent() && value.isPresent()) {
      set(ConditionTree.replace(conditions, at, rule.get().with(value.get()).condition()));
    }
    return value.isPresent();
  }

  /// Writes a condition anew.
  ///
  /// @return whether `text` is one; where it is not, nothing is changed
  boolean text(List<Integer> at, String text) {
    Optional<Condition> read = Aggregate.condition(text);
    read.ifPresent(condition -> set(ConditionTree.replace(conditions, at, condition)));
    return read.isPresent();
  }

  /// Joins a group in another way.
  void join(List<Integer> at, int kind) {
    set(ConditionTree.join(conditions, at, List.of(GroupKind.values()).get(kind)));
  }

  /// Takes out what stands at `at`; the step goes with its last condition.
  void remove(List<Integer> at) {
    List<Condition> left = ConditionTree.remove(conditions, at);
    if (left.isEmpty()) {
      place.replace(List.of());
    } else {
      set(left);
    }
  }

  /// Puts what stands at `at` into a group of its own, to which others can be added.
  void group(List<Integer> at) {
    set(ConditionTree.group(conditions, at, GroupKind.ANY));
  }

  /// Takes a group apart.
  void ungroup(List<Integer> at) {
    set(ConditionTree.ungroup(conditions, at));
  }

  /// Turns what stands at `at` into its opposite.
  void negate(List<Integer> at) {
    set(ConditionTree.negate(conditions, at));
  }

  /// Moves what stands at `from` into the group at `group`, before its part at `index`.
  void move(List<Integer> from, List<Integer> group, int index) {
    set(ConditionTree.move(conditions, from, group, index));
  }

  /// Says that there are at least `least` of what the to-many relation at `at` leads to: they are
  /// counted in a step before.
  void atLeast(List<Integer> at, long least) {
    rule(at)
        .ifPresent(rule -> {
          String name = rule.path() + "_count";
          Aggregate count = new Aggregate(name, "Count", rule.path(), true, Optional.empty());
          Condition enough = new Condition.Lookup(name + "__gte", new Expr.Literal(least));
          List<Named> named = List.of(count.named());
          place.replace(
              List.of(
                  new Step.Annotate(List.of(), named),
                  step(ConditionTree.replace(conditions, at, enough))));
        });
  }

  /// Returns what stands at `at` as it is written in a chain.
  String written(List<Integer> at) {
    return ConditionTree.at(conditions, at).map(Printer::print).orElse("");
  }

  private Optional<Rule> rule(List<Integer> at) {
    return ConditionTree.at(conditions, at).flatMap(c -> Rule.of(c, place.ground()));
  }

  private int size(List<Integer> group) {
    return group.isEmpty()
        ? conditions.size()
        : ConditionTree.at(conditions, group).map(g -> ConditionTree.parts(g).size()).orElse(0);
  }

  private void set(List<Condition> next) {
    place.replace(List.of(step(next)));
  }

  private Step step(List<Condition> next) {
    return isExclusion() ? new Step.Exclude(next) : new Step.Filter(next);
  }

  private static List<Integer> with(List<Integer> at, int index) {
    List<Integer> longer = new ArrayList<>(at);
    longer.add(index);
    return List.copyOf(longer);
  }
}
