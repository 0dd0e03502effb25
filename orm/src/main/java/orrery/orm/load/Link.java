package orrery.orm.load;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orrery.orm.meta.Member;

/// A relation as the objects of one layout have it: where its value is kept, and which values it
/// goes by. Immutable.
final class Link {

  private final Member member;
  private final int place;
  private final Optional<String> target;
  private final int[] local;
  private final List<String> remote;
  private final Optional<String> reverse;
  private final boolean nullable;

  /// Makes a link.
  ///
  /// @param place where in an object's cache its value is kept
  /// @param target the model it leads to; empty where that differs from object to object
  /// @param local the slots of the values it goes by
  /// @param remote of a relation without a join table: the target's fields that have the same
  ///   values
  /// @param reverse the name by which the target keeps the object it was found from, if it does
  /// @param nullable whether having nothing is an answer; else it is an error
  Link(
      Member member,
      int place,
      Optional<String> target,
      int[] local,
      List<String> remote,
      Optional<String> reverse,
      boolean nullable) {
    this.member = member;
    this.place = place;
    this.target = target;
    this.local = local;
    this.remote = List.copyOf(remote);
    this.reverse = reverse;
    this.nullable = nullable;
  }

  Member member() {
    return member;
  }

  String name() {
    return member.accessor();
  }

  int place() {
    return place;
  }

  Optional<String> target() {
    return target;
  }

  List<String> remote() {
    return remote;
  }

  Optional<String> reverse() {
    return reverse;
  }

  boolean isNullable() {
    return nullable;
  }

  boolean isToMany() {
    return member.isToMany();
  }

  boolean goesBy(int slot) {
    return Arrays.stream(local).anyMatch(s -> s == slot);
  }

  int slot(int index) {
    return local[index];
  }

  /// Returns the value that `of` is related by, or a list of them where there are several; null
  /// where one is null.
  @Nullable Object key(Instance of) {
    if (local.length == 1) {
      return of.value(local[0]);
    }
    List<Object> parts = new ArrayList<>(local.length);
    for (int slot : local) {
      Object part = of.value(slot);
      if (part == null) {
        return null;
      }
      parts.add(part);
    }
    return parts;
  }
}
