package orrery.orm.seeds;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/// Writes docs/seeds.md of the tests that ran, and fails where one of the specification did not.
public final class SeedsReport {

  /// A test of the specification, and what became of its twin here.
  record Line(String application, String group, String name, String result) {

    boolean passed() {
      return result.equals("passed");
    }

    String twin() {
      StringBuilder camel = new StringBuilder();
      for (String word : name.split("_", -1)) {
        camel.append(
            camel.isEmpty()
                ? word
                : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
      }
      return camel.toString();
    }
  }

  private SeedsReport() {}

  /// Reads the reports of the tests, and writes the table.
  ///
  /// @param args the folder of the reports; the file to write; when the build began, before which
  ///   no report counts
  public static void main(String[] args) throws IOException {
    List<Line> lines = lines(Path.of(args[0]), Instant.parse(args[2]).toEpochMilli());
    Files.writeString(Path.of(args[1]), write(lines), StandardCharsets.UTF_8);
    List<Line> missing = lines.stream().filter(line -> !line.passed()).toList();
    if (!missing.isEmpty()) {
      throw new IllegalStateException(
          missing.stream()
              .map(line -> line.group() + "." + line.twin() + ": " + line.result())
              .collect(
                  Collectors.joining("\n", "Of the specification's tests did not pass:\n", "")));
    }
  }

  static List<Line> lines(Path reports, long since) throws IOException {
    Map<String, Map<String, String>> results = new LinkedHashMap<>();
    List<Line> lines = new ArrayList<>();
    for (String name : names()) {
      String[] parts = name.split("\\.", -1);
      Map<String, String> group = results.get(parts[1]);
      if (group == null) {
        group = read(reports.resolve("TEST-orrery.orm.seeds." + parts[1] + ".xml"), since);
        results.put(parts[1], group);
      }
      Line line = new Line(parts[0], parts[1], parts[2], "");
      lines.add(
          new Line(
              parts[0], parts[1], parts[2], group.getOrDefault(line.twin(), "**was not run**")));
    }
    return lines;
  }

  private static List<String> names() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(SeedsReport.class.getResourceAsStream("/seeds.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    }
  }

  private static Map<String, String> read(Path report, long since) throws IOException {
    Map<String, String> results = new LinkedHashMap<>();
    if (!Files.exists(report) || Files.getLastModifiedTime(report).toMillis() < since) {
      return results;
    }
    try (InputStream in = Files.newInputStream(report)) {
      NodeList cases =
          DocumentBuilderFactory.newDefaultInstance()
              .newDocumentBuilder()
              .parse(in)
              .getElementsByTagName("testcase");
      for (int i = 0; i < cases.getLength(); i++) {
        Element test = (Element) cases.item(i);
        results.put(test.getAttribute("name"), result(test));
      }
      return results;
    } catch (ParserConfigurationException | SAXException e) {
      throw new UncheckedIOException(new IOException("No report of tests: " + report, e));
    }
  }

  private static String result(Element test) {
    boolean bad =
        test.getElementsByTagName("failure").getLength() > 0
            || test.getElementsByTagName("error").getLength() > 0;
    boolean skipped = test.getElementsByTagName("skipped").getLength() > 0;
    return bad ? "**failed**" : skipped ? "**was skipped**" : "passed";
  }

  static String write(List<Line> lines) {
    StringBuilder text =
        new StringBuilder(
            """
            # The specification, test by test

            Two test files of Django's specify the ORM: those of its applications `basic` and `prefetch_related`. Each of their tests
            stands here as a JUnit test of the same name, against SQLite files. This table is written by `./test` of the tests that ran;
            the build fails where one is missing or was not run.

            """);
    long passed = lines.stream().filter(Line::passed).count();
    text.append("**%d of %d pass.**\n".formatted(passed, lines.size()));
    String group = "";
    for (Line line : lines) {
      if (!line.group().equals(group)) {
        group = line.group();
        text.append("\n## ").append(line.application()).append('.').append(group);
        text.append("\n\n| Django's test | the test here | result |\n|---|---|---|\n");
      }
      text.append(
          "| `%s` | [`%s.%s`](../orm/src/test/java/orrery/orm/seeds/%s.java) | %s |\n"
              .formatted(line.name(), group, line.twin(), group, line.result()));
    }
    return text.toString();
  }
}
