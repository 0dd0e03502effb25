package orrery.ui.grid;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How somebody has laid out the columns of a model's rows, by their names: their order, which are
/// hidden, how wide they are, and which relations are counted. Belongs to the window's thread.
final class ColumnLayout {
  private List<String> order = List.of();
  private final Set<String> hidden = new HashSet<>();
  private final Set<String> counted = new LinkedHashSet<>();
  private final Map<String, Double> widths = new HashMap<>();

  /// Returns the places of the columns called `names` that are shown, from left to right; a column
  /// that nobody has moved stands behind those that were.
  List<Integer> visible(List<String> names) {
    List<Integer> places = new ArrayList<>();
    for (String name : order) {
      int at = names.indexOf(name);
      if (at >= 0 && !hidden.contains(name)) {
        places.add(at);
      }
    }
    for (int i = 0; i < names.size(); i++) {
      if (!order.contains(names.get(i)) && !hidden.contains(names.get(i))) {
        places.add(i);
      }
    }
    return places;
  }

  /// Remembers the order of the columns that are shown.
  void order(List<String> names) {
    order = List.copyOf(names);
  }

  /// Says whether a column is hidden.
  boolean isHidden(String name) {
    return hidden.contains(name);
  }

  /// Hides a column, or shows it again.
  void hide(String name, boolean hide) {
    if (hide) {
      hidden.add(name);
    } else {
      hidden.remove(name);
    }
  }

  /// Returns the relations that are counted, in the order they were asked for.
  Set<String> counted() {
    return counted;
  }

  /// Returns how wide a column was made, in pixels; null where nobody has.
  @Nullable Double width(String name) {
    return widths.get(name);
  }

  /// Remembers how wide a column was made.
  void width(String name, double width) {
    widths.put(name, width);
  }

  /// Lets a column be as wide as it needs to be again.
  void fit(String name) {
    widths.remove(name);
  }

  /// Forgets everything.
  void reset() {
    order = List.of();
    hidden.clear();
    counted.clear();
    widths.clear();
  }
}
