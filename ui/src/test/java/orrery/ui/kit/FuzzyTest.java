package orrery.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FuzzyTest {
  @Test
  void nothingAskedMatchesEverything() {
    assertThat(Fuzzy.match("", "Album")).isPresent();
    assertThat(Fuzzy.match("  ", "Album").orElseThrow().at()).isEmpty();
  }

  @Test
  void lettersMustComeInOrder() {
    assertThat(Fuzzy.match("abm", "Album")).isPresent();
    assertThat(Fuzzy.match("mba", "Album")).isEmpty();
    assertThat(Fuzzy.match("albumx", "Album")).isEmpty();
  }

  @Test
  void tellsWhichLettersMatched() {
    assertThat(Fuzzy.match("pt", "PlaylistTrack").orElseThrow().at()).containsExactly(0, 8);
    assertThat(Fuzzy.match("playt", "PlaylistTrack").orElseThrow().at())
        .containsExactly(0, 1, 2, 3, 8);
    assertThat(Fuzzy.match("lb", "Album").orElseThrow().at()).containsExactly(1, 2);
  }

  @Test
  void caseAndBlanksDoNotCount() {
    assertThat(Fuzzy.match("SWITCH dark", "Switch between Light and Dark")).isPresent();
  }

  @Test
  void whatStandsTogetherAtTheStartOfAWordComesFirst() {
    assertThat(best("la", "Close Database", "Playlist", "Label", "AVeryLongNameForATable"))
        .isEqualTo("Label");
    assertThat(best("tr", "Artist", "Track", "Registration")).isEqualTo("Track");
    assertThat(best("il", "MediaLibrary", "InvoiceLine", "Email")).isEqualTo("InvoiceLine");
    assertThat(best("album", "AlbumArtist", "Album")).isEqualTo("Album");
  }

  @Test
  void lettersThatGrowWhenLoweredDoNotConfuseIt() {
    assertThat(Fuzzy.match("i", "İstanbul")).isEmpty();
    assertThat(Fuzzy.match("stan", "Istanbul")).isPresent();
  }

  private static String best(String asked, String... texts) {
    List<String> found =
        Stream.of(texts)
            .filter(text -> Fuzzy.match(asked, text).isPresent())
            .sorted(
                Comparator.comparingInt(
                        (String text) -> Fuzzy.match(asked, text).orElseThrow().score())
                    .reversed())
            .toList();
    return found.getFirst();
  }
}
