package orrery.orm;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Holds the import table of ARCHITECTURE.md: which package of the library may know which.
class ArchitectureTest {
  private static final String ROOT = "orrery.orm";

  /// Each package with what it imports, besides `error` and `type`, which all may know.
  private static final Map<String, List<String>> IMPORTS =
      Map.ofEntries(
          Map.entry("error", List.of()),
          Map.entry("type", List.of()),
          Map.entry("meta", List.of()),
          Map.entry("schema", List.of("meta", "dialect", "render", "db")),
          Map.entry("define", List.of("query", "chain", "meta", "load")),
          Map.entry("migrate", List.of("schema", "meta", "db")),
          Map.entry("export", List.of("meta", "schema", "query", "chain")),
          Map.entry("query", List.of()),
          Map.entry("chain", List.of("query")),
          Map.entry("edit", List.of("query", "chain", "meta", "resolve")),
          Map.entry("plan", List.of("edit", "query", "meta")),
          Map.entry("sql", List.of()),
          Map.entry("resolve", List.of("query", "meta", "sql")),
          Map.entry("dialect", List.of("sql")),
          Map.entry("render", List.of("sql", "dialect")),
          Map.entry("db", List.of("dialect")),
          Map.entry("load", List.of("query", "meta", "resolve", "db")),
          Map.entry("csv", List.of("meta", "staged")),
          Map.entry("staged", List.of("meta", "query", "db", "load", "save")),
          Map.entry(
              "save",
              List.of("query", "meta", "resolve", "sql", "dialect", "render", "db", "load")));

  private static final JavaClasses LIBRARY =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages(ROOT);

  @Test
  void theScanSawTheLibrary() {
    assertThat(LIBRARY.size()).isGreaterThan(80);
  }

  @Test
  void aPackageImportsOnlyWhatItsRowNames() {
    assertAll(
        IMPORTS.entrySet().stream()
            .map(row -> importsOnly(row.getKey(), row.getValue()))
            .map(rule -> () -> rule.check(LIBRARY)));
  }

  @Test
  void everyClassLivesInAPackageOfTheTable() {
    String[] packages =
        Stream.concat(Stream.of(ROOT), IMPORTS.keySet().stream().map(ArchitectureTest::within))
            .toArray(String[]::new);
    classes().should().resideInAnyPackage(packages).check(LIBRARY);
  }

  @Test
  void theRootIsImportedByNone() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT)
        .should()
        .dependOnClassesThat(resideInAPackage(ROOT))
        .allowEmptyShould(true)
        .check(LIBRARY);
  }

  @Test
  void noTwoPackagesImportEachOther() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(LIBRARY);
  }

  @Test
  void whatIsAskedBecomesSqlWithNoDatabase() {
    String[] pure =
        Stream.of("meta", "query", "chain", "edit", "sql", "resolve", "render")
            .map(ArchitectureTest::within)
            .toArray(String[]::new);
    noClasses()
        .that(resideInAnyPackage(pure))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("java.sql..", "javax.sql..", "org.sqlite..", "com.zaxxer.."))
        .allowEmptyShould(true)
        .check(LIBRARY);
  }

  @Test
  void nothingKnowsOfWindows() {
    noClasses()
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "javafx..", "java.awt..", "javax.swing..", "orrery.ui..", "orrery.app.."))
        .check(LIBRARY);
  }

  private static ArchRule importsOnly(String name, List<String> others) {
    String[] allowed =
        Stream.concat(Stream.of(name, "error", "type"), others.stream())
            .map(ArchitectureTest::within)
            .toArray(String[]::new);
    DescribedPredicate<JavaClass> another =
        resideInAPackage(ROOT + "..").and(not(resideInAnyPackage(allowed)));
    return noClasses()
        .that()
        .resideInAPackage(within(name))
        .should()
        .dependOnClassesThat(another)
        .as("`%s` imports only what its row of the table names".formatted(name))
        .allowEmptyShould(true);
  }

  private static String within(String name) {
    return ROOT + "." + name + "..";
  }
}
