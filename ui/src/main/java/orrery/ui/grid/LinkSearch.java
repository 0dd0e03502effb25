package orrery.ui.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import orrery.orm.OpenDatabase;
import orrery.orm.Result;
import orrery.orm.error.ValidationError;
import orrery.orm.load.Instance;
import orrery.orm.meta.Field;
import orrery.orm.meta.Model;
import orrery.orm.meta.Models;
import orrery.orm.meta.Reference;
import orrery.orm.query.Chain;
import orrery.orm.query.Condition;
import orrery.orm.query.Expr;
import orrery.orm.query.Name;
import orrery.orm.query.Query;
import orrery.orm.query.Step;
import orrery.orm.staged.Typed;
import orrery.orm.type.Kind;

/// Looks for the objects that a foreign key may point to: by the words they are known by, or by
/// their key. Blocks, so it belongs off the window's thread.
final class LinkSearch {
  /// The most objects that are found at a time.
  static final int MOST = 50;

  private static final int FIELDS = 3;

  private final OpenDatabase database;
  private final Field field;

  LinkSearch(OpenDatabase database, Field field) {
    this.database = database;
    this.field = field;
  }

  /// Returns objects that match `text`; without a text the first ones.
  List<Pick> find(String text) {
    Models models = database.models();
    Reference to = field.reference().orElseThrow();
    Model target = models.get(to.target());
    Field key =
        models.members(target).fields().stream()
            .filter(f -> f.name().equals(to.toField()))
            .findFirst()
            .orElseThrow();
    List<Pick> picks = new ArrayList<>();
    if (database.runner().run(new Chain(query(models, target, key, text.strip())))
        instanceof Result.Objects found) {
      for (Instance object : found.rows()) {
        Object value = object.value(key);
        picks.add(new Pick(value, object.label(), Cells.text(value)));
      }
    }
    return picks;
  }

  private static Query query(Models models, Model target, Field key, String text) {
    List<Step> steps = new ArrayList<>();
    List<Field> words = words(models, target);
    if (!text.isEmpty()) {
      List<Condition> any = new ArrayList<>();
      for (Field word : words) {
        any.add(new Condition.Lookup(word.attname() + "__icontains", new Expr.Literal(text)));
      }
      value(key, text)
          .ifPresent(
              value -> any.add(new Condition.Lookup(key.attname(), new Expr.Literal(value))));
      if (any.isEmpty()) {
        return new Query(target.name(), List.of(new Step.None()));
      }
      steps.add(new Step.Filter(List.of(any.size() == 1 ? any.getFirst() : new Condition.Or(any))));
    }
    Field first = words.isEmpty() ? key : words.getFirst();
    steps.add(new Step.OrderBy(List.of(new Name(first.attname()))));
    steps.add(new Step.Slice(0, OptionalInt.of(MOST)));
    return new Query(target.name(), steps);
  }

  /// Returns the fields that people know an object by: what its label is made of, or else its first
  /// texts.
  private static List<Field> words(Models models, Model target) {
    List<Field> fields = models.members(target).fields();
    Optional<Field> label =
        target
            .labelField()
            .flatMap(name -> fields.stream().filter(f -> f.name().equals(name)).findFirst());
    return label.isPresent()
        ? List.of(label.get())
        : fields.stream()
            .filter(f -> f.type().kind() == Kind.TEXT && !f.isRelation())
            .limit(FIELDS)
            .toList();
  }

  private static Optional<Object> value(Field key, String text) {
    if (key.type().kind() == Kind.TEXT) {
      return Optional.of(text);
    }
    try {
      return Optional.ofNullable(Typed.read(key, text));
    } catch (ValidationError noKey) {
      return Optional.empty();
    }
  }
}
