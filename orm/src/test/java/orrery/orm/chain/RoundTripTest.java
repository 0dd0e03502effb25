package orrery.orm.chain;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import orrery.orm.query.Chain;

/// Printing and parsing are each other's inverse, on any chain.
class RoundTripTest {

  @Provide
  Arbitrary<Chain> chains() {
    return Nodes.chains();
  }

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void parsingThePrintedFormGivesTheSameChain(@ForAll("chains") Chain chain) {
    assertThat(Parser.parse(Printer.print(chain)).chain()).isEqualTo(chain);
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void parsingThePrettyFormGivesTheSameChain(
      @ForAll("chains") Chain chain, @ForAll @IntRange(min = 0, max = 120) int width) {
    assertThat(Parser.parse(Printer.pretty(chain, width)).chain()).isEqualTo(chain);
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void thePrintedFormIsOneLineWithoutBlanksAtItsEnds(@ForAll("chains") Chain chain) {
    String text = Printer.print(chain);
    assertThat(text).doesNotContain("\n").isEqualTo(text.strip());
    assertThat(Printer.pretty(chain, Integer.MAX_VALUE / 2)).isEqualTo(text);
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void everyNodeThatAnErrorCanBeAboutHasAPlace(@ForAll("chains") Chain chain) {
    String text = Printer.print(chain);
    Parsed parsed = Parser.parse(text);
    assertThat(parsed.places().of(parsed.chain().query())).isPresent();
    assertThat(parsed.places().of(parsed.chain().terminal())).isPresent();
    assertThat(parsed.chain().query().steps())
        .allSatisfy(step -> assertThat(parsed.places().of(step)).isPresent());
  }
}
