package orrery.ui.grid;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A database's plan as a tree.
///
/// @param words what the database does here
/// @param isScan whether it reads a whole table, which a large one makes slow
/// @param parts what it is made of
public record PlanTree(String words, boolean isScan, List<PlanTree> parts) {
  /// SQLite's rows: number, number of the parent, a number nobody uses, words.
  private static final Pattern SQLITE = Pattern.compile("(\\d+) (\\d+) \\d+ (.+)");

  /// Returns the tree that `text` draws: SQLite's numbered rows, or PostgreSQL's indented ones.
  static Optional<PlanTree> of(String text) {
    List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    boolean isNumbered = lines.stream().allMatch(line -> SQLITE.matcher(line).matches());
    if (isNumbered) {
      return Optional.of(numbered(lines));
    }
    return lines.stream().anyMatch(line -> line.strip().startsWith("->"))
        ? Optional.of(indented(lines))
        : Optional.empty();
  }

  private static PlanTree numbered(List<String> lines) {
    PlanTree root = new PlanTree("", false, new ArrayList<>());
    Map<Integer, PlanTree> byNumber = new HashMap<>();
    byNumber.put(0, root);
    for (String line : lines) {
      Matcher row = SQLITE.matcher(line);
      if (row.matches()) {
        String words = row.group(3);
        PlanTree node = new PlanTree(words, words.startsWith("SCAN"), new ArrayList<>());
        byNumber.put(Integer.valueOf(row.group(1)), node);
        byNumber.getOrDefault(Integer.valueOf(row.group(2)), root).parts.add(node);
      }
    }
    return root;
  }

  private static PlanTree indented(List<String> lines) {
    PlanTree root = new PlanTree("", false, new ArrayList<>());
    List<PlanTree> path = new ArrayList<>(List.of(root));
    List<Integer> depths = new ArrayList<>(List.of(-1));
    for (String line : lines) {
      int depth = line.length() - line.stripLeading().length();
      String words = line.strip().replaceFirst("^->\\s+", "");
      while (depths.getLast() >= depth) {
        depths.removeLast();
        path.removeLast();
      }
      PlanTree node = new PlanTree(words, words.startsWith("Seq Scan"), new ArrayList<>());
      path.getLast().parts.add(node);
      path.add(node);
      depths.add(depth);
    }
    return root;
  }
}
