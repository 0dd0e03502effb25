package orrery.ui.models;

import java.util.List;

/// One model, as the list shows it.
///
/// @param table the table or view it stands for
/// @param view whether it stands for a view
/// @param join whether it is a join table and nothing else
/// @param members its fields and relations, those that were searched for where that was
/// @param open whether its members should be seen, because some of them were searched for
/// @param hit the places of the letters of `name` that were searched for
public record ModelRow(
    String name,
    String table,
    boolean view,
    boolean join,
    List<MemberRow> members,
    boolean open,
    List<Integer> hit) {

  /// Makes it from copies of the lists.
  public ModelRow {
    members = List.copyOf(members);
    hit = List.copyOf(hit);
  }
}
