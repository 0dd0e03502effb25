package orrery.ui.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.orm.OpenDatabase;
import orrery.ui.MusicFile;
import orrery.ui.Workbench;
import orrery.ui.kit.Coloured;
import orrery.ui.task.DirectTasks;

/// The editor and the SQL beside it, without a window.
class ChainViewModelTest {
  private final Workbench workbench = new Workbench(OpenDatabase::open, new DirectTasks());
  private final ChainViewModel chain = new ChainViewModel(workbench);
  private final SqlViewModel sql = new SqlViewModel(workbench);

  @BeforeEach
  void open(@TempDir Path folder) throws Exception {
    workbench.open(MusicFile.in(folder, 10), false);
  }

  @AfterEach
  void close() {
    workbench.close();
  }

  /// Types as the view does: each letter changes the text, moves the caret, then is told.
  private void type(String letters) {
    for (int i = 0; i < letters.length(); i++) {
      String letter = letters.substring(i, i + 1);
      apply(chain.type(letter, chain.caret(), chain.caret()));
      chain.completion().typed(letter);
    }
  }

  private void press(EditKey key) {
    chain.key(key, chain.caret(), chain.caret()).ifPresent(this::apply);
  }

  private void apply(Edit edit) {
    chain.edited(edit.applyTo(chain.text()));
    chain.moved(edit.caret());
  }

  private List<String> choices() {
    return chain.completion().choices().stream().map(Choice::name).toList();
  }

  @Test
  void aWholeChainIsWrittenWithFewLetters() {
    type("al");
    assertThat(choices()).containsExactly("Album");
    press(EditKey.ENTER);
    type(".fi");
    press(EditKey.TAB);
    assertThat(chain.text()).isEqualTo("Album.filter()");
    type("artist__na");
    press(EditKey.ENTER);
    type("=\"AC/DC");
    press(EditKey.TAB);
    press(EditKey.TAB);
    type(".count");
    press(EditKey.ENTER);
    assertThat(chain.text()).isEqualTo("Album.filter(artist__name=\"AC/DC\").count()");
    assertThat(chain.messageProperty().get()).isNull();
    assertThat(chain.completion().openProperty().get()).isFalse();
    press(EditKey.ENTER);
    assertThat(chain.text()).endsWith("count()\n");
  }

  @Test
  void theListIsMovedThroughAndPutAway() {
    type("Album.objects.order_by(\"");
    assertThat(chain.completion().selectedProperty().get()).isZero();
    chain.completion().move(-1);
    assertThat(chain.completion().selectedProperty().get()).isEqualTo(choices().size() - 1);
    chain.completion().move(1);
    chain.completion().page(3);
    assertThat(chain.completion().selectedProperty().get()).isEqualTo(3);
    chain.completion().close();
    assertThat(choices()).isEmpty();
    press(EditKey.TAB);
    assertThat(chain.caret()).isEqualTo("Album.objects.order_by(\"\"".length());
  }

  @Test
  void theCallAtTheCaretIsExplained() {
    type("Album.objects.values_list(\"title\", flat=");
    Hint hint = chain.completion().hintProperty().get();
    assertThat(hint.name()).isEqualTo("values_list");
    assertThat(hint.parameters().get(hint.active())).isEqualTo("flat=False");
  }

  @Test
  void aWrongNameIsUnderlinedAndMended() {
    workbench.textProperty().set("Album.objects.filter(artist__nmae=\"x\")");
    assertThat(chain.messageProperty().get().type()).isEqualTo("FieldError");
    assertThat(chain.messageProperty().get().suggestion()).isEqualTo("name");
    assertThat(underlined()).containsExactly("nmae");
    assertThat(chain.fix()).isTrue();
    assertThat(chain.text()).isEqualTo("Album.objects.filter(artist__name=\"x\")");
    assertThat(underlined()).isEmpty();
  }

  private List<String> underlined() {
    return chain.coloursProperty().get().stream()
        .filter(run -> run.styles().contains("code-wrong"))
        .map(Coloured::text)
        .toList();
  }

  @Test
  void aLongChainIsLaidOut() {
    workbench
        .textProperty()
        .set(
            "Album.objects.filter(artist__name='AC/DC',title__icontains='rock').exclude(price=None)"
                + ".order_by('-released')");
    assertThat(chain.canFormat().get()).isTrue();
    chain.format();
    assertThat(chain.text().lines().count()).isGreaterThan(2);
    assertThat(chain.messageProperty().get()).isNull();
    workbench.textProperty().set("Album.objects.all()  # every one");
    chain.format();
    assertThat(chain.text()).endsWith("# every one");
  }

  @Test
  void theSqlFollowsTheTextAndStaysWhileItIsWrong() {
    workbench.textProperty().set("Album.objects.filter(title=\"It's\").order_by(\"id\")");
    String right = shown();
    assertThat(right).contains("WHERE \"album\".\"title\" = 'It''s'").endsWith("ASC");
    assertThat(sql.staleProperty().get()).isFalse();
    workbench.textProperty().set("Album.objects.filter(title=\"It's\").order_by(\"idd");
    assertThat(shown()).isEqualTo(right);
    assertThat(sql.staleProperty().get()).isTrue();
    workbench.textProperty().set("");
    assertThat(shown()).isEmpty();
    assertThat(sql.staleProperty().get()).isFalse();
    assertThat(workbench.database().log().entries())
        .noneMatch(entry -> entry.sql().text().contains("It''s"));
  }

  @Test
  void valuesStandApartWhereThatIsWanted() {
    sql.inlineProperty().set(false);
    workbench.textProperty().set("Album.objects.filter(title=\"Rock\", id__gt=2)");
    assertThat(shown()).contains("\"album\".\"title\" = ?").endsWith("-- (2, 'Rock')");
    assertThat(sql.copied()).doesNotContain("Rock").endsWith(";");
  }

  @Test
  void prefetchesFollowWithTheirReason() {
    workbench.textProperty().set("Artist.objects.prefetch_related(\"album_set\")");
    assertThat(sql.countProperty().get()).isEqualTo(2);
    assertThat(shown()).contains("\n-- prefetch of album_set\nSELECT ");
  }

  @Test
  void aHugeListIsCutShortButCopiedWhole() {
    String list = "1, ".repeat(999) + "2";
    workbench.textProperty().set("Album.objects.filter(title__in=[\"a\"], id__in=[" + list + "])");
    assertThat(shown()).doesNotContain("more");
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 1000; i++) {
      many.append(i).append(", ");
    }
    workbench.textProperty().set("Album.objects.filter(id__in=[" + many + "])");
    assertThat(shown()).contains(", … 980 more)");
    assertThat(sql.copied()).contains("998, 999").doesNotContain("…");
  }

  private String shown() {
    return Coloured.text(sql.codeProperty().get());
  }
}
