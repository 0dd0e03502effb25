package orrery.orm.resolve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import orrery.orm.error.FieldError;
import orrery.orm.error.Nearest;
import orrery.orm.meta.Field;
import orrery.orm.meta.Member;
import orrery.orm.meta.Model;
import orrery.orm.meta.Models;

/// The walk along a path of names: Django's `names_to_path`.
final class Paths {

  /// How many names of a path must be fields.
  enum Demand {
    /// None: all may be left over as transforms and a lookup.
    NONE,
    /// The first.
    FIRST,
    /// All.
    ALL
  }

  private final Models models;
  private final Hops hops;

  Paths(Models models) {
    this.models = models;
    this.hops = new Hops(models);
  }

  /// Returns the joins of each kind of relation.
  Hops hops() {
    return hops;
  }

  /// Walks `names` from `model` as far as they name fields.
  ///
  /// @param demand which names must be walked; what is left over is the path's rest
  /// @param others further names that are known: annotations, for the message
  /// @throws FieldError with Django's words where a name that must be walked is unknown
  Path walk(Model model, List<String> names, Demand demand, Collection<String> others) {
    boolean strict = demand == Demand.ALL;
    List<Path.Step> steps = new ArrayList<>();
    List<Field> targets = List.of();
    Member last = null;
    Model at = models.concrete(model);
    int position = 0;
    int offset = 0;
    for (; position < names.size(); position++) {
      String name = names.get(position);
      Member member = find(at, name);
      if (member == null) {
        if (name.equals("pk") && models.primaryKey(at).size() > 1) {
          targets = models.primaryKey(at);
          position++;
          break;
        }
        if (strict || (position == 0 && demand == Demand.FIRST)) {
          throw unknown(at, name, others, offset);
        }
        break;
      }
      List<Hop> taken = new ArrayList<>();
      String owner = member.model();
      if (!owner.equals(at.name())) {
        List<Hop> up = hops.toParent(at, models.get(owner));
        taken.addAll(up);
        if (!up.isEmpty()) {
          at = up.getLast().to();
        }
      }
      List<Hop> own = hops.of(member);
      taken.addAll(own);
      steps.add(new Path.Step(name, taken));
      last = member;
      offset += name.length() + 2;
      if (own.isEmpty()) {
        targets = List.of((Field) member);
        position++;
        if (strict && position < names.size()) {
          throw (FieldError)
              new FieldError(
                      "Cannot resolve keyword '"
                          + names.get(position)
                          + "' into field. Join on '"
                          + targets.getFirst().name()
                          + "' not permitted.")
                  .offset(offset);
        }
        break;
      }
      at = models.concrete(own.getLast().to());
      targets = targetsOf(own.getLast(), at);
    }
    return new Path(steps, last, targets, at, names.subList(position, names.size()));
  }

  private List<Field> targetsOf(Hop hop, Model at) {
    // A forward relation ends in the field it goes by, a reverse one in the key of the model it
    // leads to.
    if (hop.direct()) {
      return hop.columns().stream().map(Hop.Pair::to).toList();
    }
    return models.primaryKey(at);
  }

  private @Nullable Member find(Model at, String name) {
    if (name.equals("pk")) {
      List<Field> key = models.primaryKey(at);
      Optional<Member> own = models.members(at).lookup("pk");
      return own.isPresent() ? own.get() : key.size() == 1 ? key.getFirst() : null;
    }
    return models.members(at).lookup(name).orElse(null);
  }

  private FieldError unknown(Model at, String name, Collection<String> others, int offset) {
    TreeSet<String> choices = new TreeSet<>(models.members(at).lookupNames());
    choices.addAll(others);
    FieldError error =
        new FieldError(
            "Cannot resolve keyword '"
                + name
                + "' into field. Choices are: "
                + String.join(", ", choices));
    error.meaning(Nearest.of(name, choices));
    error.offset(offset);
    return error;
  }
}
