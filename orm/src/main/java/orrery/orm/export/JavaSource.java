package orrery.orm.export;

import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import orrery.orm.meta.Model;
import orrery.orm.meta.Models;

/// Models as a Java class that builds the very same models for this library, without reading them
/// from a database.
public final class JavaSource {

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private JavaSource() {}

  /// Returns the file. Its class is in no package and not public, so that the file may have any
  /// name.
  ///
  /// @param title what the models are of; it names the class
  public static String of(Models models, String title) {
    JavaText java = new JavaText();
    String name = className(title);
    StringJoiner calls = new StringJoiner(",\n            ");
    StringBuilder methods = new StringBuilder();
    int number = 0;
    for (Model model : models.all()) {
      String method = method(model, ++number);
      calls.add(method + "()");
      methods.append(
          """

            private static %s %s() {
              return %s;
            }
          """
              .formatted(java.name(Model.class), method, new JavaModel(model, java).source()));
    }
    String all =
        """
        /// %s
        ///
        /// ```java
        /// try (Database database = Database.open(Settings.of("…"))) {
        ///   Orm orm = new Orm(%s.models(), Map.of(), new Databases(database));
        ///   …
        /// }
        /// ```
        final class %s {

          private %s() {}

          /// Returns the models.
          static %s models() {
            return new Models(
                %s.of(
                    %s));
          }
        %s}
        """
            .formatted(
                comment(title),
                name,
                name,
                name,
                java.name(Models.class),
                java.name(List.class),
                calls,
                methods);
    return java.imports() + "\n" + all;
  }

  private static String comment(String title) {
    return "The models of " + JavaText.string(title).replaceAll("^\"|\"$", "") + ".";
  }

  private static String className(String title) {
    int dot = title.lastIndexOf('.');
    StringBuilder name = new StringBuilder();
    BETWEEN_WORDS
        .splitAsStream(dot > 0 ? title.substring(0, dot) : title)
        .filter(word -> !word.isEmpty())
        .forEach(word ->
            name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1)));
    boolean good =
        !name.isEmpty()
            && Character.isJavaIdentifierStart(name.codePointAt(0))
            && name.codePoints().allMatch(Character::isJavaIdentifierPart);
    return (good ? name : "Database") + "Models";
  }

  private static String method(Model model, int number) {
    String name = model.name();
    int first = name.codePointAt(0);
    boolean good =
        Character.isJavaIdentifierStart(first)
            && name.codePoints().allMatch(Character::isJavaIdentifierPart);
    return good
        ? new StringBuilder()
            .appendCodePoint(Character.toLowerCase(first))
            .append(name, Character.charCount(first), name.length())
            .append("Model")
            .toString()
        : "model" + number;
  }
}
