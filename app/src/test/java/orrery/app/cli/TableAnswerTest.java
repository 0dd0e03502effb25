package orrery.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Tables for people, in terminals of any width.
class TableAnswerTest {

  private static List<String> table(OptionalInt room, Grid grid) {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    new TableAnswer(out, room).table(grid);
    out.flush();
    return text.toString().lines().toList();
  }

  private static Grid grid(List<String> header, @Nullable Object... row) {
    return new Grid(header, List.of(Arrays.asList(row)));
  }

  @Test
  void whatFitsIsShownWhole() {
    assertThat(table(OptionalInt.of(40), grid(List.of("id", "name"), 12L, "Ännä")))
        .containsExactly("id  name", "──  ────", "12  Ännä");
  }

  @Test
  void theWidestColumnsGiveWayFirst() {
    assertThat(
            table(
                OptionalInt.of(30),
                grid(List.of("id", "title", "by"), 1L, "a very long title, longer than all", "Bo")))
        .containsExactly(
            "id  title                   by",
            "──  ──────────────────────  ──",
            " 1  a very long title, lo…  Bo");
  }

  @Test
  void whatFindsNoRoomIsNamedBelow() {
    assertThat(
            table(
                OptionalInt.of(20),
                grid(List.of("first", "second", "third"), "a".repeat(20), "b".repeat(20), "c")))
        .containsExactly(
            "first     second",
            "────────  ────────",
            "aaaaaaa…  bbbbbbb…",
            "… and third, for which there is no room");
  }

  @Test
  void nothingIsLeftOutWhereNobodySaysHowWideThePageIs() {
    List<String> lines =
        table(
            OptionalInt.empty(),
            grid(List.of("a", "b", "c"), "x".repeat(60), "y".repeat(60), "z".repeat(60)));
    assertThat(lines).hasSize(3);
    assertThat(lines.getLast()).hasSize(48 * 3 + 4).endsWith("z…");
  }

  @Test
  void wideLettersTakeTwoColumnsAndMarksNone() {
    assertThat(table(OptionalInt.of(11), grid(List.of("n", "x"), "名前です", "e\u0301")))
        .containsExactly("n         x", "────────  ─", "名前です  e\u0301");
    assertThat(TextWidth.clip("名前です", 6)).isEqualTo("名前…");
    assertThat(TextWidth.of("é😀ﾊ")).isEqualTo(4);
  }

  @Test
  void whatATerminalWouldObeyIsShownInstead() {
    assertThat(
            table(OptionalInt.empty(), grid(List.of("x"), "a\u001b[31m\u0007b\u009b\nc\td"))
                .getLast())
        .isEqualTo("a␛[31m␇b␡ ⏎ c d");
  }
}
