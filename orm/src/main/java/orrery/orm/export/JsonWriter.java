package orrery.orm.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import orrery.orm.meta.Reference;
import orrery.orm.meta.ReverseForeignKey;
import orrery.orm.meta.ReverseForeignObject;
import orrery.orm.meta.ReverseGeneric;
import orrery.orm.meta.ReverseManyToMany;
import orrery.orm.type.FieldType;

/// Models as maps and lists of JSON; what is as usual is left out. [JsonReader] is the way back.
final class JsonWriter {

  private final Map<String, Object> entries = new LinkedHashMap<>();

  private JsonWriter() {}

  private JsonWriter put(String name, Object value) {
    entries.put(name, value);
    return this;
  }

  private JsonWriter flag(String name, boolean value) {
    return value ? put(name, true) : this;
  }

  private JsonWriter list(String name, List<?> list) {
    return list.isEmpty() ? this : put(name, list);
  }

  private JsonWriter size(String name, int size) {
    return size < 0 ? this : put(name, size);
  }

  static Map<String, Object> model(Model model) {
    JsonWriter json = new JsonWriter().put("name", model.name()).put("table", model.table());
    model.schema().ifPresent(schema -> json.put("schema", schema));
    model.dbComment().ifPresent(comment -> json.put("dbComment", comment));
    if (!model.appLabel().equals("app")) {
      json.put("appLabel", model.appLabel());
    }
    model.proxyOf().ifPresent(name -> json.put("proxyOf", name));
    model.labelField().ifPresent(name -> json.put("label", name));
    return json.flag("readOnly", model.isReadOnly())
        .flag("autoCreated", model.isAutoCreated())
        .flag("selectOnSave", model.selectOnSave())
        .list("primaryKey", model.primaryKey())
        .list("ordering", model.ordering())
        .list("getLatestBy", model.getLatestBy())
        .list("fields", model.localFields().stream().map(JsonWriter::field).toList())
        .list("relations", model.localVirtual().stream().map(JsonWriter::relation).toList())
        .list("constraints", model.constraints().stream().map(JsonWriter::constraint).toList())
        .list("indexes", model.indexes().stream().map(JsonWriter::index).toList())
        .entries;
  }

  private static Map<String, Object> field(Field field) {
    FieldType type = field.type();
    JsonWriter json = new JsonWriter().put("name", field.name()).put("type", type.name());
    json.size("maxLength", type.maxLength())
        .size("maxDigits", type.maxDigits())
        .size("decimalPlaces", type.decimalPlaces());
    if (type.isOwn()) {
      json.put("ownType", type.ownType());
    }
    if (!field.column().equals(field.name())) {
      json.put("column", field.column());
    }
    field.declaredType().ifPresent(words -> json.put("declaredType", words));
    json.flag("primaryKey", field.isPrimaryKey())
        .flag("unique", field.isUnique())
        .flag("null", field.isNullable())
        .flag("blank", field.isBlank())
        .flag("index", field.isIndexed());
    field.fixedDefault().ifPresent(value -> json.put("default", JsonValues.written(value)));
    field.dbDefault().ifPresent(sql -> json.put("dbDefault", sql));
    field.generatedBy().ifPresent(sql -> json.put("generatedBy", sql));
    json.flag("stored", field.isGeneratedStored());
    field.collation().ifPresent(name -> json.put("collation", name));
    field.dbComment().ifPresent(comment -> json.put("dbComment", comment));
    json.list("choices", field.choices().stream().map(JsonWriter::choice).toList());
    field.reference().ifPresent(to -> json.put("references", reference(to)));
    return json.entries;
  }

  private static List<Object> choice(Choice choice) {
    return List.of(JsonValues.written(choice.value()), choice.label());
  }

  private static Map<String, Object> reference(Reference to) {
    return new JsonWriter()
        .put("model", to.target())
        .put("field", to.toField())
        .flag("oneToOne", to.oneToOne())
        .put("onDelete", to.onDelete().name())
        .put("accessor", to.accessor())
        .put("queryName", to.queryName())
        .flag("hidden", to.hidden())
        .flag("parentLink", to.parentLink())
        .flag("unconstrained", !to.constrained())
        .entries;
  }

  private static Map<String, Object> relation(Member member) {
    JsonWriter json = new JsonWriter().put("name", member.name());
    switch (member) {
      case ManyToMany m ->
          json.put("kind", "ManyToManyField")
              .put("model", m.target())
              .put("through", m.through())
              .put("sourceField", m.sourceField())
              .put("targetField", m.targetField())
              .put("accessor", m.reverseAccessor())
              .put("queryName", m.reverseName())
              .flag("hidden", m.hidden())
              .flag("symmetrical", m.symmetrical())
              .flag("autoCreated", m.autoCreated());
      case ForeignObject f ->
          json.put("kind", "ForeignObject")
              .put("model", f.target())
              .put("fields", f.fields())
              .put("toFields", f.toFields())
              .flag("null", f.nullable())
              .flag("oneToOne", f.oneToOne())
              .put("onDelete", f.onDelete().name())
              .put("accessor", f.reverseAccessor())
              .put("queryName", f.reverseName());
      case GenericForeignKey g ->
          json.put("kind", "GenericForeignKey")
              .put("typeField", g.typeField())
              .put("keyField", g.keyField());
      case GenericRelation g -> {
        json.put("kind", "GenericRelation")
            .put("model", g.target())
            .put("typeField", g.typeField())
            .put("keyField", g.keyField());
        g.reverseName().ifPresent(name -> json.put("queryName", name));
      }
      case Field _,
          ReverseForeignKey _,
          ReverseForeignObject _,
          ReverseGeneric _,
          ReverseManyToMany _ ->
          throw new AssertionError(member);
    }
    return json.entries;
  }

  private static Map<String, Object> constraint(Constraint constraint) {
    JsonWriter json = new JsonWriter().put("name", constraint.name());
    switch (constraint) {
      case Constraint.Unique u -> {
        json.put("unique", u.fields());
        u.condition().ifPresent(sql -> json.put("where", sql));
      }
      case Constraint.Check c -> json.put("check", c.sql());
    }
    return json.entries;
  }

  private static Map<String, Object> index(Index index) {
    JsonWriter json =
        new JsonWriter().put("name", index.name()).put("columns", new ArrayList<>(index.columns()));
    index.condition().ifPresent(sql -> json.put("where", sql));
    return json.entries;
  }
}
