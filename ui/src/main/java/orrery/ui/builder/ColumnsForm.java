package orrery.ui.builder;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import orrery.orm.query.Expr;
import orrery.orm.query.Name;
import orrery.orm.query.Named;
import orrery.orm.query.Selection;
import orrery.orm.query.Step;

/// Which columns come: as mappings, as tuples, or as objects that load only some of them.
final class ColumnsForm implements Form {
  /// The ways in which columns can come, in words.
  static final List<String> MODES = List.of("values", "tuples", "only", "all but");

  private final Place place;
  private final int mode;
  private final List<String> paths;

  private ColumnsForm(Place place, int mode, List<String> paths) {
    this.place = place;
    this.mode = mode;
    this.paths = paths;
  }

  /// Makes it for the step at a place; nothing where that is more than paths.
  static Optional<Form> of(Place place) {
    return switch (place.step()) {
      case Step.Values(List<Selection> fields, List<Named> named) when named.isEmpty() ->
          of(place, 0, fields);
      case Step.ValuesList(List<Selection> fields, boolean flat, boolean tuples)
          when !flat && !tuples ->
          of(place, 1, fields);
      case Step.Only(List<Name> fields) -> of(place, 2, fields);
      case Step.Defer(List<Name> fields, boolean cleared) when !cleared -> of(place, 3, fields);
      case Step other -> Optional.empty();
    };
  }

  private static Optional<Form> of(Place place, int mode, List<? extends Selection> fields) {
    List<String> paths = new ArrayList<>();
    for (Selection field : fields) {
      switch (field) {
        case Name(String text) -> paths.add(text);
        case Expr.Ref(String path) -> paths.add(path);
        case Expr other -> {
          return Optional.empty();
        }
      }
    }
    return Optional.of(new ColumnsForm(place, mode, paths));
  }

  /// Returns which of [#MODES] it is.
  int mode() {
    return mode;
  }

  /// Returns the paths of the columns, in their order.
  List<String> paths() {
    return paths;
  }

  /// Returns what picks a path.
  PathPicker picker() {
    return place.picker();
  }

  /// Lets columns come in another way.
  void mode(int next) {
    set(next, paths);
  }

  /// Adds a column.
  void add(String path) {
    List<String> all = new ArrayList<>(paths);
    all.add(path);
    set(mode, all);
  }

  /// Takes out a column; with the last the step goes.
  void remove(int index) {
    List<String> all = new ArrayList<>(paths);
    all.remove(index);
    set(mode, all);
  }

  private void set(int how, List<String> all) {
    List<Name> names = all.stream().map(Name::new).toList();
    place.replace(
        all.isEmpty()
            ? List.of()
            : List.of(
                switch (how) {
                  case 0 -> new Step.Values(List.copyOf(names), List.of());
                  case 1 -> new Step.ValuesList(List.copyOf(names), false, false);
                  case 2 -> new Step.Only(names);
                  default -> new Step.Defer(names, false);
                }));
  }
}
