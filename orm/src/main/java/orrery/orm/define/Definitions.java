package orrery.orm.define;

import java.util.LinkedHashMap;
import java.util.Map;
import orrery.orm.chain.Parser;
import orrery.orm.error.ImproperlyConfigured;
import orrery.orm.error.OrmError;
import orrery.orm.load.Behaviour;
import orrery.orm.load.Instance;
import orrery.orm.load.Property;
import orrery.orm.meta.Models;
import orrery.orm.query.Chain;

/// The models of one application, ready for use: a Django `models.py`. Immutable and thread-safe.
public final class Definitions {

  private final Models models;
  private final Map<String, Behaviour> behaviours = new LinkedHashMap<>();
  private final Map<Class<?>, String> names = new LinkedHashMap<>();

  private Definitions(String appLabel, ModelDefinition... definitions) {
    Map<String, ModelDefinition> all = new LinkedHashMap<>();
    for (ModelDefinition definition : definitions) {
      if (all.putIfAbsent(definition.name, definition) != null) {
        throw new ImproperlyConfigured("Two models are called '" + definition.name + "'.");
      }
    }
    this.models = new Models(new Completion(appLabel, all).models());
    for (ModelDefinition definition : definitions) {
      behaviours.put(definition.name, behaviour(definition, all));
      if (definition.type != null) {
        names.put(definition.type.type(), definition.name);
      }
    }
  }

  /// Completes definitions as Django does: keys, tables, columns, join tables, reverse names.
  ///
  /// @param appLabel the application's name, with which the names of tables start
  /// @throws ImproperlyConfigured where a definition contradicts itself or another
  public static Definitions of(String appLabel, ModelDefinition... definitions) {
    return new Definitions(appLabel, definitions);
  }

  /// Returns the models.
  public Models models() {
    return models;
  }

  /// Returns what code adds to a model, by the model's name.
  public Map<String, Behaviour> behaviours() {
    return behaviours;
  }

  /// Returns the name of the model whose objects are of the class `type`.
  ///
  /// @throws ImproperlyConfigured where no definition names that class
  public String nameOf(Class<? extends Instance> type) {
    String name = names.get(type);
    if (name == null) {
      throw new ImproperlyConfigured("No model is defined by the class " + type.getName() + ".");
    }
    return name;
  }

  private Behaviour behaviour(ModelDefinition of, Map<String, ModelDefinition> all) {
    Behaviour behaviour = Behaviour.PLAIN;
    String from = of.proxyOf != null ? of.proxyOf : of.parent;
    if (from != null && all.containsKey(from)) {
      ModelDefinition base = all.get(from);
      Behaviour inherited = behaviour(base, all);
      behaviour = behaviour.withProperties(inherited.properties());
      behaviour = inherited.label().map(behaviour::withLabel).orElse(behaviour);
      if (of.proxyOf != null) {
        behaviour = behaviour.withRowUpdate(inherited.rowUpdate());
      }
    }
    Map<String, Property> properties = new LinkedHashMap<>(behaviour.properties());
    properties.putAll(of.properties);
    behaviour = behaviour.withProperties(properties);
    if (of.type != null) {
      behaviour = behaviour.withFactory(of.type.factory());
    }
    if (of.label != null) {
      behaviour = behaviour.withLabel(of.label);
    }
    if (of.rowUpdate != null) {
      behaviour = behaviour.withRowUpdate(of.rowUpdate);
    }
    return of.defaultManager == null
        ? behaviour
        : behaviour.withDefaultManager(start(of, of.defaultManager).query().steps());
  }

  private static Chain start(ModelDefinition of, String text) {
    try {
      Chain chain = Parser.parse(text).chain();
      if (chain.query().model().equals(of.name)) {
        return chain;
      }
    } catch (OrmError e) {
      throw new ImproperlyConfigured(
          "The default manager of " + of.name + " is no chain: " + e.getMessage());
    }
    throw new ImproperlyConfigured(
        "The default manager of " + of.name + " starts with another model: " + text);
  }
}
