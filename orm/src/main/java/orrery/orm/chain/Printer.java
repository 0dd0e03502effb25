package orrery.orm.chain;

import orrery.orm.query.Chain;
import orrery.orm.query.Condition;
import orrery.orm.query.Expr;
import orrery.orm.query.Query;
import orrery.orm.query.Step;
import orrery.orm.query.Terminal;

/// The way back from a chain to its text: the exact inverse of [Parser].
///
/// The canonical form has `.objects`, double quotes, one space after a comma and no parentheses but
/// those needed; Django reads it as it stands. Where Django wants an `all()` between a manager and
/// what only a queryset has, it is written: `Album.objects.all()[:5]`.
public final class Printer {

  private Printer() {}

  /// Returns the canonical form of `chain`.
  public static String print(Chain chain) {
    return QueryDoc.of(chain).flat();
  }

  /// Returns the canonical form of `query`.
  public static String print(Query query) {
    return QueryDoc.of(query, Precedence.ARGUMENT).flat();
  }

  /// Returns the canonical form of `expr`.
  public static String print(Expr expr) {
    return ExprDocs.expr(expr, Precedence.ARGUMENT).flat();
  }

  /// Returns the canonical form of `condition`, as an argument of its own: `Q(title="x")`.
  public static String print(Condition condition) {
    return ConditionDocs.condition(condition, Precedence.ARGUMENT).flat();
  }

  /// Returns the canonical form of `step`, without the point before it: `filter(title="x")`.
  public static String print(Step step) {
    return ChainDocs.step(step).flat();
  }

  /// Returns the canonical form of `terminal`, without a point before it; empty for a fetch.
  public static String print(Terminal terminal) {
    return ChainDocs.terminal(terminal).flat();
  }

  /// Returns `chain` in lines of at most `width` characters where that is possible: on one line
  /// where it fits, else one step a line, in parentheses, as Python's formatters write it.
  public static String pretty(Chain chain, int width) {
    return Layout.of(QueryDoc.of(chain), width);
  }

  /// Returns `query` in lines of at most `width` characters where that is possible.
  public static String pretty(Query query, int width) {
    return Layout.of(QueryDoc.of(query, Precedence.ARGUMENT), width);
  }
}
