package orrery.orm.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The names of reverse relations: Django's defaults, and where one of them clashes with a field of
/// the model it is found on or with another reverse relation, a `related_name` made from the field,
/// by Django's checks E302 to E305.
final class ReverseNames {

  /// The two names of a reverse relation; one and the same where it is a `related_name`.
  record Name(String accessor, String query) {}

  private record Reverse(Object relation, Draft source, String field, boolean toMany) {

    Name byDefault() {
      String model = Names.lower(source.model);
      return new Name(toMany ? model + "_set" : model, model);
    }

    String related() {
      return Names.lower(source.model) + "_" + field + (toMany ? "_set" : "");
    }
  }

  private final Map<Draft, List<Reverse>> found = new LinkedHashMap<>();
  private final Map<Object, Name> names = new HashMap<>();

  /// Names the relations of all `drafts`, whose own members have their names.
  ReverseNames(Iterable<Draft> drafts) {
    for (Draft draft : drafts) {
      for (Draft.FieldDraft field : draft.fields.values()) {
        if (field.link != null) {
          add(field.link.target(), field, draft, field.name, !field.link.oneToOne());
        }
      }
      for (Draft.LinkDraft link : draft.links) {
        add(link.link.target(), link, draft, link.name, !link.link.oneToOne());
      }
      for (Draft.ManyDraft many : draft.manys) {
        add(many.targetDraft, many, draft, many.name, true);
      }
    }
    found.forEach(this::name);
  }

  private void add(Draft target, Object relation, Draft source, String field, boolean toMany) {
    found
        .computeIfAbsent(target, t -> new ArrayList<>())
        .add(new Reverse(relation, source, field, toMany));
  }

  private void name(Draft target, List<Reverse> reverses) {
    Set<String> fields = target.names();
    Map<String, Integer> accessors = new HashMap<>();
    Map<String, Integer> queries = new HashMap<>();
    for (Reverse reverse : reverses) {
      accessors.merge(reverse.byDefault().accessor(), 1, Integer::sum);
      queries.merge(reverse.byDefault().query(), 1, Integer::sum);
    }
    Set<String> taken = new HashSet<>(fields);
    taken.addAll(accessors.keySet());
    taken.addAll(queries.keySet());
    for (Reverse reverse : reverses) {
      Name plain = reverse.byDefault();
      boolean clash =
          fields.contains(plain.accessor())
              || fields.contains(plain.query())
              || accessors.getOrDefault(plain.accessor(), 0) > 1
              || queries.getOrDefault(plain.query(), 0) > 1;
      if (clash) {
        String related = Names.free(reverse.related(), taken::contains);
        taken.add(related);
        names.put(reverse.relation(), new Name(related, related));
      } else {
        names.put(reverse.relation(), plain);
      }
    }
  }

  /// Returns the names of the other side of `relation`: a field, link or many-to-many draft.
  Name of(Object relation) {
    Name name = names.get(relation);
    if (name == null) {
      throw new IllegalArgumentException("No relation: " + relation);
    }
    return name;
  }
}
