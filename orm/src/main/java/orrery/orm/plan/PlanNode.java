package orrery.orm.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A database's plan as a tree.
///
/// @param words what the database does here, in its own words; empty at the root
/// @param parts what it is made of
public record PlanNode(String words, List<PlanNode> parts) {
  /// SQLite's rows: number, number of the parent, a number nobody uses, words.
  private static final Pattern SQLITE = Pattern.compile("(\\d+) (\\d+) \\d+ (.+)");

  /// Returns the tree that `text` draws: SQLite's numbered rows, or PostgreSQL's indented ones.
  public static Optional<PlanNode> of(String text) {
    List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    boolean isNumbered = lines.stream().allMatch(line -> SQLITE.matcher(line).matches());
    if (isNumbered) {
      return Optional.of(numbered(lines));
    }
    boolean isPostgres = lines.getFirst().contains("(cost=");
    return isPostgres || lines.stream().anyMatch(line -> line.strip().startsWith("->"))
        ? Optional.of(indented(lines))
        : Optional.empty();
  }

  private static PlanNode numbered(List<String> lines) {
    PlanNode root = new PlanNode("", new ArrayList<>());
    Map<Integer, PlanNode> byNumber = new HashMap<>();
    byNumber.put(0, root);
    for (String line : lines) {
      Matcher row = SQLITE.matcher(line);
      if (row.matches()) {
        PlanNode node = new PlanNode(row.group(3), new ArrayList<>());
        byNumber.put(Integer.valueOf(row.group(1)), node);
        byNumber.getOrDefault(Integer.valueOf(row.group(2)), root).parts.add(node);
      }
    }
    return root;
  }

  private static PlanNode indented(List<String> lines) {
    PlanNode root = new PlanNode("", new ArrayList<>());
    List<PlanNode> path = new ArrayList<>(List.of(root));
    List<Integer> depths = new ArrayList<>(List.of(-1));
    for (String line : lines) {
      int depth = line.length() - line.stripLeading().length();
      String words = line.strip().replaceFirst("^->\\s+", "");
      while (depths.getLast() >= depth) {
        depths.removeLast();
        path.removeLast();
      }
      PlanNode node = new PlanNode(words, new ArrayList<>());
      path.getLast().parts.add(node);
      path.add(node);
      depths.add(depth);
    }
    return root;
  }

  /// Says whether the database reads a whole table here.
  public boolean isScan() {
    boolean isNone = words.startsWith("SCAN CONSTANT");
    return !isNone && (words.startsWith("SCAN ") || words.contains("Seq Scan on "));
  }

  /// Returns what the table that is read here is called in the statement, if a whole one is.
  Optional<String> scanned() {
    if (!isScan()) {
      return Optional.empty();
    }
    Matcher postgres = Pattern.compile("Seq Scan on (\\S+)(?: ([^\\s(]+))?").matcher(words);
    if (postgres.find()) {
      String alias = postgres.group(2) == null ? postgres.group(1) : postgres.group(2);
      return Optional.of(alias.replace("\"", ""));
    }
    // Older SQLite says "SCAN TABLE name AS alias".
    String rest = words.replaceFirst("^SCAN (TABLE )?", "").replaceFirst(" (USING|VIRTUAL) .*", "");
    return Optional.of(rest.replaceFirst("^.* AS ", "").strip());
  }

  /// Shows this node and all below it.
  public void each(Consumer<PlanNode> visitor) {
    visitor.accept(this);
    parts.forEach(part -> part.each(visitor));
  }
}
