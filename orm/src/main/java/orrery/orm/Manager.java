package orrery.orm;

import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import orrery.orm.load.Instance;
import orrery.orm.meta.Model;
import orrery.orm.query.Query;
import orrery.orm.query.Step;
import orrery.orm.query.Terminal;

/// Where querysets of a model begin: Django's `Manager`. Every call starts afresh from
/// [#getQueryset].
///
/// @param <T> the class of the model's objects
public class Manager<T extends Instance> implements Terminals<T>, Iterable<T> {

  private final Orm orm;
  private final Model model;
  private final Class<T> type;
  private final String at;

  /// Makes a manager.
  ///
  /// @param at the alias of the database that is asked where the queryset names none; empty for the
  ///   default
  protected Manager(Orm orm, Model model, Class<T> type, String at) {
    this.orm = orm;
    this.model = model;
    this.type = type;
    this.at = at;
  }

  /// Makes a manager of the same model, class and database as another.
  protected Manager(Manager<T> like) {
    this(like.orm, like.model, like.type, like.at);
  }

  /// Returns the model.
  public final Model model() {
    return model;
  }

  final Orm orm() {
    return orm;
  }

  final Class<T> type() {
    return type;
  }

  final String at() {
    return at;
  }

  /// Returns the queryset that everything starts from.
  public QuerySet<T> getQueryset() {
    Query start = new Query(model.name(), orm.session().behaviour(model).defaultManager());
    return orm.source(start, at, type).queryset();
  }

  /// Returns all objects.
  public final QuerySet<T> all() {
    return getQueryset();
  }

  /// Returns this manager for another database: Django's `db_manager`.
  public Manager<T> dbManager(String alias) {
    return new Manager<>(orm, model, type, alias);
  }

  @Override
  public final QuerySet<T> with(Step step) {
    return getQueryset().with(step);
  }

  @Override
  public final <N extends @Nullable Object> QuerySet<N> with(Step step, RowForm<N> form) {
    return getQueryset().with(step, form);
  }

  @Override
  public final Terms terms() {
    return orm.terms(model.name());
  }

  @Override
  public final RowForm<T> form() {
    return Orm.asObjects(type);
  }

  @Override
  public final Result ask(Terminal terminal) {
    return getQueryset().ask(terminal);
  }

  @Override
  public final long count() {
    return getQueryset().count();
  }

  @Override
  public final boolean exists() {
    return getQueryset().exists();
  }

  @Override
  public final boolean contains(Instance object) {
    return getQueryset().contains(object);
  }

  @Override
  public final @Nullable T first() {
    return getQueryset().first();
  }

  @Override
  public final Iterator<T> iterator(int chunkSize) {
    return getQueryset().iterator(chunkSize);
  }

  /// Returns all objects one after another, asking for them.
  @Override
  public final Iterator<T> iterator() {
    return getQueryset().iterator();
  }

  @Override
  public Changes<T> changes() {
    return getQueryset().changes();
  }

  /// Makes a new object of pairs of a name and a value; it is not saved.
  ///
  /// @throws orrery.orm.error.TypeError for a name that the model has not
  public final T make(@Nullable Object... values) {
    return make(List.of(), values);
  }

  /// Makes a new object of values in the order of the fields, then of pairs of a name and a value;
  /// it is not saved.
  ///
  /// @throws orrery.orm.error.TypeError for a name that the model has not
  public final T make(List<? extends @Nullable Object> positional, @Nullable Object... values) {
    Arguments read = new Arguments(model.name(), values);
    return type.cast(new Instances(orm.session(), model).make(positional, read.named()));
  }

  /// Says whether the other is a manager of the same model and database.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Manager<?> that
        && getClass() == that.getClass()
        && orm == that.orm
        && model.name().equals(that.model.name())
        && at.equals(that.at);
  }

  @Override
  public int hashCode() {
    return Objects.hash(model.name(), at);
  }

  @Override
  public String toString() {
    return model.name() + ".objects";
  }
}
