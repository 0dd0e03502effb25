package orrery.orm.export;

import java.lang.reflect.Modifier;
import java.util.List;
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
import orrery.orm.meta.ReverseForeignKey;
import orrery.orm.meta.ReverseForeignObject;
import orrery.orm.meta.ReverseGeneric;
import orrery.orm.meta.ReverseManyToMany;
import orrery.orm.type.FieldType;
import orrery.orm.type.FieldTypes;

/// One model as the Java that builds it.
final class JavaModel {

  private static final int INDENT = 8;

  private final Model model;
  private final JavaText java;

  JavaModel(Model model, JavaText java) {
    this.model = model;
    this.java = java;
  }

  /// Returns the expression.
  String source() {
    JavaCall call = new JavaCall(java.name(Model.class));
    call.call("builder", text(model.name()), text(model.table()));
    model.schema().ifPresent(name -> call.call("schema", text(name)));
    if (!model.appLabel().equals("app")) {
      call.call("appLabel", text(model.appLabel()));
    }
    model.proxyOf().ifPresent(name -> call.call("proxyOf", text(name)));
    model.localFields().forEach(field -> call.call("field", nested(field(field))));
    model.localVirtual().forEach(member -> call.call("virtual", virtual(member)));
    List<String> noted =
        model.localFields().stream().filter(Field::isPrimaryKey).map(Field::name).toList();
    if (!noted.equals(model.primaryKey())) {
      call.call("primaryKey", texts(model.primaryKey()));
    }
    if (!model.ordering().isEmpty()) {
      call.call("ordering", texts(model.ordering()));
    }
    if (!model.getLatestBy().isEmpty()) {
      call.call("getLatestBy", texts(model.getLatestBy()));
    }
    call.flag("selectOnSave", model.selectOnSave())
        .flag("readOnly", model.isReadOnly())
        .flag("autoCreated", model.isAutoCreated());
    model.labelField().ifPresent(name -> call.call("labelField", text(name)));
    model.dbComment().ifPresent(comment -> call.call("dbComment", text(comment)));
    model.constraints().forEach(constraint -> call.call("constraint", constraint(constraint)));
    model.indexes().forEach(index -> call.call("index", index(index)));
    return call.call("build").broken(WHOLE, INDENT);
  }

  /// Always too long for one line, so that each field has its own.
  private static final int WHOLE = 1000;

  private String nested(JavaCall field) {
    String text = field.broken(INDENT + ".field(".length() + 1, INDENT + 8);
    return text.indexOf('\n') < 0 ? text : "\n" + " ".repeat(INDENT + 4) + text;
  }

  private JavaCall field(Field field) {
    JavaCall call = new JavaCall(java.name(Field.class));
    call.call("builder", text(field.model()), text(field.name()), type(field.type()));
    if (!field.column().equals(field.name())) {
      call.call("column", text(field.column()));
    }
    field.declaredType().ifPresent(words -> call.call("declaredType", text(words)));
    call.flag("primaryKey", field.isPrimaryKey())
        .flag("nullable", field.isNullable())
        .flag("blank", field.isBlank())
        .flag("indexed", field.isIndexed());
    field.fixedDefault().ifPresent(value -> call.call("defaultValue", java.literal(value)));
    field.dbDefault().ifPresent(sql -> call.call("dbDefault", text(sql)));
    field
        .generatedBy()
        .ifPresent(
            sql -> call.call("generatedBy", text(sql), String.valueOf(field.isGeneratedStored())));
    field.collation().ifPresent(name -> call.call("collation", text(name)));
    field.dbComment().ifPresent(comment -> call.call("dbComment", text(comment)));
    if (!field.choices().isEmpty()) {
      call.call("choices", list(field.choices().stream().map(this::choice).toList()));
    }
    field.reference().ifPresent(to -> call.call("references", reference(to)));
    if (field.isUnique() != field.reference().map(Reference::oneToOne).orElse(false)) {
      call.call("unique", String.valueOf(field.isUnique()));
    }
    return call.call("build");
  }

  private String type(FieldType type) {
    String name = java.name(FieldTypes.class) + "." + constant(type);
    if (type.maxLength() >= 0) {
      name += ".withLength(" + type.maxLength() + ")";
    }
    if (type.maxDigits() >= 0) {
      name += ".withDigits(" + type.maxDigits() + ", " + type.decimalPlaces() + ")";
    }
    return type.isOwn() ? name + ".withOwnType(" + JavaText.string(type.ownType()) + ")" : name;
  }

  /// Returns the name of the row of [FieldTypes] that `type` is, sizes aside.
  private static String constant(FieldType type) {
    for (java.lang.reflect.Field row : FieldTypes.class.getFields()) {
      try {
        boolean is =
            Modifier.isStatic(row.getModifiers())
                && row.get(null) instanceof FieldType known
                && known.name().equals(type.name());
        if (is) {
          return row.getName();
        }
      } catch (IllegalAccessException e) {
        throw new AssertionError(e);
      }
    }
    throw new IllegalArgumentException("no row of FieldTypes: " + type);
  }

  private String choice(Choice choice) {
    return "new %s(%s, %s)"
        .formatted(java.name(Choice.class), java.literal(choice.value()), text(choice.label()));
  }

  private String reference(Reference to) {
    return "new %s(%s)"
        .formatted(
            java.name(Reference.class),
            String.join(
                ", ",
                text(to.target()),
                text(to.toField()),
                String.valueOf(to.oneToOne()),
                onDelete(to.onDelete()),
                text(to.accessor()),
                text(to.queryName()),
                String.valueOf(to.hidden()),
                String.valueOf(to.parentLink()),
                String.valueOf(to.constrained())));
  }

  private String onDelete(OnDelete onDelete) {
    return java.name(OnDelete.class) + "." + onDelete.name();
  }

  private String virtual(Member member) {
    String arguments =
        switch (member) {
          case ManyToMany m ->
              String.join(
                  ", ",
                  text(m.model()),
                  text(m.name()),
                  text(m.target()),
                  text(m.through()),
                  text(m.sourceField()),
                  text(m.targetField()),
                  text(m.reverseAccessor()),
                  text(m.reverseName()),
                  String.valueOf(m.hidden()),
                  String.valueOf(m.symmetrical()),
                  String.valueOf(m.autoCreated()));
          case ForeignObject f ->
              String.join(
                  ", ",
                  text(f.model()),
                  text(f.name()),
                  text(f.target()),
                  texts(f.fields()),
                  texts(f.toFields()),
                  String.valueOf(f.nullable()),
                  String.valueOf(f.oneToOne()),
                  onDelete(f.onDelete()),
                  text(f.reverseAccessor()),
                  text(f.reverseName()));
          case GenericForeignKey g ->
              String.join(
                  ", ", text(g.model()), text(g.name()), text(g.typeField()), text(g.keyField()));
          case GenericRelation g ->
              String.join(
                  ", ",
                  text(g.model()),
                  text(g.name()),
                  text(g.target()),
                  text(g.typeField()),
                  text(g.keyField()),
                  optional(g.reverseName()));
          case Field _,
              ReverseForeignKey _,
              ReverseForeignObject _,
              ReverseGeneric _,
              ReverseManyToMany _ ->
              throw new AssertionError(member);
        };
    return "new " + java.name(member.getClass()) + "(" + arguments + ")";
  }

  private String constraint(Constraint constraint) {
    String outer = java.name(Constraint.class);
    return switch (constraint) {
      case Constraint.Unique u ->
          "new %s.Unique(%s, %s, %s)"
              .formatted(outer, text(u.name()), texts(u.fields()), optional(u.condition()));
      case Constraint.Check c ->
          "new %s.Check(%s, %s)".formatted(outer, text(c.name()), text(c.sql()));
    };
  }

  private String index(Index index) {
    return "new %s(%s, %s, %s)"
        .formatted(
            java.name(Index.class),
            text(index.name()),
            texts(index.columns()),
            optional(index.condition()));
  }

  private String optional(java.util.Optional<String> text) {
    String optional = java.name(java.util.Optional.class);
    return text.map(t -> optional + ".of(" + text(t) + ")").orElse(optional + ".empty()");
  }

  private String texts(List<String> texts) {
    return list(texts.stream().map(JavaModel::text).toList());
  }

  private String list(List<String> items) {
    return java.name(List.class) + ".of(" + String.join(", ", items) + ")";
  }

  private static String text(String text) {
    return JavaText.string(text);
  }
}
