package orrery.ui.grid;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import orrery.orm.edit.Hop;

/// How the columns of the grid are laid out, remembered for each model as long as the window is
/// open. Belongs to the window's thread.
public final class GridColumns {
  private final GridViewModel grid;
  private final Map<String, ColumnLayout> layouts = new HashMap<>();

  GridColumns(GridViewModel grid) {
    this.grid = grid;
  }

  /// A column that can be hidden.
  ///
  /// @param index which column of the result it is, from 0
  public record Choice(int index, String name, String type, boolean isShown) {}

  /// Returns all columns but those that count, as they can be chosen.
  public List<Choice> all() {
    Sheet of = grid.sheet();
    List<Choice> choices = new ArrayList<>();
    if (of != null) {
      ColumnLayout layout = layout(of);
      for (int i = 0; i < of.columns().size(); i++) {
        Column column = of.columns().get(i);
        if (column.role() != Column.Role.COUNT) {
          choices.add(new Choice(i, column.name(), column.type(), !layout.isHidden(column.name())));
        }
      }
    }
    return choices;
  }

  /// Hides a column, or shows it again. The last one stays.
  public void hide(int index, boolean hide) {
    Sheet of = grid.sheet();
    if (of != null && !(hide && grid.selection().order().size() <= 1)) {
      layout(of).hide(of.columns().get(index).name(), hide);
      grid.show(of);
    }
  }

  /// Says where the columns stand that are shown, from left to right.
  public List<Integer> shown() {
    return grid.selection().order();
  }

  /// Puts the columns that are shown in another order.
  public void order(List<Integer> order) {
    Sheet of = grid.sheet();
    if (of != null && !order.equals(shown())) {
      layout(of).order(order.stream().map(i -> of.columns().get(i).name()).toList());
      grid.selection().order(order);
    }
  }

  /// Returns how wide a column was made, in pixels; null where it is as wide as it needs to be.
  public @Nullable Double width(int index) {
    Sheet of = grid.sheet();
    return of == null ? null : layout(of).width(of.columns().get(index).name());
  }

  /// Remembers how wide a column was made.
  public void width(int index, double width) {
    Sheet of = grid.sheet();
    if (of != null) {
      layout(of).width(of.columns().get(index).name(), width);
    }
  }

  /// Lets a column be as wide as it needs to be.
  public void fit(int index) {
    Sheet of = grid.sheet();
    if (of != null) {
      layout(of).fit(of.columns().get(index).name());
    }
  }

  /// Lays all columns out as they come.
  public void reset() {
    Sheet of = grid.sheet();
    if (of != null) {
      layout(of).reset();
      of.count(List.of());
      grid.show(of);
    }
  }

  /// Returns the relations whose objects can be counted.
  public List<CountChoice> counts() {
    Sheet of = grid.sheet();
    return of == null
        ? List.of()
        : of.countable().stream()
            .map(
                hop -> new CountChoice(hop.name(), hop.target().name(), of.counted().contains(hop)))
            .toList();
  }

  /// Shows how many objects a relation leads to, in a column of its own, or does so no more.
  public void toggleCount(String name) {
    Sheet of = grid.sheet();
    if (of != null) {
      Set<String> counted = layout(of).counted();
      if (!counted.remove(name)) {
        counted.add(name);
      }
      count(of);
      grid.show(of);
    }
  }

  /// Counts in `of` what is counted in rows of its model.
  void count(Sheet of) {
    Set<String> counted = layout(of).counted();
    List<Hop> hops = of.countable().stream().filter(hop -> counted.contains(hop.name())).toList();
    if (!hops.isEmpty() || !of.counted().isEmpty()) {
      of.count(hops);
    }
  }

  /// Returns the columns of `of` that are shown, from left to right.
  List<Integer> shown(Sheet of) {
    List<Integer> shown = layout(of).visible(of.columns().stream().map(Column::name).toList());
    // Where all that were left to see are of another chain, all are shown.
    return shown.isEmpty()
        ? java.util.stream.IntStream.range(0, of.columns().size()).boxed().toList()
        : shown;
  }

  private ColumnLayout layout(Sheet of) {
    return layouts.computeIfAbsent(of.answer().chain().query().model(), _ -> new ColumnLayout());
  }
}
