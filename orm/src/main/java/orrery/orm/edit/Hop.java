package orrery.orm.edit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import orrery.orm.meta.Field;
import orrery.orm.meta.GenericRelation;
import orrery.orm.meta.ManyToMany;
import orrery.orm.meta.Member;
import orrery.orm.meta.Model;
import orrery.orm.meta.Models;
import orrery.orm.meta.Reference;
import orrery.orm.meta.ReverseForeignKey;
import orrery.orm.meta.ReverseManyToMany;
import orrery.orm.query.Condition;
import orrery.orm.query.Expr;
import orrery.orm.query.Name;
import orrery.orm.query.Named;
import orrery.orm.query.Query;
import orrery.orm.query.Step;

/// A relation that one can go along from objects: the queries that fetch what the related objects
/// are called, that count them and that list them. Immutable.
///
/// @param model the model whose objects one starts from
/// @param member the relation: a foreign key, or a relation to many
/// @param target the model it leads to
public record Hop(Models models, Model model, Member member, Model target) {

  /// The name under which [#counts] gives the number.
  public static final String COUNT = "related_count";

  /// Returns the hop along `field`; nothing where it is no foreign key.
  public static Optional<Hop> along(Models models, Field field) {
    return field
        .reference()
        .map(Reference::target)
        .flatMap(models::find)
        .map(to -> new Hop(models, models.get(field.model()), field, to));
  }

  /// Returns the hop along the foreign key at the end of `path`, a name as `values()` takes it;
  /// nothing where there is none.
  public static Optional<Hop> at(Models models, String model, String path) {
    Optional<Model> at = models.find(model);
    List<String> names = Paths.split(path);
    for (String name : names.subList(0, names.size() - 1)) {
      at =
          at.flatMap(from -> models.members(from).lookup(name))
              .flatMap(member -> new Paths(models).target(member));
    }
    return at.flatMap(from -> models.members(from).lookup(names.getLast()))
        .filter(Field.class::isInstance)
        .flatMap(field -> along(models, (Field) field));
  }

  /// Returns the hops from objects of `model` to many others, in the order of its relations; none
  /// where its objects cannot be told apart by one value.
  public static List<Hop> toMany(Models models, Model model) {
    List<Hop> hops = new ArrayList<>();
    if (models.primaryKey(model).size() == 1) {
      for (Member member : models.members(model).all()) {
        if (member.isToMany()) {
          new Paths(models)
              .target(member)
              .ifPresent(to -> hops.add(new Hop(models, model, member, to)));
        }
      }
    }
    return hops;
  }

  /// Returns the name of the relation on an object: `album_set`.
  public String name() {
    return member.accessor();
  }

  /// Says whether it leads to many objects.
  public boolean isToMany() {
    return member.isToMany();
  }

  /// Returns the field of the target whose value a foreign key holds.
  public Field targetField() {
    String name =
        member instanceof Field field
            ? field.reference().map(Reference::toField).orElse("pk")
            : "pk";
    return models
        .members(target)
        .lookup(name)
        .filter(Field.class::isInstance)
        .map(Field.class::cast)
        .orElseGet(() -> models.primaryKey(target).getFirst());
  }

  /// Returns the query that fetches of the objects that a foreign key leads to, for these `keys`,
  /// just what they are called by.
  public Query labels(Collection<?> keys) {
    Set<Name> names = new LinkedHashSet<>();
    names.add(new Name(targetField().name()));
    target.labelField().ifPresent(name -> names.add(new Name(name)));
    return new Query(target.name())
        .with(filter(targetField().attname() + "__in", list(keys)))
        .with(new Step.Only(List.copyOf(names)))
        .with(new Step.OrderBy(List.of()));
  }

  /// Returns the query that counts the related objects of each object with one of `keys`: pairs of
  /// key and number.
  public Query counts(Collection<?> keys) {
    Expr count = new Expr.Call("Count", List.of(new Expr.Literal(member.name())), List.of());
    return new Query(model.name())
        .with(filter("pk__in", list(keys)))
        .with(new Step.OrderBy(List.of()))
        .with(new Step.Annotate(List.of(), List.of(new Named(COUNT, count))))
        .with(new Step.ValuesList(List.of(new Name("pk"), new Name(COUNT)), false, false));
  }

  /// Returns the query that lists the related objects: of a foreign key, the one with the value
  /// `key`; else all that belong to the object with the primary key `key`.
  public Query open(Object key) {
    Expr value = new Expr.Literal(key);
    Query all = new Query(target.name());
    return switch (member) {
      case Field _ -> all.with(filter(targetField().attname(), value));
      case ReverseForeignKey back ->
          all.with(
              filter(
                  isPrimaryKey(back.reference().toField())
                      ? back.field().name()
                      : back.field().name() + "__pk",
                  value));
      case ManyToMany many when !many.hidden() -> all.with(filter(many.reverseName(), value));
      case ReverseManyToMany back -> all.with(filter(back.forward().name(), value));
      case GenericRelation generic when generic.reverseName().isPresent() ->
          all.with(filter(generic.reverseName().get(), value));
      case Member other ->
          all.with(
              filter(
                  "pk__in",
                  new Expr.ChainValue(
                      new Query(model.name())
                          .with(filter("pk", value))
                          .with(new Step.Values(List.of(new Name(other.name())), List.of())))));
    };
  }

  private boolean isPrimaryKey(String name) {
    return models.primaryKey(model).stream().anyMatch(field -> field.name().equals(name));
  }

  private static Step filter(String path, Expr value) {
    return new Step.Filter(List.of(new Condition.Lookup(path, value)));
  }

  private static Expr list(Collection<?> keys) {
    return new Expr.Sequence(
        Expr.Brackets.LIST, keys.stream().<Expr>map(Expr.Literal::new).toList());
  }
}
