package orrery.orm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import orrery.orm.csv.CsvFile;
import orrery.orm.csv.CsvMapping;
import orrery.orm.csv.CsvRow;
import orrery.orm.db.Atomic;
import orrery.orm.db.Database;
import orrery.orm.db.Reason;
import orrery.orm.error.DataError;
import orrery.orm.error.IntegrityError;
import orrery.orm.error.OrmError;
import orrery.orm.load.Instance;
import orrery.orm.meta.Field;
import orrery.orm.meta.Model;
import orrery.orm.meta.Reference;
import orrery.orm.save.BulkCreate;
import orrery.orm.save.Keys;
import orrery.orm.staged.FieldCheck;
import orrery.orm.staged.Typed;

/// Takes the lines of a CSV file into a model, in one transaction: all of them, or none.
/// Thread-safe.
public final class CsvImport {

  /// How many problems are gathered before reading on is given up.
  public static final int MOST_PROBLEMS = 100;

  private static final int BATCH = 1000;

  private final Orm orm;
  private final Model model;
  private final Database database;
  private final FieldCheck check;

  /// Makes it for a model of the default database of `orm`.
  public CsvImport(Orm orm, Model model) {
    this.orm = orm;
    this.model = model;
    this.database = orm.databases().get("");
    this.check = new Staging(orm).fieldCheck();
  }

  /// What became of an import.
  ///
  /// @param rows how many rows were written; none where there are problems
  /// @param problems what is wrong, line by line, at most [#MOST_PROBLEMS]
  public record Outcome(long rows, List<CsvRow.Problem> problems) {
    /// Makes it from a copy of the list.
    public Outcome {
      problems = List.copyOf(problems);
    }
  }

  /// Returns the first lines as the rows that they would become, foreign keys looked up too.
  public List<CsvRow> preview(CsvFile file, CsvMapping mapping, int most) {
    List<CsvRow> rows = new ArrayList<>();
    for (CsvFile.Line line : file.head(most)) {
      rows.add(CsvRow.of(line, file.columns(), mapping, check));
    }
    List<CsvRow.Problem> missing = new ArrayList<>();
    targets(rows, file, mapping, missing);
    return rows.stream()
        .map(row -> {
          List<CsvRow.Problem> all = new ArrayList<>(row.problems());
          missing.stream().filter(p -> p.line() == row.line()).forEach(all::add);
          return new CsvRow(row.line(), row.values(), all);
        })
        .toList();
  }

  /// Writes all lines in one transaction; where anything is wrong, none.
  ///
  /// It is stopped by stopping the [orrery.orm.db.Action] that it runs in.
  ///
  /// @param progress hears how many rows were written so far
  /// @throws OrmError where the file cannot be read, or it is stopped
  public Outcome run(CsvFile file, CsvMapping mapping, LongConsumer progress) {
    try {
      return database.<Outcome, RuntimeException>atomic(
          Atomic.DURABLE, () -> write(file, mapping, progress));
    } catch (Undone e) {
      return new Outcome(0, e.problems);
    }
  }

  private Outcome write(CsvFile file, CsvMapping mapping, LongConsumer progress) {
    List<CsvRow.Problem> problems = new ArrayList<>();
    List<CsvRow> batch = new ArrayList<>();
    long written = 0;
    try (CsvFile.Lines lines = file.lines()) {
      while (lines.hasNext() && problems.size() < MOST_PROBLEMS) {
        batch.add(CsvRow.of(lines.next(), file.columns(), mapping, check));
        if (batch.size() == BATCH || !lines.hasNext()) {
          written += take(batch, file, mapping, problems);
          progress.accept(written);
          batch.clear();
        }
      }
    }
    if (!problems.isEmpty()) {
      throw new Undone(problems);
    }
    return new Outcome(written, List.of());
  }

  private long take(
      List<CsvRow> batch, CsvFile file, CsvMapping mapping, List<CsvRow.Problem> problems) {
    batch.forEach(row -> problems.addAll(row.problems()));
    targets(batch, file, mapping, problems);
    if (!problems.isEmpty()) {
      // Nothing will be written; reading on finds the other problems.
      return 0;
    }
    List<Instance> rows = batch.stream().map(this::object).toList();
    try {
      BulkCreate.USUAL.create(orm.runner().desk(), model, rows, database.alias());
    } catch (IntegrityError | DataError e) {
      throw new Undone(List.of(blame(batch, e)));
    }
    return rows.size();
  }

  private Instance object(CsvRow row) {
    Instance made = orm.session().make(model);
    row.values().byName().forEach(made::set);
    return made;
  }

  private static CsvRow.Problem blame(List<CsvRow> batch, OrmError error) {
    long last = batch.getLast().line();
    long first = batch.getFirst().line();
    String where = first == last ? "" : " (one of the lines %,d to %,d)".formatted(first, last);
    return new CsvRow.Problem(first, -1, "", error.getMessage() + where);
  }

  /// Adds the foreign keys of `rows` that lead nowhere.
  private void targets(
      List<CsvRow> rows, CsvFile file, CsvMapping mapping, List<CsvRow.Problem> problems) {
    for (int i = 0; i < mapping.fields().size(); i++) {
      Field field = mapping.fields().get(i).orElse(null);
      Reference to = field == null ? null : field.reference().orElse(null);
      if (field != null && to != null && !to.target().equals(model.name())) {
        targets(rows, field, to, i, file.columns().get(i), problems);
      }
    }
  }

  private void targets(
      List<CsvRow> rows,
      Field field,
      Reference to,
      int column,
      String name,
      List<CsvRow.Problem> problems) {
    Map<Object, Long> firstLines = new LinkedHashMap<>();
    for (CsvRow row : rows) {
      Object value = row.values().get(field);
      if (value != null) {
        firstLines.putIfAbsent(value, row.line());
      }
    }
    Model target = orm.models().get(to.target());
    Field key = orm.session().layout(target).field(to.toField());
    Set<@Nullable Object> there = new LinkedHashSet<>();
    List<Object> asked = List.copyOf(firstLines.keySet());
    for (int from = 0; from < asked.size(); from += BATCH / 2) {
      List<Object> part = asked.subList(from, Math.min(asked.size(), from + BATCH / 2));
      orm.session()
          .line()
          .fetch(
              Keys.query(target, key, part),
              Optional.empty(),
              database.alias(),
              Reason.save(model.name()))
          .objects()
          .forEach(row -> there.add(row.value(key)));
    }
    for (CsvRow row : rows) {
      Object value = row.values().get(field);
      if (value != null && !there.contains(value)) {
        problems.add(
            new CsvRow.Problem(
                row.line(),
                column,
                name,
                "There is no %s whose %s is %s."
                    .formatted(target.name(), key.name(), Typed.text(value))));
      }
    }
  }

  /// What takes back the transaction.
  private static final class Undone extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<CsvRow.Problem> problems;

    Undone(List<CsvRow.Problem> problems) {
      super("Nothing was imported");
      this.problems = problems;
    }
  }
}
