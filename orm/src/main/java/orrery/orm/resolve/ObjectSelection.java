package orrery.orm.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import orrery.orm.error.FieldError;
import orrery.orm.error.Nearest;
import orrery.orm.error.OrmError;
import orrery.orm.meta.Field;
import orrery.orm.meta.ForeignObject;
import orrery.orm.meta.Member;
import orrery.orm.meta.Model;
import orrery.orm.meta.Reference;
import orrery.orm.meta.ReverseForeignKey;
import orrery.orm.query.Name;
import orrery.orm.sql.SqlExpr;
import orrery.orm.sql.Statement.Output;

/// The columns of whole objects, with the objects of joined to-one relations. Django's
/// `get_related_selections`.
final class ObjectSelection {

  private static final int DEEPEST = 5;

  private final Scope scope;
  private final List<Output> outputs;

  /// @param outputs gets the columns
  ObjectSelection(Scope scope, List<Output> outputs) {
    this.scope = scope;
    this.outputs = outputs;
  }

  /// Selects an object of the scope's model and what was asked to be joined to it.
  ///
  /// @param between what to do when its own fields are selected and nothing else is
  Shape.ObjectShape select(Runnable between) {
    LoadMask mask = LoadMask.of(scope.models, scope.model, scope.deferral);
    List<Shape.FieldSlot> slots = fields(scope.model, scope.sources.base(), mask);
    between.run();
    List<Shape.Related> related = new ArrayList<>();
    related(
        scope.model, scope.sources.base(), mask, scope.related, scope.relatedAll, 1, null, related);
    return new Shape.ObjectShape(scope.model, slots, related);
  }

  private List<Shape.FieldSlot> fields(Model model, String alias, LoadMask mask) {
    List<Shape.FieldSlot> slots = new ArrayList<>();
    for (Field field : scope.models.members(model).fields()) {
      if (mask.loads(field)) {
        slots.add(new Shape.FieldSlot(field, add(column(model, alias, field))));
      }
    }
    return slots;
  }

  private Shape.ObjectShape object(
      Model model,
      String alias,
      LoadMask mask,
      @Nullable RelatedTree asked,
      boolean all,
      int depth,
      @Nullable Field cameBy) {
    List<Shape.FieldSlot> slots = fields(model, alias, mask);
    List<Shape.Related> related = new ArrayList<>();
    related(model, alias, mask, asked, all, depth, cameBy, related);
    return new Shape.ObjectShape(model, slots, related);
  }

  private void related(
      Model model,
      String alias,
      LoadMask mask,
      @Nullable RelatedTree asked,
      boolean all,
      int depth,
      @Nullable Field cameBy,
      List<Shape.Related> related) {
    if (asked != null) {
      named(model, alias, mask, asked, depth, related);
    } else if (all && depth <= DEEPEST) {
      for (Field field : scope.models.members(model).fields()) {
        boolean follow = field.isRelation() && !field.isNullable() && field != cameBy;
        if (follow && !isParentLink(field)) {
          related.add(forward(model, alias, mask, field, null, true, depth));
        }
      }
    }
  }

  private static boolean isParentLink(Field field) {
    return field.reference().map(Reference::parentLink).orElse(false);
  }

  private void named(
      Model model,
      String alias,
      LoadMask mask,
      RelatedTree asked,
      int depth,
      List<Shape.Related> related) {
    for (Map.Entry<String, RelatedTree> entry : asked.children.entrySet()) {
      String name = entry.getKey();
      try {
        Member member = scope.models.members(model).lookup(name).orElse(null);
        switch (member) {
          case Field f when f.isRelation() && f.name().equals(name) ->
              related.add(forward(model, alias, mask, f, entry.getValue(), false, depth));
          case ForeignObject f when f.name().equals(name) ->
              related.add(ofSeveral(model, alias, mask, f, entry.getValue(), depth));
          case Field f when f.name().equals(name) ->
              throw new FieldError(
                  "Non-relational field given in select_related: '"
                      + name
                      + "'. Choices are: "
                      + choices(model));
          case ReverseForeignKey r when !r.isToMany() ->
              related.add(backward(model, alias, mask, r, entry.getValue(), depth));
          case null, default -> {
            FieldError error =
                new FieldError(
                    "Invalid field name(s) given in select_related: '"
                        + name
                        + "'. Choices are: "
                        + choices(model));
            error.meaning(Nearest.of(name, choiceNames(model)));
            throw error;
          }
        }
      } catch (OrmError e) {
        Name node = asked.asked.get(name);
        if (node != null) {
          e.offset(asked.offsets.getOrDefault(name, 0));
          e.about(node);
        }
        throw e;
      }
    }
  }

  private Set<String> choiceNames(Model model) {
    Set<String> names = new TreeSet<>();
    for (Member member : scope.models.members(model).all()) {
      boolean one =
          (member instanceof Field f && f.isRelation())
              || member instanceof ForeignObject
              || (member instanceof ReverseForeignKey r && !r.isToMany());
      if (one) {
        names.add(member.name());
      }
    }
    return names;
  }

  private String choices(Model model) {
    List<String> names = new ArrayList<>();
    for (Member member : scope.models.members(model).all()) {
      if (member instanceof ForeignObject || (member instanceof Field f && f.isRelation())) {
        names.add(member.name());
      }
    }
    for (Member member : scope.models.members(model).all()) {
      if (member instanceof ReverseForeignKey r && !r.isToMany()) {
        names.add(r.name());
      }
    }
    return names.isEmpty() ? "(none)" : String.join(", ", names);
  }

  private Shape.Related forward(
      Model model,
      String alias,
      LoadMask mask,
      Field field,
      @Nullable RelatedTree below,
      boolean all,
      int depth) {
    if (!all && !mask.follows(field.name())) {
      throw new FieldError(
          "Field "
              + model.name()
              + "."
              + field.name()
              + " cannot be both deferred and traversed using select_related at the same time.");
    }
    String joined = join(model, alias, field);
    Reference to = field.reference().orElseThrow();
    Shape.ObjectShape shape =
        object(
            scope.models.get(to.target()),
            joined,
            mask.below(field.name()),
            below == null || below.children.isEmpty() ? null : below,
            all,
            depth + 1,
            null);
    Optional<String> reverse =
        to.oneToOne() && !to.hidden() ? Optional.of(to.accessor()) : Optional.empty();
    return new Shape.Related(field, field.name(), reverse, shape);
  }

  // A relation by a key of several columns has no column of its own that could be deferred.
  private Shape.Related ofSeveral(
      Model model,
      String alias,
      LoadMask mask,
      ForeignObject relation,
      RelatedTree below,
      int depth) {
    String joined = join(model, alias, relation);
    Shape.ObjectShape shape =
        object(
            scope.models.get(relation.target()),
            joined,
            mask.below(relation.name()),
            below.children.isEmpty() ? null : below,
            false,
            depth + 1,
            null);
    return new Shape.Related(relation, relation.name(), Optional.empty(), shape);
  }

  private Shape.Related backward(
      Model model,
      String alias,
      LoadMask mask,
      ReverseForeignKey relation,
      RelatedTree below,
      int depth) {
    String joined = join(model, alias, relation);
    Shape.ObjectShape shape =
        object(
            scope.models.get(relation.source()),
            joined,
            mask.below(relation.name()),
            below.children.isEmpty() ? null : below,
            false,
            depth + 1,
            relation.field());
    return new Shape.Related(
        relation, relation.accessor(), Optional.of(relation.field().name()), shape);
  }

  private String join(Model model, String alias, Member member) {
    Path path = scope.paths.walk(model, List.of(member.name()), Paths.Demand.ALL, List.of());
    List<String> aliases = new Joins(scope).make(path, alias, null);
    scope.sources.use(aliases);
    return aliases.getLast();
  }

  private SqlExpr column(Model model, String alias, Field field) {
    Model at = scope.models.concrete(model);
    if (field.model().equals(at.name())) {
      return Sources.column(alias, field);
    }
    List<Hop> up = scope.paths.hops().toParent(at, scope.models.get(field.model()));
    List<String> aliases = new Joins(scope).make(up, alias, null);
    scope.sources.use(aliases);
    return Sources.column(aliases.getLast(), field);
  }

  private int add(SqlExpr column) {
    outputs.add(new Output(column));
    return outputs.size() - 1;
  }
}
