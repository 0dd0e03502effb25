package orrery.orm;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orrery.orm.error.TypeError;
import orrery.orm.load.Instance;
import orrery.orm.load.Prefetched;
import orrery.orm.meta.Member;
import orrery.orm.query.Query;

/// The objects that one object has by a to-many relation: what reading the relation gives.
///
/// Objects that were prefetched are at hand: `all()`, iteration, `count()` and `exists()` then ask
/// nothing, while every further condition asks anew.
///
/// A class of one's own extends it, and is handed to [Orm#withRelatedManagers].
///
/// @param <T> the class of the related objects
public class RelatedManager<T extends Instance> extends Manager<T> {

  private final Instance of;
  private final Relation relation;

  RelatedManager(Orm orm, Instance of, Relation relation, Class<T> type) {
    super(orm, relation.target(), type, of.state().database());
    this.of = of;
    this.relation = relation;
  }

  /// Makes the manager of the same relation as another.
  protected RelatedManager(RelatedManager<T> like) {
    super(like);
    this.of = like.of;
    this.relation = like.relation;
  }

  /// Returns the manager of a to-many relation of an object.
  ///
  /// ```java
  /// for (Instance book : RelatedManager.of(author, "books").filter("title__icontains", "x")) { … }
  /// ```
  ///
  /// @param relation the name that the object has the relation under
  /// @throws orrery.orm.error.AttributeError where the object has nothing of that name
  /// @throws TypeError where that is no relation to many objects
  public static RelatedManager<Instance> of(Instance object, String relation) {
    return of(object, relation, Instance.class);
  }

  /// Returns the manager of a to-many relation of an object.
  ///
  /// @param relation the name that the object has the relation under
  /// @param type the class of the related objects
  /// @throws orrery.orm.error.AttributeError where the object has nothing of that name
  /// @throws TypeError where that is no relation to many objects
  public static <T extends Instance> RelatedManager<T> of(
      Instance object, String relation, Class<T> type) {
    if (object.get(relation) instanceof RelatedManager<?> manager) {
      return new RelatedManager<>(manager.orm(), manager.of, manager.relation, type);
    }
    throw new TypeError(
        "%s.%s is no relation to many objects.".formatted(object.model().name(), relation));
  }

  /// Makes the manager of `member` of an object.
  static RelatedManager<Instance> of(Orm orm, Instance of, Member member) {
    return new RelatedManager<>(orm, of, Relation.of(orm, of, member), Instance.class);
  }

  @Override
  public QuerySet<T> getQueryset() {
    Query start = new Query(model().name(), orm().session().behaviour(model()).defaultManager());
    if (of.related(relation.name()) instanceof Prefetched known) {
      return narrowed(known.queryset().orElse(start))
          .keeping(known.objects().stream().map(type()::cast).toList());
    }
    return narrowed(start);
  }

  private QuerySet<T> narrowed(Query query) {
    return applyRelFilters(orm().source(query, at(), type()).queryset());
  }

  /// Returns `queryset` for the objects that are related to this one alone: Django's
  /// `_apply_rel_filters`. All that is asked of the manager goes through it.
  public QuerySet<T> applyRelFilters(QuerySet<T> queryset) {
    return source(queryset.query()).with(queryset.factory()).queryset();
  }

  private Source<T> source(Query query) {
    Source<T> plain = orm().source(relation.restrict(query), at(), type());
    return new Source<>(
        plain.orm,
        plain.query,
        plain.at,
        plain.form,
        Optional.of(
            new Source.Owner(of, of.model().name() + "." + relation.name(), relation.reverse())),
        relation.isSticky(),
        plain.factory);
  }

  @Override
  public Changes<T> changes() {
    return new Changes<>(
        getQueryset(),
        orm(),
        writes().given(),
        made -> {
          writes().created(made);
          of.forget(relation.name());
        });
  }

  private RelatedWrites writes() {
    return new RelatedWrites(orm(), of, relation, at());
  }

  /// Relates objects, or the keys of objects, to this one.
  public void add(Object... objects) {
    writes().add(List.of(objects), Map.of());
    of.forget(relation.name());
  }

  /// Relates objects to this one, with further values of the join table's new rows, by field.
  public void add(Collection<?> objects, Map<String, ? extends @Nullable Object> throughDefaults) {
    writes().add(objects, throughDefaults);
    of.forget(relation.name());
  }

  /// Ends the relation of objects, or of the keys of objects, to this one.
  ///
  /// @throws orrery.orm.error.AttributeError where a related object cannot be without one
  public void remove(Object... objects) {
    writes().remove(List.of(objects));
    of.forget(relation.name());
  }

  /// Ends all relations to this one.
  ///
  /// @throws orrery.orm.error.AttributeError where a related object cannot be without one
  public void clear() {
    writes().clear();
    of.forget(relation.name());
  }

  /// Relates just these objects to this one.
  public void set(Collection<?> objects) {
    writes().set(objects, getQueryset().all().list());
    of.forget(relation.name());
  }

  @Override
  public Manager<T> dbManager(String alias) {
    return new Manager<>(orm(), model(), type(), alias) {
      @Override
      public QuerySet<T> getQueryset() {
        return RelatedManager.this.source(new Query(model().name())).queryset().using(alias);
      }
    };
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RelatedManager<?> that
        && of.equals(that.of)
        && relation.name().equals(that.relation.name());
  }

  @Override
  public int hashCode() {
    return Objects.hash(relation.name());
  }

  @Override
  public String toString() {
    return of.model().name() + "." + relation.name();
  }
}
