package orrery.orm.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import orrery.orm.chain.Token.Kind;
import orrery.orm.error.OrmError;
import orrery.orm.error.Place;

/// Whatever the text, there is a chain or an error with a place, and always tokens.
class AnyTextTest {

  private static final List<String> PIECES =
      List.of(
          "Album",
          "Artist",
          ".objects",
          ".all()",
          ".filter(",
          ".exclude(",
          "order_by",
          ".count()",
          "[",
          "]",
          "(",
          ")",
          "{",
          "}",
          ",",
          ":",
          "=",
          "==",
          "**",
          "*",
          "+",
          "-",
          "~",
          "|",
          "&",
          "^",
          "/",
          "%",
          "<",
          ".",
          "\"",
          "'",
          "\"\"\"",
          "\\",
          "\n",
          " ",
          "#",
          "1",
          "0x1",
          "1.5",
          "1e",
          "None",
          "True",
          "x",
          "x=",
          "title__in=",
          "Q(",
          "F(\"x\")",
          "Lower(",
          "Count(",
          "Exists(",
          "Subquery(",
          "Case(",
          "When(",
          "then=",
          "Window(",
          "Prefetch(",
          "date(",
          "timedelta(",
          "Decimal(",
          "b\"a\"",
          "f\"",
          "lambda",
          "for",
          "not",
          "in",
          "é",
          "😀",
          "\0",
          "models.",
          "datetime.",
          ".desc(",
          "[:5]",
          "[0]",
          ".get(",
          ".delete()",
          "Value(");

  @Provide
  Arbitrary<String> pieces() {
    return Arbitraries.of(PIECES).list().ofMaxSize(25).map(list -> String.join("", list));
  }

  /// Right chains, of which a part is gone, doubled or replaced.
  @Provide
  Arbitrary<String> broken() {
    return Combinators.combine(
            Nodes.chains().map(Printer::print),
            Arbitraries.doubles().between(0, 1),
            Arbitraries.doubles().between(0, 1),
            Arbitraries.of(PIECES),
            Arbitraries.integers().between(0, 3))
        .as((text, from, to, piece, how) -> {
          int a = (int) (Math.min(from, to) * text.length());
          int b = Math.min(text.length(), a + (int) (Math.abs(to - from) * 12));
          String middle = text.substring(a, b);
          String changed =
              switch (how) {
                case 0 -> "";
                case 1 -> piece;
                case 2 -> middle + piece;
                default -> middle + middle;
              };
          return text.substring(0, a) + changed + text.substring(b);
        });
  }

  private static void parse(String text) {
    Parsed parsed;
    try {
      parsed = Parser.parse(text);
    } catch (OrmError error) {
      Place place = error.place().orElseGet(() -> fail("no place: " + error.getMessage()));
      List<String> lines = text.lines().collect(Collectors.toList());
      assertThat(place.line()).isBetween(1, lines.size() + 1);
      assertThat(error.sentence()).isNotBlank();
      return;
    }
    // What was read can be written, and is then read as the same.
    String printed = Printer.print(parsed.chain());
    assertThat(Parser.parse(printed).chain()).isEqualTo(parsed.chain());
    assertThat(Printer.print(Parser.parse(printed).chain())).isEqualTo(printed);
  }

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void anyCharactersAreAChainOrAnError(@ForAll String text) {
    parse(text);
  }

  @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
  void anyPiecesOfChainsAreAChainOrAnError(@ForAll("pieces") String text) {
    parse(text);
  }

  @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
  void brokenChainsAreAChainOrAnError(@ForAll("broken") String text) {
    parse(text);
  }

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void tokensCoverAnyTextExactly(@ForAll String text) {
    assertCovered(text);
  }

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void tokensCoverBrokenChainsExactly(@ForAll("broken") String text) {
    assertCovered(text);
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void tokensOfRightChainsAreNoErrors(@ForAll("chains") String text) {
    assertThat(Tokens.of(text)).noneMatch(token -> token.kind() == Kind.ERROR);
  }

  @Provide
  Arbitrary<String> chains() {
    return Nodes.chains().map(Printer::print);
  }

  private static void assertCovered(String text) {
    int at = 0;
    for (Token token : Tokens.of(text)) {
      assertThat(token.start()).isEqualTo(at);
      assertThat(token.end()).isGreaterThan(at);
      assertThat(token.text()).isEqualTo(text.substring(token.start(), token.end()));
      at = token.end();
    }
    assertThat(at).isEqualTo(text.length());
  }
}
