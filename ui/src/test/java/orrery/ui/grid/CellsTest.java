package orrery.ui.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import orrery.orm.type.Bytes;
import orrery.orm.type.Json;
import orrery.ui.grid.Cell.Style;

class CellsTest {

  @Test
  void nothingAndTheEmptyTextAreTold() {
    assertThat(Cells.of(null)).isEqualTo(new Cell("null", Style.NULL));
    assertThat(Cells.of("")).isEqualTo(new Cell("''", Style.EMPTY));
    assertThat(Cells.text(null)).isEmpty();
  }

  @Test
  void textIsShownOnOneLineAndItsStartOnly() {
    assertThat(Cells.of("a\nb\tc")).isEqualTo(new Cell("a ↵ b c", Style.TEXT));
    assertThat(Cells.of("x".repeat(1000)).text()).hasSize(301).endsWith("…");
    assertThat(Cells.text("a\nb")).isEqualTo("a\nb");
  }

  @Test
  void numbersAreWrittenOut() {
    assertThat(Cells.of(1234567L)).isEqualTo(new Cell("1234567", Style.NUMBER));
    assertThat(Cells.of(new BigDecimal("1E+3")).text()).isEqualTo("1000");
    assertThat(Cells.of(new BigDecimal("1.50")).text()).isEqualTo("1.50");
    assertThat(Cells.of(12345678.9).text()).isEqualTo("12345678.9");
    assertThat(Cells.of(1e300).text()).isEqualTo("1.0E300");
    assertThat(Cells.of(BigInteger.TEN.pow(30)).text()).hasSize(31);
  }

  @Test
  void timesAreIso() {
    assertThat(Cells.of(LocalDate.of(2005, 7, 28)).text()).isEqualTo("2005-07-28");
    assertThat(Cells.of(LocalTime.of(12, 30)).text()).isEqualTo("12:30:00");
    assertThat(Cells.of(LocalDateTime.of(2005, 7, 28, 12, 30, 45, 180_000)).text())
        .isEqualTo("2005-07-28 12:30:45.00018");
    assertThat(Cells.of(OffsetDateTime.of(2005, 7, 28, 12, 30, 0, 0, ZoneOffset.UTC)).text())
        .isEqualTo("2005-07-28 12:30:00+00:00");
    assertThat(Cells.of(Duration.ofHours(49).plusMillis(500)).text())
        .isEqualTo("2 days, 1:00:00.5");
    assertThat(Cells.of(Duration.ofMinutes(-1)).text()).isEqualTo("-1 day, 23:59:00");
  }

  @Test
  void truthIsASign() {
    assertThat(Cells.of(true)).isEqualTo(new Cell("✓", Style.TRUE));
    assertThat(Cells.of(false)).isEqualTo(new Cell("✗", Style.FALSE));
    assertThat(Cells.text(true)).isEqualTo("True");
  }

  @Test
  void binaryIsItsSizeAndJsonItsText() {
    assertThat(Cells.of(Bytes.of(new byte[312]))).isEqualTo(new Cell("⟨312 bytes⟩", Style.BINARY));
    assertThat(Cells.of(Bytes.of(new byte[1])).text()).isEqualTo("⟨1 byte⟩");
    assertThat(Cells.of(new Json("{\"a\":\n1}")).text()).isEqualTo("{\"a\": ↵ 1}");
    assertThat(Cells.of(Arrays.asList(1L, "x", null)).text()).isEqualTo("[1, \"x\", null]");
  }

  @Test
  void cellsAreCopiedWithTabs() {
    List<Row> rows =
        List.of(
            new Row(Arrays.asList(1L, "a", null), List.of(), List.of()),
            new Row(Arrays.asList(2L, "b\tc", "say \"x\""), List.of(), List.of()));
    assertThat(Tsv.of(List.of(new Area(0, 1, 0, 2)), List.of(), rows::get))
        .isEqualTo("1\ta\t\n2\t\"b\tc\"\t\"say \"\"x\"\"\"");
    assertThat(Tsv.of(List.of(new Area(0, 0, 1, 1)), List.of(), rows::get)).isEqualTo("a");
    assertThat(Tsv.of(List.of(new Area(0, 0, 0, 1)), List.of("id", "name", "x"), rows::get))
        .isEqualTo("id\tname\n1\ta");
    assertThat(Tsv.of(List.of(new Area(0, 0, 0, 0), new Area(1, 1, 1, 1)), List.of(), rows::get))
        .isEqualTo("1\t\n\t\"b\tc\"");
  }

  @Test
  void jsonIsLaidOut() {
    assertThat(JsonText.indented("{\"a\":[1, {}],\"b\":\"x,y\"}"))
        .isEqualTo("{\n  \"a\": [\n    1,\n    {}\n  ],\n  \"b\": \"x,y\"\n}");
    assertThat(JsonText.indented("not json")).isEqualTo("not json");
  }

  @Test
  void aPlanIsATree() {
    PlanTree tree =
        PlanTree.of("3 0 0 CO-ROUTINE sub\n5 3 0 SCAN album\n20 0 0 SEARCH artist USING INDEX a")
            .orElseThrow();
    assertThat(tree.parts())
        .extracting(PlanTree::words)
        .containsExactly("CO-ROUTINE sub", "SEARCH artist USING INDEX a");
    assertThat(tree.parts().getFirst().parts().getFirst().isScan()).isTrue();
    PlanTree indented =
        PlanTree.of(
                "Hash Join  (cost=1)\n  ->  Seq Scan on album\n  ->  Hash\n        ->  Index Scan")
            .orElseThrow();
    assertThat(indented.parts().getFirst().parts()).hasSize(2);
    assertThat(indented.parts().getFirst().parts().get(1).parts()).hasSize(1);
    assertThat(PlanTree.of("something else")).isEmpty();
  }
}
