package orrery.orm.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import orrery.orm.query.Chain;
import orrery.orm.query.Condition;
import orrery.orm.query.Expr;
import orrery.orm.query.Name;
import orrery.orm.query.Query;
import orrery.orm.query.Step;
import orrery.orm.query.Terminal;

class ParserTest {

  private static Chain parse(String text) {
    return Parser.parse(text).chain();
  }

  @Test
  void aModelAloneAsksForAllItsObjects() {
    Chain all = new Chain(new Query("Album"));
    assertThat(parse("Album")).isEqualTo(all);
    assertThat(parse("Album.objects")).isEqualTo(all);
    assertThat(parse("Album.objects.all()")).isEqualTo(all);
    assertThat(parse("models.Album.objects.all()")).isEqualTo(all);
  }

  @Test
  void stepsStandInTheirOrderAndTheEndIsTheTerminal() {
    assertThat(parse("Album.objects.filter(title='x').order_by('-title')[5:10].count()"))
        .isEqualTo(
            new Chain(
                new Query(
                    "Album",
                    List.of(
                        new Step.Filter(
                            List.of(new Condition.Lookup("title", new Expr.Literal("x")))),
                        new Step.OrderBy(List.of(new Name("-title"))),
                        new Step.Slice(5, OptionalInt.of(10)))),
                new Terminal.Count()));
  }

  @Test
  void printingGivesTheCanonicalForm() {
    assertThat(Printer.print(parse("Album . filter( title = 'x' ,)  [ : 5 ]")))
        .isEqualTo("Album.objects.filter(title=\"x\")[:5]");
  }
}
