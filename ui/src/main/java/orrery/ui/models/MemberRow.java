package orrery.ui.models;

import java.util.List;

/// One field or relation of a model, as the list shows it.
///
/// @param model the name of the model that has it
/// @param name the name it is shown under: that of an attribute, such as `album_set`
/// @param lookup the name that stands for it in lookups, such as `album`
/// @param type what it holds, in few words: `text(160)`, `→ Artist`
/// @param target the model it leads to; empty where it leads nowhere
/// @param nullable whether it may be null
/// @param details all about it, a line each
/// @param hit the places of the letters of `name` that were searched for
public record MemberRow(
    String model,
    String name,
    String lookup,
    MemberKind kind,
    String type,
    String target,
    boolean nullable,
    List<String> details,
    List<Integer> hit) {

  /// Makes it from copies of the lists.
  public MemberRow {
    details = List.copyOf(details);
    hit = List.copyOf(hit);
  }

  /// Returns it with other letters searched for.
  MemberRow withHit(List<Integer> places) {
    return new MemberRow(model, name, lookup, kind, type, target, nullable, details, places);
  }
}
