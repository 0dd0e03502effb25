package orrery.orm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import orrery.orm.error.TypeError;
import orrery.orm.error.ValueError;
import orrery.orm.load.Instance;
import orrery.orm.meta.Field;
import orrery.orm.meta.ForeignObject;
import orrery.orm.meta.GenericForeignKey;
import orrery.orm.meta.GenericRelation;
import orrery.orm.meta.ManyToMany;
import orrery.orm.meta.Member;
import orrery.orm.meta.Model;
import orrery.orm.meta.Models;
import orrery.orm.meta.Reference;
import orrery.orm.meta.ReverseForeignKey;
import orrery.orm.meta.ReverseForeignObject;
import orrery.orm.meta.ReverseGeneric;
import orrery.orm.meta.ReverseManyToMany;
import orrery.orm.query.Condition;
import orrery.orm.query.Expr;
import orrery.orm.query.Name;
import orrery.orm.query.Selection;
import orrery.orm.type.Bytes;

/// Java values as the terms of a query about one model: numbers widened, collections as sequences,
/// querysets as subqueries, objects as the values that the relation they are compared with goes by.
public final class Terms {

  private final @Nullable Models models;
  private final @Nullable Model model;

  private Terms(@Nullable Models models, @Nullable Model model) {
    this.models = models;
    this.model = model;
  }

  /// Makes the terms of a query about `model`.
  static Terms of(Models models, Model model) {
    return new Terms(models, model);
  }

  /// Makes the terms of a query about a model that is not known yet: objects stand for their
  /// primary keys.
  static Terms unbound() {
    return new Terms(null, null);
  }

  /// Returns the condition `path=value`.
  Condition lookup(String path, @Nullable Object value) {
    Optional<Member> relation = relation(path);
    if (relation.isPresent()) {
      return new Condition.Lookup(path, expr(value, relation.get()));
    }
    return new Condition.Lookup(path, expr(value));
  }

  /// Returns `value` as what is given under `name`: for a relation, an object stands for the value
  /// it goes by.
  Expr value(String name, @Nullable Object value) {
    return expr(value, value instanceof Instance ? relation(name).orElse(null) : null);
  }

  /// Returns `value` as an expression.
  Expr expr(@Nullable Object value) {
    return expr(value, null);
  }

  /// Returns `value` as an expression where no model is at hand.
  static Expr plain(@Nullable Object value) {
    return unbound().expr(value);
  }

  private Expr expr(@Nullable Object value, @Nullable Member relation) {
    return switch (value) {
      case null -> new Expr.Literal(null);
      case Expression expression -> expression.expr();
      case Expr expr -> expr;
      case Q q -> new Expr.Test(q.condition(this));
      case QuerySet<?> rows -> new Expr.ChainValue(rows.query());
      case Instance instance -> key(instance, relation);
      case Map<?, ?> map -> {
        List<Expr.Entry> entries = new ArrayList<>();
        map.forEach((k, v) -> entries.add(new Expr.Entry(expr(k), expr(v, relation))));
        yield new Expr.Mapping(entries);
      }
      case Set<?> set -> sequence(Expr.Brackets.SET, set, relation);
      case Iterable<?> items -> sequence(Expr.Brackets.LIST, items, relation);
      case Object[] items -> sequence(Expr.Brackets.LIST, Arrays.asList(items), relation);
      case byte[] bytes -> new Expr.Literal(Bytes.of(bytes));
      case Integer number -> new Expr.Literal(number.longValue());
      case Short number -> new Expr.Literal(number.longValue());
      case Byte number -> new Expr.Literal(number.longValue());
      case Float number -> new Expr.Literal(number.doubleValue());
      case CharSequence text -> new Expr.Literal(text.toString());
      default -> new Expr.Literal(value);
    };
  }

  private Expr sequence(Expr.Brackets brackets, Iterable<?> items, @Nullable Member relation) {
    List<Expr> all = new ArrayList<>();
    items.forEach(item -> all.add(expr(item, relation)));
    return new Expr.Sequence(brackets, all);
  }

  /// Returns the relation that a path ends in, before what follows of lookups.
  private Optional<Member> relation(String path) {
    if (models == null || model == null) {
      return Optional.empty();
    }
    Model at = model;
    Optional<Member> last = Optional.empty();
    for (String name : path.split("__", -1)) {
      Optional<Member> member = models.members(at).lookup(name);
      Optional<String> target = member.flatMap(Terms::target);
      if (target.isEmpty()) {
        return member.isPresent() || name.equals("pk") ? Optional.empty() : last;
      }
      last = member;
      at = models.get(target.get());
    }
    return last;
  }

  private static Optional<String> target(Member member) {
    return switch (member) {
      case Field f -> f.reference().map(Reference::target);
      case ForeignObject f -> Optional.of(f.target());
      case ManyToMany m -> Optional.of(m.target());
      case GenericRelation g -> Optional.of(g.target());
      case ReverseForeignKey r -> Optional.of(r.source());
      case ReverseForeignObject r -> Optional.of(r.forward().model());
      case ReverseManyToMany r -> Optional.of(r.forward().model());
      case ReverseGeneric r -> Optional.of(r.forward().model());
      case GenericForeignKey g -> Optional.empty();
    };
  }

  private Expr key(Instance instance, @Nullable Member relation) {
    if (relation != null && models != null) {
      String target = target(relation).orElseThrow();
      if (!instance.state().session().isKindOf(instance.model(), models.get(target))) {
        throw new ValueError(
            "Cannot query \"%s\": Must be \"%s\" instance.".formatted(instance, target));
      }
    }
    Object key =
        relation instanceof Field field && field.reference().isPresent()
            ? instance.value(instance.layout().field(field.reference().get().toField()))
            : instance.pk();
    if (key == null) {
      throw new ValueError("Model instances passed to related filters must be saved.");
    }
    return key instanceof List<?> parts
        ? sequence(Expr.Brackets.TUPLE, parts, null)
        : new Expr.Literal(key);
  }

  /// Returns what may be ordered by or selected: names, and expressions.
  ///
  /// @throws orrery.orm.error.TypeError for anything else
  static List<Selection> selections(String method, Object... given) {
    List<Selection> all = new ArrayList<>();
    for (Object each : given) {
      all.add(
          switch (each) {
            case String name -> new Name(name);
            case Expression expression -> expression.expr();
            default -> throw new TypeError(method + "() takes names and expressions.");
          });
    }
    return all;
  }
}
