package orrery.orm.define;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import orrery.orm.error.FieldError;
import orrery.orm.error.ImproperlyConfigured;
import orrery.orm.error.Nearest;
import orrery.orm.meta.Constraint;
import orrery.orm.meta.Field;
import orrery.orm.meta.GenericForeignKey;
import orrery.orm.meta.GenericRelation;
import orrery.orm.meta.Model;
import orrery.orm.meta.OnDelete;
import orrery.orm.meta.Reference;
import orrery.orm.type.FieldType;
import orrery.orm.type.FieldTypes;

/// Fills in what definitions leave to Django's rules: primary keys, tables and columns, parent
/// links, join tables, the names of reverse relations, content types.
final class Completion {

  private static final String CONTENT_TYPE = "ContentType";

  private final String appLabel;
  private final Map<String, ModelDefinition> definitions = new LinkedHashMap<>();
  private final List<Model> models = new ArrayList<>();

  Completion(String appLabel, Map<String, ModelDefinition> given) {
    this.appLabel = appLabel;
    if (!given.containsKey(CONTENT_TYPE)
        && given.values().stream().anyMatch(Completion::isGeneric)) {
      definitions.put(CONTENT_TYPE, contentType());
    }
    definitions.putAll(given);
    definitions.values().forEach(this::inherit);
    definitions.values().forEach(definition -> models.add(model(definition)));
  }

  /// Returns the models, join tables after the model that needs them.
  List<Model> models() {
    return models;
  }

  private static boolean isGeneric(ModelDefinition definition) {
    return definition.members.values().stream()
        .anyMatch(m ->
            m instanceof GenericForeignKeyDefinition || m instanceof GenericRelationDefinition);
  }

  private static ModelDefinition contentType() {
    return ModelDefinition.model(CONTENT_TYPE)
        .table("django_content_type")
        .field("app_label", Fields.charField(100))
        .field("model", Fields.charField(100))
        .uniqueTogether("app_label", "model");
  }

  ModelDefinition definition(String who, String name) {
    ModelDefinition found = definitions.get(name);
    if (found == null) {
      ImproperlyConfigured error =
          new ImproperlyConfigured(
              who + " relates to the model '" + name + "', which does not exist.");
      error.meaning(Nearest.of(name, definitions.keySet()));
      throw error;
    }
    return found;
  }

  private void inherit(ModelDefinition of) {
    if (of.parent != null && of.proxyOf == null) {
      ModelDefinition parent = concrete(definition(of.name, of.parent));
      if (of.parentLink().isEmpty()) {
        Map<String, MemberDefinition> own = new LinkedHashMap<>(of.members);
        of.members.clear();
        of.field(lower(parent.name) + "_ptr", Fields.oneToOneField(parent.name).parentLink());
        own.forEach(of::field);
      }
      of.ordering = of.ordering == null ? parent.ordering : of.ordering;
      of.getLatestBy = of.getLatestBy == null ? parent.getLatestBy : of.getLatestBy;
      of.labelField = of.labelField == null ? parent.labelField : of.labelField;
    }
    if (of.proxyOf != null) {
      ModelDefinition base = definition(of.name, of.proxyOf);
      of.ordering = of.ordering == null ? base.ordering : of.ordering;
      of.getLatestBy = of.getLatestBy == null ? base.getLatestBy : of.getLatestBy;
      of.labelField = of.labelField == null ? base.labelField : of.labelField;
    }
  }

  private Model model(ModelDefinition of) {
    Model.Builder model = Model.builder(of.name, table(of)).appLabel(app(of));
    if (of.proxyOf != null) {
      if (!of.members.isEmpty()) {
        throw new ImproperlyConfigured("Proxy model '" + of.name + "' contains model fields.");
      }
      model.proxyOf(of.proxyOf);
    } else if (!hasKey(of)) {
      model.field(
          Field.builder(of.name, "id", FieldTypes.BIG_AUTO).primaryKey(true).blank(true).build());
    }
    of.members.forEach((name, member) -> add(model, of, name, member));
    if (of.ordering != null) {
      model.ordering(of.ordering);
    }
    if (of.getLatestBy != null) {
      model.getLatestBy(of.getLatestBy);
    }
    model.selectOnSave(of.selectOnSave).labelField(of.labelField);
    for (List<String> names : of.together) {
      model.constraint(
          new Constraint.Unique(
              table(of) + "_" + String.join("_", names) + "_uniq", names, Optional.empty()));
    }
    of.constraints.forEach(model::constraint);
    of.indexes.forEach(model::index);
    return model.build();
  }

  private void add(Model.Builder model, ModelDefinition of, String name, MemberDefinition member) {
    switch (member) {
      case FieldDefinition f ->
          model.field(f.tell(Field.builder(of.name, name, f.type()), name).build());
      case ForeignKeyDefinition f -> model.field(foreignKey(of, name, f));
      case ManyToManyDefinition m -> {
        JoinTable join = new JoinTable(this, of, name, m);
        model.virtual(join.relation());
        join.model().ifPresent(models::add);
      }
      case GenericForeignKeyDefinition g ->
          model.virtual(new GenericForeignKey(of.name, name, g.typeField(), g.keyField()));
      case GenericRelationDefinition g -> {
        definition(of.name + "." + name, g.target());
        model.virtual(
            new GenericRelation(
                of.name, name, g.target(), g.typeField(), g.keyField(), g.relatedQueryName()));
      }
    }
  }

  private Field foreignKey(ModelDefinition of, String name, ForeignKeyDefinition key) {
    ModelDefinition target =
        key.target().equals("self") ? of : definition(of.name + "." + name, key.target());
    String toField = key.toField().orElseGet(() -> keyOf(target));
    if (key.onDelete() == OnDelete.SET_NULL && !key.isNullable()) {
      throw new ImproperlyConfigured(
          of.name
              + "."
              + name
              + " specifies on_delete=SET_NULL, but cannot be null. Call nullable(), or change the"
              + " on_delete rule.");
    }
    ReverseName reverse =
        ReverseName.of(of.name, key.isOneToOne(), key.relatedName(), key.relatedQueryName());
    return key.tell(
            Field.builder(of.name, name, typeOf(target, toField, new HashSet<>()))
                .references(
                    new Reference(
                        target.name,
                        toField,
                        key.isOneToOne(),
                        key.onDelete(),
                        reverse.accessor(),
                        reverse.query(),
                        reverse.hidden(),
                        key.isParentLink(),
                        key.isConstrained())),
            name + "_id")
        .unique(key.isOneToOne() || key.isUnique())
        .build();
  }

  /// Returns the type of a key that refers to `name`, through foreign keys to what they refer to.
  FieldType typeOf(ModelDefinition model, String name, Set<String> seen) {
    ModelDefinition at = concrete(model);
    MemberDefinition member = at.members.get(name);
    if (member == null && at.parent != null) {
      return typeOf(definition(at.name, at.parent), name, seen);
    }
    if (member == null && name.equals("id") && !hasKey(at)) {
      return FieldTypes.BIG_INTEGER;
    }
    return switch (member) {
      case FieldDefinition f -> unnumbered(f.type());
      case ForeignKeyDefinition f when seen.add(at.name + "." + name) -> {
        ModelDefinition target = f.target().equals("self") ? at : definition(at.name, f.target());
        yield typeOf(target, f.toField().orElseGet(() -> keyOf(target)), seen);
      }
      case null, default -> {
        FieldError error = new FieldError(at.name + " has no field named '" + name + "'");
        error.meaning(Nearest.of(name, at.members.keySet()));
        throw error;
      }
    };
  }

  private static FieldType unnumbered(FieldType type) {
    return switch (type.name()) {
      case "AutoField" -> FieldTypes.INTEGER;
      case "BigAutoField" -> FieldTypes.BIG_INTEGER;
      case "SmallAutoField" -> FieldTypes.SMALL_INTEGER;
      default -> type;
    };
  }

  /// Returns the name of the primary key's field.
  String keyOf(ModelDefinition model) {
    ModelDefinition at = concrete(model);
    for (Map.Entry<String, MemberDefinition> member : at.members.entrySet()) {
      if (member.getValue() instanceof ColumnDefinition<?> column && column.isPrimaryKey()) {
        return member.getKey();
      }
    }
    return "id";
  }

  private static boolean hasKey(ModelDefinition of) {
    return of.members.values().stream()
        .anyMatch(m -> m instanceof ColumnDefinition<?> column && column.isPrimaryKey());
  }

  private ModelDefinition concrete(ModelDefinition model) {
    ModelDefinition at = model;
    while (at.proxyOf != null) {
      at = definition(at.name, at.proxyOf);
    }
    return at;
  }

  String table(ModelDefinition of) {
    ModelDefinition at = concrete(of);
    return Objects.requireNonNullElseGet(at.table, () -> appLabel + "_" + lower(at.name));
  }

  String app(ModelDefinition of) {
    return of.name.equals(CONTENT_TYPE) ? "contenttypes" : appLabel;
  }

  static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
