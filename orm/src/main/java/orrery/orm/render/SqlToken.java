package orrery.orm.render;

/// A run of characters of a statement's text, with what it is.
///
/// @param kind what it is
/// @param text its characters
public record SqlToken(Kind kind, String text) {

  /// What a run of characters is.
  public enum Kind {
    /// White space and line breaks.
    SPACE,
    /// `-- …` or `/* … */`.
    COMMENT,
    /// A word of the language, such as `SELECT`.
    KEYWORD,
    /// The name of a table, column or alias, with its quotes.
    NAME,
    /// The name of a function.
    FUNCTION,
    /// A text or binary value, with its quotes.
    STRING,
    /// A number.
    NUMBER,
    /// A placeholder.
    PARAMETER,
    /// `=`, `||` and the like.
    OPERATOR,
    /// Brackets, commas, points, semicolons.
    PUNCTUATION,
    /// What stands for values that are left out where people read.
    ELISION
  }

  /// Says whether it is the sign or the word `text`, in any case.
  boolean is(String text) {
    return this.text.equalsIgnoreCase(text)
        && (kind == Kind.KEYWORD || kind == Kind.PUNCTUATION || kind == Kind.OPERATOR);
  }

  /// Says whether it is nothing to a database: space or a comment.
  boolean isBlank() {
    return kind == Kind.SPACE || kind == Kind.COMMENT;
  }
}
