package orrery.orm.resolve;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import orrery.orm.error.FieldError;
import orrery.orm.error.OrmError;
import orrery.orm.error.TypeError;
import orrery.orm.error.ValueError;
import orrery.orm.meta.Model;
import orrery.orm.meta.Models;
import orrery.orm.query.Expr;
import orrery.orm.query.Name;
import orrery.orm.query.Named;
import orrery.orm.query.Prefetch;
import orrery.orm.query.Query;
import orrery.orm.query.Selection;
import orrery.orm.query.Step;
import orrery.orm.type.Repr;

/// The fold over a query's steps: each one changes the [Scope] as its queryset method would.
final class Folder {

  private final Models models;

  Folder(Models models) {
    this.models = models;
  }

  /// Returns what all steps of `query` say together.
  ///
  /// @param outer the scope around a subquery, or null
  Scope fold(Query query, @Nullable Scope outer) {
    Scope scope = new Scope(models, model(query), outer);
    for (int i = 0; i < query.steps().size(); i++) {
      Step step = query.steps().get(i);
      try {
        if (step instanceof Step.Merge merge) {
          Query before = new Query(query.model(), query.steps().subList(0, i));
          scope = Merging.merge(this, scope, before, merge);
        } else {
          apply(scope, step);
        }
      } catch (OrmError e) {
        throw e.about(step);
      }
    }
    return scope;
  }

  private Model model(Query query) {
    try {
      return models.get(query.model());
    } catch (OrmError e) {
      throw e.about(query);
    }
  }

  private void apply(Scope scope, Step step) {
    if (scope.combined != null) {
      Combining.refuse(scope.combined, step);
    }
    if (scope.raw != null) {
      RawOnly.refuse(step);
    }
    switch (step) {
      case Step.All s -> {}
      case Step.None s -> scope.none = true;
      case Step.Filter s -> filter(scope, s.conditions(), false);
      case Step.Exclude s -> filter(scope, s.conditions(), true);
      case Step.Annotate s -> new Annotating(scope).add(s.positional(), s.named(), true);
      case Step.Alias s -> new Annotating(scope).add(s.positional(), s.named(), false);
      case Step.OrderBy s -> orderBy(scope, s);
      case Step.Reverse s -> {
        scope.refuseIfSliced("Cannot reverse a query once a slice has been taken.");
        scope.reversed = !scope.reversed;
      }
      case Step.Distinct s -> {
        scope.refuseIfSliced("Cannot create distinct fields once a slice has been taken.");
        scope.distinct = true;
        scope.distinctFields = s.fields();
      }
      case Step.SelectRelated s -> selectRelated(scope, s);
      case Step.PrefetchRelated s -> {
        if (s.cleared()) {
          scope.prefetches.clear();
        } else {
          s.lookups().forEach(this::check);
          scope.prefetches.addAll(s.lookups());
        }
      }
      case Step.Values s -> {
        s.fields().forEach(Folder::refuseExpression);
        List<Selection> fields = new Annotating(scope).addExpressions(s.fields());
        new Annotating(scope).add(List.of(), s.named(), true);
        new Picking(scope).pick(namesOf(fields, s.named()), Shape.Form.MAPPING);
      }
      case Step.ValuesList s -> valuesList(scope, s);
      case Step.Dates s -> Dates.apply(scope, s);
      case Step.Datetimes s -> Dates.apply(scope, s);
      case Step.Defer s -> {
        refuseAfterValues(scope, "defer");
        scope.deferral =
            s.cleared()
                ? Deferral.none()
                : scope.deferral.deferring(s.fields().stream().map(Name::text).toList());
      }
      case Step.Only s -> {
        refuseAfterValues(scope, "only");
        scope.deferral = scope.deferral.only(only(scope, s.fields()));
      }
      case Step.Using s -> scope.database = s.alias();
      case Step.Combine s -> Combining.combine(this, scope, s);
      case Step.Merge s -> throw new IllegalStateException("a merge makes another scope");
      case Step.SelectForUpdate s -> {
        if (s.nowait() && s.skipLocked()) {
          throw new ValueError("The nowait option cannot be used with skip_locked.");
        }
        scope.lock = s;
      }
      case Step.Extra s -> {
        scope.refuseIfSliced("Cannot change a query once a slice has been taken.");
        Extras.apply(scope, s);
      }
      case Step.Raw s -> scope.raw = s;
      case Step.Slice s ->
          scope.slice(
              s.start(),
              s.stop().isPresent() ? OptionalLong.of(s.stop().getAsInt()) : OptionalLong.empty());
    }
  }

  // Whether or not it is sent in the end, what is wrong with it is said at once.
  private void check(Prefetch prefetch) {
    if (prefetch.queryset().isPresent()) {
      Scope inner = fold(prefetch.queryset().get(), null);
      if (inner.picks != null || inner.raw != null) {
        throw new ValueError("Prefetch querysets cannot use raw(), values(), and values_list().")
            .about(prefetch);
      }
    }
  }

  /// Adds the conditions of a `filter()` or an `exclude()`.
  static void filter(Scope scope, List<orrery.orm.query.Condition> conditions, boolean negated) {
    if (!conditions.isEmpty()) {
      scope.refuseIfSliced("Cannot filter a query once a slice has been taken.");
    }
    Set<String> reuse = new HashSet<>();
    new Conditions(scope).add(conditions, negated, reuse);
  }

  private static void orderBy(Scope scope, Step.OrderBy step) {
    scope.refuseIfSliced("Cannot reorder a query once a slice has been taken.");
    for (Selection item : step.by()) {
      check(scope, item);
    }
    scope.unorder();
    scope.orderBy = step.by();
    // As in Django, a reverse() before goes on to count.
  }

  // A name that does not exist is an error at the call, whether or not the order is used in the
  // end.
  private static void check(Scope scope, Selection item) {
    switch (item) {
      case Name name -> check(scope, name.text(), item);
      case Expr.Literal l when l.value() instanceof String text -> check(scope, text, item);
      case Expr.Literal l ->
          throw new FieldError("Invalid order_by arguments: [" + Repr.of(l.value()) + "]")
              .about(item);
      case Expr e -> {
        if (ExprTexts.isAggregate(e)) {
          throw new FieldError(
                  "Using an aggregate in order_by() without also including it in annotate() is not"
                      + " allowed: "
                      + ExprTexts.of(e))
              .about(item);
        }
      }
    }
  }

  private static void check(Scope scope, String text, Selection item) {
    int skip = text.startsWith("-") ? 1 : 0;
    String path = text.substring(skip);
    boolean known =
        text.equals("?")
            || scope.annotations.containsKey(path)
            || scope.annotations.containsKey(Scope.split(path).getFirst())
            || (scope.extra != null
                && scope.extra.select().stream().anyMatch(n -> n.name().equals(path)));
    if (!known) {
      try {
        FilteredPaths.walk(scope, Scope.split(path), Paths.Demand.FIRST);
      } catch (OrmError e) {
        throw e.offset(e.offset() + skip).about(item);
      }
    }
  }

  private static void selectRelated(Scope scope, Step.SelectRelated step) {
    if (scope.picks != null) {
      throw new TypeError("Cannot call select_related() after .values() or .values_list()");
    }
    if (step.cleared()) {
      scope.related = null;
      scope.relatedAll = false;
      return;
    }
    if (step.paths().isEmpty()) {
      scope.related = null;
      scope.relatedAll = true;
      return;
    }
    scope.relatedAll = false;
    RelatedTree tree = scope.related == null ? new RelatedTree() : scope.related;
    step.paths().forEach(tree::add);
    scope.related = tree;
  }

  private static void valuesList(Scope scope, Step.ValuesList step) {
    if (step.flat() && step.tuples()) {
      throw new TypeError("'flat' and 'named' can't be used together.");
    }
    if (step.flat() && step.fields().size() > 1) {
      throw new TypeError(
          "'flat' is not valid when values_list is called with more than one field.");
    }
    List<Selection> fields = new Annotating(scope).addExpressions(step.fields());
    new Picking(scope)
        .pick(
            fields,
            step.flat()
                ? Shape.Form.FLAT
                : step.tuples() ? Shape.Form.NAMED_TUPLE : Shape.Form.TUPLE);
  }

  private static void refuseExpression(Selection field) {
    if (field instanceof Expr expr && !(expr instanceof Expr.Literal)) {
      throw new TypeError(
              "expected string or bytes-like object, got '" + ExprTexts.type(expr) + "'")
          .about(field);
    }
  }

  private static List<Selection> namesOf(List<Selection> fields, List<Named> named) {
    List<Selection> names = new ArrayList<>(fields);
    named.forEach(n -> names.add(new Name(n.name())));
    return names;
  }

  private static void refuseAfterValues(Scope scope, String method) {
    if (scope.picks != null) {
      throw new TypeError("Cannot call " + method + "() after .values() or .values_list()");
    }
  }

  private static List<String> only(Scope scope, List<Name> fields) {
    List<String> names = new ArrayList<>();
    for (Name field : fields) {
      String text = field.text();
      if (text.equals("pk")) {
        scope.models.primaryKey(scope.model).forEach(f -> names.add(f.name()));
      } else {
        names.add(text);
      }
    }
    return names;
  }
}
