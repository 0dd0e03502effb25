package orrery.orm.schema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import orrery.orm.meta.OnDelete;

/// A model in the making: the table, and what is decided about it so far. Not thread-safe.
final class Draft {

  final Table table;
  final String model;

  /// The fields by the names of their columns, in their order.
  final Map<String, FieldDraft> fields = new LinkedHashMap<>();

  /// The foreign keys over several columns, and those whose column is one of another.
  final List<LinkDraft> links = new ArrayList<>();

  final List<ManyDraft> manys = new ArrayList<>();

  Draft(Table table, String model) {
    this.table = table;
    this.model = model;
    for (Table.Column column : table.columns()) {
      fields.put(column.name(), new FieldDraft(this, column));
    }
  }

  /// A field in the making.
  static final class FieldDraft {
    final Draft draft;
    final Table.Column column;
    String name = "";

    /// Where it points, of a foreign key.
    @Nullable Link link;

    FieldDraft(Draft draft, Table.Column column) {
      this.draft = draft;
      this.column = column;
    }

    String attname() {
      return link == null ? name : name + "_id";
    }
  }

  /// Where a foreign key points.
  ///
  /// @param targets the fields that it holds the values of
  /// @param oneToOne whether no two rows point to the same target
  record Link(Draft target, List<FieldDraft> targets, OnDelete onDelete, boolean oneToOne) {}

  /// A relation over several fields in the making.
  static final class LinkDraft {
    final List<FieldDraft> fields;
    final Link link;
    String name = "";

    LinkDraft(List<FieldDraft> fields, Link link) {
      this.fields = fields;
      this.link = link;
    }
  }

  /// A many-to-many relation in the making.
  static final class ManyDraft {
    final Draft through;
    final FieldDraft source;
    final FieldDraft target;
    final Draft targetDraft;
    String name = "";

    ManyDraft(Draft through, FieldDraft source, FieldDraft target, Draft targetDraft) {
      this.through = through;
      this.source = source;
      this.target = target;
      this.targetDraft = targetDraft;
    }
  }

  Optional<FieldDraft> field(String column) {
    return Optional.ofNullable(fields.get(column));
  }

  /// Returns the columns of the key; of what has no key by nature, the first column.
  List<String> primaryKey() {
    boolean view = table.kind() != Table.Kind.TABLE;
    return view ? List.of(table.columns().getFirst().name()) : table.primaryKey();
  }

  /// Says whether it is certain that no two rows have the same values of just these columns.
  boolean isUnique(List<String> columns) {
    Set<String> wanted = Set.copyOf(columns);
    return Set.copyOf(table.primaryKey()).equals(wanted)
        || table.uniques().stream()
            .anyMatch(u -> u.condition().isEmpty() && Set.copyOf(u.columns()).equals(wanted));
  }

  /// Returns all names that are given so far, raw values included.
  Set<String> names() {
    Set<String> names = new HashSet<>();
    for (FieldDraft field : fields.values()) {
      names.add(field.name);
      names.add(field.attname());
    }
    links.forEach(link -> names.add(link.name));
    manys.forEach(many -> names.add(many.name));
    return names;
  }
}
