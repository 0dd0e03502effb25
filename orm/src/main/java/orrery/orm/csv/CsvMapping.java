package orrery.orm.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import orrery.orm.meta.Field;
import orrery.orm.meta.Model;
import orrery.orm.meta.Models;
import orrery.orm.staged.Checks;
import orrery.orm.staged.Typed;

/// Which column of a file becomes which field of a model. Immutable.
///
/// @param fields of each column its field, or none where it is left out
/// @param nullText the text that means null, besides no text in a field that holds no texts
public record CsvMapping(List<Optional<Field>> fields, String nullText) {

  /// Makes it from a copy of the list.
  public CsvMapping {
    fields = List.copyOf(fields);
  }

  /// Returns the fields of `model` that a column can become.
  public static List<Field> candidates(Models models, Model model) {
    return models.members(model).fields().stream()
        .filter(field -> field.generatedBy().isEmpty() && Typed.isTypable(field))
        .toList();
  }

  /// Guesses by the columns' names: those of fields, of their columns, and of foreign keys with or
  /// without `_id`.
  public static CsvMapping guess(Models models, Model model, List<String> columns) {
    List<Field> left = new ArrayList<>(candidates(models, model));
    List<Optional<Field>> fields = new ArrayList<>();
    for (String column : columns) {
      String name = plain(column);
      Optional<Field> found =
          left.stream()
              .filter(field ->
                  name.equals(plain(field.name()))
                      || name.equals(plain(field.attname()))
                      || name.equals(plain(field.column())))
              .findFirst();
      found.ifPresent(left::remove);
      fields.add(found);
    }
    return new CsvMapping(fields, "");
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }

  /// Returns this with another field for a column; a field that another column had is taken from
  /// it.
  public CsvMapping with(int column, Optional<Field> field) {
    List<Optional<Field>> next = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      boolean isTaken = i != column && field.isPresent() && fields.get(i).equals(field);
      next.add(i == column ? field : isTaken ? Optional.empty() : fields.get(i));
    }
    return new CsvMapping(next, nullText);
  }

  /// Returns this with another text that means null.
  public CsvMapping withNullText(String text) {
    return new CsvMapping(fields, text);
  }

  /// Returns the fields that need a value and get none.
  public List<Field> missing(Models models, Model model) {
    return candidates(models, model).stream()
        .filter(field -> Checks.isRequired(field) && !fields.contains(Optional.of(field)))
        .toList();
  }
}
