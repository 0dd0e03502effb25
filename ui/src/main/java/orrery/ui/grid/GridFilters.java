package orrery.ui.grid;

import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;
import orrery.orm.edit.ColumnFilter;
import orrery.orm.edit.Draft;
import orrery.orm.edit.Filtering;
import orrery.orm.edit.Ground;
import orrery.orm.query.Condition;
import orrery.orm.query.Expr;
import orrery.orm.query.Query;
import orrery.orm.type.Bytes;
import orrery.orm.type.Json;

/// Conditions that come from the grid: by the value of a cell, or by what is typed above a column.
/// Each goes into the chain, which is run again. Belongs to the window's thread.
public final class GridFilters {
  private static final int MOST_VALUES = 500;

  private final GridViewModel grid;
  private final Asking asking;
  private final BooleanProperty rowShown = new SimpleBooleanProperty();

  GridFilters(GridViewModel grid, Asking asking) {
    this.grid = grid;
    this.asking = asking;
  }

  /// A condition that a cell offers.
  ///
  /// @param words what people call it: `is AC/DC`
  /// @param lookup Django's word for it
  public record Offer(String words, String lookup, Runnable take) {}

  /// Whether there is a field above each column.
  public BooleanProperty rowShownProperty() {
    return rowShown;
  }

  // By a cell

  /// Returns the conditions that the cell the keyboard is in offers, and the chosen cells of its
  /// column.
  public List<Offer> offers() {
    Sheet of = grid.sheet();
    int column = grid.selection().column();
    int row = grid.selection().row();
    String path = of == null ? "" : path(of, column);
    if (of == null || path.isEmpty() || !Filtering.canFilter(query(of))) {
      return List.of();
    }
    Row at = of.peek(row);
    Object value = at.value(column);
    List<Offer> offers = new ArrayList<>();
    if (at.isPending()) {
      return offers;
    }
    if (value != null && isPlain(value)) {
      String shown = at.cell(column).text();
      String word = shown.length() > 40 ? shown.substring(0, 40) + "…" : shown;
      offers.add(offer("is " + word, path, "", value, false));
      offers.add(offer("is not " + word, path, "", value, true));
      Set<Object> many = chosen(of, column);
      if (many.size() > 1) {
        offers.add(
            new Offer("is one of the " + many.size() + " chosen", "in", () -> in(path, many)));
      }
      if (value instanceof String) {
        offers.add(offer("contains " + word, path, "icontains", value, false));
        offers.add(offer("does not contain " + word, path, "icontains", value, true));
        offers.add(offer("starts with " + word, path, "istartswith", value, false));
      }
      boolean isOrdered = value instanceof Number || value instanceof Temporal;
      if (isOrdered && of.hop(column).isEmpty()) {
        offers.add(offer("at least " + word, path, "gte", value, false));
        offers.add(offer("at most " + word, path, "lte", value, false));
        offers.add(offer("more than " + word, path, "gt", value, false));
        offers.add(offer("less than " + word, path, "lt", value, false));
      }
    }
    offers.add(offer("is null", path, "isnull", true, false));
    offers.add(offer("is not null", path, "isnull", false, false));
    return offers;
  }

  /// Puts the condition into the chain that a column has just this value.
  public void equal(int column, @Nullable Object value) {
    Sheet of = grid.sheet();
    if (of != null && !path(of, column).isEmpty()) {
      if (value == null) {
        add(path(of, column) + "__isnull", new Expr.Literal(true), false);
      } else {
        add(path(of, column), new Expr.Literal(value), false);
      }
    }
  }

  /// Puts the condition into the chain that the text of a column contains a word.
  public void contains(int column, String word) {
    Sheet of = grid.sheet();
    if (of != null && !path(of, column).isEmpty()) {
      String path = label(of, column).orElse(path(of, column));
      add(path + "__icontains", new Expr.Literal(word), false);
    }
  }

  private Offer offer(String words, String path, String lookup, Object value, boolean negated) {
    String name = lookup.isEmpty() ? path : path + "__" + lookup;
    String grey = (negated ? "exclude " : "") + (lookup.isEmpty() ? "exact" : lookup);
    return new Offer(words, grey, () -> add(name, new Expr.Literal(value), negated));
  }

  private void in(String path, Set<Object> values) {
    List<Expr> items = values.stream().<Expr>map(Expr.Literal::new).toList();
    add(path + "__in", new Expr.Sequence(Expr.Brackets.LIST, items), false);
  }

  private void add(String name, Expr value, boolean negated) {
    Sheet of = grid.sheet();
    if (of != null) {
      Condition condition = new Condition.Lookup(name, value);
      asking.ask(of.answer(), Filtering.add(query(of), condition, negated));
    }
  }

  private Set<Object> chosen(Sheet of, int column) {
    Set<Object> values = new LinkedHashSet<>();
    for (Area area : grid.selection().areas()) {
      for (int i = area.top(); i <= area.bottom() && values.size() < MOST_VALUES; i++) {
        Object value = grid.selection().has(i, column) ? of.peek(i).value(column) : null;
        if (value != null) {
          values.add(value);
        }
      }
    }
    return values;
  }

  private static boolean isPlain(Object value) {
    return value instanceof String
        || value instanceof Number
        || value instanceof Boolean
        || value instanceof Temporal
        || !(value instanceof Bytes || value instanceof Json || value instanceof Iterable<?>);
  }

  // Above a column

  /// Says whether something can be typed above a column.
  public boolean canFilter(int column) {
    Sheet of = grid.sheet();
    return of != null && !path(of, column).isEmpty() && Filtering.canFilter(query(of));
  }

  /// Returns the condition that the chain has on a column, as it would be typed above it.
  public String text(int column) {
    Sheet of = grid.sheet();
    return of == null || !canFilter(column) ? "" : filter(of, column).text(query(of));
  }

  /// Puts what was typed above a column into the chain and runs it.
  ///
  /// @return whether it was understood
  public boolean put(int column, String text) {
    Sheet of = grid.sheet();
    if (of == null || !canFilter(column)) {
      return false;
    }
    Optional<Query> filtered = filter(of, column).put(query(of), text);
    filtered
        .filter(query -> !query.equals(query(of)))
        .ifPresent(query -> asking.ask(of.answer(), query));
    return filtered.isPresent();
  }

  private static ColumnFilter filter(Sheet of, int column) {
    Draft draft = Draft.of(of.answer().chain());
    Ground ground = Ground.before(of.database().models(), draft, draft.slots().size());
    return new ColumnFilter(ground, path(of, column), label(of, column));
  }

  private static Optional<String> label(Sheet of, int column) {
    String path = path(of, column);
    return of.hop(column).flatMap(hop -> hop.target().labelField().map(name -> path + "__" + name));
  }

  private static Query query(Sheet of) {
    return of.answer().chain().query();
  }

  // The name that conditions on a column start with; empty where it can have none.
  private static String path(Sheet of, int column) {
    if (column < 0 || column >= of.columns().size()) {
      return "";
    }
    Column it = of.columns().get(column);
    return switch (it.role()) {
      case TO_ONE -> it.name();
      case KEY, COMPUTED, PLAIN -> it.sort();
      case RELATED, COUNT -> "";
    };
  }
}
