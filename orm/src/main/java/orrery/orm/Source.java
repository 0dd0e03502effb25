package orrery.orm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import orrery.orm.load.Instance;
import orrery.orm.query.Condition;
import orrery.orm.query.Query;
import orrery.orm.query.Step;

/// What a queryset is made of: what is asked, of which databases, and what becomes of rows.
/// Immutable. A queryset class of one's own passes it on to [QuerySet]'s constructor and has no
/// other use of it.
///
/// @param <R> what a row becomes
public final class Source<R extends @Nullable Object> {

  /// The object that a related manager belongs to.
  ///
  /// @param relation the relation, as `Model.name`
  /// @param reverse the name by which the related objects know the object, if they do
  record Owner(Instance object, String relation, Optional<String> reverse) {}

  final Orm orm;
  final Query query;
  final String at;
  final RowForm<R> form;
  final Optional<Owner> owner;
  final boolean sticky;
  final Function<Source<?>, QuerySet<?>> factory;

  Source(
      Orm orm,
      Query query,
      String at,
      RowForm<R> form,
      Optional<Owner> owner,
      boolean sticky,
      Function<Source<?>, QuerySet<?>> factory) {
    this.orm = orm;
    this.query = query;
    this.at = at;
    this.form = form;
    this.owner = owner;
    this.sticky = sticky;
    this.factory = factory;
  }

  /// Returns this with another query; what was still open about the last step is closed.
  Source<R> with(Query query) {
    return new Source<>(orm, query, at, form, owner, false, factory);
  }

  /// Returns this with rows that become something else.
  <N extends @Nullable Object> Source<N> with(Query query, RowForm<N> form) {
    return new Source<>(orm, query, at, form, owner, false, factory);
  }

  /// Returns this with querysets made by `factory`.
  Source<R> with(Function<Source<?>, QuerySet<?>> factory) {
    return new Source<>(orm, query, at, form, owner, sticky, factory);
  }

  /// Returns the query with `step` at its end. A filter right after that of a related manager is
  /// one with it, so that both mean the same related rows.
  Query then(Step step) {
    if (sticky
        && step instanceof Step.Filter next
        && !query.steps().isEmpty()
        && query.steps().getLast() instanceof Step.Filter last) {
      List<Condition> both = new ArrayList<>(last.conditions());
      both.addAll(next.conditions());
      List<Step> steps = new ArrayList<>(query.steps());
      steps.set(steps.size() - 1, new Step.Filter(both));
      return new Query(query.model(), steps);
    }
    return query.with(step);
  }

  /// Makes the queryset of this.
  QuerySet<R> queryset() {
    @SuppressWarnings("unchecked") // A factory passes on the source that it is given.
    QuerySet<R> made = (QuerySet<R>) factory.apply(this);
    return made;
  }
}
