package orrery.ui.builder;

import java.util.ArrayList;
import java.util.List;
import orrery.orm.edit.OrderKey;
import orrery.orm.query.Expr;
import orrery.orm.query.Step;

/// What rows are ordered by.
final class OrderForm implements Form {
  private final Place place;
  private final List<OrderKey> keys;

  OrderForm(Place place, List<OrderKey> keys) {
    this.place = place;
    this.keys = keys;
  }

  /// A key as it is drawn.
  ///
  /// @param nulls which of [#NULLS] is meant
  record Row(String path, boolean descending, int nulls) {}

  /// Where NULL stands, in words.
  static final List<String> NULLS = List.of("nulls", "nulls first", "nulls last");

  /// Returns the keys.
  List<Row> rows() {
    return keys.stream()
        .map(
            k -> new Row(k.path(), k.descending(), List.of(Expr.Nulls.values()).indexOf(k.nulls())))
        .toList();
  }

  /// Returns what picks a path.
  PathPicker picker() {
    return place.picker();
  }

  /// Orders by one path more.
  void add(String path) {
    List<OrderKey> all = new ArrayList<>(keys);
    all.add(new OrderKey(path, false, Expr.Nulls.UNSAID));
    set(all);
  }

  /// Orders by another path.
  void path(int index, String path) {
    OrderKey was = keys.get(index);
    replace(index, new OrderKey(path, was.descending(), was.nulls()));
  }

  /// Orders downwards, or upwards.
  void descending(int index, boolean descending) {
    OrderKey was = keys.get(index);
    replace(index, new OrderKey(was.path(), descending, was.nulls()));
  }

  /// Says where NULL stands.
  void nulls(int index, int nulls) {
    OrderKey was = keys.get(index);
    replace(
        index, new OrderKey(was.path(), was.descending(), List.of(Expr.Nulls.values()).get(nulls)));
  }

  /// Orders by one path less; with the last the step goes.
  void remove(int index) {
    List<OrderKey> all = new ArrayList<>(keys);
    all.remove(index);
    set(all);
  }

  /// Moves a key to another place.
  void move(int from, int to) {
    List<OrderKey> all = new ArrayList<>(keys);
    OrderKey moved = all.remove(from);
    all.add(Math.clamp(to, 0, all.size()), moved);
    set(all);
  }

  private void replace(int index, OrderKey key) {
    List<OrderKey> all = new ArrayList<>(keys);
    all.set(index, key);
    set(all);
  }

  private void set(List<OrderKey> all) {
    place.replace(
        all.isEmpty()
            ? List.of()
            : List.of(new Step.OrderBy(all.stream().map(OrderKey::selection).toList())));
  }
}
