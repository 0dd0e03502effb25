package orrery.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.orm.Chinook;
import orrery.orm.OpenDatabase;

/// `orrery import` on a real database.
class ImportCommandTest {

  @TempDir Path folder;

  private long genres(Path database) {
    try (OpenDatabase open = OpenDatabase.open(database.toString(), false)) {
      return open.orm().objects("Genre").count();
    }
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("genres.csv"), text);
  }

  @Test
  void aFileIsTakenInWholeOrNotAtAll() throws IOException {
    Path database = Chinook.copyTo(folder);
    long before = genres(database);
    Terminal done =
        Terminal.take(database.toString(), "Genre", file("name\nKraut\nDrone\n").toString());
    assertThat(done.err()).isEmpty();
    assertThat(done.out()).isEqualTo("2 rows imported into Genre\n");
    assertThat(done.status()).isZero();
    Terminal wrong =
        Terminal.take(
            database.toString(), "Genre", file("name\nFine\n" + "x".repeat(200)).toString());
    assertThat(wrong.status()).isEqualTo(2);
    assertThat(wrong.err())
        .isEqualTo(
            """
            Line 3, name: name takes at most 120 characters; this has 200.
            Nothing was imported.
            """);
    assertThat(genres(database)).isEqualTo(before + 2);
  }

  @Test
  void theMappingIsToldAndChangedWithoutWriting() throws IOException {
    Path database = Chinook.copyTo(folder);
    long before = genres(database);
    Path file = file("nr;Titel\n100;Kraut\n");
    Terminal unknown = Terminal.take(database.toString(), "Genre", file.toString());
    assertThat(unknown.err()).contains("say which with --map field=column");
    Terminal told =
        Terminal.take(
            database.toString(), "Genre", file.toString(), "--map", "name=Titel", "--dry-run");
    assertThat(told.out()).isEqualTo("Titel → name\nleft out: nr\n");
    assertThat(genres(database)).isEqualTo(before);
    Terminal nearly =
        Terminal.take(database.toString(), "Genre", file.toString(), "--map", "nmae=Titel");
    assertThat(nearly.err()).contains("has no field named 'nmae'").contains("'name'");
  }
}
