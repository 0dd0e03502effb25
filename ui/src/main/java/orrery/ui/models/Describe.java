package orrery.ui.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
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
import orrery.orm.type.FieldType;

/// Says of models and their members what people want to read.
final class Describe {
  private Describe() {}

  /// Returns all models, in the order of their names, with all their members.
  static List<ModelRow> all(Models models) {
    return models.all().stream()
        .map(model -> model(models, model))
        .sorted((a, b) -> String.CASE_INSENSITIVE_ORDER.compare(a.name(), b.name()))
        .toList();
  }

  private static ModelRow model(Models models, Model model) {
    List<MemberRow> rows = new ArrayList<>();
    for (Member member : models.members(model).all()) {
      rows.add(member(model, member));
    }
    return new ModelRow(
        model.name(),
        model.table(),
        model.isReadOnly(),
        model.isAutoCreated(),
        rows,
        false,
        List.of());
  }

  private static MemberRow member(Model model, Member member) {
    return switch (member) {
      case Field f -> field(f);
      case ForeignObject f ->
          relation(
              model,
              f,
              f.oneToOne() ? MemberKind.ONE_TO_ONE : MemberKind.FOREIGN_KEY,
              f.target(),
              f.nullable(),
              "ForeignObject to " + f.target() + " by " + String.join(", ", f.fields()));
      case GenericForeignKey g ->
          relation(
              model,
              g,
              MemberKind.FOREIGN_KEY,
              "",
              true,
              "GenericForeignKey by " + g.typeField() + " and " + g.keyField());
      case GenericRelation g ->
          relation(
              model, g, MemberKind.REVERSE, g.target(), false, "GenericRelation to " + g.target());
      case ManyToMany m ->
          relation(
              model,
              m,
              MemberKind.MANY_TO_MANY,
              m.target(),
              false,
              "ManyToManyField to " + m.target() + " through " + m.through());
      case ReverseForeignKey r ->
          relation(
              model,
              r,
              r.reference().oneToOne() ? MemberKind.ONE_TO_ONE : MemberKind.REVERSE,
              r.source(),
              r.reference().oneToOne(),
              (r.reference().oneToOne() ? "The " : "All ")
                  + r.source()
                  + " whose "
                  + r.field().name()
                  + " is this");
      case ReverseForeignObject r ->
          relation(
              model,
              r,
              r.isToMany() ? MemberKind.REVERSE : MemberKind.ONE_TO_ONE,
              r.forward().model(),
              !r.isToMany(),
              "All " + r.forward().model() + " whose " + r.forward().name() + " is this");
      case ReverseGeneric r ->
          relation(
              model,
              r,
              MemberKind.REVERSE,
              r.forward().model(),
              false,
              "The " + r.forward().model() + " that it belongs to");
      case ReverseManyToMany r ->
          relation(
              model,
              r,
              MemberKind.MANY_TO_MANY,
              r.forward().model(),
              false,
              "All " + r.forward().model() + " with this among " + r.forward().name());
    };
  }

  private static MemberRow field(Field f) {
    List<String> details = new ArrayList<>();
    f.reference()
        .ifPresentOrElse(
            to -> details.add(f.className() + " to " + to.target() + "." + to.toField()),
            () -> details.add(f.className()));
    String declared = f.declaredType().map(d -> ", " + d).orElse("");
    details.add("Column " + f.column() + declared);
    List<String> traits = new ArrayList<>();
    if (f.isPrimaryKey()) {
      traits.add("primary key");
    }
    traits.add(f.isNullable() ? "may be null" : "never null");
    if (f.isUnique() && !f.isPrimaryKey()) {
      traits.add("unique");
    } else if (f.isIndexed()) {
      traits.add("indexed");
    }
    details.add(capital(String.join(", ", traits)));
    f.reference().ifPresent(_ -> details.add("Raw value " + f.attname()));
    f.dbDefault().ifPresent(sql -> details.add("Default " + sql));
    f.generatedBy().ifPresent(sql -> details.add("Computed as " + sql));
    if (!f.choices().isEmpty()) {
      details.add(
          "One of "
              + f.choices().stream()
                  .map(choice -> String.valueOf(choice.value()))
                  .collect(Collectors.joining(", ")));
    }
    f.dbComment().ifPresent(details::add);
    String target = f.reference().map(Reference::target).orElse("");
    String type = target.isEmpty() ? words(f.type()) : target;
    return new MemberRow(
        f.model(), f.name(), f.name(), kind(f), type, target, f.isNullable(), details, List.of());
  }

  private static MemberRow relation(
      Model model,
      Member member,
      MemberKind kind,
      String target,
      boolean nullable,
      String sentence) {
    List<String> details = new ArrayList<>();
    details.add(sentence);
    if (!member.name().equals(member.accessor())) {
      details.add("In lookups " + member.name());
    }
    return new MemberRow(
        model.name(),
        member.accessor(),
        member.name(),
        kind,
        target.isEmpty() ? "any model" : target,
        target,
        nullable,
        details,
        List.of());
  }

  private static MemberKind kind(Field f) {
    if (f.reference().isPresent()) {
      return f.reference().get().oneToOne() ? MemberKind.ONE_TO_ONE : MemberKind.FOREIGN_KEY;
    }
    if (f.isPrimaryKey()) {
      return MemberKind.KEY;
    }
    return switch (f.type().kind()) {
      case BOOLEAN -> MemberKind.BOOLEAN;
      case INTEGER, FLOAT, DECIMAL -> MemberKind.NUMBER;
      case TEXT -> MemberKind.TEXT;
      case DATE, DATETIME -> MemberKind.DATE;
      case TIME, DURATION -> MemberKind.TIME;
      case BINARY -> MemberKind.BINARY;
      case UUID, JSON, ARRAY, ANY -> MemberKind.OTHER;
    };
  }

  private static String words(FieldType type) {
    String name = type.name();
    String base = name.endsWith("Field") ? name.substring(0, name.length() - 5) : name;
    String words = base.isEmpty() ? "any" : base.toLowerCase(Locale.ROOT);
    if (type.maxDigits() > 0) {
      return words + "(" + type.maxDigits() + ", " + Math.max(0, type.decimalPlaces()) + ")";
    }
    return type.maxLength() > 0 ? words + "(" + type.maxLength() + ")" : words;
  }

  private static String capital(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
