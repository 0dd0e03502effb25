package orrery.ui.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import orrery.ui.Trouble;
import orrery.ui.kit.Coloured;

class HighlightTest {

  private static List<String> styled(String text, int caret, Span wrong, String style) {
    List<Coloured> runs = new Highlight(text).colours(caret, wrong);
    assertThat(Coloured.text(runs)).isEqualTo(text);
    return runs.stream().filter(r -> r.styles().contains(style)).map(Coloured::text).toList();
  }

  private static Span wrong(String text, int line, int column) {
    return new Highlight(text)
        .wrong(new Trouble("FieldError", "No.", Optional.empty(), line, column, ""));
  }

  @Test
  void aLookupHasAColourOfItsOwn() {
    String text = "Album.objects.filter(artist__name__icontains=\"x\")";
    assertThat(styled(text, 0, null, "syntax-field")).containsExactly("artist__name");
    assertThat(styled(text, 0, null, "syntax-lookup")).containsExactly("__icontains");
    assertThat(styled(text, 0, null, "syntax-model")).containsExactly("Album");
    assertThat(styled(text, 0, null, "syntax-string")).containsExactly("\"x\"");
  }

  @Test
  void theBracketAtTheCaretAndItsTwinStandOut() {
    String text = "f(a(b)c)";
    assertThat(styled(text, 2, null, "code-bracket")).containsExactly("(", ")");
    assertThat(
            new Highlight(text)
                .colours(6, null).stream().filter(r -> r.styles().contains("code-bracket")))
        .hasSize(2);
    assertThat(styled("f(", 2, null, "code-bracket")).isEmpty();
    assertThat(styled("f(\")\")", 4, null, "code-bracket")).isEmpty();
  }

  @Test
  void theWrongWordIsUnderlinedOnly() {
    String text = "Album.objects.filter(artist__nmae=1)";
    Span wrong = wrong(text, 1, 30);
    assertThat(wrong).isEqualTo(new Span(29, 33));
    assertThat(styled(text, 0, wrong, "code-wrong")).containsExactly("nmae");
  }

  @Test
  void aPlaceInALaterLineIsFound() {
    assertThat(wrong("Album\n  .objcts", 2, 4)).isEqualTo(new Span(9, 15));
  }

  @Test
  void atTheEndTheLastCharacterIsUnderlined() {
    assertThat(wrong("Album.objects.filter(  ", 1, 24)).isEqualTo(new Span(20, 21));
    assertThat(wrong("", 1, 1)).isNull();
  }
}
