package orrery.orm.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;

/// The cut of a statement's text into tokens; put together again they are the text. Takes the
/// quotes of SQLite and of PostgreSQL, and never fails: what it does not know is an operator.
public final class SqlTokens {

  private static final Set<String> KEYWORDS =
      Set.of(
          """
          ABORT ACTION ADD AFTER ALL ALTER ALWAYS ANALYZE AND ANY AS ASC ATTACH AUTOINCREMENT BEFORE
          BEGIN BETWEEN BOTH BY CASCADE CASE CAST CHECK COLLATE COLUMN COMMIT CONFLICT CONSTRAINT
          CREATE CROSS CURRENT CURRENT_DATE CURRENT_TIME CURRENT_TIMESTAMP DATABASE DEFAULT
          DEFERRABLE DEFERRED DELETE DESC DETACH DISTINCT DO DROP EACH ELSE END ESCAPE EXCEPT EXCLUDE
          EXCLUSIVE EXISTS EXPLAIN FALSE FETCH FILTER FIRST FOLLOWING FOR FOREIGN FROM FULL GENERATED
          GROUP GROUPS HAVING IF IGNORE ILIKE IMMEDIATE IN INDEX INITIALLY INNER INSERT INTERSECT
          INTERVAL INTO IS ISNULL JOIN KEY LAST LATERAL LEFT LIKE LIMIT LOCKED MATERIALIZED NATURAL
          NO NOT NOTHING NOTNULL NOWAIT NULL NULLS OF OFFSET ON ONLY OR ORDER OTHERS OUTER OVER
          PARTITION PLAN PRAGMA PRECEDING PRIMARY QUERY RANGE RECURSIVE REFERENCES REGEXP REINDEX
          RELEASE RENAME REPLACE RESTRICT RETURNING RIGHT ROLLBACK ROW ROWS SAVEPOINT SELECT SET
          SHARE SIMILAR SKIP SOME STORED TABLE TEMP TEMPORARY THEN TIES TO TRANSACTION TRIGGER TRUE
          UNBOUNDED UNION UNIQUE UPDATE USING VACUUM VALUES VIEW VIRTUAL WHEN WHERE WINDOW WITH
          WITHIN WITHOUT
          """
              .trim()
              .split("\\s+"));

  private final String text;
  private final List<SqlToken> tokens = new ArrayList<>();
  private int at;

  private SqlTokens(String text) {
    this.text = text;
  }

  /// Returns the tokens of `text`, in their order and without a gap.
  public static List<SqlToken> of(String text) {
    SqlTokens cut = new SqlTokens(text);
    while (cut.at < text.length()) {
      cut.next();
    }
    return cut.tokens;
  }

  private void next() {
    char c = text.charAt(at);
    if (Character.isWhitespace(c)) {
      run(SqlToken.Kind.SPACE, Character::isWhitespace);
    } else if (text.startsWith("--", at)) {
      add(SqlToken.Kind.COMMENT, before("\n"));
    } else if (text.startsWith("/*", at)) {
      add(SqlToken.Kind.COMMENT, after("*/", at + 2));
    } else if (c == '\'' || isPrefixed(c)) {
      add(SqlToken.Kind.STRING, quoted(c == '\'' ? at : at + 1, '\''));
    } else if (c == '"' || c == '`') {
      name(quoted(at, c));
    } else if (Character.isDigit(c)) {
      number();
    } else if (isWordStart(c)) {
      word();
    } else if (c == '?' || isNamedPlace(c)) {
      placeholder();
    } else if ("(),.;[]".indexOf(c) >= 0) {
      add(SqlToken.Kind.PUNCTUATION, at + 1);
    } else {
      operator();
    }
  }

  private boolean isPrefixed(char c) {
    return "xXeEbB".indexOf(c) >= 0 && text.startsWith("'", at + 1);
  }

  private boolean isNamedPlace(char c) {
    return c == ':' && at + 1 < text.length() && isWordStart(text.charAt(at + 1));
  }

  private void run(SqlToken.Kind kind, IntPredicate part) {
    int end = at + 1;
    while (end < text.length() && part.test(text.charAt(end))) {
      end++;
    }
    add(kind, end);
  }

  private int before(String end) {
    int found = text.indexOf(end, at);
    return found < 0 ? text.length() : found;
  }

  private int after(String end, int from) {
    int found = text.indexOf(end, from);
    return found < 0 ? text.length() : found + end.length();
  }

  /// Returns the offset after the quoted text that starts at `start`; a doubled quote is part of
  /// it.
  private int quoted(int start, char quote) {
    int end = start + 1;
    while (end < text.length()) {
      if (text.charAt(end) == quote) {
        if (end + 1 == text.length() || text.charAt(end + 1) != quote) {
          return end + 1;
        }
        end++;
      }
      end++;
    }
    return end;
  }

  private void number() {
    int end = at;
    while (end < text.length()) {
      char c = text.charAt(end);
      boolean isSign = (c == '+' || c == '-') && "eE".indexOf(text.charAt(end - 1)) >= 0;
      if (!Character.isLetterOrDigit(c) && c != '.' && !isSign) {
        break;
      }
      end++;
    }
    add(SqlToken.Kind.NUMBER, end);
  }

  private void word() {
    int end = at + 1;
    while (end < text.length() && isWordPart(text.charAt(end))) {
      end++;
    }
    String word = text.substring(at, end).toUpperCase(Locale.ROOT);
    if (KEYWORDS.contains(word) && !isCalled(word, end)) {
      add(SqlToken.Kind.KEYWORD, end);
    } else {
      name(end);
    }
  }

  /// Says whether a word of the language is the name of a function here: `REPLACE(…)`.
  private boolean isCalled(String word, int end) {
    return Set.of("REPLACE", "LEFT", "RIGHT", "IF", "GROUPS").contains(word)
        && text.startsWith("(", end);
  }

  private void name(int end) {
    boolean isFunction = text.charAt(end - 1) != '"' && text.startsWith("(", end);
    add(isFunction ? SqlToken.Kind.FUNCTION : SqlToken.Kind.NAME, end);
  }

  private void placeholder() {
    int end = at + 1;
    while (end < text.length() && isWordPart(text.charAt(end))) {
      end++;
    }
    add(SqlToken.Kind.PARAMETER, end);
  }

  private void operator() {
    int end = at + 1;
    while (end < text.length()
        && end - at < 3
        && "<>=!|&*/%~#@:^-+".indexOf(text.charAt(end)) >= 0
        && !text.startsWith("--", end)
        && !text.startsWith("/*", end)) {
      end++;
    }
    add(SqlToken.Kind.OPERATOR, end);
  }

  private static boolean isWordStart(char c) {
    return Character.isLetter(c) || c == '_';
  }

  private static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$';
  }

  private void add(SqlToken.Kind kind, int end) {
    tokens.add(new SqlToken(kind, text.substring(at, end)));
    at = end;
  }
}
