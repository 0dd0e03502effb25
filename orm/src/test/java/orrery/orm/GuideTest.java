package orrery.orm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Holds docs/orm.md to its word: its Java is put together into one program, which is compiled and
/// run, and what that prints is what the guide says.
class GuideTest {

  private static final Path GUIDE = Path.of("..", "docs", "orm.md");

  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(java|text)\n(.*?)^```$");

  /// What a reader's editor adds.
  private static final String IMPORTS =
      """
      import static orrery.orm.define.Fields.*;
      import static orrery.orm.define.ModelDefinition.model;
      import java.math.BigDecimal;
      import java.util.*;
      import orrery.orm.*;
      import orrery.orm.chain.Parser;
      import orrery.orm.db.*;
      import orrery.orm.define.*;
      import orrery.orm.error.*;
      import orrery.orm.load.*;
      import orrery.orm.query.Prefetch;
      """;

  @TempDir private Path folder;

  @Test
  void theGuidesProgramPrintsWhatTheGuideSays() throws Exception {
    StringBuilder members = new StringBuilder();
    StringBuilder body = new StringBuilder();
    StringBuilder said = new StringBuilder();
    Matcher block = BLOCK.matcher(Files.readString(GUIDE, StandardCharsets.UTF_8));
    while (block.find()) {
      if (block.group(1).equals("text")) {
        said.append(block.group(2));
      } else if (block.group(2).startsWith("static ")) {
        members.append(block.group(2));
      } else {
        body.append(block.group(2));
      }
    }
    String program =
        IMPORTS
            + "public class Guide {\n"
            + members
            + "public static void main(String file) throws Exception {\n"
            + body
            + "}\n}\n";
    assertThat(run(program)).isEqualTo(said.toString());
    assertThat(said.toString().lines().count()).isGreaterThan(20);
  }

  private String run(String program) throws Exception {
    Path source = Files.writeString(folder.resolve("Guide.java"), program);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter told = new StringWriter();
    List<String> options = new ArrayList<>();
    options.addAll(List.of("-d", folder.toString(), "-cp", System.getProperty("java.class.path")));
    boolean done =
        compiler
            .getTask(
                told,
                null,
                null,
                options,
                null,
                compiler.getStandardFileManager(null, null, null).getJavaFileObjects(source))
            .call();
    assertThat(done).as(told.toString()).isTrue();
    PrintStream usual = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try (URLClassLoader loader =
            new URLClassLoader(new URL[] {folder.toUri().toURL()}, getClass().getClassLoader());
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
      System.setOut(out);
      loader
          .loadClass("Guide")
          .getMethod("main", String.class)
          .invoke(null, folder.resolve("library.sqlite").toString());
    } finally {
      System.setOut(usual);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }
}
