package orrery.app.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import orrery.orm.OpenDatabase;
import orrery.orm.Parts;
import orrery.orm.Preview;
import orrery.orm.chain.Parsed;
import orrery.orm.chain.Parser;
import orrery.orm.chain.Printer;
import orrery.orm.db.Action;
import orrery.orm.db.QueryLog;
import orrery.orm.error.OrmError;
import orrery.orm.query.Chain;
import orrery.orm.query.Step;
import orrery.orm.query.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `orrery query`: runs a chain and writes rows, statements and their number.
@Command(
    name = "query",
    description = "Runs a chain and shows rows, SQL and the number of queries.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "A chain of - reads chains from standard input, one a line, and writes one JSON object a line.",
      "",
      "Example:",
      "  orrery query sample 'Book.objects.filter(price__lt=10).order_by(\"title\")[:5]'"
    })
public final class QueryCommand implements Callable<Integer> {

  /// How an answer is written.
  enum Format {
    /// For people.
    table,
    /// For programs, with everything.
    json,
    /// For spreadsheets.
    csv,
    /// Only the SQL, without running it.
    sql
  }

  private final PrintStream out;
  private final PrintStream err;
  private final boolean terminal;

  @Parameters(
      index = "0",
      paramLabel = "<database>",
      description = "A SQLite file, a JDBC URL, or the word sample.")
  private String database = "";

  @Parameters(
      index = "1",
      paramLabel = "<chain>",
      description = "What to ask, or - to read chains.")
  private String chain = "";

  @Option(
      names = "--format",
      description =
          "${COMPLETION-CANDIDATES}; table where standard output is a terminal, else json.")
  private @Nullable Format format;

  @Option(names = "--write", description = "Lets the chain change rows; else the database refuses.")
  private boolean write;

  @Option(
      names = "--param",
      paramLabel = "NAME=VALUE",
      description = "A value for a Param(\"NAME\") of the chain; may be given several times.")
  private Map<String, String> values = new LinkedHashMap<>();

  @Option(
      names = "--limit",
      paramLabel = "N",
      converter = Limit.class,
      description = "Gives at most N rows.")
  private int limit = -1;

  /// Makes the command.
  ///
  /// @param terminal whether `out` is a terminal, where people read
  public QueryCommand(PrintStream out, PrintStream err, boolean terminal) {
    this.out = out;
    this.err = err;
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Format chosen = format != null ? format : terminal ? Format.table : Format.json;
    boolean many = chain.equals("-");
    try (OpenDatabase open = Location.open(database, write)) {
      return many ? all(open) : one(open, chosen);
    } catch (OrmError e) {
      return fail(e, many ? Format.json : chosen);
    }
  }

  private int fail(OrmError error, Format chosen) throws IOException {
    err.println(Failure.line(error) + (write ? "" : Failure.hint(error)));
    if (chosen == Format.json) {
      try (JsonGenerator json = json(new PrintWriter(out, false, StandardCharsets.UTF_8), true)) {
        new JsonAnswer(json).write(error);
      }
      out.println();
    }
    out.flush();
    return Failure.status(error);
  }

  private int one(OpenDatabase open, Format chosen) throws IOException {
    if (chosen == Format.sql) {
      return sql(open);
    }
    Parsed parsed = Parser.parse(chain);
    try (QueryLog.Capture sent = open.log().capture()) {
      PrintWriter writer = new PrintWriter(out, false, StandardCharsets.UTF_8);
      return switch (chosen) {
        case json -> json(open, parsed, sent, writer, true);
        case table -> {
          try (Parts parts = run(parsed, () -> open.runner().parts(limited(open, parsed)))) {
            new TableAnswer(writer).write(parts, sent::entries);
          }
          yield Failure.DONE;
        }
        case csv -> {
          try (Parts parts = run(parsed, () -> open.runner().parts(limited(open, parsed)))) {
            new CsvAnswer(writer).write(parts);
          }
          yield Failure.DONE;
        }
        case sql -> throw new AssertionError(chosen);
      };
    }
  }

  /// Writes the answer as it is read. What fails after the first rows is said behind them.
  private int json(
      OpenDatabase open, Parsed parsed, QueryLog.Capture sent, PrintWriter writer, boolean pretty)
      throws IOException {
    try (Parts parts = run(parsed, () -> open.runner().parts(limited(open, parsed)))) {
      run(parsed, parts::hasNext);
      Optional<OrmError> error;
      try (JsonGenerator json = json(writer, pretty)) {
        error = new JsonAnswer(json).write(parts, sent::entries);
      }
      writer.println();
      writer.flush();
      error.ifPresent(e -> err.println(Failure.line(e)));
      return error.map(Failure::status).orElse(Failure.DONE);
    }
  }

  private Chain limited(OpenDatabase open, Parsed parsed) {
    Chain asked = open.runner().bind(parsed.chain(), values);
    return limit >= 0 && asked.terminal() instanceof Terminal.Fetch
        ? new Chain(asked.query().with(new Step.Slice(0, OptionalInt.of(limit))))
        : asked;
  }

  private static <T> T run(Parsed parsed, Supplier<T> work) {
    try {
      return new Action("query").call(work::get);
    } catch (OrmError e) {
      throw parsed.place(e);
    }
  }

  private int sql(OpenDatabase open) {
    Preview preview = open.runner().preview(chain, values);
    if (preview.error().isPresent()) {
      throw preview.error().get();
    }
    if (limit >= 0) {
      preview = open.runner().preview(Printer.print(limited(open, Parser.parse(chain))));
    }
    for (Preview.Statement statement : preview.statements()) {
      if (preview.statements().size() > 1) {
        out.println("-- " + statement.reason().text());
      }
      out.println(
          orrery.orm.dialect.Interpolator.interpolate(statement.sql(), open.database().dialect()));
    }
    if (preview.statements().isEmpty()) {
      err.println("Nothing would be sent: no row can match.");
    }
    return Failure.DONE;
  }

  private int all(OpenDatabase open) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    PrintWriter writer = new PrintWriter(out, false, StandardCharsets.UTF_8);
    String line = in.readLine();
    // Who reads the answers may have had enough; then there is nobody to answer.
    while (line != null && !writer.checkError()) {
      String text = line.startsWith("\uFEFF") ? line.substring(1) : line;
      if (!text.isBlank() && !text.stripLeading().startsWith("#")) {
        answer(open, text, writer);
      }
      line = in.readLine();
    }
    return Failure.DONE;
  }

  private void answer(OpenDatabase open, String line, PrintWriter writer) throws IOException {
    try (QueryLog.Capture sent = open.log().capture()) {
      json(open, Parser.parse(line), sent, writer, false);
    } catch (OrmError e) {
      try (JsonGenerator json = json(writer, false)) {
        new JsonAnswer(json).write(e);
      }
      writer.println();
      writer.flush();
    } catch (RuntimeException | StackOverflowError e) {
      // A fault of the program in one chain must not cost the answers to all others.
      e.printStackTrace(err);
      try (JsonGenerator json = json(writer, false)) {
        new JsonAnswer(json).write("InternalError", e.toString());
      }
      writer.println();
      writer.flush();
    }
  }

  private static JsonGenerator json(Writer writer, boolean pretty) throws IOException {
    JsonGenerator json = new JsonFactory().createGenerator(writer);
    json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentArraysWith(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE);
    json.setPrettyPrinter(pretty ? printer : new MinimalPrettyPrinter());
    return json;
  }
}
