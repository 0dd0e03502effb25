package orrery.orm.schema;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import orrery.orm.schema.Draft.FieldDraft;
import orrery.orm.schema.Draft.Link;
import orrery.orm.schema.Draft.ManyDraft;

/// Finds the join tables: exactly two foreign keys, both NOT NULL and together unique. Each gives a
/// many-to-many field to the model that its first foreign key points to.
final class JoinTables {

  private JoinTables() {}

  static void connect(Draft draft) {
    List<FieldDraft> keys = draft.fields.values().stream().filter(f -> f.link != null).toList();
    if (draft.table.kind() != Table.Kind.TABLE
        || draft.table.foreignKeys().size() != 2
        || keys.size() != 2) {
      return;
    }
    FieldDraft first = keys.getFirst();
    FieldDraft second = keys.getLast();
    Link from = first.link;
    Link to = second.link;
    List<String> columns = List.of(first.column.name(), second.column.name());
    if (from != null
        && to != null
        && first.column.notNull()
        && second.column.notNull()
        && draft.isUnique(columns)) {
      from.target().manys.add(new ManyDraft(draft, first, second, to.target()));
    }
  }

  /// Names the many-to-many fields of `draft` after the plural of the other model; where that is
  /// taken, or there are several, with the join table's name before it.
  static void name(Draft draft) {
    Set<String> seen = draft.names();
    Set<String> twice = new HashSet<>();
    for (ManyDraft many : draft.manys) {
      if (!seen.add(plural(many))) {
        twice.add(plural(many));
      }
    }
    for (ManyDraft many : draft.manys) {
      String plural = plural(many);
      String name =
          twice.contains(plural) ? Names.snake(many.through.model) + "_" + plural : plural;
      many.name = Names.free(name, draft.names()::contains);
    }
  }

  private static String plural(ManyDraft many) {
    return Names.plural(many.targetDraft.model);
  }
}
