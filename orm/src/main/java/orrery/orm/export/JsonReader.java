package orrery.orm.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import orrery.orm.error.Nearest;
import orrery.orm.error.ValueError;
import orrery.orm.meta.Choice;
import orrery.orm.meta.Constraint;
import orrery.orm.meta.Field;
import orrery.orm.meta.ForeignObject;
import orrery.orm.meta.GenericForeignKey;
import orrery.orm.meta.GenericRelation;
import orrery.orm.meta.Index;
import orrery.orm.meta.ManyToMany;
import orrery.orm.meta.Member;
import orrery.orm.meta.Model;
import orrery.orm.meta.OnDelete;
import orrery.orm.meta.Reference;
import orrery.orm.type.FieldType;
import orrery.orm.type.FieldTypes;

/// One model read back from what [JsonWriter] wrote.
final class JsonReader {

  private final String name;
  private final JsonObject json;

  private JsonReader(JsonObject json) {
    this.json = json;
    this.name = json.text("name");
  }

  /// Returns the model that `value` describes.
  ///
  /// @throws ValueError where it describes none
  static Model model(@Nullable Object value) {
    return new JsonReader(new JsonObject("a model", value)).model();
  }

  private Model model() {
    Model.Builder model =
        Model.builder(name, json.text("table"))
            .schema(json.find("schema").orElse(null))
            .dbComment(json.find("dbComment").orElse(null))
            .appLabel(json.find("appLabel").orElse("app"))
            .labelField(json.find("label").orElse(null))
            .readOnly(json.isTrue("readOnly"))
            .autoCreated(json.isTrue("autoCreated"))
            .selectOnSave(json.isTrue("selectOnSave"))
            .ordering(json.texts("ordering"))
            .getLatestBy(json.texts("getLatestBy"));
    json.find("proxyOf").ifPresent(model::proxyOf);
    json.objects("fields", "a field").forEach(each -> model.field(field(each)));
    json.objects("relations", "a relation").forEach(each -> model.virtual(relation(each)));
    json.objects("constraints", "a constraint").forEach(each -> model.constraint(constraint(each)));
    json.objects("indexes", "an index").forEach(each -> model.index(index(each)));
    model.primaryKey(json.texts("primaryKey"));
    json.done();
    return model.build();
  }

  private Field field(JsonObject json) {
    FieldType type = type(json);
    Field.Builder field =
        Field.builder(name, json.text("name"), type)
            .declaredType(json.find("declaredType").orElse(null))
            .dbDefault(json.find("dbDefault").orElse(null))
            .collation(json.find("collation").orElse(null))
            .dbComment(json.find("dbComment").orElse(null))
            .primaryKey(json.isTrue("primaryKey"))
            .nullable(json.isTrue("null"))
            .blank(json.isTrue("blank"))
            .indexed(json.isTrue("index"));
    json.find("column").ifPresent(field::column);
    Object given = json.get("default");
    if (given != null) {
      field.defaultValue(JsonValues.read(given, type.kind()));
    }
    boolean stored = json.isTrue("stored");
    json.find("generatedBy").ifPresent(sql -> field.generatedBy(sql, stored));
    field.choices(choices(json, type));
    Object to = json.get("references");
    if (to != null) {
      field.references(reference(new JsonObject("a reference", to)));
    }
    field.unique(json.isTrue("unique"));
    json.done();
    return field.build();
  }

  private static FieldType type(JsonObject json) {
    String type = json.text("type");
    FieldType found =
        type.equals(FieldTypes.ANY.name())
            ? FieldTypes.ANY
            : FieldTypes.find(type).orElseThrow(() -> noType(type));
    return new FieldType(
        found.name(),
        found.kind(),
        json.size("maxLength"),
        json.size("maxDigits"),
        json.size("decimalPlaces"),
        json.find("ownType").orElse(""));
  }

  private static ValueError noType(String type) {
    ValueError error = new ValueError("There is no type '" + type + "'.");
    error.meaning(Nearest.of(type, FieldTypes.all().stream().map(FieldType::name).toList()));
    return error;
  }

  private static List<Choice> choices(JsonObject json, FieldType type) {
    List<Choice> choices = new ArrayList<>();
    for (Object choice : json.list("choices")) {
      if (!(choice instanceof List<?> pair)
          || pair.size() != 2
          || pair.getFirst() == null
          || !(pair.getLast() instanceof String label)) {
        throw new ValueError("A choice is a list of a value and its label.");
      }
      choices.add(new Choice(JsonValues.read(pair.getFirst(), type.kind()), label));
    }
    return choices;
  }

  private static Reference reference(JsonObject json) {
    Reference reference =
        new Reference(
            json.text("model"),
            json.text("field"),
            json.isTrue("oneToOne"),
            onDelete(json),
            json.text("accessor"),
            json.text("queryName"),
            json.isTrue("hidden"),
            json.isTrue("parentLink"),
            !json.isTrue("unconstrained"));
    json.done();
    return reference;
  }

  private static OnDelete onDelete(JsonObject json) {
    String text = json.text("onDelete");
    return Arrays.stream(OnDelete.values())
        .filter(each -> each.name().equals(text))
        .findFirst()
        .orElseThrow(() -> new ValueError("There is no on_delete '" + text + "'."));
  }

  private Member relation(JsonObject json) {
    String kind = json.text("kind");
    String own = json.text("name");
    Member member =
        switch (kind) {
          case "ManyToManyField" ->
              new ManyToMany(
                  name,
                  own,
                  json.text("model"),
                  json.text("through"),
                  json.text("sourceField"),
                  json.text("targetField"),
                  json.text("accessor"),
                  json.text("queryName"),
                  json.isTrue("hidden"),
                  json.isTrue("symmetrical"),
                  json.isTrue("autoCreated"));
          case "ForeignObject" ->
              new ForeignObject(
                  name,
                  own,
                  json.text("model"),
                  json.texts("fields"),
                  json.texts("toFields"),
                  json.isTrue("null"),
                  json.isTrue("oneToOne"),
                  onDelete(json),
                  json.text("accessor"),
                  json.text("queryName"));
          case "GenericForeignKey" ->
              new GenericForeignKey(name, own, json.text("typeField"), json.text("keyField"));
          case "GenericRelation" ->
              new GenericRelation(
                  name,
                  own,
                  json.text("model"),
                  json.text("typeField"),
                  json.text("keyField"),
                  json.find("queryName"));
          default -> throw new ValueError("There is no relation of the kind '" + kind + "'.");
        };
    json.done();
    return member;
  }

  private static Constraint constraint(JsonObject json) {
    String name = json.text("name");
    Constraint constraint =
        json.find("check")
            .<Constraint>map(sql -> new Constraint.Check(name, sql))
            .orElseGet(() -> new Constraint.Unique(name, json.texts("unique"), json.find("where")));
    json.done();
    return constraint;
  }

  private static Index index(JsonObject json) {
    Index index = new Index(json.text("name"), json.texts("columns"), json.find("where"));
    json.done();
    return index;
  }
}
