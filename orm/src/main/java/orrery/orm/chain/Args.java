package orrery.orm.chain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import orrery.orm.query.Condition;
import orrery.orm.query.Expr;
import orrery.orm.query.Named;
import orrery.orm.query.Selection;

/// The arguments of a call that is being written.
final class Args {

  private final List<Doc> docs = new ArrayList<>();

  Args add(Doc doc) {
    docs.add(doc);
    return this;
  }

  /// Returns `name(…)` with the arguments so far.
  Doc call(String name) {
    return Doc.call(name, docs);
  }

  /// Adds `None` where `wanted`.
  Args none(boolean wanted) {
    return wanted ? add(Doc.words("None")) : this;
  }

  Args exprs(List<? extends Expr> exprs) {
    exprs.forEach(expr -> add(ExprDocs.expr(expr, Precedence.ARGUMENT)));
    return this;
  }

  Args selection(Selection selection) {
    return add(ChainDocs.selection(selection));
  }

  Args selections(List<? extends Selection> selections) {
    selections.forEach(this::selection);
    return this;
  }

  /// Adds `name=True` where `value`.
  Args flag(String name, boolean value) {
    return value ? add(Doc.words(name + "=True")) : this;
  }

  Args option(String name, Optional<? extends Expr> value) {
    value.ifPresent(expr -> add(keyword(name, ExprDocs.expr(expr, Precedence.ARGUMENT))));
    return this;
  }

  Args text(String name, Optional<String> value) {
    value.ifPresent(text -> add(keyword(name, Doc.words(Literals.string(text)))));
    return this;
  }

  Args named(List<Named> named) {
    for (Named one : named) {
      add(keyword(one.name(), ExprDocs.expr(one.value(), Precedence.ARGUMENT)));
    }
    return this;
  }

  /// Adds conditions: lookups as keywords as far as Python allows it, which wants no positional
  /// argument behind them, no name twice, and has a `self` in every method.
  Args conditions(List<Condition> conditions) {
    int keywords = conditions.size();
    Set<String> names = new HashSet<>();
    while (keywords > 0
        && conditions.get(keywords - 1) instanceof Condition.Lookup lookup
        && !lookup.path().equals("self")
        && names.add(lookup.path())) {
      keywords--;
    }
    for (int i = 0; i < conditions.size(); i++) {
      if (i >= keywords && conditions.get(i) instanceof Condition.Lookup lookup) {
        add(lookup(lookup));
      } else {
        add(ConditionDocs.condition(conditions.get(i), Precedence.ARGUMENT));
      }
    }
    return this;
  }

  static Doc lookup(Condition.Lookup lookup) {
    return keyword(lookup.path(), ExprDocs.expr(lookup.value(), Precedence.ARGUMENT));
  }

  /// Returns `name=value`, or what Python has for names that are no words of its own.
  private static Doc keyword(String name, Doc value) {
    if (Identifiers.isKeywordName(name)) {
      return Doc.joined(Doc.words(name + "="), value);
    }
    return Doc.joined(Doc.words("**{" + Literals.string(name) + ": "), value, Doc.words("}"));
  }
}
