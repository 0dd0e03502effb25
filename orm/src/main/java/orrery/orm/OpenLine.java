package orrery.orm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import orrery.orm.db.Reason;
import orrery.orm.load.Behaviour;
import orrery.orm.load.Deletion;
import orrery.orm.load.Fetched;
import orrery.orm.load.Instance;
import orrery.orm.load.Line;
import orrery.orm.load.Loader;
import orrery.orm.load.Managers;
import orrery.orm.load.ObjectRows;
import orrery.orm.load.SaveOptions;
import orrery.orm.load.Session;
import orrery.orm.load.State;
import orrery.orm.load.Storage;
import orrery.orm.meta.Models;
import orrery.orm.query.Chain;
import orrery.orm.query.Query;
import orrery.orm.resolve.Parents;
import orrery.orm.resolve.Plan;
import orrery.orm.resolve.Resolver;
import orrery.orm.resolve.Shape;
import orrery.orm.save.Deleter;
import orrery.orm.save.Desk;
import orrery.orm.save.Saver;

/// The line to the open databases, from a query to its objects before anything is prefetched.
/// Thread-safe.
final class OpenLine implements Line, Storage {

  private final Resolver resolver;
  private final Wire wire;
  private final Session session;
  private final Loader loader;
  private final Desk desk;

  OpenLine(
      Models models,
      Map<String, Behaviour> behaviours,
      Managers managers,
      Resolver resolver,
      Wire wire) {
    this.resolver = resolver;
    this.wire = wire;
    this.session = new Session(models, behaviours, this, managers, this);
    this.desk = new Desk(session, resolver, wire::database);
    this.loader = new Loader(session);
  }

  Session session() {
    return session;
  }

  Desk desk() {
    return desk;
  }

  @Override
  public void save(Instance object, SaveOptions options) {
    new Saver(desk).save(object, options);
  }

  @Override
  public Deletion delete(Instance object, Optional<String> database) {
    return new Deleter(desk).delete(object, database);
  }

  Loader loader() {
    return loader;
  }

  @Override
  public Fetched fetch(Query query, Optional<Parents> parents, String at, Reason reason) {
    if (parents.isEmpty()) {
      return fetch(List.of(resolver.resolve(new Chain(query))), at, reason);
    }
    return fetch(parts(query, parents.get(), at), at, reason);
  }

  private List<Plan> parts(Query query, Parents parents, String at) {
    return wire.divide(
        parents.keys(),
        keys ->
            resolver.resolve(query, new Parents(parents.relation(), keys, parents.contentType())),
        at);
  }

  /// Returns the objects of the plans that one was divided into.
  Fetched fetch(List<Plan> parts, String at, Reason reason) {
    List<Fetched> fetched = new ArrayList<>();
    for (Plan part : parts) {
      Reason partly = reason.part(fetched.size() + 1, parts.size());
      fetched.add(fetch(part, Shapes.objects(part), at, partly));
    }
    return parts.size() == 1 ? fetched.getFirst() : Fetched.together(fetched);
  }

  /// Returns the objects of a plan.
  ///
  /// @param at the alias of the database to ask, where the plan names none
  Fetched fetch(Plan plan, Shape.Objects shape, String at, Reason reason) {
    return plan.empty()
        ? Fetched.NOTHING
        : loader.objects(
            shape, plan.prefetches(), wire.send(plan, at, reason), wire.database(plan, at).alias());
  }

  /// Sends a plan and returns its objects as they are read.
  ObjectRows open(Plan plan, Shape.Objects shape, String at, Reason reason) {
    State state = new State(session, wire.database(plan, at).alias(), false);
    return new ObjectRows(shape, wire.send(plan, at, reason), state);
  }
}
