package orrery.ui.builder;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import orrery.orm.chain.Printer;
import orrery.orm.edit.Callables;
import orrery.orm.edit.Nested;
import orrery.orm.edit.Signature;
import orrery.orm.edit.ValueText;
import orrery.orm.query.Condition;
import orrery.orm.query.Expr;
import orrery.orm.query.Name;
import orrery.orm.query.Query;
import orrery.orm.query.Selection;
import orrery.orm.query.Step;

/// An expression, part by part: fields, values, arithmetic, functions, cases, windows, subqueries.
/// What no part draws stands as text, so nothing is refused.
final class ExpressionForm {
  private final Scope scope;
  private final Expr expr;
  private final Role role;
  private final Consumer<Expr> set;

  /// Makes it.
  ///
  /// @param role what a text and a plain value mean there
  /// @param set takes the expression that stands there instead
  ExpressionForm(Scope scope, Expr expr, Role role, Consumer<Expr> set) {
    this.scope = scope;
    this.expr = expr;
    this.role = role;
    this.set = set;
  }

  /// What an expression stands for.
  enum Role {
    /// The value of a column: a plain value has to be wrapped.
    COLUMN,
    /// The argument of a function: a text is the name of a field.
    ARGUMENT,
    /// The argument of a function that is no expression, such as a length.
    PLAIN,
    /// A side of arithmetic.
    OPERAND,
    /// What a condition compares with.
    VALUE
  }

  /// What an expression is.
  enum Kind {
    /// A field of the same row.
    FIELD,
    /// A field of the query around.
    OUTER,
    /// A plain value.
    LITERAL,
    /// Two expressions with a sign between.
    ARITHMETIC,
    /// A function of expressions.
    CALL,
    /// The first case that holds.
    CASE,
    /// A function over a window of rows.
    WINDOW,
    /// The value of another query.
    QUERY,
    /// Anything else.
    TEXT
  }

  /// A function to choose.
  ///
  /// @param call how it is called: `Round(expression, precision=0)`
  record Function(String name, String call, String meaning, boolean isOverWindow) {}

  /// Returns the signs of arithmetic, as they are shown.
  static List<String> signs() {
    return arithmetic().stream().map(Expr.Operator::sign).toList();
  }

  private static List<Expr.Operator> arithmetic() {
    return List.of(Expr.Operator.values()).stream().filter(o -> !o.isMethod()).toList();
  }

  /// Returns all functions that can be chosen.
  static List<Function> functions() {
    List<Function> all = new ArrayList<>();
    Callables.functions().forEach(f -> all.add(function(f, false)));
    Callables.overWindows().forEach(f -> all.add(function(f, true)));
    return all;
  }

  private static Function function(Signature f, boolean isOverWindow) {
    return new Function(f.name(), f.toString(), f.meaning(), isOverWindow);
  }

  /// Returns what it is.
  Kind kind() {
    return switch (expr) {
      case Expr.Ref _ -> Kind.FIELD;
      case Expr.OuterRef(_, int levels) -> levels == 1 ? Kind.OUTER : Kind.TEXT;
      case Expr.Literal(String _) when role == Role.ARGUMENT -> Kind.FIELD;
      case Expr.Literal _ -> Kind.LITERAL;
      case Expr.Value(Expr.Literal _, var type) when type.isEmpty() -> Kind.LITERAL;
      case Expr.Arithmetic a -> a.operator().isMethod() ? Kind.TEXT : Kind.ARITHMETIC;
      case Expr.Call call -> call.options().isEmpty() ? Kind.CALL : Kind.TEXT;
      case Expr.Case branches -> branches.outputField().isEmpty() ? Kind.CASE : Kind.TEXT;
      case Expr.Window w -> isPlain(w) ? Kind.WINDOW : Kind.TEXT;
      case Expr.Subquery _, Expr.Exists _ -> Kind.QUERY;
      case Expr.Sequence _, Expr.Mapping _, Expr.Part _, Expr.Value _, Expr.Negated _ -> Kind.TEXT;
      case Expr.ChainValue _, Expr.Ordered _, Expr.Test _, Expr.FilteredRelation _ -> Kind.TEXT;
    };
  }

  private static boolean isPlain(Expr.Window window) {
    boolean isByPaths =
        window.partitionBy().stream().allMatch(p -> path(p).isPresent())
            && window.orderBy().stream().allMatch(o -> path(o).isPresent());
    return isByPaths && window.frame().isEmpty() && window.outputField().isEmpty();
  }

  private static Optional<String> path(Selection by) {
    return switch (by) {
      case Name(String text) -> Optional.of(text);
      case Expr.Ref(String path) -> Optional.of(path);
      case Expr.Literal(String path) -> Optional.of(path);
      case Expr.Ordered(Expr.Ref(String path), boolean down, Expr.Nulls nulls)
          when nulls == Expr.Nulls.UNSAID ->
          Optional.of((down ? "-" : "") + path);
      case Expr other -> Optional.empty();
    };
  }

  /// Returns the expression as it is written.
  String text() {
    return Printer.print(expr);
  }

  /// Writes it anew.
  ///
  /// @return whether `text` is an expression; where it is not, nothing is changed
  boolean text(String text) {
    Optional<Expr> read = ValueText.expression(text);
    read.ifPresent(set);
    return read.isPresent();
  }

  // Fields and values

  /// Returns the path of a field.
  String path() {
    return switch (expr) {
      case Expr.Ref(String path) -> path;
      case Expr.OuterRef(String path, _) -> path;
      case Expr.Literal(String path) -> path;
      case Expr other -> "";
    };
  }

  /// Returns what picks a path in its place.
  PathPicker picker() {
    return kind() == Kind.OUTER ? scope.outerPicker().orElseGet(scope::picker) : scope.picker();
  }

  /// Says whether this is inside of a query that is inside of another.
  boolean hasOuter() {
    return scope.outerPicker().isPresent();
  }

  /// Makes it a field.
  void path(String path) {
    set.accept(kind() == Kind.OUTER ? new Expr.OuterRef(path) : field(path));
  }

  /// Makes it a field of the query around.
  void outer() {
    set.accept(new Expr.OuterRef("pk"));
  }

  private Expr field(String path) {
    return role == Role.ARGUMENT ? new Expr.Literal(path) : new Expr.Ref(path);
  }

  /// Returns a plain value as a form shows it.
  String value() {
    return switch (expr) {
      case Expr.Literal literal -> ValueText.loose(literal);
      case Expr.Value(Expr.Literal literal, _) -> ValueText.loose(literal);
      case Expr other -> "";
    };
  }

  /// Makes it a plain value.
  void value(String text) {
    set.accept(literal(ValueText.read(text)));
  }

  private Expr literal(Expr.Literal value) {
    boolean isText = value.value() instanceof String;
    boolean isWrapped =
        switch (role) {
          case COLUMN -> true;
          case ARGUMENT, OPERAND -> isText;
          case PLAIN, VALUE -> false;
        };
    return isWrapped ? new Expr.Value(value, Optional.empty()) : value;
  }

  // Arithmetic

  /// Returns which of [#signs] stands between its sides.
  int sign() {
    return expr instanceof Expr.Arithmetic a ? arithmetic().indexOf(a.operator()) : -1;
  }

  /// Puts another sign between its sides.
  void sign(int sign) {
    if (expr instanceof Expr.Arithmetic a) {
      set.accept(new Expr.Arithmetic(arithmetic().get(sign), a.left(), a.right()));
    }
  }

  // Functions

  /// Returns the name of its function.
  String function() {
    return switch (expr) {
      case Expr.Call call -> call.name();
      case Expr.Window(Expr.Call call, _, _, _, _) -> call.name();
      case Expr other -> "";
    };
  }

  /// Calls another function of the same arguments.
  void function(Function next) {
    switch (expr) {
      case Expr.Call call -> {
        Expr first = call.args().isEmpty() ? new Expr.Literal("pk") : call.args().getFirst();
        set.accept(called(next, first));
      }
      case Expr.Window window
          when next.isOverWindow() && window.expression() instanceof Expr.Call c -> {
        Expr first = c.args().isEmpty() ? new Expr.Literal("pk") : c.args().getFirst();
        set.accept(
            new Expr.Window(
                Callables.on(next.name(), first),
                window.partitionBy(),
                window.orderBy(),
                Optional.empty(),
                Optional.empty()));
      }
      case Expr other -> wrap(next);
    }
  }

  /// Makes it an argument of a function.
  void wrap(Function function) {
    set.accept(called(function, argument()));
  }

  private Expr argument() {
    return expr instanceof Expr.Ref(String path) ? new Expr.Literal(path) : expr;
  }

  private static Expr called(Function function, Expr first) {
    Expr.Call call = Callables.on(function.name(), first);
    return function.isOverWindow()
        ? new Expr.Window(
            call, List.of(), List.of(new Name("pk")), Optional.empty(), Optional.empty())
        : call;
  }

  /// Returns the number of its parts: sides, arguments, or the values of its cases.
  int size() {
    return switch (expr) {
      case Expr.Arithmetic _ -> 2;
      case Expr.Call call -> call.args().size();
      case Expr.Window(Expr.Call call, _, _, _, _) -> call.args().size();
      case Expr.Case(var branches, var otherwise, _) ->
          branches.size() + (otherwise.isPresent() ? 1 : 0);
      case Expr other -> 0;
    };
  }

  /// Returns the name of the parameter that the part at `index` of a function is.
  String parameter(int index) {
    return Callables.parameter(function(), index);
  }

  /// Says whether its function takes one argument more.
  boolean takesMore() {
    return kind() == Kind.CALL && Callables.takesMore(function(), size());
  }

  /// Gives its function one argument more.
  void addArgument() {
    if (expr instanceof Expr.Call call) {
      List<Expr> args = new ArrayList<>(call.args());
      boolean isExpression = Callables.isExpression(call.name(), args.size());
      args.add(
          isExpression
              ? new Expr.Value(new Expr.Literal(" "), Optional.empty())
              : new Expr.Literal(2L));
      set.accept(new Expr.Call(call.name(), args, call.options()));
    }
  }

  /// Takes one of its parts out; where one is left, that stands for all.
  void removePart(int index) {
    switch (expr) {
      case Expr.Arithmetic a -> set.accept(index == 0 ? a.right() : a.left());
      case Expr.Call call when call.args().size() > 1 -> {
        List<Expr> args = new ArrayList<>(call.args());
        args.remove(index);
        set.accept(new Expr.Call(call.name(), args, call.options()));
      }
      case Expr.Case(var branches, var otherwise, var type) -> {
        List<Expr.When> left = new ArrayList<>(branches);
        if (index < left.size()) {
          left.remove(index);
        }
        Optional<Expr> rest = index < branches.size() ? otherwise : Optional.empty();
        set.accept(
            left.isEmpty()
                ? rest.orElse(literal(new Expr.Literal(0L)))
                : new Expr.Case(left, rest, type));
      }
      case Expr other -> {}
    }
  }

  /// Puts its first part in its place.
  void unwrap() {
    if (size() > 0) {
      ExpressionForm first = part(0);
      boolean isField = first.kind() == Kind.FIELD;
      set.accept(isField ? field(first.path()) : first.expr);
    }
  }

  /// Returns one of its parts.
  ExpressionForm part(int index) {
    return switch (expr) {
      case Expr.Arithmetic(Expr.Operator operator, Expr left, Expr right) ->
          index == 0
              ? child(left, Role.OPERAND, n -> new Expr.Arithmetic(operator, n, right))
              : child(right, Role.OPERAND, n -> new Expr.Arithmetic(operator, left, n));
      case Expr.Call call -> argument(call, index, n -> n);
      case Expr.Window(Expr.Call call, var by, var order, var frame, var type) ->
          argument(call, index, n -> new Expr.Window(n, by, order, frame, type));
      case Expr.Case(var branches, var otherwise, var type) -> {
        if (index == branches.size()) {
          yield child(
              otherwise.orElseThrow(),
              Role.COLUMN,
              n -> new Expr.Case(branches, Optional.of(n), type));
        }
        Expr.When when = branches.get(index);
        yield child(
            when.then(),
            Role.COLUMN,
            n ->
                new Expr.Case(
                    with(branches, index, new Expr.When(when.condition(), n)), otherwise, type));
      }
      case Expr other -> throw new IndexOutOfBoundsException(index);
    };
  }

  private interface Around {
    Expr with(Expr part);
  }

  private ExpressionForm argument(Expr.Call call, int index, Around around) {
    Role as = Callables.isExpression(call.name(), index) ? Role.ARGUMENT : Role.PLAIN;
    boolean isNamedField = as == Role.PLAIN && call.args().get(index) instanceof Expr.Value;
    return child(
        call.args().get(index),
        isNamedField ? Role.ARGUMENT : as,
        n -> around.with(new Expr.Call(call.name(), with(call.args(), index, n), call.options())));
  }

  private ExpressionForm child(Expr part, Role as, Around around) {
    return new ExpressionForm(scope, part, as, next -> set.accept(around.with(next)));
  }

  private static <T> List<T> with(List<T> all, int index, T next) {
    List<T> changed = new ArrayList<>(all);
    changed.set(index, next);
    return changed;
  }

  // Larger parts

  /// Puts it on the left of a sign.
  void calculate() {
    Expr left =
        expr instanceof Expr.Literal(String path) && role == Role.ARGUMENT
            ? new Expr.Ref(path)
            : expr;
    set.accept(new Expr.Arithmetic(Expr.Operator.ADD, left, new Expr.Literal(1L)));
  }

  /// Makes it what comes where no case holds.
  void cases() {
    set.accept(new Expr.Case(List.of(when()), Optional.of(column()), Optional.empty()));
  }

  private Expr column() {
    return switch (expr) {
      case Expr.Literal(String path) when role == Role.ARGUMENT -> new Expr.Ref(path);
      case Expr.Literal plain -> new Expr.Value(plain, Optional.empty());
      case Expr other -> other;
    };
  }

  private static Expr.When when() {
    Condition some = new Condition.Lookup("pk__isnull", new Expr.Literal(false));
    return new Expr.When(some, new Expr.Value(new Expr.Literal(1L), Optional.empty()));
  }

  /// Adds a case before what comes where none holds.
  void addCase() {
    if (expr instanceof Expr.Case(var branches, var otherwise, var type)) {
      List<Expr.When> more = new ArrayList<>(branches);
      more.add(when());
      set.accept(new Expr.Case(more, otherwise, type));
    }
  }

  /// Says what comes where no case holds.
  void addOtherwise() {
    if (expr instanceof Expr.Case(var branches, _, var type)) {
      Expr zero = new Expr.Value(new Expr.Literal(0L), Optional.empty());
      set.accept(new Expr.Case(branches, Optional.of(zero), type));
    }
  }

  /// Returns the number of its cases.
  int caseCount() {
    return expr instanceof Expr.Case c ? c.branches().size() : 0;
  }

  /// Says whether something comes where no case holds.
  boolean hasOtherwise() {
    return expr instanceof Expr.Case c && c.otherwise().isPresent();
  }

  /// Returns the conditions of a case.
  ConditionsForm condition(int index) {
    if (!(expr instanceof Expr.Case(var branches, var otherwise, var type))) {
      throw new IndexOutOfBoundsException(index);
    }
    Expr.When when = branches.get(index);
    return ConditionsForm.inside(
        scope,
        Optional.of(when.condition()),
        next ->
            next.ifPresent(c ->
                set.accept(
                    new Expr.Case(
                        with(branches, index, new Expr.When(c, when.then())), otherwise, type))));
  }

  /// Makes it the value of another query.
  void query() {
    Query all =
        new Query(scope.ground().model())
            .with(new Step.Values(List.of(new Name("pk")), List.of()))
            .with(new Step.Slice(0, java.util.OptionalInt.of(1)));
    set.accept(new Expr.Subquery(all, Optional.empty()));
  }

  /// Returns the form of its query.
  InnerForm inner() {
    return new InnerForm(
        scope,
        InnerForm.Kind.SUBQUERY,
        Nested.query(expr).orElseThrow(),
        next -> set.accept(Nested.with(expr, next)));
  }

  /// Says whether only the existence of rows counts.
  boolean isExists() {
    return expr instanceof Expr.Exists;
  }

  // Windows

  /// Returns the paths that divide the rows into windows.
  List<String> partitions() {
    return expr instanceof Expr.Window w
        ? w.partitionBy().stream().map(p -> path(p).orElse("")).toList()
        : List.of();
  }

  /// Divides the rows by other paths.
  void partitions(List<String> paths) {
    if (expr instanceof Expr.Window w) {
      List<Expr> by = paths.stream().<Expr>map(Expr.Ref::new).toList();
      set.accept(new Expr.Window(w.expression(), by, w.orderBy(), w.frame(), w.outputField()));
    }
  }

  /// Returns the paths that order the rows of a window, with a minus for downwards.
  List<String> orders() {
    return expr instanceof Expr.Window w
        ? w.orderBy().stream().map(o -> path(o).orElse("")).toList()
        : List.of();
  }

  /// Orders the rows of a window by other paths.
  void orders(List<String> paths) {
    if (expr instanceof Expr.Window w) {
      List<Selection> by = paths.stream().<Selection>map(Name::new).toList();
      set.accept(new Expr.Window(w.expression(), w.partitionBy(), by, w.frame(), w.outputField()));
    }
  }
}
