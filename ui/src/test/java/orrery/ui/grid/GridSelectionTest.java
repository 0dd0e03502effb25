package orrery.ui.grid;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GridSelectionTest {
  private final GridSelection selection = new GridSelection();

  @BeforeEach
  void aMillionRows() {
    selection.size(1_000_000, 5);
  }

  @Test
  void oneCell() {
    selection.select(3, 2);
    assertThat(selection.has(3, 2)).isTrue();
    assertThat(selection.has(3, 1)).isFalse();
    assertThat(selection.isLead(3, 2)).isTrue();
    assertThat(selection.words()).isEmpty();
  }

  @Test
  void aRectangleFromWhereItWasBegun() {
    selection.select(10, 3);
    selection.extend(8, 1);
    assertThat(selection.areas()).containsExactly(new Area(8, 10, 1, 3));
    selection.extend(12, 4);
    assertThat(selection.areas()).containsExactly(new Area(10, 12, 3, 4));
    assertThat(selection.words()).isEqualTo("3 rows × 2 columns");
  }

  @Test
  void wholeRowsReachOverAllColumns() {
    selection.selectRow(4);
    selection.extend(6, Integer.MAX_VALUE);
    assertThat(selection.areas()).containsExactly(new Area(4, 6, 0, 4));
    assertThat(selection.hasRow(5)).isTrue();
  }

  @Test
  void severalAreas() {
    selection.select(1, 1);
    selection.add(5, 2, false);
    assertThat(selection.has(1, 1)).isTrue();
    assertThat(selection.has(5, 2)).isTrue();
    assertThat(selection.has(3, 1)).isFalse();
    assertThat(selection.words()).isEqualTo("2 cells");
  }

  @Test
  void allOfAMillionRowsIsOneArea() {
    selection.selectAll();
    assertThat(selection.areas()).containsExactly(new Area(0, 999_999, 0, 4));
    assertThat(selection.has(777_777, 3)).isTrue();
  }

  @Test
  void theKeyboardStaysInside() {
    selection.move(1, 0, false);
    assertThat(selection.row()).isEqualTo(1);
    selection.move(-5, -5, false);
    assertThat(selection.areas()).containsExactly(new Area(0, 0, 0, 0));
    selection.move(1 << 29, 1 << 29, true);
    assertThat(selection.areas()).containsExactly(new Area(0, 999_999, 0, 4));
  }

  @Test
  void anotherResultChoosesNothing() {
    selection.select(3, 2);
    selection.size(10, 5);
    assertThat(selection.row()).isEqualTo(3);
    selection.size(10, 4);
    assertThat(selection.row()).isEqualTo(-1);
    assertThat(selection.areas()).isEmpty();
  }
}
