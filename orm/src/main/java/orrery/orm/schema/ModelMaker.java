package orrery.orm.schema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import orrery.orm.meta.Choice;
import orrery.orm.meta.Constraint;
import orrery.orm.meta.Field;
import orrery.orm.meta.ForeignObject;
import orrery.orm.meta.Index;
import orrery.orm.meta.ManyToMany;
import orrery.orm.meta.Model;
import orrery.orm.meta.Models;
import orrery.orm.meta.Reference;
import orrery.orm.schema.Draft.FieldDraft;
import orrery.orm.schema.Draft.Link;
import orrery.orm.schema.Draft.LinkDraft;
import orrery.orm.schema.Draft.ManyDraft;
import orrery.orm.type.FieldType;
import orrery.orm.type.FieldTypes;

/// Makes models of tables. What it makes is a function of the [Schema] alone: the same tables give
/// the same names, in the same order.
///
/// A view is a model that is only read, with its first column as its key; so is a virtual table. A
/// table without a primary key is a model without a key, and only read, since its rows cannot be
/// told apart. The models are in the order of their tables' names, upper and lower case being one.
public final class ModelMaker {

  private final Map<String, Draft> drafts = new LinkedHashMap<>();
  private final List<String> warnings = new ArrayList<>();
  private final ReverseNames reverses;
  private final Models models;

  /// Makes the models of `schema`.
  public ModelMaker(Schema schema) {
    Set<String> taken = new HashSet<>();
    for (Table table : schema.tables()) {
      drafts.put(table.key(), new Draft(table, modelName(table, taken)));
    }
    Links links = new Links(drafts, warnings);
    drafts.values().forEach(links::connect);
    drafts.values().forEach(JoinTables::connect);
    drafts.values().forEach(ModelMaker::nameFields);
    drafts.values().forEach(JoinTables::name);
    this.reverses = new ReverseNames(drafts.values());
    this.models = new Models(drafts.values().stream().map(this::model).toList());
  }

  /// Returns the models.
  public Models models() {
    return models;
  }

  /// Returns which foreign keys could not be made relations, and why.
  public List<String> warnings() {
    return List.copyOf(warnings);
  }

  /// Django tells models apart without regard to case; a later one gets a number.
  private static String modelName(Table table, Set<String> taken) {
    String name = Names.model(table.schema().map(in -> in + " ").orElse("") + table.name());
    String free = name;
    for (int i = 2; !taken.add(Names.lower(free)); i++) {
      free = name + i;
    }
    return free;
  }

  private static void nameFields(Draft draft) {
    Set<String> taken = new HashSet<>();
    for (FieldDraft field : draft.fields.values()) {
      String name = Names.field(field.column.name(), field.link != null);
      String suffix = field.link == null ? "" : "_id";
      field.name = Names.free(name, n -> taken.contains(n) || taken.contains(n + suffix));
      taken.add(field.name);
      taken.add(field.attname());
    }
    for (LinkDraft link : draft.links) {
      link.name = Names.free(Names.snake(link.link.target().model), taken::contains);
      taken.add(link.name);
    }
  }

  private Model model(Draft draft) {
    Model.Builder builder = Model.builder(draft.model, draft.table.name());
    draft.fields.values().forEach(field -> builder.field(field(field)));
    builder.schema(draft.table.schema().orElse(null));
    builder.dbComment(draft.table.comment().orElse(null));
    builder.primaryKey(names(draft, draft.primaryKey()));
    draft.links.forEach(link -> builder.virtual(foreignObject(draft, link)));
    draft.manys.forEach(many -> builder.virtual(manyToMany(draft, many)));
    builder.readOnly(draft.table.kind() != Table.Kind.TABLE || draft.primaryKey().isEmpty());
    builder.labelField(LabelFields.of(draft).orElse(null));
    for (Table.Unique unique : draft.table.uniques()) {
      if (unique.columns().size() > 1 || unique.condition().isPresent()) {
        builder.constraint(
            new Constraint.Unique(
                unique.name(), names(draft, unique.columns()), unique.condition()));
      }
    }
    int number = 0;
    for (Table.Check check : draft.table.checks()) {
      number++;
      String name = draft.table.name() + "_check_" + number;
      builder.constraint(
          new Constraint.Check(check.name().isEmpty() ? name : check.name(), check.sql()));
    }
    draft.table.indexes().forEach(index -> builder.index(index(draft, index)));
    return builder.build();
  }

  private static List<String> names(Draft draft, List<String> columns) {
    return columns.stream().flatMap(c -> draft.field(c).stream()).map(f -> f.name).toList();
  }

  private Field field(FieldDraft draft) {
    Table.Column column = draft.column;
    List<String> alone = List.of(column.name());
    List<String> key = draft.draft.primaryKey();
    boolean inKey = key.contains(column.name());
    boolean nullable = !column.notNull() && !inKey;
    Field.Builder field =
        Field.builder(draft.draft.model, draft.name, type(draft, new HashSet<>()))
            .column(column.name())
            .declaredType(column.declaredType())
            .nullable(nullable)
            .blank(nullable)
            .primaryKey(inKey)
            .unique(!inKey && draft.draft.isUnique(alone))
            .indexed(isIndexed(draft))
            .dbDefault(column.defaultSql().orElse(null))
            .collation(column.collation().orElse(null))
            .dbComment(column.comment().orElse(null))
            .choices(column.choices().stream().map(value -> new Choice(value, value)).toList());
    column.generated().ifPresent(g -> field.generatedBy(g.sql(), g.stored()));
    Link link = draft.link;
    if (link != null) {
      ReverseNames.Name reverse = reverses.of(draft);
      field.references(
          new Reference(
              link.target().model,
              link.targets().getFirst().name,
              link.oneToOne(),
              link.onDelete(),
              reverse.accessor(),
              reverse.query(),
              false,
              false,
              true));
    }
    return field.build();
  }

  /// The type of a foreign key is that of what it points to, and so on; a circle ends at the
  /// column's own.
  private static FieldType type(FieldDraft draft, Set<FieldDraft> seen) {
    Link link = draft.link;
    if (link == null || !seen.add(draft)) {
      return draft.column.type();
    }
    FieldType type = type(link.targets().getFirst(), seen);
    return switch (type.name()) {
      case "AutoField" -> FieldTypes.INTEGER;
      case "BigAutoField" -> FieldTypes.BIG_INTEGER;
      case "SmallAutoField" -> FieldTypes.SMALL_INTEGER;
      default -> type;
    };
  }

  private static boolean isIndexed(FieldDraft field) {
    return field.draft.table.indexes().stream()
        .anyMatch(index ->
            index.parts().size() == 1
                && index.condition().isEmpty()
                && !index.parts().getFirst().expression()
                && index.parts().getFirst().text().equals(field.column.name()));
  }

  private ForeignObject foreignObject(Draft draft, LinkDraft link) {
    ReverseNames.Name reverse = reverses.of(link);
    return new ForeignObject(
        draft.model,
        link.name,
        link.link.target().model,
        link.fields.stream().map(f -> f.name).toList(),
        link.link.targets().stream().map(f -> f.name).toList(),
        link.fields.stream().anyMatch(f -> !f.column.notNull()),
        link.link.oneToOne(),
        link.link.onDelete(),
        reverse.accessor(),
        reverse.query());
  }

  private ManyToMany manyToMany(Draft draft, ManyDraft many) {
    ReverseNames.Name reverse = reverses.of(many);
    return new ManyToMany(
        draft.model,
        many.name,
        many.targetDraft.model,
        many.through.model,
        many.source.name,
        many.target.name,
        reverse.accessor(),
        reverse.query(),
        false,
        false,
        false);
  }

  private static Index index(Draft draft, Table.Index index) {
    List<String> columns = new ArrayList<>();
    for (Table.IndexPart part : index.parts()) {
      Optional<FieldDraft> field = part.expression() ? Optional.empty() : draft.field(part.text());
      String text = field.map(f -> f.name).orElse(part.text());
      columns.add(part.descending() ? "-" + text : text);
    }
    return new Index(index.name(), columns, index.condition());
  }
}
