package orrery.app.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import orrery.orm.OpenDatabase;
import orrery.orm.error.OrmError;
import orrery.orm.meta.Member;
import orrery.orm.meta.Model;
import orrery.orm.meta.Models;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `orrery models`: the tables of a database as models, with their fields and relations.
@Command(
    name = "models",
    description = "Shows the models of a database: fields and relations.",
    mixinStandardHelpOptions = true)
public final class ModelsCommand implements Callable<Integer> {

  /// How the models are written.
  enum Format {
    /// For people.
    table,
    /// For programs.
    json
  }

  private final PrintStream out;
  private final PrintStream err;

  @Parameters(
      index = "0",
      paramLabel = "<database>",
      description = "A SQLite file, a JDBC URL, or the word sample.")
  private String database = "";

  @Option(names = "--format", description = "${COMPLETION-CANDIDATES}; table if not given.")
  private Format format = Format.table;

  /// Makes the command.
  public ModelsCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  @Override
  public Integer call() throws IOException {
    try (OpenDatabase open = Location.open(database, false)) {
      PrintWriter writer = new PrintWriter(out, false, StandardCharsets.UTF_8);
      switch (format) {
        case table -> table(open, writer);
        case json -> json(open.models(), writer);
      }
      writer.flush();
      return Failure.DONE;
    } catch (OrmError e) {
      err.println(Failure.line(e));
      return Failure.status(e);
    }
  }

  private static void table(OpenDatabase open, PrintWriter out) {
    Models models = open.models();
    boolean first = true;
    for (Model model : models.all()) {
      out.print(first ? "" : System.lineSeparator());
      first = false;
      String label = model.isReadOnly() ? "read-only, " : "";
      out.println(model.name() + "  (" + label + "table " + model.table() + ")");
      List<List<@Nullable Object>> rows = new ArrayList<>();
      for (Member member : models.members(model).all()) {
        Described d = Described.of(member);
        rows.add(List.of(d.name(), d.kind(), d.leadsTo(), d.notes()));
      }
      new TableAnswer(out).table(new Grid(List.of("name", "kind", "leads to", "notes"), rows));
    }
    open.warnings().forEach(w -> out.println(System.lineSeparator() + "Note: " + w));
  }

  private static void json(Models models, PrintWriter out) throws IOException {
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.useDefaultPrettyPrinter();
      json.writeStartArray();
      for (Model model : models.all()) {
        json.writeStartObject();
        json.writeStringField("model", model.name());
        json.writeStringField("table", model.table());
        json.writeBooleanField("readOnly", model.isReadOnly());
        json.writeArrayFieldStart("members");
        for (Member member : models.members(model).all()) {
          Described d = Described.of(member);
          json.writeStartObject();
          json.writeStringField("name", d.name());
          json.writeStringField("kind", d.kind());
          if (!d.leadsTo().isEmpty()) {
            json.writeStringField("leadsTo", d.leadsTo());
          }
          if (!d.notes().isEmpty()) {
            json.writeStringField("notes", d.notes());
          }
          json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    out.println();
  }
}
