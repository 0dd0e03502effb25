package orrery.orm.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import orrery.orm.schema.Draft.FieldDraft;
import orrery.orm.schema.Draft.Link;
import orrery.orm.schema.Draft.LinkDraft;

/// Finds where foreign keys point. One that leads nowhere, or to what is not unique, leaves its
/// columns as they are, with a warning.
final class Links {

  private final Map<String, Draft> drafts;
  private final List<String> warnings;

  /// Makes it.
  ///
  /// @param drafts the drafts by their tables' names
  Links(Map<String, Draft> drafts, List<String> warnings) {
    this.drafts = drafts;
    this.warnings = warnings;
  }

  void connect(Draft draft) {
    for (Table.ForeignKey key : draft.table.foreignKeys()) {
      connect(draft, key);
    }
  }

  private void connect(Draft draft, Table.ForeignKey key) {
    Draft target = drafts.get(key.table());
    if (target == null) {
      warn(draft, key, "there is no such table");
      return;
    }
    List<String> targetColumns =
        key.targetColumns().isEmpty() ? target.primaryKey() : key.targetColumns();
    List<FieldDraft> from = fields(draft, key.columns());
    List<FieldDraft> to = fields(target, targetColumns);
    boolean whole = from.size() == key.columns().size() && to.size() == targetColumns.size();
    if (!whole || from.size() != to.size()) {
      String why =
          key.targetColumns().isEmpty()
              ? "its primary key has other columns"
              : "it has no such column";
      warn(draft, key, why);
      return;
    }
    if (!target.isUnique(targetColumns) && !targetColumns.equals(target.primaryKey())) {
      warn(draft, key, "what it points to is not unique");
      return;
    }
    Link link = new Link(target, to, key.onDelete(), draft.isUnique(key.columns()));
    FieldDraft first = from.getFirst();
    if (from.size() == 1 && first.link == null) {
      first.link = link;
    } else {
      draft.links.add(new LinkDraft(from, link));
    }
  }

  private static List<FieldDraft> fields(Draft draft, List<String> columns) {
    List<FieldDraft> fields = new ArrayList<>();
    columns.forEach(column -> draft.field(column).ifPresent(fields::add));
    return fields;
  }

  private void warn(Draft draft, Table.ForeignKey key, String why) {
    String to = key.targetColumns().isEmpty() ? "" : list(key.targetColumns());
    warnings.add(
        "The foreign key %s%s to %s%s is not taken for a relation: %s."
            .formatted(draft.table.name(), list(key.columns()), key.table(), to, why));
  }

  private static String list(List<String> columns) {
    return " (" + String.join(", ", columns) + ")";
  }
}
