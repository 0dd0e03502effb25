package orrery.orm.edit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import orrery.orm.meta.Choice;
import orrery.orm.meta.Field;
import orrery.orm.meta.Member;
import orrery.orm.meta.Model;
import orrery.orm.meta.Models;
import orrery.orm.query.Expr;
import orrery.orm.query.Name;
import orrery.orm.query.Named;
import orrery.orm.query.Step;
import orrery.orm.type.FieldType;
import orrery.orm.type.FieldTypes;

/// What names mean at a step of a draft: the model's, and those that earlier steps gave. Immutable.
///
/// @param models all models
/// @param model the model that is asked
/// @param given the names that earlier steps gave, with their types as far as they are known
public record Ground(Models models, String model, Map<String, FieldType> given) {

  private static final List<String> WHOLE =
      List.of("Count", "Length", "StrIndex", "Rank", "DenseRank", "RowNumber", "Ntile");

  /// Makes it from a copy of `given`.
  public Ground {
    given = Map.copyOf(given);
  }

  /// Makes the ground of a chain's first step.
  public Ground(Models models, String model) {
    this(models, model, Map.of());
  }

  /// Returns what names mean to the slot at `slot` of `draft`.
  public static Ground before(Models models, Draft draft, int slot) {
    Map<String, FieldType> given = new LinkedHashMap<>();
    for (Draft.Slot earlier : draft.slots().subList(0, slot)) {
      if (!earlier.muted()) {
        Ground here = new Ground(models, draft.model(), given);
        names(earlier.step()).forEach((name, expr) -> given.put(name, here.typeOf(expr)));
      }
    }
    return new Ground(models, draft.model(), given);
  }

  /// Returns the names that `step` gives, with what they stand for.
  static Map<String, Expr> names(Step step) {
    Map<String, Expr> names = new LinkedHashMap<>();
    List<Named> named =
        switch (step) {
          case Step.Annotate(List<Expr> bare, List<Named> all) -> {
            bare.forEach(e -> Aggregate.defaultName(e).ifPresent(n -> names.put(n, e)));
            yield all;
          }
          case Step.Alias(List<Expr> bare, List<Named> all) -> {
            bare.forEach(e -> Aggregate.defaultName(e).ifPresent(n -> names.put(n, e)));
            yield all;
          }
          case Step.Values(_, List<Named> all) -> all;
          case Step other -> List.of();
        };
    named.forEach(n -> names.put(n.name(), n.value()));
    return names;
  }

  /// Returns the type of the values of `expr`; any, where that takes more than a look.
  public FieldType typeOf(Expr expr) {
    return switch (expr) {
      case Expr.Ref(String path) -> meaning(path).type();
      case Expr.Exists _, Expr.Test _ -> FieldTypes.BOOLEAN;
      case Expr.Arithmetic a -> {
        FieldType left = typeOf(a.left());
        yield left.equals(FieldTypes.ANY) ? typeOf(a.right()) : left;
      }
      case Expr.Call call when WHOLE.contains(call.name()) || call.name().startsWith("Extract") ->
          FieldTypes.INTEGER;
      case Expr.Call call when !call.args().isEmpty() ->
          call.args().getFirst() instanceof Expr.Literal(String path)
              ? meaning(path).type()
              : typeOf(call.args().getFirst());
      case Expr other -> FieldTypes.ANY;
    };
  }

  /// Returns what `path` leads to. A lookup at its end is no part of it.
  public Meaning meaning(String path) {
    Paths paths = new Paths(models);
    Paths.End end = paths.follow(asked(), Paths.split(path), false);
    return switch (end) {
      case Paths.End.Lost _ -> Meaning.NOTHING;
      case Paths.End.Worth(FieldType type) -> {
        Optional<Field> field = field(path);
        yield new Meaning(
            true,
            "",
            type,
            isToMany(path),
            field.map(Field::isNullable).orElse(false),
            field.map(Field::choices).orElse(List.of()));
      }
      case Paths.End.At(Model to, boolean _) ->
          new Meaning(
              true,
              to.name(),
              FieldTypes.ANY,
              isToMany(path),
              field(path).map(Field::isNullable).orElse(false),
              List.<Choice>of());
    };
  }

  /// Says whether any relation on `path` leads to many objects, so that a join along it multiplies
  /// rows.
  public boolean isToMany(String path) {
    return hops(path).stream().anyMatch(Member::isToMany);
  }

  /// Returns the members of models that `path` goes through, as far as it is known.
  public List<Member> hops(String path) {
    List<Member> hops = new ArrayList<>();
    Optional<Model> at = given.containsKey(path) ? Optional.empty() : models.find(model);
    for (String name : Paths.split(path)) {
      Optional<Member> member = at.flatMap(m -> models.members(m).lookup(name));
      member.ifPresent(hops::add);
      at = member.flatMap(new Paths(models)::target);
    }
    return hops;
  }

  private Optional<Field> field(String path) {
    List<Member> hops = hops(path);
    boolean isWhole = hops.size() == Paths.split(path).size();
    return isWhole && hops.getLast() instanceof Field field ? Optional.of(field) : Optional.empty();
  }

  /// Returns what a path may go on with behind `path`, which is empty or leads to a relation: own
  /// fields, relations forwards, relations backwards, and at the start the names that were given.
  public List<PathChoice> choices(String path) {
    List<PathChoice> choices = new ArrayList<>();
    if (path.isEmpty()) {
      given.forEach((name, type) -> choices.add(PathChoice.given(name, type)));
    }
    String at = path.isEmpty() ? model : meaning(path).model();
    Optional<Model> found = models.find(at);
    if (found.isPresent()) {
      for (Member member : models.members(found.get()).all()) {
        PathChoice.of(models, path, member).ifPresent(choices::add);
      }
    }
    return choices;
  }

  private Asked asked() {
    return new Asked(model, given, Optional.empty(), false, true, false, false, false, false);
  }

  /// Returns the plain names among `selections`.
  static List<String> paths(List<? extends orrery.orm.query.Selection> selections) {
    List<String> paths = new ArrayList<>();
    for (orrery.orm.query.Selection selection : selections) {
      switch (selection) {
        case Name(String text) -> paths.add(text);
        case Expr.Ref(String path) -> paths.add(path);
        case Expr other -> {}
      }
    }
    return paths;
  }
}
