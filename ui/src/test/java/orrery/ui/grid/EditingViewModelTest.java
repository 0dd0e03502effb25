package orrery.ui.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.orm.Chinook;
import orrery.orm.OpenDatabase;
import orrery.ui.Beside;
import orrery.ui.MusicFile;
import orrery.ui.Workbench;
import orrery.ui.task.DirectTasks;

/// Changes of rows that are gathered and saved, on a real database.
class EditingViewModelTest {
  private final DirectTasks tasks = new DirectTasks();
  private final Workbench workbench = new Workbench(OpenDatabase::open, tasks);
  private final GridViewModel grid = new GridViewModel(workbench, new Beside(tasks));
  private final EditingViewModel editing = grid.editing();
  private Shown.Table table;
  private String file = "";

  @BeforeEach
  void open(@TempDir Path folder) throws Exception {
    file = MusicFile.in(folder, 300);
    grid.shownProperty()
        .subscribe(shown -> {
          if (shown instanceof Shown.Table it) {
            table = editing.covered(it);
          }
        });
    workbench.open(file, true);
    workbench.ask("Album.objects.order_by(\"id\")");
    editing.toggle();
    assertThat(editing.canEdit().get()).isTrue();
  }

  @AfterEach
  void close() {
    workbench.close();
  }

  private int column(String name) {
    for (int i = 0; i < table.columns().size(); i++) {
      if (table.columns().get(i).name().equals(name)) {
        return i;
      }
    }
    throw new AssertionError(name);
  }

  private String type(int row, String column, String text) {
    return editing.type(editing.edit(row, column(column)).orElseThrow(), text);
  }

  private String cell(int row, String column) {
    return table.rows().get(row).cell(column(column)).text();
  }

  private List<String> column(int rows, String name) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      texts.add(cell(i, name));
    }
    return texts;
  }

  @Test
  void whatIsTypedIsShownAndMarkedUntilItIsSaved() {
    assertThat(type(0, "title", "Rock")).isEmpty();
    assertThat(type(1, "price", "9.99")).isEmpty();
    assertThat(cell(0, "title")).isEqualTo("Rock");
    assertThat(editing.words()).isEqualTo("2 changes");
    assertThat(editing.mark(0, column("title"))).isEqualTo(Mark.CHANGED);
    assertThat(editing.mark(0, column("price"))).isEqualTo(Mark.NONE);
    assertThat(editing.mark(0, -1)).isEqualTo(Mark.CHANGED);
    assertThat(editing.note(0, column("title"))).isEqualTo("Was For Those About To Rock");
    editing.save();
    assertThat(editing.hasChanges().get()).isFalse();
    assertThat(cell(0, "title")).isEqualTo("Rock");
    assertThat(editing.mark(0, column("title"))).isEqualTo(Mark.NONE);
    assertThat(cell(1, "price")).isEqualTo("9.99");
  }

  @Test
  void wrongTextIsRefusedWithItsReason() {
    assertThat(type(0, "price", "12345.00"))
        .isEqualTo("price takes at most 4 digits before the decimal point; this has 5.");
    assertThat(type(0, "released", "1981-02-31"))
        .isEqualTo("“1981-02-31” is no date of the calendar.");
    assertThat(type(0, "title", "x".repeat(161)))
        .isEqualTo("title takes at most 160 characters; this has 161.");
    assertThat(editing.hasChanges().get()).isFalse();
  }

  @Test
  void eachChangeIsTakenBackAndMadeAgain() {
    type(0, "title", "a");
    type(0, "title", "b");
    editing.undo();
    assertThat(cell(0, "title")).isEqualTo("a");
    editing.undo();
    assertThat(cell(0, "title")).isEqualTo("For Those About To Rock");
    editing.redo();
    editing.redo();
    assertThat(cell(0, "title")).isEqualTo("b");
  }

  @Test
  void rowsAreAddedAndRepeatedWithKeysOfTheirOwn() {
    editing.addRow();
    assertThat(table.rows()).hasSize(6);
    assertThat(cell(5, "id")).isEqualTo("automatic");
    assertThat(cell(5, "title")).isEqualTo("required");
    assertThat(editing.mark(5, -1)).isEqualTo(Mark.ADDED);
    editing.save();
    assertThat(editing.troubleProperty().get())
        .isEqualTo("title needs a value: it cannot be null and has no default. And 1 more.");
    assertThat(editing.mark(5, column("title"))).isEqualTo(Mark.WRONG);
    assertThat(grid.selection().column()).isEqualTo(column("title"));
    type(5, "title", "New");
    type(5, "is_live", "yes");
    grid.selection().select(0, 0);
    editing.duplicateRows();
    assertThat(cell(6, "title")).isEqualTo("For Those About To Rock");
    editing.save();
    assertThat(table.rows()).hasSize(7);
    assertThat(column(7, "id")).containsExactly("1", "2", "3", "4", "5", "6", "7");
  }

  @Test
  void nullEmptyAndTruthAreSetByKeys() {
    grid.selection().select(0, column("notes"));
    editing.setEmpty();
    assertThat(cell(0, "notes")).isEqualTo("''");
    editing.setNull();
    assertThat(editing.hasChanges().get()).isFalse();
    grid.selection().select(0, column("title"));
    editing.setNull();
    assertThat(editing.troubleProperty().get()).isEqualTo("title cannot be null.");
    grid.selection().select(0, column("is_live"));
    editing.turn();
    assertThat(cell(0, "is_live")).isEqualTo("✓");
    editing.turn();
    assertThat(cell(0, "is_live")).isEqualTo("✗");
  }

  @Test
  void pastedCellsFillFromTheChosenOneAndGoOnInNewRows() {
    grid.selection().select(4, column("title"));
    editing.paste("A\t1\nB\t2\n\"C\nD\"\t3\n");
    assertThat(editing.troubleProperty().get()).isEmpty();
    assertThat(cell(4, "title")).isEqualTo("A");
    assertThat(cell(5, "title")).isEqualTo("B");
    assertThat(cell(6, "title")).isEqualTo("C ↵ D");
    assertThat(editing.words()).isEqualTo("4 changes");
  }

  @Test
  void aForeignKeyIsFoundByItsWordsOrItsKey() {
    CellEdit edit = editing.edit(4, column("artist")).orElseThrow();
    assertThat(edit.way()).isEqualTo(CellEdit.Way.LINK);
    List<List<Pick>> found = new ArrayList<>();
    for (String text : List.of("", "bj", "2")) {
      editing.search(edit, text, found::add, error -> found.add(List.of(new Pick(0, error, ""))));
    }
    assertThat(found.get(0)).hasSize(3);
    assertThat(found.get(1)).containsExactly(new Pick(3L, "Björk", "3"));
    assertThat(found.get(2)).containsExactly(new Pick(2L, "Accept", "2"));
    editing.pick(edit, found.get(1).getFirst());
    assertThat(cell(4, "artist")).isEqualTo("Björk");
    editing.save();
    assertThat(cell(4, "artist")).isEqualTo("Björk");
  }

  @Test
  void whatDependsOnARowIsLookedUpBeforeItIsRemoved() {
    grid.selection().selectRow(0);
    editing.removeRows();
    assertThat(editing.mark(0, 0)).isEqualTo(Mark.REMOVED);
    editing.removeRows();
    assertThat(editing.hasChanges().get()).isFalse();
    workbench.ask("Artist.objects.order_by(\"id\")");
    grid.selection().selectRow(0);
    editing.removeRows();
    assertThat(editing.questionProperty().get())
        .isInstanceOfSatisfying(
            Question.Remove.class,
            remove -> {
              assertThat(remove.isRefused()).isTrue();
              assertThat(remove.lines().getFirst().count()).isEqualTo("2 rows of Album");
              assertThat(remove.lines().getFirst().examples())
                  .isEqualTo("For Those About To Rock, Let There Be Rock");
            });
  }

  @Test
  void whatWouldLoseChangesIsHeld() {
    type(0, "title", "Kept");
    workbench.ask("Artist.objects.all()");
    assertThat(workbench.textProperty().get()).startsWith("Album");
    assertThat(editing.questionProperty().get()).isInstanceOf(Question.Leave.class);
    editing.saveAndGo();
    assertThat(workbench.textProperty().get()).startsWith("Artist");
    assertThat(workbench.database().orm().objects("Album").get("pk", 1L).get("title"))
        .isEqualTo("Kept");
  }

  @Test
  void sharedColumnsAreAddedWithoutLosingChanges() {
    type(0, "title", "Kept");
    grid.show(grid.sheet());
    assertThat(cell(0, "title")).isEqualTo("Kept");
  }

  @Test
  void aReadOnlyDatabaseIsOpenedAgainOnlyWhereTheUserSaysSo(@TempDir Path other) throws Exception {
    String path = Chinook.copyTo(other).toString();
    workbench.open(path, false);
    workbench.ask("Genre.objects.all()");
    assertThat(editing.unlockedProperty().get()).isFalse();
    editing.toggle();
    assertThat(editing.questionProperty().get()).isInstanceOf(Question.ReadOnly.class);
    assertThat(editing.canEdit().get()).isFalse();
    editing.reopen();
    assertThat(editing.canEdit().get()).isTrue();
    assertThat(workbench.textProperty().get()).isEqualTo("Genre.objects.all()");
    workbench.ask("PlaylistTrack.objects.all()");
    assertThat(editing.reasonProperty().get()).isEmpty();
    grid.selection().select(0, 0);
    editing.removeRows();
    assertThat(editing.questionProperty().get()).isNull();
    assertThat(editing.troubleProperty().get()).isEmpty();
    assertThat(editing.words()).isEqualTo("1 change");
    editing.discard();
  }

  @Test
  void rowsThatCannotBeChangedSayWhy() {
    workbench.ask("Album.objects.values(\"title\")");
    assertThat(editing.reasonProperty().get()).startsWith("These are values, not objects");
    workbench.ask("Album.objects.order_by(\"id\").annotate(n=Count(\"artist\"))");
    assertThat(editing.whyNot(0, column("n"))).startsWith("This column is computed");
    assertThat(editing.whyNot(0, column("id"))).startsWith("The primary key says which Album");
    assertThat(editing.whyNot(0, column("title"))).isEmpty();
  }
}
