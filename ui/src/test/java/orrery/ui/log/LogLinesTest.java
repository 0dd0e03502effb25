package orrery.ui.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.junit.jupiter.api.Test;
import orrery.orm.db.Action;
import orrery.orm.db.Entry;
import orrery.orm.db.Reason;
import orrery.orm.dialect.Binding;
import orrery.orm.dialect.Sql;
import orrery.orm.dialect.SqliteDialect;
import orrery.orm.type.FieldTypes;

class LogLinesTest {
  private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");
  private static final Action NOBODY = Action.NONE;

  private final ObservableList<LogLine> lines = FXCollections.observableArrayList();
  private final LogLines log = new LogLines(lines, 10);
  private long nextId;

  private Entry entry(Action action, String sql, Object value, Reason reason, double ms) {
    nextId++;
    Sql text = new Sql(sql, List.of(new Binding(value, FieldTypes.INTEGER)), List.of());
    return new Entry(
        nextId,
        START.plusMillis(nextId),
        text,
        new SqliteDialect(),
        3,
        (long) (ms * 1e6),
        "default",
        reason,
        null,
        action,
        true);
  }

  private Entry entry(Action action, String sql) {
    return entry(action, sql, 1L, Reason.USER, 1);
  }

  private List<String> shown() {
    return lines.stream()
        .map(line ->
            switch (line) {
              case LogLine.Head head -> head.title() + ": " + head.summary();
              case LogLine.Statement statement -> "  " + statement.inlined();
            })
        .toList();
  }

  @Test
  void oneActionIsOneGroup() {
    Action run = new Action("Run");
    log.add(List.of(entry(run, "SELECT ?"), entry(run, "SELECT 2 + ?")));
    assertThat(shown())
        .containsExactly(
            "Run: 2 queries in 2.0 ms · 0 similar · 0 duplicates", "  SELECT 1", "  SELECT 2 + 1");
  }

  @Test
  void alikeStatementsAreCountedAsTheDebugToolbarCounts() {
    Action run = new Action("Run");
    log.add(
        List.of(
            entry(run, "SELECT ?", 1L, Reason.USER, 1),
            entry(run, "SELECT ?", 1L, Reason.USER, 1),
            entry(run, "SELECT ?", 2L, Reason.USER, 1),
            entry(run, "SELECT 7 + ?", 1L, Reason.USER, 1)));
    assertThat(shown().getFirst()).isEqualTo("Run: 4 queries in 4.0 ms · 3 similar · 2 duplicates");
    assertThat(statements()).extracting(LogLine.Statement::similar).containsExactly(3, 3, 3, 1);
    assertThat(statements()).extracting(LogLine.Statement::duplicates).containsExactly(2, 2, 1, 1);
  }

  @Test
  void aHeadGrowsWithItsGroup() {
    Action run = new Action("Run");
    log.add(List.of(entry(run, "SELECT ?")));
    log.add(List.of(entry(run, "SELECT ?")));
    assertThat(shown())
        .containsExactly(
            "Run: 2 queries in 2.0 ms · 2 similar · 2 duplicates", "  SELECT 1", "  SELECT 1");
  }

  @Test
  void whatComesLateForAnEarlierActionStandsInItsGroup() {
    Action run = new Action("Run");
    Action count = new Action("Count rows");
    log.add(
        List.of(entry(run, "SELECT ?"), entry(count, "SELECT 2 + ?"), entry(run, "SELECT 3 + ?")));
    assertThat(shown())
        .containsExactly(
            "Run: 2 queries in 2.0 ms · 0 similar · 0 duplicates",
            "  SELECT 1",
            "  SELECT 3 + 1",
            "Count rows: 1 query in 1.0 ms · 0 similar · 0 duplicates",
            "  SELECT 2 + 1");
  }

  @Test
  void withoutAnActionTheReasonGroups() {
    log.add(
        List.of(
            entry(NOBODY, "SELECT ?", 1L, Reason.SCHEMA, 1),
            entry(NOBODY, "SELECT ?", 2L, Reason.SCHEMA, 1),
            entry(NOBODY, "SELECT ?", 3L, Reason.COUNT, 1)));
    assertThat(shown())
        .containsExactly(
            "Schema: 2 queries in 2.0 ms · 2 similar · 0 duplicates",
            "  SELECT 1",
            "  SELECT 2",
            "Count: 1 query in 1.0 ms · 0 similar · 0 duplicates",
            "  SELECT 3");
  }

  @Test
  void aFilterHidesStatementsAndEmptyGroups() {
    Action run = new Action("Run");
    log.add(
        List.of(
            entry(NOBODY, "SELECT ?", 1L, Reason.SCHEMA, 1),
            entry(run, "SELECT ?", 2L, Reason.USER, 1),
            entry(run, "SELECT ?", 3L, Reason.prefetch("tracks"), 1)));
    log.filter(LogFilter.SCHEMA);
    assertThat(shown()).hasSize(2).last().isEqualTo("  SELECT 1");
    log.filter(LogFilter.MINE);
    assertThat(shown()).hasSize(3).contains("  SELECT 2", "  SELECT 3");
    log.add(List.of(entry(run, "SELECT ?", 4L, Reason.PAGE, 1)));
    assertThat(shown()).hasSize(3);
    log.filter(LogFilter.ALL);
    assertThat(shown()).hasSize(6);
  }

  @Test
  void onlyTheLatestAreKept() {
    Action run = new Action("Run");
    for (int i = 0; i < 4; i++) {
      log.add(List.of(entry(run, "SELECT ?", (long) i, Reason.USER, 1)));
    }
    Action more = new Action("More rows");
    for (int i = 10; i < 18; i++) {
      log.add(List.of(entry(more, "SELECT ?", (long) i, Reason.PAGE, 1)));
    }
    assertThat(statements()).hasSize(10);
    assertThat(shown())
        .startsWith("Run: 4 queries in 4.0 ms · 4 similar · 0 duplicates", "  SELECT 2");
    for (int i = 20; i < 30; i++) {
      log.add(List.of(entry(more, "SELECT ?", (long) i, Reason.PAGE, 1)));
    }
    assertThat(statements()).hasSize(10);
    assertThat(shown().getFirst()).startsWith("More rows");
  }

  @Test
  void aBatchIsAddedInOneChange() {
    List<String> changes = new ArrayList<>();
    lines.addListener(
        (ListChangeListener<LogLine>)
            change -> {
              while (change.next()) {
                changes.add("+" + change.getAddedSize() + " -" + change.getRemovedSize());
              }
            });
    Action run = new Action("Run");
    List<Entry> batch = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      batch.add(entry(run, "SELECT ?"));
    }
    log.add(batch);
    assertThat(changes).containsExactly("+9 -0", "+1 -1");
  }

  @Test
  void aStatementSaysHowSlowItWasAndItsShare() {
    Action run = new Action("Run");
    log.add(
        List.of(
            entry(run, "SELECT ?", 1L, Reason.USER, 99),
            entry(run, "SELECT ?", 2L, Reason.USER, 100),
            entry(run, "SELECT ?", 3L, Reason.prefetch("tracks"), 801)));
    assertThat(statements())
        .extracting(LogLine.Statement::pace)
        .containsExactly(LogLine.Pace.USUAL, LogLine.Pace.SLOW, LogLine.Pace.VERY_SLOW);
    LogLine.Statement last = statements().getLast();
    assertThat(last.share()).isEqualTo(0.801);
    assertThat(last.reasonStyle()).isEqualTo("reason-prefetch");
    assertThat(last.reason()).isEqualTo("prefetch of tracks");
    assertThat(last.offset()).isEqualTo("+2.0 ms");
  }

  private List<LogLine.Statement> statements() {
    return lines.stream()
        .filter(LogLine.Statement.class::isInstance)
        .map(LogLine.Statement.class::cast)
        .toList();
  }
}
