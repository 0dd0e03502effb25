package orrery.orm.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import orrery.orm.dialect.Binding;
import orrery.orm.dialect.Interpolator;
import orrery.orm.dialect.Sql;
import orrery.orm.type.Bytes;
import orrery.orm.type.FieldTypes;

class QueryLogTest {

  private final QueryLog log = new QueryLog(5);
  private final Database database = Database.open(Settings.of(":memory:").withAlias("mem"), log);

  @AfterEach
  void close() {
    database.close();
  }

  private void select(int number) {
    database.all(Sql.of("SELECT " + number), Reason.USER);
  }

  @Test
  void everyStatementIsReportedWithWhatBelongsToIt() {
    Sql sql =
        new Sql("SELECT ? UNION SELECT 2", List.of(new Binding(1L, FieldTypes.ANY)), List.of());
    Action action = new Action("Try");
    action.run(() -> database.all(sql, Reason.prefetch("track_set").part(2, 3)));
    assertThat(log.entries()).hasSize(1);
    Entry entry = log.entries().getFirst();
    assertThat(entry.sql()).isEqualTo(sql);
    assertThat(entry.interpolated()).isEqualTo("SELECT 1 UNION SELECT 2");
    assertThat(entry.rows()).isEqualTo(2);
    assertThat(entry.nanos()).isPositive();
    assertThat(entry.millis()).isEqualTo(entry.nanos() / 1e6);
    assertThat(entry.connection()).isEqualTo("mem");
    assertThat(entry.reason().text()).isEqualTo("prefetch of track_set, part 2 of 3");
    assertThat(entry.action()).isSameAs(action);
    assertThat(entry.error()).isNull();
    assertThat(entry.counted()).isTrue();
  }

  @Test
  void aStatementThatFailsIsReportedWithItsError() {
    assertThatThrownBy(() -> database.all(Sql.of("SELECT x"), Reason.USER));
    assertThat(log.entries().getFirst().error()).hasMessage("no such column: x");
    assertThat(log.count()).isEqualTo(1);
  }

  @Test
  void onlyTheLatestAreKeptAndAllAreCounted() {
    IntStream.range(0, 12).forEach(this::select);
    assertThat(log.entries()).extracting(Entry::id).containsExactly(8L, 9L, 10L, 11L, 12L);
    assertThat(log.count()).isEqualTo(12);
    log.clear();
    assertThat(log.entries()).isEmpty();
    assertThat(log.count()).isEqualTo(12);
  }

  @Test
  void valuesOfLargeStatementsDoNotPileUp() {
    List<Binding> many = Collections.nCopies(200, new Binding("value", FieldTypes.TEXT));
    String marks = String.join(", ", Collections.nCopies(many.size(), "?"));
    Sql sql = new Sql("SELECT 1 WHERE 'v' IN (" + marks + ")", many, List.of());
    QueryLog wide = new QueryLog(100, 1000);
    try (Database other = Database.open(Settings.of(":memory:"), wide)) {
      for (int i = 0; i < 7; i++) {
        other.all(sql, Reason.USER);
      }
    }
    assertThat(wide.entries()).hasSize(5);
  }

  @Test
  void listenersAreToldUntilTheyEnd() {
    List<Long> heard = Collections.synchronizedList(new ArrayList<>());
    Runnable end = log.listen(entry -> heard.add(entry.id()));
    select(1);
    select(2);
    end.run();
    select(3);
    assertThat(heard).containsExactly(1L, 2L);
  }

  @Test
  void aCaptureHoldsWhatWasSentMeanwhile() {
    select(1);
    Action action = new Action("Mine");
    QueryLog.Capture all = log.capture();
    try (QueryLog.Capture mine = log.capture(action);
        QueryLog.Capture elsewhere = log.capture("other")) {
      select(2);
      action.run(() -> select(3));
      assertThat(all.count()).isEqualTo(2);
      assertThat(mine.entries())
          .extracting(entry -> entry.sql().text())
          .containsExactly("SELECT 3");
      assertThat(elsewhere.count()).isZero();
      all.close();
      select(4);
      assertThat(all.count()).isEqualTo(2);
    }
  }

  @Test
  void aCaptureIsInTheOrderInWhichStatementsWereBegun() {
    Sql long_ =
        Sql.of(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500)"
                + " SELECT i FROM n");
    try (QueryLog.Capture capture = log.capture()) {
      try (Rows outer = database.query(long_, Reason.USER)) {
        assertThat(outer.next()).isTrue();
        select(1);
      }
      assertThat(capture.entries())
          .extracting(entry -> entry.sql().text())
          .containsExactly(long_.text(), "SELECT 1");
    }
  }

  @Test
  void statementsOfSeveralThreadsAreAllReported() throws Exception {
    List<Thread> threads = new ArrayList<>();
    try (QueryLog.Capture capture = log.capture()) {
      for (int t = 0; t < 4; t++) {
        threads.add(Thread.ofPlatform().start(() -> IntStream.range(0, 50).forEach(this::select)));
      }
      for (Thread thread : threads) {
        thread.join();
      }
      assertThat(capture.count()).isEqualTo(200);
      assertThat(capture.entries()).extracting(Entry::id).doesNotHaveDuplicates();
    }
  }

  @Test
  void valuesStandInTheirPlacesAndNowhereElse() {
    Sql sql =
        new Sql(
            "SELECT '?', \"?\", ? -- ?\n, ? /* ? */, ?, ?",
            List.of(
                new Binding("it's", FieldTypes.TEXT),
                new Binding(null, FieldTypes.TEXT),
                new Binding(Bytes.of(new byte[] {(byte) 0xab}), FieldTypes.BINARY)),
            List.of());
    assertThat(Interpolator.interpolate(sql, database.dialect()))
        .isEqualTo("SELECT '?', \"?\", 'it''s' -- ?\n, NULL /* ? */, X'AB', ?");
  }

  @Test
  void reasonsAreReadAsPlainWords() {
    assertThat(
            List.of(
                Reason.USER,
                Reason.COUNT,
                Reason.lazy("Album.artist"),
                Reason.deferred("Album.title"),
                Reason.save("Album"),
                Reason.delete("Album"),
                Reason.of(Reason.Kind.LABEL, "Artist"),
                Reason.of(Reason.Kind.PEEK)))
        .extracting(Reason::text)
        .containsExactly(
            "asked",
            "count",
            "lazy access to Album.artist",
            "deferred field Album.title",
            "save of Album",
            "delete of Album",
            "labels of Artist",
            "peek");
  }
}
