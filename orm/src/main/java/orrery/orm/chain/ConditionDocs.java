package orrery.orm.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import orrery.orm.query.Condition;

/// The docs of conditions as expressions: `Q(a=1) | ~Q(b=2)`.
final class ConditionDocs {

  /// What Python would take for parameters of `Q` itself.
  private static final Set<String> OPTIONS = Set.of("self", "_connector", "_negated");

  private ConditionDocs() {}

  /// Returns the doc of `condition`, in parentheses where it binds looser than `wanted`.
  static Doc condition(Condition condition, Precedence wanted) {
    return switch (condition) {
      case Condition.Lookup lookup -> q(List.of(lookup));
      case Condition.Not not ->
          Precedence.SIGN.within(
              wanted, Doc.joined(Doc.words("~"), condition(not.part(), Precedence.SIGN)));
      case Condition.And and ->
          lookups(and.parts()) ? q(and.parts()) : run("&", Precedence.AND, and.parts(), wanted);
      case Condition.Or or -> run("|", Precedence.OR, or.parts(), wanted);
      case Condition.Xor xor -> run("^", Precedence.XOR, xor.parts(), wanted);
      case Condition.Test test -> ExprDocs.expr(test.expr(), wanted);
    };
  }

  private static Doc q(List<? extends Condition> lookups) {
    List<Doc> docs = new ArrayList<>();
    for (Condition condition : lookups) {
      if (condition instanceof Condition.Lookup lookup) {
        docs.add(
            OPTIONS.contains(lookup.path())
                ? new Doc.Bracketed(
                    "(",
                    List.of(
                        Doc.words(Literals.string(lookup.path())),
                        ExprDocs.expr(lookup.value(), Precedence.ARGUMENT)),
                    ")",
                    true)
                : Args.lookup(lookup));
      }
    }
    return Doc.call("Q", docs);
  }

  /// Says whether one `Q` can have all of `parts` as its keywords, which it takes in the order of
  /// their names.
  private static boolean lookups(List<Condition> parts) {
    String before = null;
    for (Condition part : parts) {
      if (!(part instanceof Condition.Lookup lookup)
          || OPTIONS.contains(lookup.path())
          || (before != null && before.compareTo(lookup.path()) >= 0)) {
        return false;
      }
      before = lookup.path();
    }
    return !parts.isEmpty();
  }

  private static Doc run(
      String sign, Precedence precedence, List<Condition> parts, Precedence wanted) {
    if (parts.isEmpty()) {
      return Doc.words("Q()");
    }
    if (parts.size() == 1) {
      return condition(parts.getFirst(), wanted);
    }
    List<Doc.Operand> more = new ArrayList<>();
    for (Condition part : parts.subList(1, parts.size())) {
      more.add(new Doc.Operand(sign, condition(part, precedence.next())));
    }
    return precedence.within(
        wanted, new Doc.Run(condition(parts.getFirst(), precedence.next()), more));
  }
}
