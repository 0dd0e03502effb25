package orrery.ui.grid;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import orrery.orm.OpenDatabase;
import orrery.orm.Result;
import orrery.orm.db.Reason;
import orrery.orm.edit.Draft;
import orrery.orm.edit.Ground;
import orrery.orm.edit.Profile;
import orrery.orm.query.Chain;
import orrery.ui.Beside;
import orrery.ui.task.Latest;

/// Sums columns up, in the database, by at most four queries: for the rows that the chain gives,
/// not only those that were fetched. Belongs to the window's thread.
public final class GridSummary {
  private static final int MOST_TOP = 8;
  private static final int PARTS = 14;

  private final GridViewModel grid;
  private final Beside beside;
  private final Latest summing;
  private final Consumer<Throwable> failed;

  GridSummary(GridViewModel grid, Beside beside, Consumer<Throwable> failed) {
    this.grid = grid;
    this.beside = beside;
    this.summing = new Latest(beside.tasks());
    this.failed = failed;
  }

  /// Says whether a column can be summed up.
  public boolean can(int column) {
    return profile(column).isPresent();
  }

  /// Sums a column up; an earlier sum that is still under way is given up.
  public void ask(int column, Consumer<Summary> taker) {
    Sheet of = grid.sheet();
    Optional<Profile> profile = profile(column);
    if (of != null && profile.isPresent()) {
      String name = of.columns().get(column).name();
      Optional<LabelAside> labels = of.hop(column).map(hop -> new LabelAside(column, hop));
      summing.start(
          beside.job("Sum up " + name, () -> sum(of.database(), profile.get(), name, labels)),
          taker,
          failed);
    }
  }

  /// Gives up a sum that is under way.
  public void away() {
    summing.cancel();
  }

  private Optional<Profile> profile(int column) {
    Sheet of = grid.sheet();
    if (of == null || column < 0 || column >= of.columns().size()) {
      return Optional.empty();
    }
    String path = of.columns().get(column).sort();
    Draft draft = Draft.of(of.answer().sent());
    Ground ground = Ground.before(of.database().models(), draft, draft.slots().size());
    return path.isEmpty() ? Optional.empty() : Profile.of(of.answer().sent().query(), path, ground);
  }

  private static Summary sum(
      OpenDatabase database, Profile profile, String name, Optional<LabelAside> labels) {
    Reason reason = Reason.of(Reason.Kind.SUMMARY, name);
    Map<?, ?> facts = scalar(database, profile.facts(), reason);
    long filled = count(facts.get(Profile.FILLED));
    List<Summary.Fact> told = new ArrayList<>();
    told.add(fact("rows", facts.get(Profile.ROWS)));
    told.add(fact("null", count(facts.get(Profile.ROWS)) - filled));
    add(told, "different", facts.get(Profile.DISTINCT));
    boolean isKey = labels.isPresent();
    if (!isKey) {
      add(told, "least", tidy(facts.get(Profile.LEAST)));
      add(told, "greatest", tidy(facts.get(Profile.GREATEST)));
      add(told, "average", rounded(facts.get(Profile.MEAN)));
    }
    List<Summary.Part> spread =
        isKey
            ? List.of()
            : spread(
                database, profile, reason, facts.get(Profile.LEAST), facts.get(Profile.GREATEST));
    return new Summary(name, told, top(database, profile, reason, labels, filled), spread);
  }

  private static List<Summary.Top> top(
      OpenDatabase database,
      Profile profile,
      Reason reason,
      Optional<LabelAside> labels,
      long filled) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    profile
        .top(MOST_TOP)
        .ifPresent(chain -> {
          if (database.runner().run(chain, reason) instanceof Result.Values values) {
            rows.addAll(values.rows());
          }
        });
    List<Object> keys = new ArrayList<>();
    rows.forEach(row -> Optional.ofNullable(row[0]).ifPresent(keys::add));
    Map<Object, Aside.Found> called =
        labels.isEmpty() || keys.isEmpty() ? Map.of() : labels.get().ask(database, keys);
    List<Summary.Top> top = new ArrayList<>();
    for (@Nullable Object[] row : rows) {
      Object value = row[0];
      Aside.Found found = value == null ? null : called.get(value);
      Cell cell = found == null ? Cells.of(value) : found.cell();
      long count = count(row[1]);
      top.add(new Summary.Top(value, cell, count, filled == 0 ? 1 : (double) count / filled));
    }
    return top;
  }

  private static List<Summary.Part> spread(
      OpenDatabase database,
      Profile profile,
      Reason reason,
      @Nullable Object least,
      @Nullable Object greatest) {
    List<Object> bounds =
        least == null || greatest == null ? List.of() : Profile.bounds(least, greatest, PARTS);
    if (bounds.size() < 3) {
      return List.of();
    }
    Map<?, ?> counts = scalar(database, profile.spread(bounds), reason);
    List<Summary.Part> parts = new ArrayList<>();
    for (int i = 0; i + 1 < bounds.size(); i++) {
      String words = Cells.text(bounds.get(i)) + " … " + Cells.text(bounds.get(i + 1));
      parts.add(new Summary.Part(words, count(counts.get("part" + i))));
    }
    return parts;
  }

  private static Map<?, ?> scalar(OpenDatabase database, Chain chain, Reason reason) {
    return database.runner().run(chain, reason) instanceof Result.Scalar(Map<?, ?> all)
        ? all
        : Map.of();
  }

  private static Summary.Fact fact(String name, @Nullable Object value) {
    return new Summary.Fact(name, Cells.of(value));
  }

  private static void add(List<Summary.Fact> facts, String name, @Nullable Object value) {
    if (value != null) {
      facts.add(fact(name, value));
    }
  }

  // SQLite computes with floating numbers, of which Django makes decimals of fifteen digits.
  private static @Nullable Object tidy(@Nullable Object value) {
    if (value instanceof BigDecimal number && number.scale() > 2) {
      BigDecimal bare = number.stripTrailingZeros();
      return bare.scale() < 2 ? bare.setScale(2, RoundingMode.UNNECESSARY) : bare;
    }
    return value;
  }

  private static @Nullable Object rounded(@Nullable Object mean) {
    return switch (mean) {
      case Double d when Double.isFinite(d) ->
          new BigDecimal(d.toString()).setScale(2, RoundingMode.HALF_UP);
      case BigDecimal d -> d.setScale(Math.min(2, Math.max(0, d.scale())), RoundingMode.HALF_UP);
      case null, default -> mean;
    };
  }

  private static long count(@Nullable Object value) {
    return value instanceof Number number ? number.longValue() : 0;
  }
}
