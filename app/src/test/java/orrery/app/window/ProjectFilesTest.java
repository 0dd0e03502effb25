package orrery.app.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.ui.Layout;
import orrery.ui.Project;
import orrery.ui.SavedQuery;

class ProjectFilesTest {
  @TempDir Path folder;

  private ProjectFiles files;
  private Path file;

  @BeforeEach
  void make() {
    files = new ProjectFiles(folder.resolve("own"));
    file = folder.resolve("work/music.orrery");
  }

  private Project project(String location) {
    return new Project(
        location,
        true,
        List.of(
            new SavedQuery("Ähnlich", "A/B", "Album.objects\n  .filter(a=\"\\n\")", "Why."),
            new SavedQuery(
                "B", "", "Artist.objects.all()", "", Map.of("n", "1", "a", "x, y"), "{}")),
        List.of("Track.objects.all()"),
        Optional.of(new Layout(true, false, true, 0.2, 0.3, 0.75, 0.5, 0.4)),
        "{}");
  }

  @Test
  void whatIsWrittenIsReadAgainAndWrittenTheSame() throws IOException {
    Project project = project(folder.resolve("work/data/music.sqlite").toString());
    files.write(file, project);
    String first = Files.readString(file);
    assertThat(files.read(file)).isEqualTo(project);
    files.write(file, files.read(file));
    assertThat(file).hasContent(first);
    try (var inside = Files.list(file.getParent())) {
      assertThat(inside).containsExactly(file);
    }
  }

  @Test
  void theTextHasItsKeysInOrderAndAnItemALine() throws IOException {
    files.write(file, project(folder.resolve("work/data/music.sqlite").toString()));
    assertThat(Files.readString(file))
        .startsWith(
            """
            {
              "connection": {
                "location": "data/music.sqlite",
                "write": true
              },
              "format": 1,
              "layout": {
                "builder": false,
            """)
        .contains(
            """
                {
                  "about": "Why.",
                  "chain": [
                    "Album.objects",
                    "  .filter(a=\\"\\\\n\\")"
                  ],
                  "folder": "A/B",
                  "name": "Ähnlich"
                },
            """)
        .endsWith("}\n");
  }

  @Test
  void aProjectAndItsDatabaseCanBeMovedTogether() throws IOException {
    files.write(file, project(folder.resolve("work/music.sqlite").toString()));
    Path moved = folder.resolve("elsewhere");
    Files.move(file.getParent(), moved);
    assertThat(files.read(moved.resolve("music.orrery")).location())
        .isEqualTo(moved.resolve("music.sqlite").toString());
  }

  @Test
  void aPasswordIsNeverWritten() throws IOException {
    files.write(file, project("jdbc:postgresql://ada:secret@localhost/orders?password=secret"));
    assertThat(Files.readString(file)).doesNotContain("secret").contains("localhost/orders");
  }

  @Test
  void whatIsNotKnownIsKept() throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        """
        {"zoom": {"a": null, "b": [1, 2]}, "connection": {"location": "sample"},
         "queries": [{"name": "A", "chain": "B.objects.all()", "stars": 5}]}
        """);
    Project read = files.read(file);
    assertThat(read.layout()).isEmpty();
    files.write(file, read);
    assertThat(Files.readString(file)).contains("\"stars\": 5").contains("\"zoom\": {");
    assertThat(files.read(file)).isEqualTo(read);
  }

  @Test
  void aBrokenFileIsToldAndLeftAsItWas() throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "{\n  \"connection\": {\n    \"location\" \"x\"\n");
    assertThatThrownBy(() -> files.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("music.orrery is no project: line 3 is no JSON (");
    assertThat(file).hasContent("{\n  \"connection\": {\n    \"location\" \"x\"\n");
    Files.writeString(file, "[]");
    assertThatThrownBy(() -> files.read(file)).hasMessageContaining("it names no connection");
    Files.writeString(file, "{\"format\": 2, \"connection\": {\"location\": \"x\"}}");
    assertThatThrownBy(() -> files.read(file)).hasMessageContaining("a newer Orrery");
    assertThatThrownBy(() -> files.read(folder.resolve("none.orrery")))
        .hasMessageContaining("There is no project at");
  }

  @Test
  void theSampleComesWithItsQueries() {
    Project fresh = files.fresh("sample", false);
    assertThat(fresh.queries()).hasSizeGreaterThan(10);
    assertThat(fresh.queries()).allMatch(query -> !query.folder().isEmpty());
    assertThat(files.own("sample")).isNotEqualTo(files.own("/other"));
    assertThat(files.own("sample")).isEqualTo(files.own("sample"));
  }
}
