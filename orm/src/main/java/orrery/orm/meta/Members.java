package orrery.orm.meta;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// All that one model has under a name: its own, its parents', and what other models' relations
/// add.
///
/// Made by [Models]; immutable.
public final class Members {

  private final List<Field> fields;
  private final Map<String, Member> byLookup;
  private final Map<String, Member> byAccessor;
  private final Collection<Member> all;
  private final List<Member> parentsLinks;
  private final Map<String, Member> hidden = new HashMap<>();

  Members(
      List<Field> fields,
      Collection<Member> all,
      List<Member> parentsLinks,
      List<ReverseManyToMany> hidden) {
    this.fields = List.copyOf(fields);
    this.all = List.copyOf(all);
    this.parentsLinks = List.copyOf(parentsLinks);
    this.byLookup = new LinkedHashMap<>();
    this.byAccessor = new LinkedHashMap<>();
    for (Member member : all) {
      byLookup.putIfAbsent(member.name(), member);
      if (!(member instanceof ReverseGeneric)) {
        byAccessor.putIfAbsent(member.accessor(), member);
      }
    }
    parentsLinks.forEach(member -> byAccessor.putIfAbsent(member.accessor(), member));
    for (Field field : fields) {
      byLookup.putIfAbsent(field.attname(), field);
    }
    hidden.forEach(relation -> this.hidden.put(relation.hiddenName(), relation));
  }

  /// Returns the fields with a column, parents' first, in the order of a full row.
  public List<Field> fields() {
    return fields;
  }

  /// Returns everything: fields, then members without a column, then reverse relations.
  public Collection<Member> all() {
    return all;
  }

  /// Returns the links from a parent to its child that the child's objects have as objects of the
  /// parent: of `Restaurant`, a child of `Place`, `restaurant`. Lookups do not know them.
  public List<Member> parentsLinks() {
    return parentsLinks;
  }

  /// Returns what `name` means in a lookup: a name or the raw name of a field, or a relation's
  /// query name; also the made-up name of a hidden relation.
  public Optional<Member> lookup(String name) {
    Member member = byLookup.get(name);
    return Optional.ofNullable(member == null ? hidden.get(name) : member);
  }

  /// Returns what `name` means on an object, raw values aside.
  public Optional<Member> attribute(String name) {
    return Optional.ofNullable(byAccessor.get(name));
  }

  /// Returns the names that a lookup may start with, sorted: the choices that Django's message
  /// lists.
  public Collection<String> lookupNames() {
    Collection<String> names = new TreeSet<>(byLookup.keySet());
    if (fields.stream().filter(Field::isPrimaryKey).count() > 1) {
      // A composite key is a field of its own.
      names.add("pk");
    }
    return names;
  }

  /// Returns the names of what an object has, in their order.
  public Collection<String> accessors() {
    return byAccessor.keySet();
  }
}
