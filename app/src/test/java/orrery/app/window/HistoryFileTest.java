package orrery.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.ui.PastQueries;
import orrery.ui.PastQuery;

class HistoryFileTest {
  @TempDir Path folder;

  private static PastQuery query(int i) {
    return new PastQuery(
        Instant.ofEpochSecond(i),
        "music",
        "/music.sqlite",
        "A.objects\n.all() #" + i,
        i,
        2,
        20,
        true,
        "");
  }

  @Test
  void whatWasRunIsThereAgainTheLastFirst() throws IOException {
    HistoryFile history = new HistoryFile(folder.resolve("deep/er"));
    assertThat(history.load()).isEmpty();
    history.add(query(1));
    history.add(query(2));
    assertThat(new HistoryFile(folder.resolve("deep/er")).load())
        .containsExactly(query(2), query(1));
  }

  @Test
  void aTornLineIsPassedOverAndWhatComesAfterIsRead() throws IOException {
    HistoryFile history = new HistoryFile(folder);
    history.add(query(1));
    Files.writeString(
        folder.resolve("history.jsonl"), "{\"at\": \"20\n{}\n", StandardOpenOption.APPEND);
    history.add(query(2));
    assertThat(history.load()).containsExactly(query(2), query(1));
  }

  @Test
  void itIsCutBeforeItGrowsWithoutEnd() throws IOException {
    HistoryFile history = new HistoryFile(folder);
    history.add(query(1));
    String line = Files.readString(folder.resolve("history.jsonl")).strip();
    Files.write(
        folder.resolve("history.jsonl"),
        Stream.generate(() -> line).limit(PastQueries.MOST * 2 + 1).toList());
    assertThat(history.load()).hasSize(PastQueries.MOST);
    assertThat(Files.readAllLines(folder.resolve("history.jsonl"))).hasSize(PastQueries.MOST);
  }

  @Test
  void aPasswordIsNeverWritten() throws IOException {
    HistoryFile history = new HistoryFile(folder);
    history.add(
        new PastQuery(
            Instant.EPOCH,
            "orders",
            "jdbc:postgresql://ada:secret@host/orders",
            "A",
            1,
            1,
            1,
            false,
            ""));
    assertThat(Files.readString(folder.resolve("history.jsonl"))).doesNotContain("secret");
  }
}
