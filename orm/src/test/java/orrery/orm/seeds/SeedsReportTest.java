package orrery.orm.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orrery.orm.seeds.SeedsReport.Line;

/// The table of the specification's tests, and what it takes to be in it as passed.
class SeedsReportTest {

  @TempDir private Path reports;

  @Test
  void everyTestOfTheSpecificationIsExpected() throws IOException {
    List<Line> lines = SeedsReport.lines(reports, 0);
    assertThat(lines).hasSize(123).extracting(Line::result).containsOnly("**was not run**");
    assertThat(SeedsReport.write(lines)).contains("**0 of 123 pass.**");
  }

  @Test
  void aTestIsFoundByItsNameAndItsResultTold() throws IOException {
    Path report = reports.resolve("TEST-orrery.orm.seeds.ModelTest.xml");
    Files.writeString(
        report,
        """
        <testsuite><testcase name="testEq" classname="x"/>
        <testcase name="testHash" classname="x"><failure type="y">z</failure></testcase>
        <testcase name="testEmptyqs" classname="x"><skipped/></testcase></testsuite>
        """);
    List<Line> lines = SeedsReport.lines(reports, 0);
    assertThat(result(lines, "test_eq")).isEqualTo("passed");
    assertThat(result(lines, "test_hash")).isEqualTo("**failed**");
    assertThat(result(lines, "test_emptyqs")).isEqualTo("**was skipped**");
    long since = Files.getLastModifiedTime(report).toMillis() + 1;
    assertThat(result(SeedsReport.lines(reports, since), "test_eq")).isEqualTo("**was not run**");
  }

  private static String result(List<Line> lines, String name) {
    return lines.stream()
        .filter(line -> line.group().equals("ModelTest") && line.name().equals(name))
        .findFirst()
        .orElseThrow()
        .result();
  }
}
