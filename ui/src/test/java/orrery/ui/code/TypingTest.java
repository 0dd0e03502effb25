package orrery.ui.code;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What keys do to a text: `|` is the caret, `<` and `>` stand around a selection, `/` is a line
/// break.
class TypingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "Album.all|; (; Album.all(|)",
        "filter(|); ); filter()|",
        "filter(|x); (; filter((|x)",
        "f(|); \"; f(\"|\")",
        "f(\"|\"); \"; f(\"\"|)",
        "f(\"a|\"); \"; f(\"a\"|)",
        "f(a|); \"; f(a\"|)",
        "f(\"a(|\"); (; f(\"a((|\")",
        "f(\"it|\"); '; f(\"it'|\")",
        "f(<x>); [; f([<x>])",
        "f(<x>); \"; f(\"<x>\")",
        "f(<x>); y; f(y|)",
        "f(|); x; f(x|)",
        "a[|]; ]; a[]|"
      })
  void typing(String before, String letters, String after) {
    Text text = Text.of(before);
    assertThat(text.with(text.typing().typed(letters))).isEqualTo(after);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {"f(|); f|", "f(\"|\"); f(|)", "f[|]; f|", "f{|}; f|"})
  void backspaceTakesBothOfAnEmptyPair(String before, String after) {
    Text text = Text.of(before);
    assertThat(text.with(text.typing().backspaced().orElseThrow())).isEqualTo(after);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {"f(a|)", "f(|a)", "|f", "f|", "f(|]", "<f(>)"})
  void elseBackspaceIsThatOfTheTextControl(String before) {
    assertThat(Text.of(before).typing().backspaced()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "a|b; a/|b",
        "~    a|~; ~    a/    |~",
        "f(|); ~f(/    |/)~",
        "~    f(|)~; ~    f(/        |/    )~",
        "f(|x; ~f(/    |x~"
      })
  void enterKeepsTheIndent(String before, String after) {
    Text text = Text.of(before);
    assertThat(text.with(text.typing().entered())).isEqualTo(after);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "f(\"a|\"); f(\"a\"|)",
        "f(\"a\"|); f(\"a\")|",
        "a|; ~a   |~",
        "|a; ~    |a~",
        "<a/b>; ~    <a/    b>~"
      })
  void tabStepsOutOrIndents(String before, String after) {
    Text text = Text.of(before);
    assertThat(text.with(text.typing().tabbed())).isEqualTo(after);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {"~    a|~; a|", "~  a|~; a|", "~<      a/    b>~; ~<  a/b>~"})
  void tabWithShiftOutdents(String before, String after) {
    Text text = Text.of(before);
    assertThat(text.with(text.typing().tabbedBack())).isEqualTo(after);
  }

  private record Text(String text, int anchor, int caret) {

    static Text of(String marked) {
      String lines = marked.replace('/', '\n');
      int bar = lines.indexOf('|');
      if (bar >= 0) {
        return new Text(lines.substring(0, bar) + lines.substring(bar + 1), bar, bar);
      }
      int start = lines.indexOf('<');
      int end = lines.indexOf('>');
      return new Text(lines.replaceAll("[<>]", ""), start, end - 1);
    }

    Typing typing() {
      return new Typing(text, anchor, caret);
    }

    String with(Edit edit) {
      StringBuilder after = new StringBuilder(edit.applyTo(text));
      if (edit.anchor() == edit.caret()) {
        after.insert(edit.caret(), '|');
      } else {
        after.insert(edit.caret(), '>').insert(edit.anchor(), '<');
      }
      return after.toString().replace('\n', '/');
    }
  }
}
