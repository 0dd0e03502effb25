package orrery.orm.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import orrery.orm.chain.Parser;
import orrery.orm.chain.Printer;
import orrery.orm.query.Step;

/// Edits of a chain as a whole.
class DraftTest {

  private static final Draft FOUR = draft("Album.objects.filter(id=1).exclude(id=2).reverse()[:3]");

  private static Draft draft(String text) {
    return Draft.of(Parser.parse(text).chain());
  }

  private static String text(Draft draft) {
    return Printer.print(draft.chain());
  }

  @Test
  void stepsMoveBothWays() {
    assertThat(text(FOUR.move(0, 1, 3)))
        .isEqualTo("Album.objects.exclude(id=2).reverse().filter(id=1)[:3]");
    assertThat(text(FOUR.move(2, 3, 0)))
        .isEqualTo("Album.objects.reverse().filter(id=1).exclude(id=2)[:3]");
    assertThat(text(FOUR.move(0, 2, 3)))
        .isEqualTo("Album.objects.reverse().filter(id=1).exclude(id=2)[:3]");
    assertThat(FOUR.move(1, 2, 2)).isEqualTo(FOUR);
    assertThat(FOUR.move(1, 2, 1)).isEqualTo(FOUR);
  }

  @Test
  void aMutedStepKeepsItsPlaceAndIsNotAsked() {
    Draft muted = FOUR.mute(1, 2, true);
    assertThat(text(muted)).isEqualTo("Album.objects.filter(id=1).reverse()[:3]");
    assertThat(muted.slots()).hasSize(4);
    assertThat(text(muted.mute(1, 2, false))).isEqualTo(text(FOUR));
    assertThat(muted.replace(1, 2, List.of(new Step.Reverse())).slots().get(1).muted()).isTrue();
  }

  @Test
  void stepsAreRepeatedReplacedInsertedAndTakenOut() {
    assertThat(text(FOUR.duplicate(2, 3)))
        .isEqualTo("Album.objects.filter(id=1).exclude(id=2).reverse().reverse()[:3]");
    assertThat(text(FOUR.remove(0, 2))).isEqualTo("Album.objects.reverse()[:3]");
    assertThat(text(FOUR.replace(0, 2, List.of(new Step.None()))))
        .isEqualTo("Album.objects.none().reverse()[:3]");
    assertThat(text(FOUR.insert(3, List.of(new Step.Distinct(List.of())))))
        .contains(".reverse().distinct()[:3]");
  }

  @Test
  void aDraftIsSeenAsOfAnyOfItsSteps() {
    Draft counted = draft("Album.objects.filter(id=1).reverse().count()");
    assertThat(Printer.print(counted.asOf(0))).isEqualTo("Album.objects.all()");
    assertThat(Printer.print(counted.asOf(1))).isEqualTo("Album.objects.filter(id=1)");
    assertThat(Printer.print(counted.mute(0, 1, true).asOf(2)))
        .isEqualTo("Album.objects.reverse()");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Album.objects.all()",
        "Album.objects.filter(id=1)",
        "Album.objects.filter(id=1).exclude(id=2)[3:9]",
        "Album.objects.order_by(\"-title\").reverse().count()",
        "Album.objects.all()[2]",
      })
  void whateverIsMutedStaysInTheText(String chain) {
    Draft whole = draft(chain);
    for (int from = 0; from <= whole.slots().size(); from++) {
      for (int to = from; to <= whole.slots().size(); to++) {
        Draft muted = whole.mute(from, to, true);
        String text = DraftText.write(muted, 80);
        assertThat(DraftText.read(text).draft()).as(text).isEqualTo(muted);
      }
    }
  }

  @Test
  void aMutedStepIsACommentToOthers() {
    assertThat(DraftText.write(FOUR.mute(0, 1, true), 80))
        .isEqualTo(
            """
            (
                Album.objects
                # .filter(id=1)
                .exclude(id=2)
                .reverse()
                [:3]
            )\
            """);
    assertThat(DraftText.read("Album.objects.all()  # .fast, they said").draft().slots()).isEmpty();
  }

  @Test
  void theCaretStandsInAStep() {
    String text = "Album.objects.filter(id=1).reverse().count()";
    DraftText read = DraftText.read(text);
    assertThat(read.slotAt(3)).isEqualTo(-1);
    assertThat(read.slotAt(text.indexOf("filter"))).isEqualTo(0);
    assertThat(read.slotAt(text.indexOf("id=1"))).isEqualTo(0);
    assertThat(read.slotAt(text.indexOf("reverse") + 2)).isEqualTo(1);
    assertThat(read.end()).isEqualTo(text.indexOf("count"));
  }
}
