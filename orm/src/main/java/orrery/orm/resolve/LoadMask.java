package orrery.orm.resolve;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import orrery.orm.error.FieldDoesNotExist;
import orrery.orm.error.FieldError;
import orrery.orm.error.Nearest;
import orrery.orm.meta.Field;
import orrery.orm.meta.Member;
import orrery.orm.meta.Model;
import orrery.orm.meta.Models;

/// Which fields of a model, and of the models joined to it, are loaded.
///
/// @param names the names of the loaded fields; null for all
/// @param related what is said of each relation, by name
record LoadMask(@Nullable Set<String> names, Map<String, LoadMask> related) {

  private static final LoadMask ALL = new LoadMask(null, Map.of());

  /// Returns what a deferral means for `model`.
  static LoadMask of(Models models, Model model, Deferral deferral) {
    if (deferral.isNone()) {
      return ALL;
    }
    Map<String, Object> tree = new LinkedHashMap<>();
    for (String path : deferral.names()) {
      Map<String, Object> at = tree;
      for (String name : Scope.split(path)) {
        at = child(at, name);
      }
    }
    return deferral.defer() ? less(models, model, tree) : only(models, model, tree);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> child(Map<String, Object> tree, String name) {
    return (Map<String, Object>)
        tree.computeIfAbsent(name, n -> new LinkedHashMap<String, Object>());
  }

  private static LoadMask only(Models models, Model model, Map<String, Object> tree) {
    Set<String> names = new LinkedHashSet<>();
    Map<String, LoadMask> related = new LinkedHashMap<>();
    models.primaryKey(model).forEach(f -> names.add(f.name()));
    for (String name : tree.keySet()) {
      Member member = member(models, model, name);
      names.add(member instanceof Field f ? f.name() : name);
      Map<String, Object> below = child(tree, name);
      if (!below.isEmpty()) {
        related.put(name, only(models, target(models, member, model, name), below));
      }
    }
    return new LoadMask(names, related);
  }

  private static LoadMask less(Models models, Model model, Map<String, Object> tree) {
    Set<String> names = new LinkedHashSet<>();
    Map<String, LoadMask> related = new LinkedHashMap<>();
    for (Field field : models.members(model).fields()) {
      names.add(field.name());
    }
    List<String> key = new ArrayList<>();
    models.primaryKey(model).forEach(f -> key.add(f.name()));
    for (String name : tree.keySet()) {
      Member member = member(models, model, name);
      Map<String, Object> below = child(tree, name);
      if (below.isEmpty()) {
        String field = member instanceof Field f ? f.name() : name;
        if (!key.contains(field)) {
          names.remove(field);
        }
      } else {
        if (!(member instanceof Field)) {
          names.add(name);
        }
        related.put(name, less(models, target(models, member, model, name), below));
      }
    }
    return new LoadMask(names, related);
  }

  private static Member member(Models models, Model model, String name) {
    return models
        .members(model)
        .lookup(name)
        .orElseThrow(() -> {
          FieldDoesNotExist error =
              new FieldDoesNotExist(model.name() + " has no field named '" + name + "'");
          error.meaning(Nearest.of(name, models.members(model).lookupNames()));
          return error;
        });
  }

  private static Model target(Models models, Member member, Model model, String name) {
    List<Hop> hops = new Hops(models).of(member);
    if (hops.isEmpty()) {
      throw new FieldError(model.name() + " has no relation named '" + name + "'");
    }
    return hops.getLast().to();
  }

  /// Says whether `field` is loaded.
  boolean loads(Field field) {
    return names == null || names.contains(field.name());
  }

  /// Says whether the relation `name` may be followed, since what it goes by is loaded.
  boolean follows(String name) {
    return names == null || names.contains(name);
  }

  /// Returns what is said of the relation `name`.
  LoadMask below(String name) {
    return related.getOrDefault(name, ALL);
  }
}
