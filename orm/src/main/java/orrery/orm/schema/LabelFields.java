package orrery.orm.schema;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import orrery.orm.type.Kind;

/// The choice of the field whose value stands for an object where people read it: one called as
/// such fields are usually called, the most telling name first; else one whose name ends so; else
/// the first text that is unique. A table without any has none.
final class LabelFields {

  private static final List<String> TELLING =
      List.of(
          "name",
          "full_name",
          "display_name",
          "username",
          "user_name",
          "last_name",
          "surname",
          "title",
          "label",
          "caption",
          "headline",
          "subject",
          "summary",
          "login",
          "email",
          "slug",
          "code",
          "description");

  private LabelFields() {}

  static Optional<String> of(Draft draft) {
    List<Draft.FieldDraft> texts =
        draft.fields.values().stream()
            .filter(f -> f.link == null && f.column.type().kind() == Kind.TEXT)
            .toList();
    String own = Names.snake(draft.model) + "_";
    Optional<Draft.FieldDraft> telling =
        texts.stream()
            .filter(f -> rank(f, own) < TELLING.size())
            .min(Comparator.comparingInt(f -> rank(f, own)));
    return telling
        .or(() -> texts.stream().filter(LabelFields::endsTelling).findFirst())
        .or(() -> texts.stream().filter(f -> isUnique(draft, f)).findFirst())
        .map(f -> f.name);
  }

  /// A `product_name` of a product is its `name`.
  private static int rank(Draft.FieldDraft field, String own) {
    String name = field.name.startsWith(own) ? field.name.substring(own.length()) : field.name;
    int rank = TELLING.indexOf(name);
    return rank < 0 ? TELLING.size() : rank;
  }

  private static boolean endsTelling(Draft.FieldDraft field) {
    return field.name.endsWith("_name") || field.name.endsWith("_title");
  }

  private static boolean isUnique(Draft draft, Draft.FieldDraft field) {
    return draft.isUnique(List.of(field.column.name()));
  }
}
