package orrery.orm.staged;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import orrery.orm.meta.Constraint;
import orrery.orm.meta.Field;
import orrery.orm.meta.Model;
import orrery.orm.meta.Models;

/// What is wrong with a set of changes, as far as that is known without a database.
public final class Checks {

  private final Models models;
  private final FieldCheck check;

  /// Makes them for a database with `models`.
  public Checks(Models models, FieldCheck check) {
    this.models = models;
    this.check = check;
  }

  /// Returns all that is wrong with `staged`, row by row.
  public List<Problem> problems(Staged staged) {
    Model model = models.get(staged.model());
    List<Problem> problems = new ArrayList<>();
    List<Field> fields = models.members(model).fields();
    staged
        .edited()
        .forEach((key, row) -> fields(new RowRef.Stored(key), fields, row.after(), problems));
    staged
        .added()
        .forEach((number, values) -> {
          RowRef row = new RowRef.Added(number);
          fields(row, fields, values, problems);
          missing(row, fields, values, problems);
        });
    uniques(model).forEach(unique -> repeated(staged, unique, problems));
    return problems;
  }

  private void fields(RowRef row, List<Field> fields, Values values, List<Problem> problems) {
    for (Field field : fields) {
      if (values.has(field)) {
        check
            .problem(field, values.get(field))
            .ifPresent(said -> problems.add(new Problem(row, Optional.of(field.attname()), said)));
      }
    }
  }

  private static void missing(
      RowRef row, List<Field> fields, Values values, List<Problem> problems) {
    for (Field field : fields) {
      if (!values.has(field) && isRequired(field)) {
        problems.add(
            new Problem(
                row,
                Optional.of(field.attname()),
                "%s needs a value: it cannot be null and has no default.".formatted(field.name())));
      }
    }
  }

  /// Says whether a new row must be given a value of `field`.
  public static boolean isRequired(Field field) {
    return !field.isNullable()
        && field.defaultValue().isEmpty()
        && field.dbDefault().isEmpty()
        && field.generatedBy().isEmpty()
        && !field.type().isAuto();
  }

  /// Returns the fields whose values together are another in each row.
  private List<List<Field>> uniques(Model model) {
    List<List<Field>> uniques = new ArrayList<>();
    List<Field> fields = models.members(model).fields();
    uniques.add(models.primaryKey(model));
    fields.stream()
        .filter(f -> f.isUnique() && !f.isPrimaryKey())
        .forEach(f -> uniques.add(List.of(f)));
    for (Constraint constraint : model.constraints()) {
      if (constraint instanceof Constraint.Unique(_, List<String> names, Optional<String> only)
          && only.isEmpty()) {
        List<Field> of =
            fields.stream()
                .filter(f -> names.contains(f.name()) || names.contains(f.attname()))
                .toList();
        if (of.size() == names.size()) {
          uniques.add(of);
        }
      }
    }
    return uniques;
  }

  private static void repeated(Staged staged, List<Field> fields, List<Problem> problems) {
    if (fields.isEmpty()) {
      return;
    }
    Map<List<Object>, RowRef> first = new LinkedHashMap<>();
    staged
        .edited()
        .forEach((key, row) -> {
          if (fields.stream().anyMatch(row.after()::has)) {
            Values all = row.original().values().and(row.after());
            repeated(new RowRef.Stored(key), fields, all, first, problems);
          }
        });
    new TreeMap<>(staged.added())
        .forEach((number, values) ->
            repeated(new RowRef.Added(number), fields, values, first, problems));
  }

  private static void repeated(
      RowRef row,
      List<Field> fields,
      Values values,
      Map<List<Object>, RowRef> first,
      List<Problem> problems) {
    List<Object> found = new ArrayList<>();
    for (Field field : fields) {
      Object value = values.get(field);
      if (value == null) {
        // Nulls are equal to nothing, and defaults are not known yet.
        return;
      }
      found.add(value);
    }
    if (first.putIfAbsent(found, row) != null) {
      Set<String> names = new java.util.LinkedHashSet<>();
      fields.forEach(f -> names.add(f.name()));
      String shown = found.stream().map(Checks::shown).reduce((a, b) -> a + ", " + b).orElse("");
      problems.add(
          new Problem(
              row,
              Optional.of(fields.getFirst().attname()),
              "Another of the changed rows has the same %s: %s."
                  .formatted(String.join(", ", names), shown)));
    }
  }

  private static String shown(@Nullable Object value) {
    return "“" + Typed.text(value) + "”";
  }
}
