package orrery.orm.meta;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import orrery.orm.error.ImproperlyConfigured;
import orrery.orm.error.NameError;
import orrery.orm.error.Nearest;

/// The models of one application or database, by name, with their relations in both directions.
/// Immutable and thread-safe.
public final class Models {

  private final Map<String, Model> models = new LinkedHashMap<>();
  private final Map<String, Members> members = new ConcurrentHashMap<>();

  /// Makes a set of `models`.
  ///
  /// @throws ImproperlyConfigured where two have one name, or a relation names a model that is not
  ///   among them
  public Models(Collection<Model> models) {
    for (Model model : models) {
      if (this.models.put(model.name(), model) != null) {
        throw new ImproperlyConfigured("Two models are called '" + model.name() + "'.");
      }
    }
    for (Model model : models) {
      for (Field field : model.localFields()) {
        field.reference().ifPresent(to -> check(field.toString(), to.target()));
      }
      for (Member member : model.localVirtual()) {
        if (member instanceof ManyToMany m) {
          check(model.name() + "." + m.name(), m.target());
          check(model.name() + "." + m.name(), m.through());
        }
      }
    }
  }

  private void check(String who, String target) {
    if (!models.containsKey(target)) {
      throw new ImproperlyConfigured(
          who + " relates to the model '" + target + "', which does not exist.");
    }
  }

  /// Returns all models in the order they were given.
  public Collection<Model> all() {
    return models.values();
  }

  /// Returns the model called `name`.
  public Optional<Model> find(String name) {
    return Optional.ofNullable(models.get(name));
  }

  /// Returns the model called `name`.
  ///
  /// @throws NameError with the nearest name, where there is none
  public Model get(String name) {
    Model model = models.get(name);
    if (model == null) {
      NameError error = new NameError("name '" + name + "' is not defined");
      error.meaning(Nearest.of(name, models.keySet()));
      throw error;
    }
    return model;
  }

  /// Returns the model whose table is called `table`.
  public Optional<Model> forTable(String table) {
    return models.values().stream().filter(m -> m.table().equals(table)).findFirst();
  }

  /// Returns the model that a proxy stands for, else the model itself.
  public Model concrete(Model model) {
    Model at = model;
    while (at.proxyOf().isPresent()) {
      at = get(at.proxyOf().get());
    }
    return at;
  }

  /// Returns all that `model` has under a name.
  public Members members(Model model) {
    Members known = members.get(model.name());
    if (known == null) {
      known = collect(model);
      members.put(model.name(), known);
    }
    return known;
  }

  /// Returns the fields of the primary key of `model`: one, several, or none.
  public List<Field> primaryKey(Model model) {
    Model at = concrete(model);
    List<Field> key = new ArrayList<>();
    for (Field field : at.localFields()) {
      if (at.primaryKey().contains(field.name())) {
        key.add(field);
      }
    }
    if (key.size() > 1) {
      key.sort((a, b) -> at.primaryKey().indexOf(a.name()) - at.primaryKey().indexOf(b.name()));
    }
    return key;
  }

  /// Returns the parents of `model` in multi-table inheritance, nearest first, each with the link
  /// that leads to it.
  public Map<Model, Field> parents(Model model) {
    Map<Model, Field> parents = new LinkedHashMap<>();
    Model at = concrete(model);
    for (Field field : at.localFields()) {
      field
          .reference()
          .filter(Reference::parentLink)
          .ifPresent(to -> parents.put(get(to.target()), field));
    }
    return parents;
  }

  private Members collect(Model model) {
    Model at = concrete(model);
    List<Field> fields = new ArrayList<>();
    List<Member> virtual = new ArrayList<>();
    List<Member> reverse = new ArrayList<>();
    List<Member> parentsLinks = new ArrayList<>();
    List<ReverseManyToMany> hidden = new ArrayList<>();
    for (Model parent : parents(at).keySet()) {
      Members theirs = members(parent);
      fields.addAll(theirs.fields());
      for (Member member : theirs.all()) {
        boolean linkToChild =
            member instanceof ReverseForeignKey r
                && r.reference().parentLink()
                && r.source().equals(at.name());
        if (linkToChild) {
          parentsLinks.add(member);
        } else if (!(member instanceof Field)) {
          virtual.add(member);
        }
      }
      parentsLinks.addAll(theirs.parentsLinks());
    }
    fields.addAll(at.localFields());
    virtual.addAll(at.localVirtual());
    for (Model other : models.values()) {
      for (Field field : other.localFields()) {
        field
            .reference()
            .filter(to -> to.target().equals(at.name()) && !to.hidden())
            .ifPresent(to -> reverse.add(new ReverseForeignKey(at.name(), field, to)));
      }
      for (Member member : other.localVirtual()) {
        switch (member) {
          case ManyToMany m when m.target().equals(at.name()) && !m.hidden() && !m.symmetrical() ->
              reverse.add(new ReverseManyToMany(at.name(), m));
          case ManyToMany m when m.target().equals(at.name()) && m.hidden() ->
              hidden.add(new ReverseManyToMany(at.name(), m));
          case ForeignObject f when f.target().equals(at.name()) ->
              reverse.add(new ReverseForeignObject(at.name(), f));
          case GenericRelation g when g.target().equals(at.name()) && g.reverseName().isPresent() ->
              reverse.add(new ReverseGeneric(at.name(), g.reverseName().get(), g));
          case Field f -> {}
          case ForeignObject f -> {}
          case GenericForeignKey g -> {}
          case GenericRelation g -> {}
          case ManyToMany m -> {}
          case ReverseForeignKey r -> {}
          case ReverseForeignObject r -> {}
          case ReverseGeneric r -> {}
          case ReverseManyToMany r -> {}
        }
      }
    }
    List<Member> all = new ArrayList<>(fields);
    all.addAll(virtual);
    all.addAll(reverse);
    return new Members(fields, all, parentsLinks, hidden);
  }
}
