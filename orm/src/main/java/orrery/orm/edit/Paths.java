package orrery.orm.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import orrery.orm.meta.Field;
import orrery.orm.meta.ForeignObject;
import orrery.orm.meta.GenericForeignKey;
import orrery.orm.meta.GenericRelation;
import orrery.orm.meta.ManyToMany;
import orrery.orm.meta.Member;
import orrery.orm.meta.Members;
import orrery.orm.meta.Model;
import orrery.orm.meta.Models;
import orrery.orm.meta.Reference;
import orrery.orm.meta.ReverseForeignKey;
import orrery.orm.meta.ReverseForeignObject;
import orrery.orm.meta.ReverseGeneric;
import orrery.orm.meta.ReverseManyToMany;
import orrery.orm.type.FieldType;
import orrery.orm.type.FieldTypes;
import orrery.orm.type.Kind;

/// The walk along a path of names such as `artist__album__title`, as far as it is written.
final class Paths {

  private final Models models;

  Paths(Models models) {
    this.models = models;
  }

  /// Returns the names in `path`.
  static List<String> split(String path) {
    return List.of(path.split("__", -1));
  }

  /// Where a path has led: to a model's objects, to a value, or nowhere that is known.
  sealed interface End {
    /// To the objects of a model; `isRelation` unless it is the start of the path.
    record At(Model model, boolean isRelation) implements End {}

    /// To a value, of a field or of a transform.
    record Worth(FieldType type) implements End {}

    /// Nowhere.
    record Lost() implements End {}
  }

  /// Follows `names` from the objects that `asked` is about.
  ///
  /// @param byAccessor whether relations are named as on objects (`album_set`) or as in lookups
  ///   (`album`)
  End follow(Asked asked, List<String> names, boolean byAccessor) {
    Optional<Model> start = models.find(asked.model());
    if (start.isEmpty()) {
      return new End.Lost();
    }
    End at = new End.At(start.get(), false);
    int done = 0;
    for (int i = names.size(); i > 0 && done == 0; i--) {
      FieldType given = asked.given().get(String.join("__", names.subList(0, i)));
      if (given != null) {
        at = new End.Worth(given);
        done = i;
      }
    }
    for (String name : names.subList(done, names.size())) {
      at = step(at, name, byAccessor);
    }
    return at;
  }

  private End step(End from, String name, boolean byAccessor) {
    return switch (from) {
      case End.Lost lost -> lost;
      case End.Worth(FieldType type) ->
          LookupNames.afterTransform(type, name).<End>map(End.Worth::new).orElse(new End.Lost());
      case End.At(Model model, boolean _) -> member(model, name, byAccessor);
    };
  }

  private End member(Model model, String name, boolean byAccessor) {
    Members members = models.members(model);
    if (name.equals("pk")) {
      List<Field> key = models.primaryKey(model);
      return new End.Worth(key.size() == 1 ? key.getFirst().type() : FieldTypes.ANY);
    }
    Optional<Member> member = byAccessor ? members.attribute(name) : members.lookup(name);
    if (member.isEmpty()) {
      return new End.Lost();
    }
    if (member.get() instanceof Field field && field.attname().equals(name) && field.isRelation()) {
      return new End.Worth(field.type());
    }
    Optional<Model> target = target(member.get());
    if (target.isPresent()) {
      return new End.At(target.get(), true);
    }
    return member.get() instanceof Field field ? new End.Worth(field.type()) : new End.Lost();
  }

  /// Returns the model that `member` leads to, if it is a relation to one model.
  Optional<Model> target(Member member) {
    return switch (member) {
      case Field f -> f.reference().map(Reference::target).flatMap(models::find);
      case ForeignObject f -> models.find(f.target());
      case GenericForeignKey g -> Optional.empty();
      case GenericRelation g -> models.find(g.target());
      case ManyToMany m -> models.find(m.target());
      case ReverseForeignKey r -> models.find(r.source());
      case ReverseForeignObject r -> models.find(r.forward().model());
      case ReverseGeneric r -> models.find(r.forward().model());
      case ReverseManyToMany r -> models.find(r.forward().model());
    };
  }

  /// Returns what `model` has under a name, own fields first, then relations.
  List<Member> members(Model model) {
    return new ArrayList<>(models.members(model).all());
  }

  /// Returns the type to show for `field`: `CharField(160)`.
  static String typeOf(Field field) {
    FieldType type = field.type();
    if (type.maxLength() > 0 && type.kind() == Kind.TEXT) {
      return type.name() + "(" + type.maxLength() + ")";
    }
    return type.name();
  }
}
