package orrery.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;

/// What a command wrote and how it ended.
record Terminal(int status, String out, String err) {

  /// Runs `orrery query` with `args`.
  static Terminal query(String... args) {
    return run((out, err) -> new QueryCommand(out, err, false), args);
  }

  /// Runs `orrery query` with `args` and the lines of `input` on standard input.
  static Terminal queryReading(List<String> input, String... args) {
    InputStream before = System.in;
    byte[] bytes = String.join("\n", input).getBytes(StandardCharsets.UTF_8);
    System.setIn(new ByteArrayInputStream(bytes));
    try {
      return query(args);
    } finally {
      System.setIn(before);
    }
  }

  /// Runs `orrery models` with `args`.
  static Terminal models(String... args) {
    return run(ModelsCommand::new, args);
  }

  /// Runs `orrery export` with `args`.
  static Terminal export(String... args) {
    return run(ExportCommand::new, args);
  }

  /// Runs `orrery import`.
  static Terminal take(String... args) {
    return run(ImportCommand::new, args);
  }

  private interface Maker {
    Object make(PrintStream out, PrintStream err);
  }

  private static Terminal run(Maker maker, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream outStream = new PrintStream(out, true, StandardCharsets.UTF_8);
    PrintStream errStream = new PrintStream(err, true, StandardCharsets.UTF_8);
    int status =
        new CommandLine(maker.make(outStream, errStream))
            .setOut(new PrintWriter(outStream, true, StandardCharsets.UTF_8))
            .setErr(new PrintWriter(errStream, true, StandardCharsets.UTF_8))
            .setParameterExceptionHandler(new WrongArguments(false))
            .execute(args);
    return new Terminal(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /// Returns what was written, as JSON.
  JsonNode json() throws IOException {
    return new JsonMapper().readTree(out);
  }

  /// Returns each line that was written, as JSON.
  List<JsonNode> jsonLines() {
    return out.lines()
        .<JsonNode>map(line -> {
          try {
            return new JsonMapper().readTree(line);
          } catch (IOException e) {
            throw new AssertionError(line, e);
          }
        })
        .toList();
  }
}
