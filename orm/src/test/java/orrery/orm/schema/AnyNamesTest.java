package orrery.orm.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import orrery.orm.dialect.SqliteDialect;
import orrery.orm.meta.Field;
import orrery.orm.meta.Member;
import orrery.orm.meta.Model;
import orrery.orm.meta.Models;

/// Whatever tables and columns are called, there is a model for each table and a field for each
/// column, under names that Python takes and that nothing else has.
class AnyNamesTest {

  private static final SqliteDialect DIALECT = new SqliteDialect();

  @Provide
  Arbitrary<String> names() {
    Arbitrary<String> usual =
        Arbitraries.of(
            "id", "a b", "a_b", "A-B", "class", "pk", "_x", "x_", "a__b", "É", "é", "2nd", "B_id",
            "b", "check", "as", "unique", "\"", "]", "`", "'", "(", "a,b", "--", "/*", "Straße", "",
            " ");
    Arbitrary<String> any =
        Arbitraries.strings()
            .withCharRange('\u0001', '\ud7ff')
            .withCharRange('\ue000', '\uffff')
            .ofMinLength(1)
            .ofMaxLength(6);
    return Arbitraries.oneOf(usual, any);
  }

  @Provide
  Arbitrary<List<List<String>>> tables() {
    return names().list().ofMinSize(2).ofMaxSize(6).list().ofMinSize(1).ofMaxSize(4);
  }

  @Property(tries = 150, shrinking = ShrinkingMode.BOUNDED)
  void everyTableIsAModelAndEveryColumnAField(@ForAll("tables") List<List<String>> wanted) {
    List<String> statements = new ArrayList<>();
    Set<String> tables = new HashSet<>();
    String before = "";
    for (List<String> names : wanted) {
      String table = names.getFirst();
      List<String> columns = distinct(names.subList(1, names.size()));
      if (Names.folded(table).startsWith("sqlite_") || !tables.add(Names.folded(table))) {
        continue;
      }
      String first = DIALECT.quote(columns.getFirst());
      String last = DIALECT.quote(columns.getLast());
      String key =
          before.isEmpty() || columns.size() < 2
              ? ""
              : ", FOREIGN KEY (" + last + ") REFERENCES " + DIALECT.quote(before);
      String rest =
          String.join(
              ", ", columns.subList(1, columns.size()).stream().map(DIALECT::quote).toList());
      statements.add(
          "CREATE TABLE %s (%s INTEGER PRIMARY KEY%s%s)"
              .formatted(DIALECT.quote(table), first, rest.isEmpty() ? "" : ", " + rest, key));
      before = table;
    }
    Inspected inspected = Inspecting.inspect(statements.toArray(String[]::new));
    Models models = inspected.models();
    assertThat(models.all()).hasSize(statements.size());
    assertThat(inspected.warnings()).isEmpty();
    assertThat(models.all())
        .extracting(m -> m.name().toLowerCase(Locale.ROOT))
        .doesNotHaveDuplicates();
    for (Model model : models.all()) {
      assertThat(isIdentifier(model.name())).as(model.name()).isTrue();
      check(models, model, inspected.schema().find(model.table()).orElseThrow());
    }
  }

  private static void check(Models models, Model model, Table table) {
    assertThat(model.localFields())
        .extracting(Field::column)
        .containsExactlyElementsOf(table.columns().stream().map(Table.Column::name).toList());
    List<String> names = new ArrayList<>();
    for (Field field : model.localFields()) {
      names.add(field.name());
      if (!field.attname().equals(field.name())) {
        names.add(field.attname());
      }
      assertThat(isIdentifier(field.name())).as(field.name()).isTrue();
      assertThat(field.name()).doesNotContain("__").doesNotEndWith("_").doesNotStartWith("_");
    }
    assertThat(names).doesNotHaveDuplicates();
    List<Member> all = List.copyOf(models.members(model).all());
    assertThat(all).extracting(Member::name).doesNotHaveDuplicates();
    assertThat(all).extracting(Member::accessor).doesNotHaveDuplicates();
  }

  private static List<String> distinct(List<String> names) {
    Set<String> seen = new HashSet<>();
    return names.stream().filter(name -> seen.add(Names.folded(name))).toList();
  }

  private static boolean isIdentifier(String name) {
    return Character.isUnicodeIdentifierStart(name.codePointAt(0))
        && name.codePoints().allMatch(Character::isUnicodeIdentifierPart);
  }
}
