package orrery.ui;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/// Holds the rules of the window: features apart from each other, views apart from the library.
class ArchitectureTest {
  private static final String ROOT = "orrery.ui";
  private static final String LIBRARY = "orrery.orm..";
  private static final String SCENE = "javafx.scene..";

  private static final List<String> FEATURES =
      List.of(
          "shell",
          "connect",
          "models",
          "builder",
          "code",
          "grid",
          "chart",
          "importing",
          "inspect",
          "log",
          "saved");

  /// What features share; it knows no feature.
  private static final List<String> GROUND = List.of("task", "command", "kit", "theme");

  private static final JavaClasses WINDOW =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  @Test
  void theScanSawTheWindow() {
    assertThat(WINDOW.size()).isGreaterThan(50);
  }

  @Test
  void everyClassLivesInAPackageOfTheTable() {
    String[] packages =
        Stream.concat(
                Stream.of(ROOT),
                Stream.concat(FEATURES.stream(), GROUND.stream()).map(ArchitectureTest::within))
            .toArray(String[]::new);
    classes().should().resideInAnyPackage(packages).check(WINDOW);
  }

  @Test
  void featuresDoNotImportEachOther() {
    assertAll(FEATURES.stream().map(name -> knowsNone(name, others(name))).map(this::check));
  }

  @Test
  void whatFeaturesShareKnowsNoFeature() {
    assertAll(GROUND.stream().map(name -> knowsNone(name, FEATURES)).map(this::check));
  }

  @Test
  void widgetsAndThemeKnowNoDatabase() {
    noClasses()
        .that(resideInAnyPackage(within("kit"), within("theme"), within("task")))
        .should()
        .dependOnClassesThat(resideInAPackage(LIBRARY))
        .allowEmptyShould(true)
        .check(WINDOW);
  }

  /// A view has nodes and no library, a view-model has the library and no nodes, so no class knows
  /// both.
  @Test
  void noClassKnowsBothNodesAndTheLibrary() {
    classes().should(notKnowBoth(SCENE, LIBRARY)).allowEmptyShould(true).check(WINDOW);
  }

  @Test
  void viewModelsKnowNoNodes() {
    noClasses()
        .that()
        .haveSimpleNameEndingWith("ViewModel")
        .should()
        .dependOnClassesThat(resideInAPackage(SCENE))
        .allowEmptyShould(true)
        .check(WINDOW);
  }

  @Test
  void nothingKnowsTheProgramOrItsDrivers() {
    noClasses()
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("orrery.app..", "java.sql..", "org.sqlite..", "com.zaxxer.."))
        .allowEmptyShould(true)
        .check(WINDOW);
  }

  private Executable check(ArchRule rule) {
    return () -> rule.check(WINDOW);
  }

  private static ArchRule knowsNone(String name, List<String> others) {
    String[] forbidden = others.stream().map(ArchitectureTest::within).toArray(String[]::new);
    return noClasses()
        .that(resideInAPackage(within(name)))
        .should()
        .dependOnClassesThat(resideInAnyPackage(forbidden))
        .allowEmptyShould(true);
  }

  private static List<String> others(String feature) {
    return FEATURES.stream().filter(name -> !name.equals(feature)).toList();
  }

  private static ArchCondition<JavaClass> notKnowBoth(String one, String other) {
    return new ArchCondition<>("not know both %s and %s".formatted(one, other)) {
      @Override
      public void check(JavaClass subject, ConditionEvents events) {
        if (knows(subject, one) && knows(subject, other)) {
          events.add(
              SimpleConditionEvent.violated(
                  subject, "%s knows %s and %s".formatted(subject.getName(), one, other)));
        }
      }
    };
  }

  private static boolean knows(JavaClass subject, String packages) {
    return subject.getDirectDependenciesFromSelf().stream()
        .anyMatch(dependency -> resideInAPackage(packages).test(dependency.getTargetClass()));
  }

  private static String within(String name) {
    return ROOT + "." + name + "..";
  }
}
