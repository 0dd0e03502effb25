package orrery.orm;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// The chains of `chains.txt`, which both databases are asked.
public final class Chains {

  /// The chapter of the chains that the databases may answer differently.
  static final String DIFFERENCES = "Differences";

  /// What some chains show.
  ///
  /// @param chapter such as `Lookups`
  /// @param name such as `icontains`
  /// @param chains the chains, the most telling one first
  public record Entry(String chapter, String name, List<String> chains) {}

  private Chains() {}

  /// Returns the entries in their order.
  public static List<Entry> all() {
    List<Entry> entries = new ArrayList<>();
    String chapter = "";
    for (String line : text().lines().map(String::strip).toList()) {
      if (line.startsWith("# ")) {
        chapter = line.substring(2);
      } else if (line.startsWith("= ")) {
        entries.add(new Entry(chapter, line.substring(2), new ArrayList<>()));
      } else if (!line.isEmpty() && !entries.isEmpty()) {
        entries.getLast().chains().add(line);
      }
    }
    return entries;
  }

  private static String text() {
    try (InputStream in = Objects.requireNonNull(Chains.class.getResourceAsStream("chains.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
