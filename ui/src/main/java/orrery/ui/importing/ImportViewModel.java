package orrery.ui.importing;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import orrery.orm.CsvImport;
import orrery.orm.OpenDatabase;
import orrery.orm.csv.CsvFile;
import orrery.orm.csv.CsvForm;
import orrery.orm.csv.CsvMapping;
import orrery.orm.csv.CsvRow;
import orrery.orm.error.OrmError;
import orrery.orm.meta.Field;
import orrery.orm.meta.Model;
import orrery.ui.Answer;
import orrery.ui.Beside;
import orrery.ui.Opened;
import orrery.ui.Trouble;
import orrery.ui.Workbench;
import orrery.ui.task.Tasks;

/// The import of a CSV file into a model. Belongs to the window's thread.
public final class ImportViewModel {
  /// How many lines are shown before.
  static final int SHOWN = 50;

  /// The word for a column that is left out.
  static final String LEFT_OUT = "";

  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private final Workbench workbench;
  private final Beside beside;
  private final ReadOnlyObjectWrapper<ImportState> state =
      new ReadOnlyObjectWrapper<>(new ImportState.Nothing());
  private final ReadOnlyObjectWrapper<Preview> preview =
      new ReadOnlyObjectWrapper<>(Preview.NOTHING);
  private final ObservableList<String> models = FXCollections.observableArrayList();
  private final StringProperty model = new SimpleStringProperty("");
  private final StringProperty nullText = new SimpleStringProperty("");
  private final ObjectProperty<CsvForm> form =
      new SimpleObjectProperty<>(new CsvForm(StandardCharsets.UTF_8, ',', true));
  private Consumer<String> done = _ -> {};
  private @Nullable CsvFile file;
  private CsvMapping mapping = new CsvMapping(List.of(), "");
  private Tasks.@Nullable Running running;
  private Tasks.@Nullable Running looking;
  private @Nullable Path waiting;
  private boolean updating;

  /// Makes it for the database of `workbench`.
  public ImportViewModel(Workbench workbench, Beside beside) {
    this.workbench = workbench;
    this.beside = beside;
    model.subscribe((_, _) -> guess());
    nullText.subscribe((_, text) -> {
      mapping = mapping.withNullText(text);
      look();
    });
    workbench.openedProperty().subscribe(this::opened);
  }

  // Properties

  /// Where it stands.
  public ReadOnlyObjectProperty<ImportState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /// The beginning of the file as it would be taken in.
  public ReadOnlyObjectProperty<Preview> previewProperty() {
    return preview.getReadOnlyProperty();
  }

  /// The names of the models that can get rows.
  public ObservableList<String> models() {
    return models;
  }

  /// The name of the model that gets the rows.
  public StringProperty modelProperty() {
    return model;
  }

  /// The text that means null.
  public StringProperty nullTextProperty() {
    return nullText;
  }

  /// Returns what the file is called.
  public String fileName() {
    return file == null ? "" : String.valueOf(file.path().getFileName());
  }

  /// Returns the names of the separators to choose from.
  public static List<String> separators() {
    return List.of("comma ,", "semicolon ;", "tab", "bar |");
  }

  /// Returns the names of the encodings to choose from.
  public static List<String> encodings() {
    return List.of("UTF-8", "windows-1252", "UTF-16LE", "UTF-16BE", "ISO-8859-1");
  }

  /// Returns the separator of the file, by its name.
  public String separator() {
    return switch (form.get().separator()) {
      case ';' -> "semicolon ;";
      case '\t' -> "tab";
      case '|' -> "bar |";
      default -> "comma ,";
    };
  }

  /// Returns the encoding of the file, by its name.
  public String encoding() {
    Charset charset = form.get().charset();
    return charset.equals(WINDOWS) ? "windows-1252" : charset.name();
  }

  /// Says whether the file's first line names the columns.
  public boolean hasHeader() {
    return form.get().header();
  }

  /// Has `done` told of an import that is done.
  public void onDone(Consumer<String> done) {
    this.done = done;
  }

  /// Returns the names of the fields that a column can become.
  public List<String> fields() {
    return target()
        .map(of -> CsvMapping.candidates(database().models(), of))
        .orElse(List.of())
        .stream()
        .map(Field::name)
        .toList();
  }

  // Commands

  /// Begins with a file; where the database was opened only to be read, it is first to be opened
  /// again.
  public void open(Path path) {
    Opened opened = workbench.openedProperty().get();
    if (opened == null) {
      return;
    }
    if (opened.readOnly()) {
      waiting = path;
      state.set(new ImportState.ReadOnly());
      return;
    }
    waiting = null;
    try {
      file = CsvFile.open(path);
      form.set(Objects.requireNonNull(file).form());
    } catch (OrmError e) {
      file = null;
      preview.set(Preview.NOTHING);
      state.set(new ImportState.Ready(e.getMessage()));
      return;
    }
    models.setAll(
        database().models().all().stream()
            .filter(each -> !each.isReadOnly())
            .map(Model::name)
            .toList());
    updating = true;
    model.set(likely(path));
    updating = false;
    state.set(new ImportState.Ready(""));
    guess();
  }

  /// Opens the database again so that it can be changed, and goes on.
  public void reopen() {
    Opened opened = workbench.openedProperty().get();
    if (opened != null) {
      workbench.open(opened.location(), true);
    }
  }

  private void opened(@Nullable Opened opened) {
    Path path = waiting;
    if (opened != null && !opened.readOnly() && path != null) {
      open(path);
    } else if (opened == null && path == null) {
      close();
    }
  }

  // The model that the file is called like, or else the one that is looked at.
  private String likely(Path path) {
    String name =
        String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT).replaceAll("\\.[^.]*$", "");
    String plain = name.replaceAll("[^\\p{L}\\p{N}]", "");
    for (String each : models) {
      String like = each.toLowerCase(Locale.ROOT);
      if (plain.equals(like) || plain.equals(like + "s")) {
        return each;
      }
    }
    Answer answer = workbench.answerProperty().get();
    String shown = answer == null ? "" : answer.chain().query().model();
    return models.contains(shown) ? shown : models.isEmpty() ? "" : models.getFirst();
  }

  /// Reads the file with another separator, by its name.
  public void separate(String name) {
    char separator =
        switch (name) {
          case "semicolon ;" -> ';';
          case "tab" -> '\t';
          case "bar |" -> '|';
          default -> ',';
        };
    read(form.get().withSeparator(separator));
  }

  /// Reads the file in another encoding, by its name.
  public void encode(String name) {
    read(form.get().withCharset(Charset.forName(name)));
  }

  /// Takes the file's first line as names, or as a row.
  public void header(boolean header) {
    read(form.get().withHeader(header));
  }

  private void read(CsvForm next) {
    CsvFile now = file;
    if (now == null || next.equals(form.get())) {
      return;
    }
    form.set(next);
    try {
      file = CsvFile.of(now.path(), next);
      guess();
    } catch (OrmError e) {
      state.set(new ImportState.Ready(e.getMessage()));
    }
  }

  /// Has a column become a field, or be left out for an empty name.
  public void map(int column, String field) {
    Optional<Field> found =
        target().stream()
            .flatMap(of -> CsvMapping.candidates(database().models(), of).stream())
            .filter(f -> f.name().equals(field))
            .findFirst();
    if (column < mapping.fields().size() && !mapping.fields().get(column).equals(found)) {
      mapping = mapping.with(column, found);
      look();
    }
  }

  private void guess() {
    CsvFile now = file;
    Model of = target().orElse(null);
    if (now != null && of != null && !updating) {
      mapping =
          CsvMapping.guess(database().models(), of, now.columns()).withNullText(nullText.get());
      look();
    }
  }

  private Optional<Model> target() {
    OpenDatabase open = workbench.database();
    return open == null ? Optional.empty() : open.models().find(model.get());
  }

  private OpenDatabase database() {
    return Objects.requireNonNull(workbench.database());
  }

  private void look() {
    CsvFile now = file;
    Model of = target().orElse(null);
    if (now == null || of == null || running != null) {
      return;
    }
    if (looking != null) {
      looking.cancel();
    }
    CsvMapping with = mapping;
    CsvImport work = new CsvImport(database().orm(), of);
    looking =
        beside.ask(
            "Look into " + fileName(),
            () -> preview(now, with, work),
            found -> {
              preview.set(found);
              state.set(new ImportState.Ready(problem(of, with, found)));
            },
            error -> state.set(new ImportState.Ready(Trouble.of(error).sentence())));
  }

  private static Preview preview(CsvFile file, CsvMapping mapping, CsvImport work) {
    List<Preview.Column> columns = new ArrayList<>();
    for (int i = 0; i < file.columns().size(); i++) {
      Optional<Field> field = mapping.fields().get(i);
      columns.add(
          new Preview.Column(
              file.columns().get(i),
              field.map(Field::name).orElse(LEFT_OUT),
              field.map(ImportViewModel::type).orElse("")));
    }
    List<CsvFile.Line> lines = file.head(SHOWN);
    List<CsvRow> rows = work.preview(file, mapping, SHOWN);
    List<Preview.Line> shown = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      shown.add(line(lines.get(i), rows.get(i), mapping));
    }
    return new Preview(columns, shown);
  }

  private static String type(Field field) {
    return field
        .reference()
        .map(to -> "→ " + to.target())
        .orElse(field.type().name().replaceFirst("Field$", ""));
  }

  private static Preview.Line line(CsvFile.Line line, CsvRow row, CsvMapping mapping) {
    List<Preview.Cell> cells = new ArrayList<>();
    for (int i = 0; i < line.cells().size(); i++) {
      int column = i;
      Optional<Field> field =
          i < mapping.fields().size() ? mapping.fields().get(i) : Optional.empty();
      String problem =
          row.problems().stream()
              .filter(p -> p.column() == column)
              .map(CsvRow.Problem::sentence)
              .findFirst()
              .orElse("");
      boolean isNull =
          problem.isEmpty()
              && field.filter(f -> row.values().has(f) && row.values().get(f) == null).isPresent();
      cells.add(new Preview.Cell(line.cells().get(i), isNull, problem));
    }
    return new Preview.Line(
        line.line(),
        cells,
        row.problems().stream()
            .filter(p -> p.column() < 0)
            .map(CsvRow.Problem::sentence)
            .findFirst());
  }

  private String problem(Model of, CsvMapping with, Preview found) {
    if (with.fields().stream().allMatch(Optional::isEmpty)) {
      return "Say which column becomes which field of " + of.name() + ".";
    }
    List<String> missing = with.missing(database().models(), of).stream().map(Field::name).toList();
    if (!missing.isEmpty()) {
      return "No column becomes "
          + String.join(", ", missing)
          + (missing.size() == 1 ? ", which needs" : ", which need")
          + " a value.";
    }
    long wrong =
        found.lines().stream()
            .filter(l ->
                l.problem().isPresent() || l.cells().stream().anyMatch(c -> !c.problem().isEmpty()))
            .count();
    return wrong == 0
        ? ""
        : "%,d of the first %,d lines cannot be taken in.".formatted(wrong, found.lines().size());
  }

  /// Writes all lines in one transaction.
  public void run() {
    CsvFile now = file;
    Model of = target().orElse(null);
    if (now == null || of == null || running != null) {
      return;
    }
    CsvMapping with = mapping;
    CsvImport work = new CsvImport(database().orm(), of);
    state.set(new ImportState.Running(0));
    AtomicBoolean isOver = new AtomicBoolean();
    running =
        beside.ask(
            "Import " + fileName() + " into " + of.name(),
            () ->
                work.run(
                    now,
                    with,
                    rows ->
                        beside
                            .tasks()
                            .later(() -> {
                              if (!isOver.get()) {
                                state.set(new ImportState.Running(rows));
                              }
                            })),
            outcome -> {
              isOver.set(true);
              running = null;
              over(outcome, of);
            },
            error -> {
              isOver.set(true);
              running = null;
              state.set(
                  new ImportState.Ready("Nothing was imported. " + Trouble.of(error).sentence()));
            });
    if (isOver.get()) {
      running = null;
    }
  }

  private void over(CsvImport.Outcome outcome, Model of) {
    if (outcome.problems().isEmpty()) {
      close();
      done.accept("%,d rows imported into %s.".formatted(outcome.rows(), of.name()));
      workbench.show(of.name());
      return;
    }
    int more = outcome.problems().size() - 1;
    state.set(
        new ImportState.Ready(
            "Nothing was imported. "
                + outcome.problems().getFirst()
                + (more == 0 ? "" : " And %,d more.".formatted(more))));
  }

  /// Stops the import that is under way; nothing of it stays.
  public void stop() {
    if (running != null) {
      running.cancel();
      running = null;
      state.set(new ImportState.Ready("Stopped. Nothing was imported."));
    }
  }

  /// Gives it up.
  public void close() {
    stop();
    if (looking != null) {
      looking.cancel();
    }
    file = null;
    waiting = null;
    preview.set(Preview.NOTHING);
    state.set(new ImportState.Nothing());
  }
}
