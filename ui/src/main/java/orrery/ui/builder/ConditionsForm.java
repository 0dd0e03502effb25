package orrery.ui.builder;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import orrery.orm.chain.Printer;
import orrery.orm.edit.Aggregate;
import orrery.orm.edit.Backwards;
import orrery.orm.edit.ConditionTree;
import orrery.orm.edit.GroupKind;
import orrery.orm.edit.Meaning;
import orrery.orm.edit.Nested;
import orrery.orm.edit.Operator;
import orrery.orm.edit.Rule;
import orrery.orm.edit.ValueText;
import orrery.orm.meta.Choice;
import orrery.orm.query.Condition;
import orrery.orm.query.Expr;
import orrery.orm.query.Named;
import orrery.orm.query.Query;
import orrery.orm.query.Step;
import orrery.orm.type.Kind;

/// Conditions, as a tree of groups and rules: those of a `filter` or `exclude`, of an aggregate, of
/// a case. A place is a list of indexes from the outside inwards; the empty one is all of them.
final class ConditionsForm implements Form {
  private final Scope scope;
  private final List<Condition> conditions;
  private final Consumer<List<Condition>> set;
  private final Optional<Place> place;

  private ConditionsForm(
      Scope scope,
      List<Condition> conditions,
      Consumer<List<Condition>> set,
      Optional<Place> place) {
    this.scope = scope;
    this.conditions = conditions;
    this.set = set;
    this.place = place;
  }

  /// Makes it for the `filter` or `exclude` at a place.
  static ConditionsForm of(Place place) {
    List<Condition> conditions =
        switch (place.step()) {
          case Step.Filter(List<Condition> all) -> all;
          case Step.Exclude(List<Condition> all) -> all;
          case Step other -> List.of();
        };
    return new ConditionsForm(
        place.scope(),
        conditions,
        next -> place.replace(next.isEmpty() ? List.of() : List.of(step(place, next))),
        Optional.of(place));
  }

  /// Makes it for a condition that is part of something else.
  ///
  /// @param set takes the condition that holds instead; none where the last was taken out
  static ConditionsForm inside(
      Scope scope, Optional<Condition> condition, Consumer<Optional<Condition>> set) {
    List<Condition> all =
        condition
            .map(c -> c instanceof Condition.And(var parts) ? parts : List.of(c))
            .orElse(List.of());
    return new ConditionsForm(
        scope,
        all,
        next ->
            set.accept(
                next.isEmpty()
                    ? Optional.empty()
                    : Optional.of(next.size() == 1 ? next.getFirst() : new Condition.And(next))),
        Optional.empty());
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
  /// @param input how it is given
  /// @param choices the values to choose from, where the field has some
  /// @param prompt what an empty field asks for
  /// @param sources what the value can be instead
  record RuleNode(
      List<Integer> place,
      String path,
      List<OperatorWords> operators,
      int operator,
      String value,
      Input input,
      List<String> choices,
      String prompt,
      List<Source> sources)
      implements Node {}

  /// Whether a query of its own has rows.
  record ExistsNode(List<Integer> place, boolean negated) implements Node {}

  /// A condition that no form draws, as it is written.
  record TextNode(List<Integer> place, String text) implements Node {}

  /// An operator in plain words, with Django's lookup.
  record OperatorWords(String words, String lookup) {}

  /// How a value is given.
  enum Input {
    /// It is not: the operator says it all.
    NONE,
    /// As text.
    TEXT,
    /// As a date.
    DATE,
    /// By choosing from a few.
    CHOICE,
    /// As several texts.
    CHIPS,
    /// As two texts: the first and the last.
    RANGE,
    /// As an expression.
    EXPRESSION,
    /// As a query.
    QUERY
  }

  /// What a value can be.
  enum Source {
    /// A value as it is.
    VALUE("A value", "fth-edit-3"),
    /// A field of the same row.
    FIELD("Another field", "fth-columns"),
    /// A field of the query around.
    OUTER("A field of the query around", "fth-corner-left-up"),
    /// Something computed.
    EXPRESSION("An expression", "fth-zap"),
    /// Rows of another query.
    QUERY("A query", "fth-box");

    private final String words;
    private final String icon;

    Source(String words, String icon) {
      this.words = words;
      this.icon = icon;
    }

    /// Returns what people call it.
    String words() {
      return words;
    }

    /// Returns the name of its icon.
    String icon() {
      return icon;
    }
  }

  /// Returns how groups can be joined, in words.
  static List<String> kinds() {
    return List.of(GroupKind.values()).stream().map(GroupKind::words).toList();
  }

  /// Says whether rows that meet the conditions are dropped.
  boolean isExclusion() {
    return place.map(p -> p.step() instanceof Step.Exclude).orElse(false);
  }

  /// Returns the conditions.
  List<Node> nodes() {
    return nodes(List.of(), conditions);
  }

  /// Returns what picks a path for a condition.
  PathPicker picker() {
    return scope.picker();
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
    if (exists(condition).isPresent()) {
      return new ExistsNode(at, condition instanceof Condition.Not);
    }
    return Rule.of(condition, scope.ground())
        .<Node>map(rule -> rule(at, rule))
        .orElseGet(() -> new TextNode(at, Aggregate.text(condition)));
  }

  private static Optional<Query> exists(Condition condition) {
    return switch (condition) {
      case Condition.Test(Expr.Exists(Query query)) -> Optional.of(query);
      case Condition.Not(Condition.Test(Expr.Exists(Query query))) -> Optional.of(query);
      case Condition other -> Optional.empty();
    };
  }

  private RuleNode rule(List<Integer> at, Rule rule) {
    Meaning meaning = scope.ground().meaning(rule.path());
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
        prompt(rule.operator(), meaning),
        sources(rule));
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

  private List<Source> sources(Rule rule) {
    return switch (rule.operator().takes()) {
      case TRUE, FALSE -> List.of();
      case LIST -> List.of(Source.VALUE, Source.QUERY);
      case RANGE -> List.of();
      case TEXT, NUMBER, ONE ->
          scope.drafting().around().isEmpty()
              ? List.of(Source.VALUE, Source.FIELD, Source.EXPRESSION, Source.QUERY)
              : List.of(Source.values());
    };
  }

  private static Input input(Rule rule, Meaning meaning, List<String> choices) {
    boolean isGiven =
        switch (rule.operator().takes()) {
          case TRUE, FALSE -> true;
          case ONE, TEXT, NUMBER, LIST, RANGE -> false;
        };
    if (isGiven) {
      return Input.NONE;
    }
    return switch (rule.value()) {
      case Expr.ChainValue _, Expr.Subquery _ -> Input.QUERY;
      case Expr.Literal _ -> plain(rule, meaning, choices);
      case Expr.Sequence(_, var items)
          when items.stream().allMatch(Expr.Literal.class::isInstance) ->
          switch (rule.operator().takes()) {
            case LIST -> Input.CHIPS;
            case RANGE -> items.size() == 2 ? Input.RANGE : Input.TEXT;
            case ONE, TEXT, NUMBER, TRUE, FALSE -> Input.TEXT;
          };
      case Expr.Sequence _, Expr.Mapping _ -> Input.TEXT;
      case Expr other -> Input.EXPRESSION;
    };
  }

  private static Input plain(Rule rule, Meaning meaning, List<String> choices) {
    return switch (rule.operator().takes()) {
      case TRUE, FALSE -> Input.NONE;
      case TEXT, NUMBER, LIST, RANGE -> Input.TEXT;
      case ONE -> {
        boolean isDate = meaning.type().kind() == Kind.DATE;
        yield !choices.isEmpty() ? Input.CHOICE : isDate ? Input.DATE : Input.TEXT;
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
    Condition made = Rule.start(path, scope.ground()).condition();
    set(ConditionTree.insert(conditions, group, size(group), made));
  }

  /// Adds a group with a condition on `path` to the group at `group`.
  void addGroup(List<Integer> group, String path) {
    Condition made = Rule.start(path, scope.ground()).condition();
    set(ConditionTree.insert(conditions, group, size(group), GroupKind.ANY.of(List.of(made))));
  }

  /// Says the same of another path, as far as that can be said of it.
  void path(List<Integer> at, String path) {
    set(ConditionTree.replace(conditions, at, Rule.start(path, scope.ground()).condition()));
  }

  /// Says something else of the same path.
  void operator(List<Integer> at, int operator) {
    rule(at)
        .ifPresent(rule -> {
          Meaning meaning = scope.ground().meaning(rule.path());
          Operator next = operators(rule, meaning).get(operator);
          set(ConditionTree.replace(conditions, at, rule.with(next, scope.ground()).condition()));
        });
  }

  /// Compares with another value.
  ///
  /// @return whether `text` is such a value; where it is not, nothing is changed
  boolean value(List<Integer> at, String text) {
    Optional<Rule> rule = rule(at);
    Optional<Expr> value =
        rule.flatMap(r -> ValueText.read(text, r.operator(), scope.ground().meaning(r.path())));
    if (rule.isPresent() && value.isPresent()) {
      set(ConditionTree.replace(conditions, at, rule.get().with(value.get()).condition()));
    }
    return value.isPresent();
  }

  /// Returns the values of a list, each as a form shows it.
  List<String> items(List<Integer> at) {
    return rule(at)
        .filter(r -> r.value() instanceof Expr.Sequence)
        .map(r -> ((Expr.Sequence) r.value()).items().stream().map(ValueText::of).toList())
        .orElse(List.of());
  }

  /// Compares with other values than before.
  ///
  /// @return whether each of the texts is such a value; where one is not, nothing is changed
  boolean items(List<Integer> at, List<String> texts) {
    Optional<Rule> rule = rule(at);
    List<Expr> values = new ArrayList<>();
    if (rule.isPresent()) {
      Meaning meaning = scope.ground().meaning(rule.get().path());
      for (String text : texts) {
        ValueText.item(text, rule.get().operator(), meaning).ifPresent(values::add);
      }
    }
    boolean isRight = rule.isPresent() && values.size() == texts.size();
    if (isRight) {
      boolean isRange = rule.get().operator().takes() == Operator.Takes.RANGE;
      Expr all = new Expr.Sequence(isRange ? Expr.Brackets.TUPLE : Expr.Brackets.LIST, values);
      set(ConditionTree.replace(conditions, at, rule.get().with(all).condition()));
    }
    return isRight;
  }

  /// Says what the value of a rule is: a value, a field, a query.
  void source(List<Integer> at, Source source) {
    rule(at)
        .ifPresent(rule -> {
          Meaning meaning = scope.ground().meaning(rule.path());
          Rule next =
              switch (source) {
                case VALUE -> rule.with(ValueText.neutral(rule.operator(), meaning));
                case FIELD -> rule.with(new Expr.Ref(rule.path()));
                case OUTER -> rule.with(new Expr.OuterRef("pk"));
                case EXPRESSION -> rule.with(computed(rule, meaning));
                case QUERY -> rule.with(Nested.value(scope.ground(), rule));
              };
          set(ConditionTree.replace(conditions, at, next.condition()));
        });
  }

  private static Expr computed(Rule rule, Meaning meaning) {
    Expr field = new Expr.Ref(rule.path());
    return meaning.type().isNumeric()
        ? new Expr.Arithmetic(Expr.Operator.MULTIPLY, field, new Expr.Literal(2L))
        : new Expr.Call("Coalesce", List.of(field, field), List.of());
  }

  /// Returns the form of the expression that a rule compares with.
  ExpressionForm expression(List<Integer> at) {
    Rule rule = rule(at).orElseThrow();
    return new ExpressionForm(
        scope,
        rule.value(),
        ExpressionForm.Role.VALUE,
        next -> set(ConditionTree.replace(conditions, at, rule.with(next).condition())));
  }

  /// Returns the form of the query that the condition at `at` asks.
  InnerForm query(List<Integer> at) {
    Condition here = ConditionTree.at(conditions, at).orElseThrow();
    Optional<Query> asked = exists(here);
    if (asked.isPresent()) {
      boolean negated = here instanceof Condition.Not;
      return new InnerForm(
          scope,
          InnerForm.Kind.SUBQUERY,
          asked.get(),
          next -> set(ConditionTree.replace(conditions, at, exists(next, negated))));
    }
    Rule rule = rule(at).orElseThrow();
    return new InnerForm(
        scope,
        InnerForm.Kind.SUBQUERY,
        Nested.query(rule.value()).orElseThrow(),
        next ->
            set(
                ConditionTree.replace(
                    conditions, at, rule.with(Nested.with(rule.value(), next)).condition())));
  }

  private static Condition exists(Query query, boolean negated) {
    Condition exists = new Condition.Test(new Expr.Exists(query));
    return negated ? new Condition.Not(exists) : exists;
  }

  /// Adds to a group that there are rows which `path` leads to.
  void addExists(List<Integer> group, String path) {
    Optional<Query> related = Backwards.related(scope.ground(), path);
    String target = scope.ground().meaning(path).model();
    Query query = related.orElseGet(() -> new Query(target));
    set(ConditionTree.insert(conditions, group, size(group), exists(query, false)));
  }

  /// Returns what finds values that the field of a rule has.
  ValueFinder values(List<Integer> at) {
    return new ValueFinder(scope, rule(at).map(Rule::path).orElse(""));
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
    set(ConditionTree.remove(conditions, at));
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

  /// Says whether related rows can be counted in a step before.
  boolean canCount() {
    return place.isPresent();
  }

  /// Says that there are at least `least` of what the to-many relation at `at` leads to: they are
  /// counted in a step before.
  void atLeast(List<Integer> at, long least) {
    rule(at)
        .ifPresent(rule -> {
          Place where = place.orElseThrow();
          String name = rule.path() + "_count";
          Aggregate count = new Aggregate(name, "Count", rule.path(), true, Optional.empty());
          Condition enough = new Condition.Lookup(name + "__gte", new Expr.Literal(least));
          List<Named> named = List.of(count.named());
          where.replace(
              List.of(
                  new Step.Annotate(List.of(), named),
                  step(where, ConditionTree.replace(conditions, at, enough))));
        });
  }

  /// Returns what stands at `at` as it is written in a chain.
  String written(List<Integer> at) {
    return ConditionTree.at(conditions, at).map(Printer::print).orElse("");
  }

  private Optional<Rule> rule(List<Integer> at) {
    return ConditionTree.at(conditions, at).flatMap(c -> Rule.of(c, scope.ground()));
  }

  /// Returns how many parts the group at `group` has.
  int size(List<Integer> group) {
    return group.isEmpty()
        ? conditions.size()
        : ConditionTree.at(conditions, group).map(g -> ConditionTree.parts(g).size()).orElse(0);
  }

  private void set(List<Condition> next) {
    set.accept(next);
  }

  private static Step step(Place place, List<Condition> next) {
    return place.step() instanceof Step.Exclude ? new Step.Exclude(next) : new Step.Filter(next);
  }

  private static List<Integer> with(List<Integer> at, int index) {
    List<Integer> longer = new ArrayList<>(at);
    longer.add(index);
    return List.copyOf(longer);
  }
}
