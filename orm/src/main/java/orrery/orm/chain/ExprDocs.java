package orrery.orm.chain;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import orrery.orm.query.Condition;
import orrery.orm.query.Expr;
import orrery.orm.query.Expr.Nulls;
import orrery.orm.query.Expr.Operator;

/// The docs of values and expressions.
final class ExprDocs {

  private ExprDocs() {}

  /// Returns the doc of `expr`, in parentheses where it binds looser than `wanted`.
  static Doc expr(Expr expr, Precedence wanted) {
    return switch (expr) {
      case Expr.Literal literal -> {
        Precedence own =
            Literals.isSigned(literal.value())
                ? Precedence.SIGN
                : isNan(literal) ? Precedence.SUM : Precedence.ATOM;
        yield own.within(wanted, Doc.words(Literals.text(literal.value())));
      }
      case Expr.Sequence sequence -> sequence(sequence);
      case Expr.Mapping mapping ->
          new Doc.Bracketed(
              "{", mapping.entries().stream().map(ExprDocs::entry).toList(), "}", true);
      case Expr.Ref ref -> Doc.words("F(" + Literals.string(ref.path()) + ")");
      case Expr.OuterRef ref ->
          Doc.words(
              "OuterRef(".repeat(ref.levels())
                  + Literals.string(ref.path())
                  + ")".repeat(ref.levels()));
      case Expr.Part part -> Doc.joined(expr(part.of(), Precedence.ATOM), bounds(part));
      case Expr.Value value ->
          new Args()
              .exprs(List.of(value.value()))
              .option("output_field", value.outputField())
              .call("Value");
      case Expr.Arithmetic arithmetic -> arithmetic(arithmetic, wanted);
      case Expr.Negated negated ->
          Precedence.SIGN.within(
              wanted, Doc.joined(Doc.words("-"), expr(negated.of(), Precedence.SIGN)));
      case Expr.Call call -> call(call);
      case Expr.Case cases -> cases(cases);
      case Expr.Subquery subquery ->
          new Args()
              .exprs(List.of(new Expr.ChainValue(subquery.query())))
              .option("output_field", subquery.outputField())
              .call("Subquery");
      case Expr.Exists exists ->
          new Args().exprs(List.of(new Expr.ChainValue(exists.query()))).call("Exists");
      case Expr.ChainValue chain -> QueryDoc.of(chain.query(), wanted);
      case Expr.Window window -> window(window);
      case Expr.Ordered ordered ->
          Doc.joined(
              expr(ordered.of(), Precedence.ATOM),
              Doc.words("."),
              new Args()
                  .flag("nulls_first", ordered.nulls() == Nulls.FIRST)
                  .flag("nulls_last", ordered.nulls() == Nulls.LAST)
                  .call(ordered.descending() ? "desc" : "asc"));
      case Expr.Test test -> ConditionDocs.condition(test.condition(), wanted);
      case Expr.FilteredRelation relation -> {
        Args args = new Args().add(Doc.words(Literals.string(relation.relation())));
        boolean always = relation.condition() instanceof Condition.And and && and.parts().isEmpty();
        if (!always) {
          args.add(
              Doc.joined(
                  Doc.words("condition="),
                  ConditionDocs.condition(relation.condition(), Precedence.ARGUMENT)));
        }
        yield args.call("FilteredRelation");
      }
    };
  }

  private static boolean isNan(Expr.Literal literal) {
    return literal.value() instanceof Double number && number.isNaN();
  }

  private static Doc sequence(Expr.Sequence sequence) {
    List<Doc> items =
        sequence.items().stream().map(item -> expr(item, Precedence.ARGUMENT)).toList();
    return switch (sequence.brackets()) {
      case LIST -> new Doc.Bracketed("[", items, "]", true);
      case TUPLE -> new Doc.Bracketed("(", items, ")", true);
      case SET -> items.isEmpty() ? Doc.words("set()") : new Doc.Bracketed("{", items, "}", true);
    };
  }

  private static Doc entry(Expr.Entry entry) {
    return Doc.joined(
        expr(entry.key(), Precedence.ARGUMENT),
        Doc.words(": "),
        expr(entry.value(), Precedence.ARGUMENT));
  }

  private static Doc bounds(Expr.Part part) {
    OptionalInt stop = part.stop();
    if (stop.isPresent() && stop.getAsInt() == part.start() + 1) {
      return Doc.words("[" + part.start() + "]");
    }
    String start = part.start() == 0 ? "" : String.valueOf(part.start());
    return Doc.words("[" + start + ":" + (stop.isPresent() ? stop.getAsInt() : "") + "]");
  }

  private static Doc arithmetic(Expr.Arithmetic arithmetic, Precedence wanted) {
    Operator operator = arithmetic.operator();
    Precedence own = Precedence.of(operator);
    if (operator.isMethod()) {
      return Doc.joined(
          expr(arithmetic.left(), Precedence.ATOM),
          Doc.words("."),
          new Args().exprs(List.of(arithmetic.right())).call(operator.sign()));
    }
    if (operator == Operator.POWER) {
      Doc.Operand exponent =
          new Doc.Operand(operator.sign(), expr(arithmetic.right(), Precedence.SIGN));
      return own.within(
          wanted, new Doc.Run(expr(arithmetic.left(), Precedence.ATOM), List.of(exponent)));
    }
    List<Doc.Operand> more = new ArrayList<>();
    Expr left = arithmetic;
    while (left instanceof Expr.Arithmetic inner && Precedence.of(inner.operator()) == own) {
      more.addFirst(new Doc.Operand(inner.operator().sign(), expr(inner.right(), own.next())));
      left = inner.left();
    }
    return own.within(wanted, new Doc.Run(expr(left, own), more));
  }

  private static Doc call(Expr.Call call) {
    boolean single = call.args().size() == 1 && call.options().isEmpty();
    if (single && call.args().getFirst() instanceof Expr.Literal literal) {
      if (call.name().equals("timezone") && literal.value() instanceof Duration offset) {
        return Doc.words(Literals.zone(offset));
      }
      if (call.name().equals("WindowFrameExclusion")
          && literal.value() instanceof String value
          && Names.EXCLUSIONS.contains(value)) {
        return Doc.words("WindowFrameExclusion." + value.replace(' ', '_'));
      }
    }
    return new Args().exprs(call.args()).named(call.options()).call(call.name());
  }

  private static Doc cases(Expr.Case cases) {
    Args args = new Args();
    for (Expr.When when : cases.branches()) {
      args.add(
          Doc.call(
              "When",
              List.of(
                  ConditionDocs.condition(when.condition(), Precedence.ARGUMENT),
                  Doc.joined(Doc.words("then="), expr(when.then(), Precedence.ARGUMENT)))));
    }
    return args.option("default", cases.otherwise())
        .option("output_field", cases.outputField())
        .call("Case");
  }

  private static Doc window(Expr.Window window) {
    Args args = new Args();
    args.add(Doc.joined(Doc.words("expression="), expr(window.expression(), Precedence.ARGUMENT)));
    if (!window.partitionBy().isEmpty()) {
      args.add(
          Doc.joined(
              Doc.words("partition_by="),
              sequence(new Expr.Sequence(Expr.Brackets.LIST, window.partitionBy()))));
    }
    if (!window.orderBy().isEmpty()) {
      List<Doc> order = window.orderBy().stream().map(ChainDocs::selection).toList();
      Doc value = order.size() == 1 ? order.getFirst() : new Doc.Bracketed("[", order, "]", true);
      args.add(Doc.joined(Doc.words("order_by="), value));
    }
    return args.option("frame", window.frame())
        .option("output_field", window.outputField())
        .call("Window");
  }
}
