package orrery.ui.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Which blocks are fetched, and which are not.
class RowBlocksTest {
  private static final int BLOCK = 10;

  private final StepTasks tasks = new StepTasks();
  private final List<String> fetches = new ArrayList<>();
  private final List<String> heard = new ArrayList<>();
  private int there = 1_000_000;
  private boolean broken;
  private final RowBlocks blocks =
      new RowBlocks(
          BLOCK,
          5,
          rows(0, BLOCK),
          (offset, limit, done, failed) -> {
            fetches.add(offset + "+" + limit);
            return tasks.start(
                _ -> {
                  if (broken) {
                    throw new IllegalStateException("gone");
                  }
                  return rows(offset, Math.min(limit, Math.max(0, there - offset)));
                },
                done,
                failed);
          },
          tasks,
          new RowBlocks.Listener() {
            @Override
            public void fetched(int from, int to) {
              heard.add("fetched " + from + "-" + to);
            }

            @Override
            public void ended(int size) {
              heard.add("ended " + size);
            }

            @Override
            public void failed(Throwable error) {
              heard.add("failed " + error.getMessage());
            }
          });

  private static List<Row> rows(int from, int count) {
    return IntStream.range(from, from + count)
        .mapToObj(i ->
            new Row(
                List.of((long) i),
                List.of(new Cell(String.valueOf(i), Cell.Style.NUMBER)),
                List.of()))
        .toList();
  }

  private void look(int from, int to) {
    for (int i = from; i < to; i++) {
      blocks.get(i);
    }
  }

  @Test
  void theFirstRowsCostNothing() {
    look(0, BLOCK);
    tasks.finishAll();
    assertThat(fetches).isEmpty();
    assertThat(blocks.get(3).value(0)).isEqualTo(3L);
  }

  @Test
  void aRowThatIsNotThereIsPendingUntilItsBlockCame() {
    assertThat(blocks.get(25).isPending()).isTrue();
    tasks.finishAll();
    assertThat(fetches).containsExactly("20+10");
    assertThat(heard).containsExactly("fetched 20-30");
    assertThat(blocks.get(25).value(0)).isEqualTo(25L);
  }

  @Test
  void theBlocksThatAreSeenAreFetchedOnceEach() {
    look(15, 35);
    look(15, 35);
    tasks.finishAll();
    assertThat(fetches).containsExactly("10+10", "20+10", "30+10");
  }

  @Test
  void whatWasScrolledPastIsNotFetched() {
    for (int top = 100; top < 100_000; top += 100) {
      look(top, top + 5);
    }
    look(500_000, 500_012);
    tasks.settle();
    // All that was seen before the look back is asked in one go, the last seen stays.
    fetches.clear();
    look(500_000, 500_012);
    tasks.finishAll();
    assertThat(fetches).containsExactly("500000+10", "500010+10");
    assertThat(blocks.get(500_003).value(0)).isEqualTo(500_003L);
  }

  @Test
  void whatIsUnderWayForNothingIsStopped() {
    look(100, 105);
    tasks.settle();
    look(900, 905);
    tasks.settle();
    tasks.finishAll();
    assertThat(fetches).containsExactly("100+10", "900+10");
    assertThat(heard).containsExactly("fetched 900-910");
  }

  @Test
  void whatIsUnderWayAndStillSeenGoesOn() {
    look(100, 105);
    tasks.settle();
    look(100, 115);
    tasks.finishAll();
    assertThat(fetches).containsExactly("100+10", "110+10");
  }

  @Test
  void theBlocksUsedLongestAgoAreForgotten() {
    for (int block = 1; block <= 5; block++) {
      look(block * BLOCK, block * BLOCK + 1);
      tasks.finishAll();
    }
    fetches.clear();
    assertThat(blocks.fetched()).isEqualTo(50);
    look(50, 60);
    look(0, 1);
    tasks.finishAll();
    assertThat(fetches).containsExactly("0+10");
  }

  @Test
  void aShortBlockIsTheEnd() {
    there = 33;
    look(30, 40);
    tasks.finishAll();
    assertThat(heard).containsExactly("ended 33", "fetched 30-33");
    assertThat(blocks.get(35).isPending()).isTrue();
  }

  @Test
  void whatFailedIsNotTriedAgainUntilToldTo() {
    broken = true;
    look(30, 40);
    tasks.finishAll();
    look(30, 40);
    tasks.finishAll();
    assertThat(fetches).containsExactly("30+10");
    assertThat(heard).containsExactly("failed gone");
    broken = false;
    blocks.retry();
    look(30, 40);
    tasks.finishAll();
    assertThat(heard).last().isEqualTo("fetched 30-40");
  }

  @Test
  void afterClosingNothingIsFetched() {
    look(30, 40);
    blocks.close();
    tasks.finishAll();
    assertThat(fetches).isEmpty();
  }
}
