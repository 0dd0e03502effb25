package orrery.orm.chain;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orrery.orm.error.NameError;
import orrery.orm.error.Nearest;
import orrery.orm.error.OrmError;
import orrery.orm.error.TypeError;
import orrery.orm.query.Expr;
import orrery.orm.query.Named;
import orrery.orm.query.Prefetch;
import orrery.orm.query.Query;
import orrery.orm.type.FieldTypes;

/// The reading of `Name(…)`: one of Django's expressions, a value of Python, a field class or a new
/// object of a model.
final class Calls {

  private final Reader reader;

  Calls(Reader reader) {
    this.reader = reader;
  }

  /// Returns what `head` is, called with `call`.
  Expr read(Head head, Syntax.Call call) {
    // The time of Django's clock is the time of the database's, unless the two machines differ.
    boolean clock = "timezone".equals(head.module()) && head.name().equals("now");
    String name = clock ? "Now" : head.name();
    Forms.Entry form = Forms.table().get(name);
    if (form != null) {
      Arguments arguments = Binding.bind(reader, form.signature(), false, call, head.start());
      return marked(form.make().apply(arguments), head);
    }
    Values.Entry value = Values.table().get(name);
    if (value != null) {
      Arguments arguments = Binding.bind(reader, value.signature(), false, call, head.start());
      return marked(Values.make(value, arguments), head);
    }
    Signature signature = Names.CALLS.get(name);
    if (signature != null) {
      return marked(kept(Binding.bind(reader, signature, false, call, head.start())), head);
    }
    if (Names.MARKS.containsKey(name)) {
      throw at(new TypeError(name + "() cannot stand here"), head.start());
    }
    if (FieldTypes.find(name).isPresent() || isInstance(name, call)) {
      return marked(asWritten(name, call), head);
    }
    throw at(unknown(name), head.start());
  }

  private OrmError at(OrmError error, int offset) {
    return reader.source().at(error, offset);
  }

  private Expr marked(Expr expr, Head head) {
    if (reader.places().of(expr).isEmpty()) {
      reader.mark(expr, head.start(), head.end());
    }
    return expr;
  }

  private static OrmError unknown(String name) {
    String nearest = Nearest.of(name, Names.callables());
    if (name.equals("len")) {
      return new NameError("name 'len' is not defined in a chain; write .count()");
    }
    return new NameError("name '" + name + "' is not defined").meaning(nearest);
  }

  /// Says whether `name` may be a model that makes an object: only the resolver knows models, so
  /// what can be nothing else is left to it.
  private boolean isInstance(String name, Syntax.Call call) {
    if (!Identifiers.isPascalCase(name)) {
      return false;
    }
    boolean keywords = call.arguments().stream().allMatch(argument -> argument.name() != null);
    return reader.allowsInstances() || (keywords && !call.arguments().isEmpty());
  }

  private Expr asWritten(String name, Syntax.Call call) {
    List<Expr> args = new ArrayList<>();
    List<Named> options = new ArrayList<>();
    for (Syntax.Argument argument : call.arguments()) {
      if (argument.name() == null) {
        args.add(reader.expressions().read(argument.value()));
      } else {
        options.add(reader.named(argument));
      }
    }
    return new Expr.Call(name, args, options);
  }

  /// Returns the call with its operands by place and its options by name, however they were given.
  private Expr kept(Arguments arguments) {
    List<Expr> args = new ArrayList<>(arguments.exprs());
    List<Named> options = new ArrayList<>();
    List<Signature.Param> params = arguments.signature().params();
    int last = -1;
    for (int i = 0; i < params.size(); i++) {
      if (params.get(i).operand() && arguments.given().containsKey(params.get(i).name())) {
        last = i;
      }
    }
    for (int i = 0; i < params.size(); i++) {
      Signature.Param param = params.get(i);
      Optional<Expr> value = arguments.asGiven(param.name());
      if (param.operand() && i <= last) {
        args.add(value.orElseGet(() -> initial(param)));
      } else if (value.isPresent() && !isInitial(param, value.get())) {
        Named option = new Named(param.name(), value.get());
        options.add(
            reader.mark(option, arguments.at(param.name()), arguments.at(param.name()) + 1));
      }
    }
    options.addAll(arguments.named());
    return new Expr.Call(arguments.signature().name(), args, options);
  }

  /// Returns the default of a parameter that was left out before one that was given.
  private static Expr initial(Signature.Param param) {
    return new Expr.Literal("1".equals(param.initial()) ? (Object) 1L : null);
  }

  /// Says whether an option was given as what it is anyway: `distinct=False`.
  private static boolean isInitial(Signature.Param param, Expr value) {
    return value instanceof Expr.Literal literal
        && ((literal.value() == null && "None".equals(param.initial()))
            || (Boolean.FALSE.equals(literal.value()) && "False".equals(param.initial())));
  }

  /// Returns the constant that `head` names, such as `timezone.utc`, or null.
  @Nullable Expr constant(Head head) {
    if (isClock(head)) {
      throw at(
          new TypeError(
              "a chain has no clock of its own; write Now(), or TruncDate(Now()) for today"),
          head.start());
    }
    if (head.next() instanceof Syntax.Attribute connector
        && head.name().equals("Q")
        && List.of("AND", "OR", "XOR").contains(connector.name())) {
      return new Expr.Literal(connector.name());
    }
    if (head.name().equals("utc") || head.name().equals("UTC")) {
      return head.next() == null ? utc() : null;
    }
    if (head.next() instanceof Syntax.Attribute attribute
        && head.name().equals("WindowFrameExclusion")) {
      String value = attribute.name().replace('_', ' ');
      if (Names.EXCLUSIONS.contains(value)) {
        return exclusion(value, attribute);
      }
    }
    return null;
  }

  /// Says whether `head` asks Python for the time: `date.today()`, `datetime.now()`.
  private static boolean isClock(Head head) {
    List<String> questions = List.of("now", "today", "utcnow");
    boolean ofModule = "datetime".equals(head.module()) && questions.contains(head.name());
    return ofModule
        || (Values.table().containsKey(head.name())
            && head.next() instanceof Syntax.Attribute question
            && questions.contains(question.name()));
  }

  private Expr exclusion(String value, Syntax.Attribute attribute) {
    Expr name = reader.mark(new Expr.Literal(value), attribute.start(), attribute.end());
    return new Expr.Call("WindowFrameExclusion", List.of(name), List.of());
  }

  /// Returns the expression of the time zone UTC.
  static Expr utc() {
    return new Expr.Call("timezone", List.of(new Expr.Literal(Duration.ZERO)), List.of());
  }

  /// Reads an argument of `prefetch_related`.
  Prefetch prefetch(Syntax syntax) {
    if (syntax instanceof Syntax.Text text) {
      return reader.mark(new Prefetch(text.value()), text);
    }
    Head head = Head.of(syntax);
    Syntax.Call call = head == null ? null : head.call();
    Signature signature = head == null ? null : Names.MARKS.get(head.name());
    if (head == null
        || call == null
        || signature == null
        || head.name().equals("When")
        || !head.after().isEmpty()) {
      throw at(
          new TypeError(
              "prefetch_related() takes paths as strings and Prefetch objects, not "
                  + PythonTypes.repr(reader.expressions().read(syntax))),
          syntax.start());
    }
    Arguments arguments = Binding.bind(reader, signature, false, call, head.start());
    List<Query> perType =
        head.name().equals("Prefetch")
            ? List.of()
            : arguments.items("querysets").stream().map(arguments::query).toList();
    Syntax.Text path = arguments.textNode("lookup");
    Prefetch prefetch =
        new Prefetch(path.value(), arguments.query("queryset"), arguments.text("to_attr"), perType);
    return reader.mark(prefetch, path);
  }

  /// Reads an argument of `Case`.
  Expr.When when(Syntax syntax) {
    Head head = Head.of(syntax);
    Syntax.Call call = head == null ? null : head.call();
    if (head == null || call == null || !head.name().equals("When") || !head.after().isEmpty()) {
      throw at(new TypeError("Positional arguments must all be When objects."), syntax.start());
    }
    Signature signature = Names.MARKS.get("When");
    if (signature == null) {
      throw at(unknown("When"), head.start());
    }
    return reader.mark(
        Forms.when(Binding.bind(reader, signature, false, call, head.start())),
        head.start(),
        head.end());
  }
}
