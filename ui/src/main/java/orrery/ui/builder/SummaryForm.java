package orrery.ui.builder;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import orrery.orm.edit.Aggregate;
import orrery.orm.edit.Summary;

/// A summary: what rows are grouped by, and what is computed of each group.
final class SummaryForm implements Form {
  private final Place place;
  private final Summary summary;

  SummaryForm(Place place, Summary summary) {
    this.place = place;
    this.summary = summary;
  }

  /// An aggregate as it is drawn.
  ///
  /// @param filter the conditions under which a row counts; empty for all
  record Row(String name, String function, String path, boolean distinct, String filter) {}

  /// Returns the aggregates that can be chosen.
  static List<String> functions() {
    return Aggregate.FUNCTIONS;
  }

  /// Returns the model whose objects are groups of their own, where nothing groups.
  String model() {
    return place.ground().model();
  }

  /// Returns the paths that rows are grouped by; none where each object is a group of its own.
  List<String> by() {
    return summary.by();
  }

  /// Returns what is computed.
  List<Row> rows() {
    return summary.values().stream()
        .map(a ->
            new Row(
                a.name(),
                a.function(),
                a.path(),
                a.distinct(),
                a.filter().map(Aggregate::text).orElse("")))
        .toList();
  }

  /// Returns what picks a path.
  PathPicker picker() {
    return place.picker();
  }

  /// Groups by one path more.
  void addBy(String path) {
    List<String> by = new ArrayList<>(summary.by());
    by.add(path);
    set(summary.by(by));
  }

  /// Groups by one path less.
  void removeBy(int index) {
    List<String> by = new ArrayList<>(summary.by());
    by.remove(index);
    set(summary.by(by));
  }

  /// Computes one value more: the sum of a number, else a count.
  void add(String path) {
    boolean isNumber = place.ground().meaning(path).type().isNumeric();
    boolean isKey = path.equals("pk") || path.equals("id") || path.endsWith("_id");
    String function = isNumber && !isKey ? "Sum" : "Count";
    List<Aggregate> all = new ArrayList<>(summary.values());
    all.add(
        new Aggregate(summary.freeName(function, path), function, path, false, Optional.empty()));
    set(summary.values(all));
  }

  /// Computes one value less; with the last the step goes.
  void remove(int index) {
    List<Aggregate> all = new ArrayList<>(summary.values());
    all.remove(index);
    if (all.isEmpty()) {
      place.replace(List.of());
    } else {
      set(summary.values(all));
    }
  }

  /// Gives a value another name.
  ///
  /// @return whether it can have it
  boolean name(int index, String name) {
    boolean isName = name.matches("[A-Za-z_][A-Za-z0-9_]*");
    if (isName) {
      change(index, a -> new Aggregate(name, a.function(), a.path(), a.distinct(), a.filter()));
    }
    return isName;
  }

  /// Computes with another function; a name that was made from the old one follows.
  void function(int index, String function) {
    Aggregate was = summary.values().get(index);
    boolean isMade = was.name().endsWith("_" + was.function().toLowerCase(java.util.Locale.ROOT));
    String name = isMade ? summary.freeName(function, was.path()) : was.name();
    change(index, a -> new Aggregate(name, function, a.path(), a.distinct(), a.filter()));
  }

  /// Computes of another path.
  void path(int index, String path) {
    change(index, a -> new Aggregate(a.name(), a.function(), path, a.distinct(), a.filter()));
  }

  /// Counts equal values once, or each time.
  void distinct(int index, boolean distinct) {
    change(index, a -> new Aggregate(a.name(), a.function(), a.path(), distinct, a.filter()));
  }

  /// Returns the form of the conditions under which a row counts.
  ConditionsForm filter(int index) {
    return ConditionsForm.inside(
        place.scope(),
        summary.values().get(index).filter(),
        next ->
            change(
                index, a -> new Aggregate(a.name(), a.function(), a.path(), a.distinct(), next)));
  }

  private void change(int index, UnaryOperator<Aggregate> change) {
    List<Aggregate> all = new ArrayList<>(summary.values());
    all.set(index, change.apply(all.get(index)));
    set(summary.values(all));
  }

  private void set(Summary next) {
    place.replace(next.steps());
  }
}
