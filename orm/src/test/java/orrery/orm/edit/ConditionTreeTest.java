package orrery.orm.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import orrery.orm.chain.Parser;
import orrery.orm.chain.Printer;
import orrery.orm.query.Condition;
import orrery.orm.query.Expr;
import orrery.orm.query.Step;

/// Edits of conditions as a tree.
class ConditionTreeTest {

  private static final Condition NEW = new Condition.Lookup("z", new Expr.Literal(9L));

  private static List<Condition> tree(String inside) {
    Step step = Parser.parse("M.objects.filter(" + inside + ")").chain().query().steps().getFirst();
    return ((Step.Filter) step).conditions();
  }

  private static String text(List<Condition> tree) {
    String printed = Printer.print(new Step.Filter(tree));
    return printed.substring("filter(".length(), printed.length() - 1);
  }

  @Test
  void groupsHavePlainWords() {
    assertThat(GroupKind.of(tree("Q(a=1) | Q(b=2)").getFirst())).contains(GroupKind.ANY);
    assertThat(GroupKind.of(tree("~(Q(a=1) | Q(b=2))").getFirst())).contains(GroupKind.NONE);
    assertThat(GroupKind.of(tree("~Q(a=1, b=2)").getFirst())).contains(GroupKind.NOT_ALL);
    assertThat(GroupKind.of(tree("Q(a=1) ^ Q(b=2)").getFirst())).contains(GroupKind.ODD);
    assertThat(GroupKind.of(tree("~Q(a=1)").getFirst())).isEmpty();
  }

  @Test
  void aConditionIsFoundAtAnyDepth() {
    List<Condition> tree = tree("Q(a=1) | ~(Q(b=2) | Q(c=3))");
    assertThat(ConditionTree.at(tree, List.of(0, 1, 1)))
        .contains(new Condition.Lookup("c", new Expr.Literal(3L)));
    assertThat(ConditionTree.at(tree, List.of(0, 5))).isEmpty();
  }

  @Test
  void aConditionIsPutInAndTakenOut() {
    List<Condition> tree = tree("Q(a=1) | ~(Q(b=2) | Q(c=3))");
    assertThat(text(ConditionTree.insert(tree, List.of(0, 1), 2, NEW)))
        .isEqualTo("Q(a=1) | ~(Q(b=2) | Q(c=3) | Q(z=9))");
    assertThat(text(ConditionTree.insert(tree, List.of(), 1, NEW))).endsWith(", z=9");
    List<Condition> one = ConditionTree.remove(tree, List.of(0, 1, 0));
    assertThat(text(ConditionTree.remove(one, List.of(0, 1, 0)))).isEqualTo("Q(a=1)");
  }

  @Test
  void conditionsAreGroupedUngroupedAndJoinedInAnotherWay() {
    List<Condition> tree = tree("a=1, b=2");
    List<Condition> grouped = ConditionTree.group(tree, List.of(1), GroupKind.ANY);
    List<Condition> two = ConditionTree.insert(grouped, List.of(1), 1, NEW);
    assertThat(text(two)).isEqualTo("Q(a=1), Q(b=2) | Q(z=9)");
    assertThat(text(ConditionTree.join(two, List.of(1), GroupKind.NONE)))
        .isEqualTo("Q(a=1), ~(Q(b=2) | Q(z=9))");
    assertThat(text(ConditionTree.ungroup(two, List.of(1)))).isEqualTo("a=1, b=2, z=9");
    assertThat(text(ConditionTree.negate(tree, List.of(0)))).isEqualTo("~Q(a=1), b=2");
    assertThat(ConditionTree.negate(ConditionTree.negate(tree, List.of(0)), List.of(0)))
        .isEqualTo(tree);
  }

  @Test
  void aConditionMovesBetweenGroups() {
    List<Condition> tree = tree("Q(a=1) | Q(b=2), Q(c=3) | Q(d=4)");
    assertThat(text(ConditionTree.move(tree, List.of(0, 0), List.of(1), 1)))
        .isEqualTo("Q(b=2), Q(c=3) | Q(a=1) | Q(d=4)");
    assertThat(text(ConditionTree.move(tree, List.of(1), List.of(0), 0)))
        .isEqualTo("(Q(c=3) | Q(d=4)) | Q(a=1) | Q(b=2)");
    assertThat(ConditionTree.move(tree, List.of(0), List.of(0), 1)).isEqualTo(tree);
  }
}
