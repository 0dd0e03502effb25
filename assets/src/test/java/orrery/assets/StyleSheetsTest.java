package orrery.assets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StyleSheetsTest {
  private static final double READABLE = 4.5;
  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
  private static final Pattern DEFINITION = Pattern.compile("(-[a-z][\\w-]*):\\s*([^;]+);");
  private static final Pattern OWN = Pattern.compile("-orrery-[\\w-]+");

  private static final List<String> PANES =
      List.of(
          "-color-bg-default",
          "-color-bg-overlay",
          "-color-bg-subtle",
          "-color-bg-inset",
          "-orrery-header",
          "-orrery-hover");
  private static final List<String> ROWS =
      List.of(
          "-color-bg-default",
          "-orrery-row-odd",
          "-orrery-row-hover",
          "-orrery-row-selected",
          "-orrery-row-selected-focused",
          "-orrery-added",
          "-orrery-changed",
          "-orrery-removed");
  private static final List<String> CODE =
      List.of(
          "-orrery-code",
          "-orrery-code-line",
          "-orrery-code-selection",
          "-orrery-code-match",
          "-orrery-code-bracket",
          "-color-bg-subtle");
  private static final List<String> TONES = List.of("accent", "success", "warning", "danger");

  @Test
  void lightAndDarkDefineTheSameColours() {
    assertThat(colours("light").keySet())
        .isEqualTo(colours("dark").keySet())
        .hasSizeGreaterThan(60);
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void everyTextCanBeReadOnEveryGroundItStandsOn(String theme) {
    Map<String, String> colours = colours(theme);
    List<String> unreadable = new ArrayList<>();
    List<Pair> pairs = pairs(colours);
    for (Pair pair : pairs) {
      double contrast = contrast(colours.get(pair.text), colours.get(pair.ground));
      if (contrast < READABLE) {
        unreadable.add(
            String.format(Locale.ROOT, "%s on %s: %.2f", pair.text, pair.ground, contrast));
      }
    }
    assertThat(pairs).hasSizeGreaterThan(150);
    assertThat(unreadable).isEmpty();
  }

  @Test
  void theSheetOfRulesNamesNoColourItself() {
    assertThat(rules("base"))
        .doesNotContainPattern("#[0-9a-fA-F]{3}|rgba?\\(|: *(white|black|gray)");
  }

  @Test
  void theSheetOfRulesUsesOnlyColoursThatAreDefined() {
    Set<String> used = new HashSet<>();
    Matcher matcher = OWN.matcher(rules("base"));
    while (matcher.find()) {
      used.add(matcher.group());
    }
    assertThat(used).hasSizeGreaterThan(40).isSubsetOf(colours("light").keySet());
  }

  @Test
  void everyColourOfOursIsUsed() {
    Set<String> unused = new HashSet<>(colours("light").keySet());
    unused.removeIf(name -> !name.startsWith("-orrery-") || rules("base").contains(name + ";"));
    unused.removeIf(
        name -> rules("base").contains(name + " ") || rules("base").contains(name + ","));
    assertThat(unused).isEmpty();
  }

  private record Pair(String text, String ground) {}

  private static List<Pair> pairs(Map<String, String> colours) {
    List<Pair> pairs = new ArrayList<>();
    List<String> words =
        List.of("-color-fg-default", "-color-fg-muted", "-color-fg-subtle", "-orrery-brass");
    cross(pairs, words, PANES);
    cross(pairs, words, ROWS);
    cross(pairs, List.of("-orrery-null", "-color-accent-fg", "-color-danger-fg"), ROWS);
    for (String tone : TONES) {
      cross(pairs, List.of("-color-" + tone + "-fg"), PANES);
      cross(
          pairs,
          List.of("-color-" + tone + "-fg", "-color-fg-default", "-color-fg-muted"),
          List.of("-color-" + tone + "-subtle"));
      cross(pairs, List.of("-color-fg-emphasis"), List.of("-color-" + tone + "-emphasis"));
    }
    cross(pairs, List.of("-color-fg-emphasis"), List.of("-color-accent-6"));
    cross(pairs, List.of("-orrery-code-text"), CODE);
    cross(pairs, List.of("-orrery-code-number"), List.of("-orrery-code", "-orrery-code-line"));
    for (String name : colours.keySet()) {
      if (name.startsWith("-orrery-syntax-")) {
        cross(pairs, List.of(name), CODE);
      }
      if (name.endsWith("-ground")) {
        pairs.add(new Pair(name.substring(0, name.length() - "-ground".length()), name));
      }
    }
    return pairs;
  }

  private static void cross(List<Pair> pairs, List<String> texts, List<String> grounds) {
    for (String text : texts) {
      for (String ground : grounds) {
        pairs.add(new Pair(text, ground));
      }
    }
  }

  private static Map<String, String> colours(String theme) {
    Map<String, String> colours = new TreeMap<>();
    Matcher matcher = DEFINITION.matcher(rules(theme));
    while (matcher.find()) {
      colours.put(matcher.group(1), matcher.group(2));
    }
    return colours;
  }

  private static String rules(String sheet) {
    return COMMENT.matcher(Assets.text("css/" + sheet + ".css")).replaceAll("");
  }

  /// The ratio of two opaque colours as WCAG 2 defines it, from 1 to 21.
  private static double contrast(String one, String other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(String colour) {
    assertThat(colour).matches("#[0-9a-f]{6}");
    int rgb = Integer.parseInt(colour.substring(1), 16);
    return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
  }

  private static double linear(int channel) {
    double c = (channel & 0xff) / 255.0;
    return c <= 0.03928 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }
}
