package orrery.orm.export;

import java.util.Locale;
import java.util.Optional;
import orrery.orm.meta.Choice;
import orrery.orm.meta.Field;
import orrery.orm.meta.Member;
import orrery.orm.meta.Model;
import orrery.orm.meta.Models;
import orrery.orm.meta.OnDelete;
import orrery.orm.meta.Reference;
import orrery.orm.type.FieldType;
import orrery.orm.type.FieldTypes;
import orrery.orm.type.Kind;

/// One field of a model as Django's Python writes it.
final class DjangoField {

  /// The class of a foreign key that Django must take for the primary key.
  static final String KEY_LINK = "KeyLink";

  private static final int SHORT_TEXT = 255;

  private final Models models;
  private final DjangoKeys key;
  private final PythonImports imports;
  private final String module;

  /// Makes it for the fields of one model.
  ///
  /// @param module the name by which `django.db.models` is used
  DjangoField(Models models, DjangoKeys key, PythonImports imports, String module) {
    this.models = models;
    this.key = key;
    this.imports = imports;
    this.module = module;
  }

  /// Returns the source of `field`, without the name before it.
  PythonCall call(Field field) {
    Optional<Reference> to = field.reference();
    PythonCall call = to.isPresent() ? relation(field, to.get()) : plain(field);
    if (!field.column().equals(to.isPresent() ? field.attname() : field.name())) {
      call.text("db_column", DjangoNames.quotable(field.column()));
    }
    if (key.is(field)) {
      call.option(
          "primary_key",
          key.composite().isEmpty()
              ? "True"
              : "not hasattr(" + module + ", \"CompositePrimaryKey\")");
    } else {
      call.flag("unique", field.isUnique() && !isOneToOne(field));
      call.flag("null", field.isNullable()).flag("blank", field.isNullable() || field.isBlank());
      call.flag("db_index", field.isIndexed() && !field.isUnique() && to.isEmpty());
    }
    if (!field.choices().isEmpty()) {
      call.option("choices", choices(field));
    }
    if (to.isEmpty() && !field.type().isAuto()) {
      DjangoDefaults.of(field, imports).ifPresent(value -> call.option("default", value));
    }
    field.dbComment().ifPresent(comment -> call.text("help_text", comment));
    return field.generatedBy().isPresent() ? call.option("editable", "False") : call;
  }

  /// Returns what is to be known of `field` and cannot be said in every Django's Python.
  Optional<String> remark(Field field) {
    if (field.generatedBy().isPresent()) {
      return field
          .generatedBy()
          .map(sql -> PythonCall.comment("Computed by the database: " + sql + "."));
    }
    boolean said = field.type().isAuto() || DjangoDefaults.of(field, imports).isPresent();
    return said
        ? Optional.empty()
        : field.dbDefault().map(sql -> PythonCall.comment("Default in the database: " + sql + "."));
  }

  private static boolean isOneToOne(Field field) {
    return field.reference().map(Reference::oneToOne).orElse(false);
  }

  private String choices(Field field) {
    StringBuilder text = new StringBuilder("[");
    for (Choice choice : field.choices()) {
      text.append(text.length() > 1 ? ", " : "")
          .append('(')
          .append(DjangoDefaults.literal(choice.value(), imports))
          .append(", ")
          .append(PythonCall.string(choice.label()))
          .append(')');
    }
    return text.append(']').toString();
  }

  private PythonCall plain(Field field) {
    FieldType type = field.type();
    if (type.kind() == Kind.ARRAY) {
      String postgres = imports.module("django.contrib.postgres", "fields");
      return new PythonCall(postgres + ".ArrayField").add(module + "." + element(field));
    }
    String name = FieldTypes.find(type.name()).isPresent() ? type.name() : "TextField";
    PythonCall call = new PythonCall(module + "." + name);
    if (type.kind() == Kind.DECIMAL) {
      boolean said = type.maxDigits() > 0;
      call.option("max_digits", String.valueOf(said ? type.maxDigits() : 10));
      call.option("decimal_places", String.valueOf(said ? Math.max(0, type.decimalPlaces()) : 5));
    } else if (type.maxLength() >= 0) {
      call.option("max_length", String.valueOf(type.maxLength()));
    } else if (name.equals("CharField")) {
      call.option("max_length", String.valueOf(SHORT_TEXT));
    }
    boolean text = name.equals("CharField") || name.equals("TextField");
    if (text && field.collation().isPresent()) {
      call.text("db_collation", field.collation().get());
    }
    return call;
  }

  /// Returns the field of the elements of an array, by what the array was declared as.
  private static String element(Field field) {
    String declared = field.declaredType().orElse("").toLowerCase(Locale.ROOT);
    return switch (declared.replaceAll("[(\\[].*", "").strip()) {
      case "integer", "int", "int4" -> "IntegerField()";
      case "bigint", "int8" -> "BigIntegerField()";
      case "smallint", "int2" -> "SmallIntegerField()";
      case "boolean", "bool" -> "BooleanField()";
      case "real", "double precision", "float4", "float8" -> "FloatField()";
      case "numeric", "decimal" -> "DecimalField(max_digits=10, decimal_places=5)";
      case "date" -> "DateField()";
      case "timestamp without time zone", "timestamp with time zone", "timestamp" ->
          "DateTimeField()";
      case "uuid" -> "UUIDField()";
      default -> "TextField()";
    };
  }

  private PythonCall relation(Field field, Reference to) {
    String name =
        key.isSharedLink(field) ? imports.own(KEY_LINK) : module + "." + field.className();
    PythonCall call =
        new PythonCall(name).add(PythonCall.string(to.target())).add(onDelete(to.onDelete()));
    DjangoKeys target = DjangoKeys.of(models, models.get(to.target()));
    boolean byKey =
        target.composite().isEmpty()
            && !target.madeUp()
            && target.field().filter(f -> f.name().equals(to.toField())).isPresent();
    if (!byKey) {
      call.text("to_field", to.toField());
    }
    if (to.parentLink()) {
      call.option("parent_link", "True");
    }
    if (!to.constrained()) {
      call.option("db_constraint", "False");
    }
    if (to.hidden()) {
      return call.text("related_name", "+");
    }
    return reverse(call, field, to.accessor(), to.queryName());
  }

  /// Adds the names of the reverse relation, where they are not those that Django gives it.
  static PythonCall reverse(PythonCall call, Member member, String accessor, String query) {
    String lower = member.model().toLowerCase(Locale.ROOT);
    boolean one = member instanceof Field field && isOneToOne(field);
    boolean byDefault = accessor.equals(one ? lower : lower + "_set") && query.equals(lower);
    if (byDefault) {
      return call;
    }
    call.text("related_name", accessor);
    return accessor.equals(query) ? call : call.text("related_query_name", query);
  }

  /// Returns the handler by its Python name. What the database itself does, Django leaves to it.
  String onDelete(OnDelete onDelete) {
    return module
        + "."
        + switch (onDelete) {
          case CASCADE -> "CASCADE";
          case PROTECT -> "PROTECT";
          case RESTRICT -> "RESTRICT";
          case SET_NULL -> "SET_NULL";
          case SET_DEFAULT -> "SET_DEFAULT";
          case DO_NOTHING, DB_CASCADE, DB_SET_NULL, DB_SET_DEFAULT -> "DO_NOTHING";
        };
  }

  /// Returns the table of `model` as `db_table` takes it.
  static String table(Model model) {
    String table = DjangoNames.quotable(model.table());
    return model.schema().map(s -> DjangoNames.quotable(s) + "\".\"" + table).orElse(table);
  }
}
