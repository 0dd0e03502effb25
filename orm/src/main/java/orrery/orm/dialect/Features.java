package orrery.orm.dialect;

import java.util.Set;

/// What a database can and cannot do: questions whose answers are yes or no, and a set of words.
///
/// @param distinctOn whether `SELECT DISTINCT ON (…)` exists
/// @param locks whether `SELECT … FOR UPDATE` exists; where not, it is left out
/// @param bracketedCompounds whether the parts of a `UNION` may stand in brackets
/// @param insertOrIgnore whether rows that are already there are skipped by `INSERT OR IGNORE`;
///   else by `ON CONFLICT DO NOTHING`
/// @param referencesAhead whether a foreign key may name a table that is yet to be made
/// @param explainFormats the formats in which a plan can be told; empty where there is only one
public record Features(
    boolean distinctOn,
    boolean locks,
    boolean bracketedCompounds,
    boolean insertOrIgnore,
    boolean referencesAhead,
    Set<String> explainFormats) {

  /// SQLite's answers.
  public static final Features SQLITE = new Features(false, false, false, true, true, Set.of());

  /// PostgreSQL's answers.
  public static final Features POSTGRES =
      new Features(true, true, true, false, false, Set.of("JSON", "TEXT", "XML", "YAML"));

  /// Makes them from a copy of the set.
  public Features {
    explainFormats = Set.copyOf(explainFormats);
  }
}
