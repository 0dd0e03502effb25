package orrery.orm.staged;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import orrery.orm.meta.Field;
import orrery.orm.type.FieldTypes;

/// Sets of changes that are not saved yet.
class StagedTest {

  private static final Field TITLE = Field.builder("Book", "title", FieldTypes.CHAR).build();
  private static final Field PAGES = Field.builder("Book", "pages", FieldTypes.INTEGER).build();
  private static final Original DUNE =
      new Original(1L, Values.of(Map.of("id", 1L, "title", "Dune", "pages", 412L)));

  @Test
  void aCellThatGetsItsOldValueBackIsNoChange() {
    Staged staged = Staged.of("Book").set(DUNE, TITLE, "Dune II").set(DUNE, PAGES, 9L);
    assertThat(staged.count()).isEqualTo(2);
    assertThat(staged.set(DUNE, TITLE, "Dune").set(DUNE, PAGES, 412L).isEmpty()).isTrue();
  }

  @Test
  void eachStepIsTakenBackAndMadeAgain() {
    StagedSteps steps = StagedSteps.of("Book");
    steps = steps.then(steps.now().set(DUNE, TITLE, "a"));
    steps = steps.then(steps.now().add(Values.NONE));
    steps = steps.then(steps.now().remove(DUNE));
    assertThat(steps.now().count()).isEqualTo(2);
    StagedSteps back = steps.undo().undo();
    assertThat(back.now().after(1L).get(TITLE)).isEqualTo("a");
    assertThat(back.now().added()).isEmpty();
    assertThat(back.redo().redo()).isEqualTo(steps);
    assertThat(back.undo().canUndo()).isFalse();
    assertThat(back.then(back.now().set(DUNE, TITLE, "b")).canRedo()).isFalse();
    assertThat(back.then(back.now())).isSameAs(back);
  }

  @Test
  void aRowThatIsRemovedHasNoOtherChanges() {
    Staged staged = Staged.of("Book").set(DUNE, TITLE, "x").remove(DUNE);
    assertThat(staged.edited()).isEmpty();
    assertThat(staged.removed().get(1L)).isEqualTo(DUNE);
    assertThat(staged.keep(1L).isEmpty()).isTrue();
  }

  @Test
  void addedRowsKeepTheirNumbers() {
    Staged staged = Staged.of("Book").add(Values.NONE).add(Values.NONE).drop(1).add(Values.NONE);
    assertThat(staged.added().keySet()).containsExactly(2L, 3L);
    Staged given = staged.set(3, TITLE, null);
    assertThat(given.added().get(3L).has(TITLE)).isTrue();
    assertThat(given.setDefault(3, TITLE)).isEqualTo(staged);
  }
}
