package orrery.orm;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import orrery.orm.db.Reason;
import orrery.orm.dialect.Binding;
import orrery.orm.dialect.Sql;
import orrery.orm.load.Behaviour;
import orrery.orm.load.Fetched;
import orrery.orm.load.Line;
import orrery.orm.load.Loader;
import orrery.orm.load.Prefetcher;
import orrery.orm.load.Session;
import orrery.orm.load.State;
import orrery.orm.load.Template;
import orrery.orm.meta.Models;
import orrery.orm.query.Chain;
import orrery.orm.query.Query;
import orrery.orm.resolve.Parents;
import orrery.orm.resolve.Plan;
import orrery.orm.resolve.Resolver;
import orrery.orm.resolve.Shape;

/// The line of one rehearsal: what would be sent is told, and one template comes back.
final class Stage implements Line {

  private final Resolver resolver;
  private final Wire wire;
  private final Consumer<Preview.Statement> told;
  private final Session session;

  Stage(
      Models models,
      Map<String, Behaviour> behaviours,
      Resolver resolver,
      Wire wire,
      Consumer<Preview.Statement> told) {
    this.resolver = resolver;
    this.wire = wire;
    this.told = told;
    this.session =
        new Session(models, behaviours, this, (of, relation) -> relation, new NoStorage());
  }

  /// Returns what objects belong to here.
  Session session() {
    return session;
  }

  /// Goes through the prefetches of `plan`, whose own statement was told before.
  void prefetch(Plan plan, Shape.Objects shape) {
    State state = new State(session, wire.database(plan, "").alias(), false);
    Prefetcher.prefetch(session, List.of(Template.of(shape, state)), plan.prefetches(), List.of());
  }

  @Override
  public Fetched fetch(Query query, Optional<Parents> parents, String at, Reason reason) {
    Plan plan =
        parents.isPresent()
            ? resolver.resolve(query, parents.get())
            : resolver.resolve(new Chain(query));
    Shape.Objects shape = Shapes.objects(plan);
    if (plan.empty()) {
      return Fetched.NOTHING;
    }
    if (reason.kind() != Reason.Kind.CONTENT_TYPE) {
      told.accept(new Preview.Statement(shown(wire.write(plan, at)), reason, true));
    }
    State state = new State(session, wire.database(plan, at).alias(), false);
    return new Fetched(
        List.of(Template.of(shape, state)),
        parents.isPresent() ? List.of(parents.get().keys().getFirst()) : List.of(),
        plan.prefetches(),
        Loader.annotations(shape),
        Loader.branches(shape.root()));
  }

  static Sql shown(Sql sql) {
    List<Binding> bindings =
        sql.bindings().stream()
            .map(b ->
                Template.isTemplate(b.value(), b.type()) ? new Binding(Template.KEY, b.type()) : b)
            .toList();
    return new Sql(sql.text(), bindings, sql.columns());
  }
}
