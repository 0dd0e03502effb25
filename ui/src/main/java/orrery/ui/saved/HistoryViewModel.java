package orrery.ui.saved;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;
import orrery.ui.Cost;
import orrery.ui.Opened;
import orrery.ui.PastQueries;
import orrery.ui.PastQuery;
import orrery.ui.Workbench;

/// All that was run: what is searched for, what was found, and running it again.
public final class HistoryViewModel {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

  private final Workbench workbench;
  private final PastQueries past;
  private final StringProperty filter = new SimpleStringProperty("");
  private final BooleanProperty everywhere = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<List<PastQuery>> rows =
      new ReadOnlyObjectWrapper<>(List.of());

  /// Makes it.
  public HistoryViewModel(Workbench workbench, PastQueries past) {
    this.workbench = workbench;
    this.past = past;
    past.all().addListener((ListChangeListener<PastQuery>) _ -> search());
    filter.subscribe(_ -> search());
    everywhere.subscribe(_ -> search());
    workbench.openedProperty().subscribe(_ -> search());
  }

  // Properties

  /// The letters that are searched for; empty to see all.
  public StringProperty filterProperty() {
    return filter;
  }

  /// Whether those of other databases are shown too.
  public BooleanProperty everywhereProperty() {
    return everywhere;
  }

  /// What was found, the last first.
  public ReadOnlyObjectProperty<List<PastQuery>> rowsProperty() {
    return rows.getReadOnlyProperty();
  }

  // Commands

  /// Writes a chain that was run before and runs it again.
  public void runAgain(PastQuery query) {
    workbench.ask(query.chain());
  }

  /// Writes a chain that was run before, and leaves it there.
  public void write(PastQuery query) {
    workbench.textProperty().set(query.chain());
    workbench.caretProperty().set(query.chain().length());
  }

  /// Returns what came of it: `14:02 · 20 rows · 2 queries · 6.1 ms`.
  public String words(PastQuery query) {
    StringBuilder words = new StringBuilder(when(query.at()));
    if (query.isFailed()) {
      words.append(" · ").append(query.error());
    } else {
      if (query.rows() >= 0) {
        words.append(" · ").append(rows(query));
      }
      words.append(" · ").append(new Cost(query.queries(), query.nanos()).words());
    }
    return everywhere.get() ? words + " · " + query.database() : words.toString();
  }

  private static String rows(PastQuery query) {
    String count = "%,d%s".formatted(query.rows(), query.more() ? "+" : "");
    return count + (query.rows() == 1 ? " row" : " rows");
  }

  private static String when(Instant at) {
    ZonedDateTime there = at.atZone(ZoneId.systemDefault());
    boolean isToday = there.toLocalDate().equals(LocalDate.now(ZoneId.systemDefault()));
    boolean isJustNow = Duration.between(at, Instant.now()).toSeconds() < 60;
    return isJustNow
        ? "just now"
        : isToday ? CLOCK.format(there) : there.toLocalDate() + " " + CLOCK.format(there);
  }

  private void search() {
    String asked = filter.get().strip().toLowerCase(Locale.ROOT);
    Opened on = workbench.openedProperty().get();
    rows.set(
        past.all().stream()
            .filter(
                query -> everywhere.get() || (on != null && on.location().equals(query.location())))
            .filter(query -> has(query, asked))
            .toList());
  }

  // Every word must stand somewhere in it.
  private static boolean has(PastQuery query, String asked) {
    String all =
        (query.chain() + " " + query.database() + " " + query.error()).toLowerCase(Locale.ROOT);
    for (String word : asked.split("\\s+", -1)) {
      if (!all.contains(word)) {
        return false;
      }
    }
    return true;
  }
}
