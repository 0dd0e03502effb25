package orrery.orm.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import orrery.orm.query.Condition;
import orrery.orm.query.Expr;
import orrery.orm.query.Name;
import orrery.orm.query.Query;
import orrery.orm.query.Step;

class SortingTest {
  private static final Query ALBUMS = new Query("Album").with(new Step.All());
  private static final Step TITLE =
      new Step.OrderBy(List.of(new Name("title"), new Name("-released")));

  @Test
  void theOrderIsReadWithItsDirections() {
    assertThat(Sorting.of(ALBUMS.with(TITLE)))
        .containsExactly(new Sorting("title", false), new Sorting("released", true));
    assertThat(Sorting.of(ALBUMS.with(TITLE).with(new Step.Reverse())))
        .containsExactly(new Sorting("title", true), new Sorting("released", false));
    assertThat(Sorting.of(ALBUMS)).isEmpty();
  }

  @Test
  void expressionsAreReadWhereTheyAreOnlyNames() {
    Expr down = new Expr.Ordered(new Expr.Ref("title"), true, Expr.Nulls.UNSAID);
    Expr last = new Expr.Ordered(new Expr.Ref("title"), true, Expr.Nulls.LAST);
    assertThat(Sorting.of(ALBUMS.with(new Step.OrderBy(List.of(down)))))
        .containsExactly(new Sorting("title", true));
    assertThat(Sorting.of(ALBUMS.with(new Step.OrderBy(List.of(new Name("id"), last)))))
        .containsExactly(new Sorting("id", false), new Sorting("title", true, Expr.Nulls.LAST));
    assertThat(Sorting.of(ALBUMS.with(new Step.OrderBy(List.of(last))).with(new Step.Reverse())))
        .containsExactly(new Sorting("title", false, Expr.Nulls.FIRST));
    assertThat(Sorting.sort(ALBUMS, List.of(new Sorting("title", true, Expr.Nulls.LAST))))
        .isEqualTo(ALBUMS.with(new Step.OrderBy(List.of(last))));
    assertThat(Sorting.of(ALBUMS.with(new Step.OrderBy(List.of(new Name("?")))))).isEmpty();
  }

  @Test
  void anotherOrderTakesThePlaceOfTheFirst() {
    Step filter = new Step.Filter(List.of(new Condition.Lookup("id", new Expr.Literal(1L))));
    Query sorted = ALBUMS.with(TITLE).with(filter).with(new Step.Reverse());
    assertThat(Sorting.sort(sorted, List.of(new Sorting("id", true))))
        .isEqualTo(ALBUMS.with(new Step.OrderBy(List.of(new Name("-id")))).with(filter));
  }

  @Test
  void anUnsortedQueryIsSortedAtItsEnd() {
    assertThat(Sorting.sort(ALBUMS, List.of(new Sorting("id", false), new Sorting("title", true))))
        .isEqualTo(ALBUMS.with(new Step.OrderBy(List.of(new Name("id"), new Name("-title")))));
  }

  @Test
  void whatIsComputedLaterIsSortedByLater() {
    Step n = new Step.Alias(List.of(), List.of());
    assertThat(Sorting.sort(ALBUMS.with(TITLE).with(n), List.of(new Sorting("n", false))).steps())
        .containsExactly(new Step.All(), n, new Step.OrderBy(List.of(new Name("n"))));
  }

  @Test
  void nothingToSortByLeavesTheModelsOwnOrder() {
    assertThat(Sorting.sort(ALBUMS.with(TITLE).with(new Step.Reverse()), List.of()))
        .isEqualTo(ALBUMS);
  }

  @Test
  void aSliceEndsSorting() {
    assertThat(Sorting.canSort(ALBUMS)).isTrue();
    assertThat(Sorting.canSort(ALBUMS.with(new Step.Slice(0, OptionalInt.of(5))))).isFalse();
  }
}
