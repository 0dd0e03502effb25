package orrery.orm.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import orrery.orm.chain.Token.Kind;

/// What each word of a text is, also while it is being typed.
class TokensTest {

  private static String kinds(String text) {
    return Tokens.of(text).stream()
        .filter(token -> token.kind() != Kind.SPACE && token.kind() != Kind.PUNCTUATION)
        .map(token -> token.text() + ":" + token.kind())
        .collect(Collectors.joining(" "));
  }

  @Test
  void aWholeChain() {
    assertThat(
            kinds(
                "Album.objects.filter(artist__name=\"x\", n=Count('a') * 2) # all\n.count()[None]"))
        .isEqualTo(
            "Album:MODEL objects:NAME filter:METHOD artist__name:FIELD =:OPERATOR \"x\":STRING"
                + " n:FIELD =:OPERATOR Count:FUNCTION 'a':STRING *:OPERATOR 2:NUMBER"
                + " # all:COMMENT count:METHOD None:KEYWORD");
  }

  @Test
  void modulesAreNoModels() {
    assertThat(kinds("models.Album.objects.filter(x=models.F('a'), y=datetime.date(1, 2, 3))"))
        .isEqualTo(
            "models:NAME Album:MODEL objects:NAME filter:METHOD x:FIELD =:OPERATOR models:NAME"
                + " F:FUNCTION 'a':STRING y:FIELD =:OPERATOR datetime:NAME date:FUNCTION 1:NUMBER"
                + " 2:NUMBER 3:NUMBER");
  }

  @Test
  void unfinishedTexts() {
    assertThat(kinds("Alb")).isEqualTo("Alb:MODEL");
    assertThat(kinds("Album.fil")).isEqualTo("Album:MODEL fil:METHOD");
    assertThat(kinds("Album.objects.filter(tit"))
        .isEqualTo("Album:MODEL objects:NAME filter:METHOD tit:FIELD");
    assertThat(kinds("Album.objects.filter(x=Cou"))
        .isEqualTo("Album:MODEL objects:NAME filter:METHOD x:FIELD =:OPERATOR Cou:MODEL");
    assertThat(kinds("Album.objects.filter(x=\"ab")).endsWith("\"ab:STRING");
    assertThat(kinds("Album.objects.filter(x=$)")).endsWith("$:ERROR");
    assertThat(kinds("Album.objects.filter(x=lambda)")).endsWith("lambda:ERROR");
    assertThat(kinds("Album ) ] objects")).isEqualTo("Album:MODEL objects:MODEL");
  }

  @Test
  void everyTokenKnowsItsPlace() {
    assertThat(Tokens.of("a .b"))
        .isEqualTo(
            List.of(
                new Token(Kind.MODEL, "a", 0, 1),
                new Token(Kind.SPACE, " ", 1, 2),
                new Token(Kind.PUNCTUATION, ".", 2, 3),
                new Token(Kind.METHOD, "b", 3, 4)));
  }
}
