package orrery.orm.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import orrery.orm.db.Database;
import orrery.orm.db.Reason;
import orrery.orm.db.Settings;
import orrery.orm.dialect.Sql;
import orrery.orm.meta.Field;
import orrery.orm.meta.ForeignObject;
import orrery.orm.meta.ManyToMany;
import orrery.orm.meta.Member;
import orrery.orm.meta.Model;
import orrery.orm.meta.Models;

/// Makes databases for tests, and writes models as lines that can be compared.
final class Inspecting {

  private Inspecting() {}

  /// Returns what is found in a database that `statements` made.
  static Inspected inspect(String... statements) {
    try (Database database = Database.open(Settings.of(":memory:"))) {
      for (String statement : statements) {
        database.update(Sql.of(statement), Reason.USER);
      }
      return Inspected.of(database);
    }
  }

  /// Returns the model of the only, or first, table that `statements` made.
  static Model model(String... statements) {
    return inspect(statements).models().all().iterator().next();
  }

  /// Returns everything that `model` has under a name, a line each.
  static List<String> describe(Models models, String model) {
    List<String> lines = new ArrayList<>();
    for (Member member : models.members(models.get(model)).all()) {
      lines.add(describe(member));
    }
    return lines;
  }

  private static String describe(Member member) {
    if (member instanceof Field f) {
      return describe(f);
    }
    String kind = member.getClass().getSimpleName();
    String forward =
        switch (member) {
          case ManyToMany m ->
              " to %s through %s(%s, %s)"
                  .formatted(m.target(), m.through(), m.sourceField(), m.targetField());
          case ForeignObject o ->
              " to %s%s by %s".formatted(o.target(), o.toFields(), o.fields())
                  + (o.nullable() ? " null" : "")
                  + (o.oneToOne() ? " unique" : "");
          default -> " as " + member.accessor() + (member.isToMany() ? "" : " (one)");
        };
    return kind + " " + member.name() + forward;
  }

  private static String describe(Field field) {
    StringBuilder line = new StringBuilder(field.className()).append(' ').append(field.name());
    if (field.type().maxLength() >= 0) {
      line.append('(').append(field.type().maxLength()).append(')');
    }
    if (field.type().maxDigits() >= 0) {
      line.append("(%d, %d)".formatted(field.type().maxDigits(), field.type().decimalPlaces()));
    }
    field
        .reference()
        .ifPresent(
            to -> line.append(" to %s.%s %s".formatted(to.target(), to.toField(), to.onDelete())));
    line.append(field.isPrimaryKey() ? " key" : "")
        .append(field.isNullable() ? " null" : "")
        .append(field.isUnique() ? " unique" : "")
        .append(field.isIndexed() ? " indexed" : "");
    append(line, "default", field.dbDefault());
    append(line, field.isGeneratedStored() ? "stored" : "virtual", field.generatedBy());
    append(line, "collate", field.collation());
    return line.toString();
  }

  private static void append(StringBuilder line, String word, Optional<String> value) {
    value.ifPresent(v -> line.append(' ').append(word).append(' ').append(v));
  }
}
