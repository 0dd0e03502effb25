package orrery.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.orm.Chinook;

/// The command line as a whole: help, versions, and arguments that are wrong.
class MainTest {

  private record Done(int status, String out, String err) {}

  private static Done orrery(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status =
        Main.commandLine(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false)
            .execute(args);
    return new Done(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  @Test
  void helpNamesEveryCommandAndEachCommandHasItsOwn() {
    Done help = orrery("--help");
    assertThat(help.status()).isZero();
    for (String command : new String[] {"query", "models", "export", "open", "tour"}) {
      assertThat(help.out()).contains("  " + command);
      Done own = orrery(command, "--help");
      assertThat(own.status()).isZero();
      assertThat(own.out()).startsWith("Usage: orrery " + command);
    }
    assertThat(orrery("--version").out()).startsWith("Orrery ");
  }

  @Test
  void aWrongArgumentIsOneLineAndAnErrorObjectWhereJsonIsAskedFor() throws IOException {
    Done wrong =
        orrery("query", "x.sqlite", "A.objects.all()", "--limit", "-1", "--format", "json");
    assertThat(wrong.status()).isEqualTo(2);
    assertThat(wrong.err())
        .isEqualTo(
            "ValueError: Invalid value for option '--limit': '-1' is no number of rows. See `orrery"
                + " query --help`.\n");
    JsonNode error = new JsonMapper().readTree(wrong.out()).path("error");
    assertThat(error.path("type").asText()).isEqualTo("ValueError");
    assertThat(error.path("message").asText()).contains("'-1'");
  }

  @Test
  void aMissingArgumentAndAnUnknownOptionAreNamed() {
    Done missing = orrery("query", "x.sqlite", "--format", "csv");
    assertThat(missing.status()).isEqualTo(2);
    assertThat(missing.err())
        .startsWith("TypeError: Missing required parameter: '<chain>'.")
        .hasLineCount(1);
    assertThat(missing.out()).isEmpty();
    Done unknown = orrery("models", "x.sqlite", "--formt", "json");
    assertThat(unknown.status()).isEqualTo(2);
    assertThat(unknown.err()).contains("--formt", "Did you mean '--format'?").hasLineCount(1);
    assertThat(orrery("frobnicate").status()).isEqualTo(2);
  }

  @Test
  void aLimitLargerThanAnyAnswerMeansAllRows(@TempDir Path folder) throws IOException {
    Done all =
        orrery(
            "query",
            Chinook.copyTo(folder).toString(),
            "Genre.objects.values_list('name', flat=True)",
            "--limit",
            "99999999999999999999",
            "--format",
            "csv");
    assertThat(all.status()).isZero();
    assertThat(all.out().lines()).hasSize(26);
  }
}
