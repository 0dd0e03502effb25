package orrery.orm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import orrery.orm.chain.Parsed;
import orrery.orm.chain.Parser;
import orrery.orm.error.OrmError;
import orrery.orm.load.Behaviour;
import orrery.orm.load.Property;
import orrery.orm.meta.Models;
import orrery.orm.query.Chain;
import orrery.orm.resolve.Plan;
import orrery.orm.resolve.Resolver;
import orrery.orm.resolve.Shape;

/// The line gone without a database: each statement gives one template in place of its rows, so
/// that what would be sent, and what is wrong on the way, is known before anything is sent.
/// Thread-safe.
final class Rehearsal {

  private final Models models;
  private final Map<String, Behaviour> behaviours;
  private final Resolver resolver;
  private final Wire wire;

  Rehearsal(Models models, Map<String, Behaviour> behaviours, Resolver resolver, Wire wire) {
    this.models = models;
    this.behaviours = withoutProperties(behaviours);
    this.resolver = resolver;
    this.wire = wire;
  }

  // A property would compute on values that mean nothing.
  private static Map<String, Behaviour> withoutProperties(Map<String, Behaviour> behaviours) {
    Map<String, Behaviour> plain = new HashMap<>();
    behaviours.forEach((model, behaviour) -> {
      Map<String, Property> properties = new HashMap<>();
      behaviour
          .properties()
          .keySet()
          .forEach(name -> properties.put(name, new Property(of -> null, false)));
      plain.put(
          model,
          Behaviour.PLAIN
              .withProperties(properties)
              .withDefaultManager(behaviour.defaultManager()));
    });
    return plain;
  }

  /// Returns what `text` would do, once `before` has been done to its chain.
  Preview preview(String text, UnaryOperator<Chain> before) {
    Parsed parsed;
    try {
      parsed = Parser.parse(text);
    } catch (OrmError e) {
      return new Preview(Optional.empty(), List.of(), Optional.of(e));
    }
    List<Preview.Statement> statements = new ArrayList<>();
    try {
      rehearse(before.apply(parsed.chain()), statements::add);
      return new Preview(Optional.of(parsed.chain()), statements, Optional.empty());
    } catch (OrmError e) {
      return new Preview(Optional.of(parsed.chain()), statements, Optional.of(parsed.place(e)));
    }
  }

  private void rehearse(Chain chain, Consumer<Preview.Statement> told) {
    if (WriteTerminals.isWrite(chain.terminal())) {
      new WriteRehearsal(stage(told).session(), resolver, wire, told).rehearse(chain);
      return;
    }
    Plan plan = resolver.resolve(chain);
    if (plan.empty()) {
      return;
    }
    told.accept(new Preview.Statement(wire.write(plan, ""), Reasons.of(chain.terminal()), false));
    if (plan.shape() instanceof Shape.Objects shape) {
      stage(told).prefetch(plan, shape);
    }
  }

  /// Goes through the prefetches of `plan`.
  ///
  /// @throws OrmError where something is wrong with them
  void check(Plan plan, Shape.Objects shape) {
    if (!plan.prefetches().isEmpty() && !plan.empty()) {
      stage(statement -> {}).prefetch(plan, shape);
    }
  }

  private Stage stage(Consumer<Preview.Statement> told) {
    return new Stage(models, behaviours, resolver, wire, told);
  }
}
