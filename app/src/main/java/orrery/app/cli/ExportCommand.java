package orrery.app.cli;

import java.io.PrintStream;
import java.util.concurrent.Callable;
import orrery.orm.OpenDatabase;
import orrery.orm.error.OrmError;
import orrery.orm.export.DjangoSource;
import orrery.orm.export.JavaSource;
import orrery.orm.export.JsonSource;
import orrery.orm.export.SqlSource;
import orrery.orm.schema.Statements;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `orrery export`: the models of a database as source.
@Command(
    name = "export",
    description = "Writes the models of a database as source.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "  django  a models.py for Django 3.2 and later, on the same database",
      "  java    the models for Orrery's own library",
      "  sql     the statements that make the tables again",
      "  json    the models as Orrery reads them back",
      "",
      "Example:",
      "  orrery export library.sqlite --format django > models.py"
    })
public final class ExportCommand implements Callable<Integer> {

  /// What the models are written as.
  enum Format {
    /// Python for Django.
    django,
    /// Java for this library.
    java,
    /// Statements that make the tables.
    sql,
    /// A form that is read back.
    json
  }

  private final PrintStream out;
  private final PrintStream err;

  @Parameters(
      index = "0",
      paramLabel = "<database>",
      description = "A SQLite file, a JDBC URL, or the word sample.")
  private String database = "";

  @Option(names = "--format", required = true, description = "${COMPLETION-CANDIDATES}.")
  private Format format = Format.django;

  /// Makes the command.
  public ExportCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  @Override
  public Integer call() {
    try (OpenDatabase open = Location.open(database, false)) {
      out.print(source(open));
      out.flush();
      open.warnings().forEach(warning -> err.println("Note: " + warning));
      return Failure.DONE;
    } catch (OrmError e) {
      err.println(Failure.line(e));
      return Failure.status(e);
    }
  }

  private String source(OpenDatabase open) {
    // What stands behind the question mark of a URL may be a password.
    String title = open.title().replaceAll("\\?.*", "");
    return switch (format) {
      case django -> DjangoSource.of(open.models(), title);
      case java -> JavaSource.of(open.models(), title);
      case json -> JsonSource.of(open.models());
      case sql -> SqlSource.of(Statements.read(open.database()));
    };
  }
}
