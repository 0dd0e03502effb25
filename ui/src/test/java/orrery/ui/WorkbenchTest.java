package orrery.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.orm.Chinook;
import orrery.orm.OpenDatabase;
import orrery.orm.Result;
import orrery.orm.db.QueryLog;
import orrery.orm.db.Reason;
import orrery.orm.error.PasswordRequired;
import orrery.ui.task.DirectTasks;

/// What is open and what is asked, on one thread.
class WorkbenchTest {
  @TempDir Path folder;

  private final Workbench workbench = new Workbench(OpenDatabase::open, new DirectTasks());

  @BeforeEach
  void open() throws IOException {
    workbench.open(Chinook.copyTo(folder).toString(), false);
  }

  @AfterEach
  void close() {
    workbench.close();
  }

  @Test
  void saysWhatIsOpen() {
    Opened opened = Objects.requireNonNull(workbench.openedProperty().get());
    assertThat(opened.title()).isEqualTo("chinook.sqlite");
    assertThat(opened.readOnly()).isTrue();
    assertThat(opened.product()).startsWith("SQLite 3.");
    assertThat(workbench.modelsProperty().get().all()).hasSize(11);
  }

  @Test
  void whatCannotBeOpenedLeavesWhatIs() {
    workbench.open(folder.resolve("none.db").toString(), false);
    assertThat(workbench.openStateProperty().get())
        .isInstanceOfSatisfying(
            OpenState.Failed.class,
            failed -> assertThat(failed.trouble().sentence()).startsWith("No such file"));
    assertThat(workbench.isOpen().get()).isTrue();
    workbench.stopOpening();
    assertThat(workbench.openStateProperty().get()).isInstanceOf(OpenState.Idle.class);
  }

  @Test
  void aPasswordIsForTheOpenerAlone() {
    String url = "jdbc:postgresql://host/shop?user=me&password=secret";
    List<String> given = new ArrayList<>();
    Opener asking =
        (location, _) -> {
          given.add(location);
          throw new PasswordRequired("shop on host asks for a password.", null);
        };
    Workbench other = new Workbench(asking, new DirectTasks());
    other.open(url, false);
    assertThat(given).containsExactly(url);
    assertThat(other.openStateProperty().get())
        .isInstanceOfSatisfying(
            OpenState.Failed.class,
            failed -> {
              assertThat(failed.password()).isTrue();
              assertThat(failed.location()).isEqualTo("jdbc:postgresql://host/shop?user=me");
            });
  }

  @Test
  void theSqlFollowsTheTextBeforeAnythingRuns() {
    long before = log().count();
    workbench.textProperty().set("Artist.objects.filter(name__startswith=\"A\")");
    assertThat(workbench.previewProperty().get().statements())
        .singleElement()
        .satisfies(one -> assertThat(one.sql().text()).contains("LIKE"));
    assertThat(workbench.troubleProperty().get()).isNull();
    assertThat(log().count()).isEqualTo(before);
  }

  @Test
  void anAnswerHasRowsAndTheirCost() {
    workbench.ask("Album.objects.filter(artist__name=\"AC/DC\").prefetch_related(\"track_set\")");
    Answer answer = Objects.requireNonNull(workbench.answerProperty().get());
    assertThat(answer.result())
        .isInstanceOfSatisfying(
            Result.Objects.class, objects -> assertThat(objects.rows()).hasSize(2));
    assertThat(answer.more()).isFalse();
    assertThat(answer.cost().queries()).isEqualTo(2);
    assertThat(workbench.lastCostProperty().get()).isEqualTo(answer.cost());
    assertThat(log().entries().getLast().reason()).isEqualTo(Reason.prefetch("track_set"));
    assertThat(log().entries().get(log().entries().size() - 2).reason()).isEqualTo(Reason.USER);
  }

  @Test
  void ofManyRowsThereIsOnePageAndTheWordThatThereAreMore() {
    workbench.show("Track");
    Answer answer = Objects.requireNonNull(workbench.answerProperty().get());
    assertThat(answer.result())
        .isInstanceOfSatisfying(
            Result.Objects.class, objects -> assertThat(objects.rows()).hasSize(Workbench.PAGE));
    assertThat(answer.more()).isTrue();
  }

  @Test
  void theTotalCountsTheOpeningAndEveryRun() {
    int opening = workbench.totalCostProperty().get().queries();
    assertThat(opening).isPositive();
    workbench.ask("Genre.objects.count()");
    workbench.ask("Genre.objects.all()");
    assertThat(workbench.totalCostProperty().get().queries()).isEqualTo(opening + 2);
  }

  @Test
  void aWrongNameIsSaidBeforeAnythingRunsAndTheLastAnswerStays() {
    workbench.show("Genre");
    Answer good = workbench.answerProperty().get();
    long before = log().count();
    workbench.ask("Album.objects.filter(artist__nmae=\"x\")");
    Trouble trouble = Objects.requireNonNull(workbench.troubleProperty().get());
    assertThat(trouble.type()).isEqualTo("FieldError");
    assertThat(trouble.suggestion()).contains("name");
    assertThat(trouble.line()).isEqualTo(1);
    assertThat(trouble.column()).isEqualTo("Album.objects.filter(artist__".length() + 1);
    assertThat(workbench.runStateProperty().get()).isInstanceOf(RunState.Failed.class);
    assertThat(workbench.answerProperty().get()).isSameAs(good);
    assertThat(log().count()).isEqualTo(before);
  }

  @Test
  void theSuggestedNameTakesThePlaceOfTheWrongOne() {
    workbench.textProperty().set("Album.objects.filter(artist__nmae__icontains=\"x\")");
    assertThat(workbench.fix()).isTrue();
    assertThat(workbench.textProperty().get())
        .isEqualTo("Album.objects.filter(artist__name__icontains=\"x\")");
    assertThat(workbench.caretProperty().get())
        .isEqualTo("Album.objects.filter(artist__name".length());
    assertThat(workbench.fix()).isFalse();
  }

  @Test
  void whatTheDatabaseRefusesIsSaidAndCounted() {
    workbench.ask("Album.objects.get(title__startswith=\"A\")");
    assertThat(workbench.runStateProperty().get())
        .isInstanceOfSatisfying(
            RunState.Failed.class,
            failed -> assertThat(failed.trouble().type()).isEqualTo("MultipleObjectsReturned"));
    assertThat(workbench.lastCostProperty().get().queries()).isEqualTo(1);
  }

  @Test
  void goesBackAndForwardOverWhatWasAsked() {
    workbench.show("Genre");
    workbench.show("Artist");
    workbench.back();
    assertThat(workbench.textProperty().get()).isEqualTo("Genre.objects.all()");
    assertThat(workbench.asked().canGoForward().get()).isTrue();
    workbench.forward();
    assertThat(workbench.textProperty().get()).isEqualTo("Artist.objects.all()");
    assertThat(Objects.requireNonNull(workbench.answerProperty().get()).text())
        .isEqualTo("Artist.objects.all()");
  }

  @Test
  void writesWhereTheCaretStands() {
    workbench.textProperty().set("Album.objects.filter()");
    workbench.caretProperty().set("Album.objects.filter(".length());
    workbench.insert("title");
    assertThat(workbench.textProperty().get()).isEqualTo("Album.objects.filter(title)");
    assertThat(workbench.caretProperty().get()).isEqualTo("Album.objects.filter(title".length());
  }

  @Test
  void closingForgetsEverything() {
    workbench.show("Genre");
    workbench.close();
    assertThat(workbench.database()).isNull();
    assertThat(workbench.modelsProperty().get().all()).isEmpty();
    assertThat(workbench.textProperty().get()).isEmpty();
    assertThat(workbench.answerProperty().get()).isNull();
    assertThat(workbench.runStateProperty().get()).isInstanceOf(RunState.Idle.class);
    assertThat(workbench.totalCostProperty().get()).isEqualTo(Cost.NONE);
    workbench.run();
    assertThat(workbench.runStateProperty().get()).isInstanceOf(RunState.Idle.class);
  }

  private QueryLog log() {
    return Objects.requireNonNull(workbench.database()).log();
  }
}
