package orrery.orm.schema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import orrery.orm.dialect.Dialect;
import orrery.orm.dialect.Sql;
import orrery.orm.meta.Constraint;
import orrery.orm.meta.Field;
import orrery.orm.meta.Index;
import orrery.orm.meta.Model;
import orrery.orm.meta.Models;
import orrery.orm.meta.OnDelete;
import orrery.orm.meta.Reference;

/// Writes the statements that make the tables of models: what Django's `migrate` sends for new
/// models. Immutable.
///
/// Foreign keys are checked when a transaction ends, as Django has it, so that rows which refer to
/// each other can be saved in any order.
public final class CreateTables {

  private static final String DEFERRED = " DEFERRABLE INITIALLY DEFERRED";

  private final Models models;
  private final Dialect dialect;
  private final Set<String> made = new HashSet<>();
  private final List<String> tables = new ArrayList<>();
  private final List<String> after = new ArrayList<>();

  private CreateTables(Models models, Dialect dialect) {
    this.models = models;
    this.dialect = dialect;
    for (Model model : models.all()) {
      if (!model.isReadOnly() && model.proxyOf().isEmpty()) {
        made.add(model.name());
        table(model);
      }
    }
  }

  /// Returns the statements for all tables of `models`, in the order in which they are to be sent.
  /// Models that are only read, and proxies, have none.
  public static List<Sql> of(Models models, Dialect dialect) {
    CreateTables all = new CreateTables(models, dialect);
    List<String> texts = new ArrayList<>(all.tables);
    texts.addAll(all.after);
    return texts.stream().map(Sql::of).toList();
  }

  private void table(Model model) {
    List<String> parts = new ArrayList<>();
    boolean alone = model.primaryKey().size() == 1;
    for (Field field : model.localFields()) {
      parts.add(column(model, field, alone));
    }
    if (!alone && !model.primaryKey().isEmpty()) {
      parts.add("PRIMARY KEY (" + columns(model, model.primaryKey()) + ")");
    }
    for (Constraint constraint : model.constraints()) {
      switch (constraint) {
        case Constraint.Check check ->
            parts.add("CONSTRAINT " + quote(check.name()) + " CHECK (" + check.sql() + ")");
        case Constraint.Unique unique when unique.condition().isEmpty() ->
            parts.add(
                "CONSTRAINT "
                    + quote(unique.name())
                    + " UNIQUE ("
                    + columns(model, unique.fields())
                    + ")");
        case Constraint.Unique unique ->
            after.add(
                index("UNIQUE ", unique.name(), model, columns(model, unique.fields()))
                    + where(unique.condition()));
      }
    }
    tables.add(
        "CREATE TABLE " + table(model.table(), model) + " (" + String.join(", ", parts) + ")");
    for (Field field : model.localFields()) {
      if (isIndexed(model, field)) {
        after.add(index("", name(model, field), model, quote(field.column())));
      }
    }
    for (Index index : model.indexes()) {
      after.add(index("", index.name(), model, parts(model, index)) + where(index.condition()));
    }
  }

  private String column(Model model, Field field, boolean alone) {
    StringBuilder text = new StringBuilder(quote(field.column())).append(' ');
    boolean key = field.isPrimaryKey() && alone;
    boolean numbered = key && field.type().isAuto();
    text.append(numbered ? dialect.numberedKey(field.type()) : type(field));
    field.collation().ifPresent(name -> text.append(" COLLATE ").append(quote(name)));
    field.dbDefault().ifPresent(sql -> text.append(" DEFAULT ").append(inBrackets(sql)));
    field
        .generatedBy()
        .ifPresent(sql ->
            text.append(" GENERATED ALWAYS AS (")
                .append(sql)
                .append(field.isGeneratedStored() ? ") STORED" : ") VIRTUAL"));
    if (!numbered) {
      text.append(field.isNullable() ? " NULL" : " NOT NULL");
    }
    if (key && !numbered) {
      text.append(" PRIMARY KEY");
    } else if (field.isUnique() && !key) {
      text.append(" UNIQUE");
    }
    dialect
        .columnCheck(field.column(), field.type())
        .ifPresent(check -> text.append(" CHECK (").append(check).append(')'));
    field.reference().filter(Reference::constrained).ifPresent(to -> refer(model, field, to, text));
    return text.toString().replace("  ", " ");
  }

  private String type(Field field) {
    return field.declaredType().filter(d -> !d.isEmpty()).isPresent()
            && dialect.name().equals("sqlite")
        ? field.declaredType().get()
        : dialect.columnType(field.type());
  }

  private void refer(Model model, Field field, Reference to, StringBuilder column) {
    Model target = models.concrete(models.get(to.target()));
    Field wanted =
        models.members(target).fields().stream()
            .filter(f -> f.name().equals(to.toField()))
            .findFirst()
            .orElseThrow();
    // A child's inherited field is a column of its parent's table.
    Model owner = models.get(wanted.model());
    String reference =
        "REFERENCES "
            + table(owner.table(), owner)
            + " ("
            + quote(wanted.column())
            + ")"
            + onDelete(to.onDelete())
            + DEFERRED;
    if (dialect.features().referencesAhead() || made.contains(owner.name())) {
      column.append(' ').append(reference);
    } else {
      after.add(
          "ALTER TABLE "
              + table(model.table(), model)
              + " ADD CONSTRAINT "
              + quote(name(model, field) + "_fk")
              + " FOREIGN KEY ("
              + quote(field.column())
              + ") "
              + reference);
    }
  }

  private static String onDelete(OnDelete onDelete) {
    return switch (onDelete) {
      case DB_CASCADE -> " ON DELETE CASCADE";
      case DB_SET_NULL -> " ON DELETE SET NULL";
      case DB_SET_DEFAULT -> " ON DELETE SET DEFAULT";
      case CASCADE, PROTECT, RESTRICT, SET_NULL, SET_DEFAULT, DO_NOTHING -> "";
    };
  }

  /// A foreign key has an index, as in Django, unless it is unique and so has one anyway.
  private static boolean isIndexed(Model model, Field field) {
    boolean wanted = field.isIndexed() || field.isRelation();
    boolean has = field.isUnique() || (field.isPrimaryKey() && model.primaryKey().size() == 1);
    boolean declared =
        model.indexes().stream()
            .anyMatch(index ->
                index.condition().isEmpty() && index.columns().equals(List.of(field.name())));
    return wanted && !has && !declared;
  }

  private String index(String unique, String name, Model model, String columns) {
    return "CREATE "
        + unique
        + "INDEX "
        + quote(name)
        + " ON "
        + table(model.table(), model)
        + " ("
        + columns
        + ")";
  }

  private static String where(Optional<String> condition) {
    return condition.map(sql -> " WHERE " + sql).orElse("");
  }

  private String parts(Model model, Index index) {
    List<String> parts = new ArrayList<>();
    for (String part : index.columns()) {
      boolean descending = part.startsWith("-");
      String name = descending ? part.substring(1) : part;
      String text =
          model.localFields().stream()
              .filter(f -> f.name().equals(name))
              .findFirst()
              .map(f -> quote(f.column()))
              .orElseGet(() -> inBrackets(name));
      parts.add(descending ? text + " DESC" : text);
    }
    return String.join(", ", parts);
  }

  private String columns(Model model, List<String> names) {
    List<String> columns = new ArrayList<>();
    for (String name : names) {
      model.localFields().stream()
          .filter(f -> f.name().equals(name))
          .forEach(f -> columns.add(quote(f.column())));
    }
    return String.join(", ", columns);
  }

  private static String name(Model model, Field field) {
    return model.table() + "_" + field.column();
  }

  private String table(String name, Model model) {
    return model.schema().map(schema -> quote(schema) + ".").orElse("") + quote(name);
  }

  private static String inBrackets(String sql) {
    return sql.startsWith("(") ? sql : "(" + sql + ")";
  }

  private String quote(String name) {
    return dialect.quote(name);
  }
}
