package orrery.orm.export;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import orrery.orm.meta.Constraint;
import orrery.orm.meta.Field;
import orrery.orm.meta.ForeignObject;
import orrery.orm.meta.GenericForeignKey;
import orrery.orm.meta.GenericRelation;
import orrery.orm.meta.Index;
import orrery.orm.meta.ManyToMany;
import orrery.orm.meta.Member;
import orrery.orm.meta.Model;
import orrery.orm.meta.Models;
import orrery.orm.meta.ReverseForeignKey;
import orrery.orm.meta.ReverseForeignObject;
import orrery.orm.meta.ReverseGeneric;
import orrery.orm.meta.ReverseManyToMany;

/// One model as a class of Django's Python.
final class DjangoModel {

  private final Models models;
  private final Model model;
  private final PythonImports imports;
  private final String module;
  private final DjangoKeys key;
  private final DjangoField fields;
  private final List<String> lines = new ArrayList<>();

  DjangoModel(Models models, Model model, PythonImports imports) {
    this.models = models;
    this.model = model;
    this.imports = imports;
    this.module = imports.module("django.db", "models");
    this.key = DjangoKeys.of(models, model);
    this.fields = new DjangoField(models, key, imports, module);
  }

  /// Returns the class.
  String source() {
    lines.add("class " + model.name() + "(" + bases() + "):");
    model.dbComment().ifPresent(comment -> line(PythonCall.string(comment)));
    if (model.proxyOf().isEmpty()) {
      body();
    }
    managers();
    options();
    label();
    return String.join("\n", lines) + "\n";
  }

  private String bases() {
    List<String> bases =
        model.proxyOf().isPresent()
            ? List.of(model.proxyOf().get())
            : models.parents(model).keySet().stream().map(Model::name).toList();
    return bases.isEmpty() ? module + ".Model" : String.join(", ", bases);
  }

  private void body() {
    boolean inherits = !model.parentLinks().isEmpty();
    if (key.madeUp() && !inherits) {
      line("# The table has no primary key, and Django needs one.");
    }
    for (Field field : model.localFields()) {
      fields.remark(field).ifPresent(this::line);
      line(fields.call(field).after(field.name() + " = ", 4));
    }
    if (!key.composite().isEmpty()) {
      PythonCall composite = new PythonCall(module + ".CompositePrimaryKey");
      key.composite().forEach(field -> composite.add(PythonCall.string(field.attname())));
      line("if hasattr(" + module + ", \"CompositePrimaryKey\"):  # Django 5.2 and later");
      lines.add("        " + composite.after("pk = ", 8));
    }
    for (Member member : model.localVirtual()) {
      virtual(member).ifPresent(call -> line(call.after(member.name() + " = ", 4)));
    }
  }

  private Optional<PythonCall> virtual(Member member) {
    return switch (member) {
      case ManyToMany m -> Optional.of(manyToMany(m));
      case ForeignObject f -> Optional.of(foreignObject(f));
      case GenericForeignKey g ->
          Optional.of(
              new PythonCall(contentTypes() + ".GenericForeignKey")
                  .add(PythonCall.string(g.typeField()))
                  .add(PythonCall.string(g.keyField())));
      case GenericRelation g -> {
        PythonCall call =
            new PythonCall(contentTypes() + ".GenericRelation")
                .add(PythonCall.string(g.target()))
                .text("content_type_field", g.typeField())
                .text("object_id_field", g.keyField());
        g.reverseName().ifPresent(name -> call.text("related_query_name", name));
        yield Optional.of(call);
      }
      case Field _,
          ReverseForeignKey _,
          ReverseForeignObject _,
          ReverseGeneric _,
          ReverseManyToMany _ ->
          Optional.empty();
    };
  }

  private String contentTypes() {
    return imports.module("django.contrib.contenttypes", "fields");
  }

  private PythonCall manyToMany(ManyToMany many) {
    PythonCall call =
        new PythonCall(module + ".ManyToManyField").add(PythonCall.string(many.target()));
    if (DjangoSource.isMadeByDjango(models, many)) {
      call.text("db_table", DjangoField.table(models.get(many.through())));
    } else {
      call.text("through", many.through());
      call.option(
          "through_fields",
          "("
              + PythonCall.string(many.sourceField())
              + ", "
              + PythonCall.string(many.targetField())
              + ")");
    }
    if (many.target().equals(many.model()) && !many.symmetrical()) {
      call.option("symmetrical", "False");
    }
    if (many.hidden()) {
      return call.text("related_name", "+");
    }
    return many.symmetrical()
        ? call
        : DjangoField.reverse(call, many, many.reverseAccessor(), many.reverseName());
  }

  private PythonCall foreignObject(ForeignObject link) {
    PythonCall call =
        new PythonCall(module + ".ForeignObject")
            .add(PythonCall.string(link.target()))
            .add(fields.onDelete(link.onDelete()))
            .option("from_fields", PythonCall.list(link.fields()))
            .option("to_fields", PythonCall.list(link.toFields()))
            .flag("null", link.nullable());
    return DjangoField.reverse(call, link, link.reverseAccessor(), link.reverseName());
  }

  /// A field called `objects` takes the place of Django's manager, which then wants another name.
  private void managers() {
    Set<String> names = new HashSet<>();
    models.members(model).all().forEach(member -> names.add(member.name()));
    if (names.contains("objects")) {
      String free = "manager";
      while (!names.add(free)) {
        free += "s";
      }
      line("# A field takes the name of Django's manager: use " + model.name() + "." + free + ".");
      line(free + " = " + module + ".Manager()");
    }
  }

  private void options() {
    if (lines.size() > 1) {
      lines.add("");
    }
    line("class Meta:");
    if (model.proxyOf().isPresent()) {
      option("proxy = True");
    } else {
      option("managed = False");
      option("db_table = " + PythonCall.string(DjangoField.table(model)));
    }
    if (!model.ordering().isEmpty()) {
      option("ordering = " + PythonCall.list(model.ordering()));
    }
    if (!model.getLatestBy().isEmpty()) {
      option("get_latest_by = " + PythonCall.list(model.getLatestBy()));
    }
    constraints();
    indexes();
  }

  private void constraints() {
    List<PythonCall> calls = new ArrayList<>();
    for (Constraint constraint : model.constraints()) {
      switch (constraint) {
        case Constraint.Unique u when u.condition().isEmpty() ->
            calls.add(
                new PythonCall(module + ".UniqueConstraint")
                    .option("fields", PythonCall.list(u.fields()))
                    .text("name", DjangoNames.constraint(u.name(), model, u.fields())));
        case Constraint.Unique u ->
            option(
                PythonCall.comment(
                    "In the database: unique %s where %s"
                        .formatted(String.join(", ", u.fields()), u.condition().orElse(""))));
        case Constraint.Check c ->
            option(PythonCall.comment("In the database: check (" + c.sql() + ")"));
      }
    }
    all("constraints", calls);
  }

  private void indexes() {
    List<PythonCall> calls = new ArrayList<>();
    for (Index index : model.indexes()) {
      boolean single = index.columns().size() == 1 && !index.columns().getFirst().startsWith("-");
      boolean whole = index.condition().isEmpty() && index.columns().stream().allMatch(this::has);
      if (whole && !single && DjangoNames.isIndexName(index.name())) {
        calls.add(
            new PythonCall(module + ".Index")
                .option("fields", PythonCall.list(index.columns()))
                .text("name", index.name()));
      } else if (!whole || !single) {
        String where = index.condition().map(sql -> " where " + sql).orElse("");
        String columns = String.join(", ", index.columns());
        option(PythonCall.comment("In the database: index on " + columns + where));
      }
    }
    all("indexes", calls);
  }

  private boolean has(String column) {
    String name = column.startsWith("-") ? column.substring(1) : column;
    return model.localFields().stream().anyMatch(field -> field.name().equals(name));
  }

  private void all(String name, List<PythonCall> calls) {
    if (!calls.isEmpty()) {
      option(name + " = [");
      calls.forEach(call -> lines.add("            " + call.after("", 12) + ","));
      option("]");
    }
  }

  private void label() {
    if (model.labelField().isPresent() && model.proxyOf().isEmpty()) {
      lines.add("");
      line("def __str__(self):");
      lines.add("        return str(self." + model.labelField().get() + ")");
    }
  }

  private void line(String text) {
    lines.add("    " + text);
  }

  private void option(String text) {
    lines.add("        " + text);
  }
}
