package orrery.app.cli;

import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import orrery.orm.CsvImport;
import orrery.orm.OpenDatabase;
import orrery.orm.csv.CsvFile;
import orrery.orm.csv.CsvForm;
import orrery.orm.csv.CsvMapping;
import orrery.orm.csv.CsvRow;
import orrery.orm.error.FieldError;
import orrery.orm.error.Nearest;
import orrery.orm.error.OrmError;
import orrery.orm.error.ValueError;
import orrery.orm.meta.Field;
import orrery.orm.meta.Model;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `orrery import`: the lines of a CSV file as rows of a model, all of them or none.
@Command(
    name = "import",
    description = "Takes the lines of a CSV file into a model, in one transaction: all, or none.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Separator, encoding and header are found out; columns become the fields of the same name.",
      "",
      "Examples:",
      "  orrery import library.sqlite Tag tags.csv",
      "  orrery import library.sqlite Tag tags.csv --map colour=Farbe --null NULL --dry-run"
    })
public final class ImportCommand implements Callable<Integer> {

  private final PrintStream out;
  private final PrintStream err;

  @Parameters(index = "0", paramLabel = "<database>", description = "A SQLite file or a JDBC URL.")
  private String database = "";

  @Parameters(index = "1", paramLabel = "<model>", description = "The model that gets the rows.")
  private String model = "";

  @Parameters(index = "2", paramLabel = "<file>", description = "The CSV file.")
  private Path file = Path.of("");

  @Option(
      names = "--map",
      paramLabel = "<field>=<column>",
      description = "Which column becomes a field; an empty column leaves the field out.")
  private Map<String, String> map = new LinkedHashMap<>();

  @Option(names = "--null", paramLabel = "<text>", description = "The text that means null.")
  private String nullText = "";

  @Option(names = "--separator", description = "What stands between cells; \\t for a tab.")
  private @Nullable String separator;

  @Option(names = "--encoding", description = "How characters are written, such as UTF-8.")
  private @Nullable String encoding;

  @Option(names = "--no-header", description = "The first line is a row.")
  private boolean noHeader;

  @Option(names = "--dry-run", description = "Only look at the first lines and tell the mapping.")
  private boolean dryRun;

  /// Makes the command.
  public ImportCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  @Override
  public Integer call() {
    try (OpenDatabase open = Location.open(database, !dryRun)) {
      return take(open);
    } catch (OrmError e) {
      err.println(Failure.line(e));
      return Failure.status(e);
    }
  }

  private int take(OpenDatabase open) {
    Model into = open.models().get(model);
    CsvFile csv = csv();
    CsvMapping mapping = mapping(open, into, csv);
    CsvImport work = new CsvImport(open.orm(), into);
    if (dryRun) {
      tell(csv, mapping);
      List<CsvRow> rows = work.preview(csv, mapping, 20);
      rows.forEach(row -> row.problems().forEach(err::println));
      return rows.stream().allMatch(row -> row.problems().isEmpty()) ? Failure.DONE : Failure.WRONG;
    }
    CsvImport.Outcome outcome = work.run(csv, mapping, _ -> {});
    outcome.problems().forEach(err::println);
    if (!outcome.problems().isEmpty()) {
      err.println("Nothing was imported.");
      return Failure.WRONG;
    }
    out.println("%,d rows imported into %s".formatted(outcome.rows(), into.name()));
    out.flush();
    return Failure.DONE;
  }

  private CsvFile csv() {
    CsvFile found = CsvFile.open(file);
    CsvForm form = found.form();
    if (separator != null) {
      form = form.withSeparator(separator.equals("\\t") ? '\t' : one(separator));
    }
    if (encoding != null) {
      form = form.withCharset(charset(encoding));
    }
    return CsvFile.of(file, noHeader ? form.withHeader(false) : form);
  }

  private static char one(String text) {
    if (text.length() != 1) {
      throw new ValueError("A separator is one character, not '" + text + "'.");
    }
    return text.charAt(0);
  }

  private static Charset charset(String name) {
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new ValueError("There is no encoding called '" + name + "'.", e);
    }
  }

  private CsvMapping mapping(OpenDatabase open, Model into, CsvFile csv) {
    CsvMapping mapping =
        CsvMapping.guess(open.models(), into, csv.columns()).withNullText(nullText);
    for (Map.Entry<String, String> each : map.entrySet()) {
      Field field = field(open, into, each.getKey());
      int before = mapping.fields().indexOf(Optional.of(field));
      if (before >= 0) {
        mapping = mapping.with(before, Optional.empty());
      }
      if (!each.getValue().isEmpty()) {
        mapping = mapping.with(column(csv, each.getValue()), Optional.of(field));
      }
    }
    if (mapping.fields().stream().allMatch(Optional::isEmpty)) {
      throw new FieldError(
          "No column of %s is called like a field of %s; say which with --map field=column."
              .formatted(file.getFileName(), into.name()));
    }
    return mapping;
  }

  private static Field field(OpenDatabase open, Model into, String name) {
    List<Field> fields = CsvMapping.candidates(open.models(), into);
    return fields.stream()
        .filter(f -> f.name().equals(name) || f.attname().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new FieldError(into.name() + " has no field named '" + name + "'")
                .meaning(Nearest.of(name, fields.stream().map(Field::name).toList())));
  }

  private static int column(CsvFile csv, String name) {
    int at = csv.columns().indexOf(name);
    if (at < 0) {
      throw new ValueError("The file has no column named '" + name + "'")
          .meaning(Nearest.of(name, csv.columns()));
    }
    return at;
  }

  private void tell(CsvFile csv, CsvMapping mapping) {
    List<String> left = new ArrayList<>();
    for (int i = 0; i < csv.columns().size(); i++) {
      String column = csv.columns().get(i);
      mapping
          .fields()
          .get(i)
          .ifPresentOrElse(
              field -> out.println(column + " → " + field.name()), () -> left.add(column));
    }
    if (!left.isEmpty()) {
      out.println("left out: " + String.join(", ", left));
    }
    out.flush();
  }
}
