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
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import orrery.orm.OpenDatabase;
import orrery.orm.Preview;
import orrery.orm.Result;
import orrery.orm.chain.Parsed;
import orrery.orm.chain.Parser;
import orrery.orm.db.Action;
import orrery.orm.db.QueryLog;
import orrery.orm.error.OrmError;
import orrery.orm.query.Chain;
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
    try (OpenDatabase open = OpenDatabase.open(Location.of(database), write)) {
      return many ? all(open) : one(open, chosen);
    } catch (OrmError e) {
      return fail(e, many ? Format.json : chosen);
    }
  }

  private int fail(OrmError error, Format chosen) throws IOException {
    err.println(Failure.line(error));
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
      Result result = run(open, parsed);
      PrintWriter writer = new PrintWriter(out, false, StandardCharsets.UTF_8);
      switch (chosen) {
        case json -> {
          try (JsonGenerator json = json(writer, true)) {
            new JsonAnswer(json).write(result, sent.entries());
          }
          writer.println();
          writer.flush();
        }
        case table -> new TableAnswer(writer).write(result, sent.entries());
        case csv -> new CsvAnswer(writer).write(result);
        case sql -> throw new AssertionError(chosen);
      }
    }
    return Failure.DONE;
  }

  private Result run(OpenDatabase open, Parsed parsed) {
    Chain asked = parsed.chain();
    try {
      return new Action("query")
          .call(() -> limit >= 0 ? open.runner().page(asked, 0, limit) : open.runner().run(asked));
    } catch (OrmError e) {
      throw parsed.place(e);
    }
  }

  private int sql(OpenDatabase open) {
    Preview preview = open.runner().preview(chain);
    if (preview.error().isPresent()) {
      throw preview.error().get();
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
    String line;
    while ((line = in.readLine()) != null) {
      if (!line.isBlank()) {
        writer.println(answer(open, line));
        writer.flush();
      }
    }
    return Failure.DONE;
  }

  private String answer(OpenDatabase open, String line) throws IOException {
    StringWriter text = new StringWriter();
    try (QueryLog.Capture sent = open.log().capture()) {
      Parsed parsed = Parser.parse(line);
      Result result = run(open, parsed);
      try (JsonGenerator json = json(text, false)) {
        new JsonAnswer(json).write(result, sent.entries());
      }
    } catch (OrmError e) {
      text.getBuffer().setLength(0);
      try (JsonGenerator json = json(text, false)) {
        new JsonAnswer(json).write(e);
      }
    }
    return text.toString();
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
