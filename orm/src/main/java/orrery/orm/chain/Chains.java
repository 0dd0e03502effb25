package orrery.orm.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import orrery.orm.error.AttributeError;
import orrery.orm.error.NameError;
import orrery.orm.error.Nearest;
import orrery.orm.error.OrmError;
import orrery.orm.error.SyntaxError;
import orrery.orm.error.TypeError;
import orrery.orm.error.ValueError;
import orrery.orm.query.Chain;
import orrery.orm.query.Expr;
import orrery.orm.query.Query;
import orrery.orm.query.Step;
import orrery.orm.query.Terminal;

/// The reading of chains: a model, or a queryset in parentheses, with its methods and slices.
///
/// The `all()` that Django wants between a manager and what only a queryset has (a slice, the end,
/// `delete()`) is no step: `Album.objects.all()[:5]` and `Album.objects[:5]` are one query, and the
/// printer writes the former.
final class Chains {

  private static final Set<String> MANAGERS =
      Set.of("objects", "_default_manager", "_base_manager");

  private final Reader reader;

  Chains(Reader reader) {
    this.reader = reader;
  }

  /// Reads the whole of a text.
  Chain whole(Syntax syntax) {
    Head head = Head.of(syntax);
    if (head != null && head.name().equals("list") && head.rest().size() == 1) {
      Syntax.Call call = head.call();
      if (call != null && call.arguments().size() == 1) {
        return whole(call.arguments().getFirst().value());
      }
    }
    if (head != null && head.call() == null) {
      return new Walk(head.name(), head.start(), head.end(), true).chain(head.rest());
    }
    if (head == null && syntax instanceof Syntax.Postfix postfix) {
      Expr base = reader.expressions().read(postfix.base());
      if (base instanceof Expr.ChainValue value) {
        return new Walk(value.query(), postfix.start()).chain(postfix.trailers());
      }
    }
    Expr value = reader.expressions().read(syntax);
    if (value instanceof Expr.ChainValue chain) {
      return new Chain(
          chain.query(), reader.mark(new Terminal.Fetch(), syntax.start(), endOfText()));
    }
    throw reader
        .source()
        .at(
            new TypeError(
                "a chain starts with a model, such as Model.objects.all(), not with "
                    + PythonTypes.repr(value)),
            syntax.start());
  }

  /// Reads a chain that is a value inside another: it must stay a queryset.
  Query value(Head head) {
    return new Walk(head.name(), head.start(), head.end(), false).query(head.rest());
  }

  /// Reads what follows a queryset in parentheses inside another chain.
  Query value(Query base, int start, List<Syntax.Trailer> rest) {
    return new Walk(base, start).query(rest);
  }

  private int endOfText() {
    return reader.source().text().length();
  }

  /// One walk along a chain.
  private final class Walk {
    private final String model;
    private final int start;
    private final int end;
    private final List<Step> steps = new ArrayList<>();

    /// Whether all so far is a manager, or `all()` of one.
    private boolean manager;

    private boolean whole;
    private @Nullable Terminal terminal;
    private String gives = "";
    private String ending = "";

    Walk(String model, int start, int end, boolean whole) {
      this.model = model;
      this.start = start;
      this.end = end;
      this.manager = true;
      this.whole = whole;
    }

    Walk(Query base, int start) {
      this.model = base.model();
      Span place = reader.places().of(base).orElse(new Span(start, start));
      this.start = place.start();
      this.end = place.end();
      this.steps.addAll(base.steps());
    }

    Chain chain(List<Syntax.Trailer> trailers) {
      whole = true;
      walk(trailers);
      Terminal last =
          terminal == null ? reader.mark(new Terminal.Fetch(), start, endOfText()) : terminal;
      return new Chain(reader.mark(new Query(model, steps), start, end), last);
    }

    Query query(List<Syntax.Trailer> trailers) {
      whole = false;
      walk(trailers);
      return reader.mark(new Query(model, steps), start, end);
    }

    private OrmError at(OrmError error, int offset) {
      return reader.source().at(error, offset);
    }

    private void walk(List<Syntax.Trailer> trailers) {
      int i = 0;
      if (manager
          && !trailers.isEmpty()
          && trailers.getFirst() instanceof Syntax.Attribute first
          && MANAGERS.contains(first.name())) {
        i = 1;
      }
      while (i < trailers.size()) {
        Syntax.Trailer trailer = trailers.get(i);
        Syntax.Call call =
            i + 1 < trailers.size() && trailers.get(i + 1) instanceof Syntax.Call c ? c : null;
        if (terminal != null) {
          throw afterEnd(trailer, call);
        }
        switch (trailer) {
          case Syntax.Attribute name -> {
            method(name, call, i == 0);
            i++;
          }
          case Syntax.Item item -> index(item);
          case Syntax.Range range -> slice(range);
          case Syntax.Call c ->
              throw at(
                  new TypeError(
                      "'"
                          + (manager && steps.isEmpty() ? "Manager" : "QuerySet")
                          + "' object is not callable"),
                  c.start());
        }
        i++;
      }
      if (terminal == null) {
        becomesQuerySet();
      }
    }

    private void method(Syntax.Attribute name, Syntax.@Nullable Call call, boolean onModel) {
      Steps.Entry step = Steps.table().get(name.name());
      Endings.Entry end = Endings.table().get(name.name());
      if (step == null && end == null) {
        throw at(unknown(name, onModel), name.start());
      }
      if (call == null) {
        throw at(
            new SyntaxError("invalid syntax: expected '(' after '" + name.name() + "'"),
            name.end());
      }
      if (step != null) {
        Arguments arguments = Binding.bind(reader, step.signature(), true, call, name.start());
        for (Step made : step.make().apply(arguments)) {
          steps.add(reader.mark(made, name.start(), name.end()));
          manager &= made instanceof Step.All;
        }
      } else if (end != null) {
        Terminal made =
            end.make().apply(Binding.bind(reader, end.signature(), true, call, name.start()));
        if (made instanceof Terminal.Delete) {
          if (manager && steps.isEmpty()) {
            throw at(
                new AttributeError("'Manager' object has no attribute 'delete'")
                    .meaning("all().delete()"),
                name.start());
          }
          becomesQuerySet();
        }
        end(made, name.start(), name.end(), name.name() + "()", end.gives());
      }
    }

    private OrmError unknown(Syntax.Attribute name, boolean onModel) {
      List<String> names = new ArrayList<>(Names.methods());
      String owner = "'QuerySet' object";
      if (onModel && manager) {
        names.add("objects");
        owner = "type object '" + model + "'";
      }
      return new AttributeError(owner + " has no attribute '" + name.name() + "'")
          .meaning(Nearest.of(name.name(), names));
    }

    private void end(Terminal made, int from, int to, String text, String type) {
      if (!whole) {
        throw at(
            new TypeError(
                "a chain as a value must stay a queryset, and " + text + " gives " + article(type)),
            from);
      }
      terminal = reader.mark(made, from, to);
      gives = type;
      ending = text;
    }

    private String article(String type) {
      return type.isEmpty() ? "an object" : type.equals("int") ? "an int" : "a " + type;
    }

    /// Django calls a slice or the like on no manager, so one `all()` only made a queryset of it.
    private void becomesQuerySet() {
      if (manager && !steps.isEmpty()) {
        steps.removeFirst();
      }
      manager = false;
    }

    private void index(Syntax.Item item) {
      becomesQuerySet();
      int at = item.index().start();
      Expr index = reader.expressions().read(item.index());
      if (!(index instanceof Expr.Literal literal) || !PythonTypes.name(index).equals("int")) {
        throw at(
            new TypeError(
                "QuerySet indices must be integers or slices, not "
                    + PythonTypes.name(index)
                    + "."),
            at);
      }
      end(
          new Terminal.Index(number(literal.value(), at)),
          item.start(),
          item.end(),
          "an index",
          "");
    }

    private void slice(Syntax.Range range) {
      becomesQuerySet();
      if (range.step() != null) {
        throw at(new ValueError("Step argument is not supported."), range.step().start());
      }
      OptionalInt from = bound(range.from());
      OptionalInt to = bound(range.to());
      steps.add(reader.mark(new Step.Slice(from.orElse(0), to), range.start(), range.end()));
    }

    private OptionalInt bound(@Nullable Syntax syntax) {
      if (syntax == null) {
        return OptionalInt.empty();
      }
      Expr value = reader.expressions().read(syntax);
      if (value instanceof Expr.Literal literal && literal.value() == null) {
        return OptionalInt.empty();
      }
      if (value instanceof Expr.Literal literal && PythonTypes.name(value).equals("int")) {
        return OptionalInt.of(number(literal.value(), syntax.start()));
      }
      throw at(
          new TypeError("slice indices must be integers or None or have an __index__ method"),
          syntax.start());
    }

    private int number(@Nullable Object value, int at) {
      if (PythonValues.isNegative(value)) {
        throw at(new ValueError("Negative indexing is not supported."), at);
      }
      if (!(value instanceof Long number) || number > Integer.MAX_VALUE) {
        throw at(new ValueError("a slice reaches to 2147483647 rows at most"), at);
      }
      return number.intValue();
    }

    private OrmError afterEnd(Syntax.Trailer trailer, Syntax.@Nullable Call call) {
      String type = gives.isEmpty() ? model : gives;
      return switch (trailer) {
        case Syntax.Attribute name -> {
          boolean method = call != null || !gives.isEmpty();
          yield at(
              new AttributeError(
                  method
                      ? "'" + type + "' object has no attribute '" + name.name() + "'"
                      : "a chain ends with "
                          + ending
                          + "; for one attribute write values_list(\""
                          + name.name()
                          + "\", flat=True)"),
              name.start());
        }
        case Syntax.Item _, Syntax.Range _ ->
            at(new TypeError("a chain ends with " + ending), trailer.start());
        case Syntax.Call _ ->
            at(new TypeError("'" + type + "' object is not callable"), trailer.start());
      };
    }
  }

  /// Returns the error for a name on its own among the arguments.
  OrmError bare(Head head) {
    String name = head.name();
    String sentence = "name '" + name + "' is not defined";
    if (Names.find(name).isPresent()) {
      sentence = "'" + name + "' is a class here: write " + name + "(…)";
      return reader.source().at(new TypeError(sentence), head.start());
    }
    if (Identifiers.isPascalCase(name)) {
      sentence = "'" + name + "' alone is no queryset here";
      return reader
          .source()
          .at(new TypeError(sentence).meaning(name + ".objects.all()"), head.start());
    }
    NameError error = new NameError(sentence);
    String nearest = Nearest.of(name, Set.of("True", "False", "None"));
    return reader.source().at(error.meaning(nearest), head.start());
  }
}
