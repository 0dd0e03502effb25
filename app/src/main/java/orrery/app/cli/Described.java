package orrery.app.cli;

import java.util.ArrayList;
import java.util.List;
import orrery.orm.meta.Field;
import orrery.orm.meta.ForeignObject;
import orrery.orm.meta.GenericForeignKey;
import orrery.orm.meta.GenericRelation;
import orrery.orm.meta.ManyToMany;
import orrery.orm.meta.Member;
import orrery.orm.meta.Reference;
import orrery.orm.meta.ReverseForeignKey;
import orrery.orm.meta.ReverseForeignObject;
import orrery.orm.meta.ReverseGeneric;
import orrery.orm.meta.ReverseManyToMany;
import orrery.orm.type.FieldType;

/// A field or a relation in words.
///
/// @param name its name on an object
/// @param kind Django's class, or which way a relation goes
/// @param leadsTo the model that a relation leads to; empty for a plain field
/// @param notes what else is to be known
record Described(String name, String kind, String leadsTo, String notes) {

  /// Returns `member` in words.
  static Described of(Member member) {
    return switch (member) {
      case Field f ->
          new Described(
              f.name(), kind(f), f.reference().map(Reference::target).orElse(""), notes(f));
      case ForeignObject f ->
          new Described(
              f.name(), "ForeignObject", f.target(), "columns " + String.join(", ", f.fields()));
      case ManyToMany m ->
          new Described(m.name(), "ManyToManyField", m.target(), "through " + m.through());
      case GenericForeignKey g ->
          new Described(g.name(), "GenericForeignKey", "", g.typeField() + ", " + g.keyField());
      case GenericRelation g -> new Described(g.name(), "GenericRelation", g.target(), "");
      case ReverseForeignKey r ->
          new Described(
              r.accessor(),
              r.isToMany() ? "reverse of ForeignKey" : "reverse of OneToOneField",
              r.source(),
              lookup(r));
      case ReverseForeignObject r ->
          new Described(r.accessor(), "reverse of ForeignObject", r.forward().model(), lookup(r));
      case ReverseManyToMany r ->
          new Described(r.accessor(), "reverse of ManyToManyField", r.forward().model(), lookup(r));
      case ReverseGeneric r ->
          new Described(
              r.name(), "reverse of GenericRelation", r.forward().model(), "lookups only");
    };
  }

  private static String lookup(Member member) {
    return member.name().equals(member.accessor()) ? "" : "in lookups: " + member.name();
  }

  private static String kind(Field field) {
    FieldType type = field.type();
    String name = field.className();
    if (field.isRelation()) {
      return name;
    }
    return type.maxLength() >= 0
        ? name + "(" + type.maxLength() + ")"
        : type.maxDigits() >= 0
            ? name + "(" + type.maxDigits() + ", " + type.decimalPlaces() + ")"
            : name;
  }

  private static String notes(Field field) {
    List<String> notes = new ArrayList<>();
    if (field.isPrimaryKey()) {
      notes.add("primary key");
    }
    if (field.isNullable()) {
      notes.add("null");
    }
    if (field.isUnique() && !field.isPrimaryKey()) {
      notes.add("unique");
    }
    field.generatedBy().ifPresent(g -> notes.add("generated"));
    field.dbDefault().ifPresent(d -> notes.add("default " + d));
    if (!field.column().equals(field.attname())) {
      notes.add("column " + field.column());
    }
    if (!field.choices().isEmpty()) {
      notes.add(
          "one of "
              + String.join(
                  ", ", field.choices().stream().map(c -> String.valueOf(c.value())).toList()));
    }
    field.dbComment().ifPresent(comment -> notes.add("“" + comment + "”"));
    return String.join(", ", notes);
  }
}
