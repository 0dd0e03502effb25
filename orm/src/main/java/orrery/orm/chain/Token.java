package orrery.orm.chain;

/// A run of characters of a chain's text, with what it is.
///
/// @param kind what it is
/// @param text its characters as they stand in the text
/// @param start the offset of its first character, in UTF-16 units
/// @param end the offset after its last character
public record Token(Kind kind, String text, int start, int end) {

  /// What a run of characters is.
  public enum Kind {
    /// White space, line breaks and continued lines.
    SPACE,
    /// `# …` to the end of the line.
    COMMENT,
    /// A name that is none of the others: a module, `objects`.
    NAME,
    /// The name of a model.
    MODEL,
    /// The name of a method.
    METHOD,
    /// The name of a keyword argument: a field path with its lookup, or an option.
    FIELD,
    /// The name of a function, an aggregate, a class.
    FUNCTION,
    /// `True`, `False` or `None`.
    KEYWORD,
    /// A string or bytes, with its quotes.
    STRING,
    /// A number.
    NUMBER,
    /// `+`, `&`, `=` and the like.
    OPERATOR,
    /// Brackets, commas, points, colons.
    PUNCTUATION,
    /// What no chain can contain.
    ERROR
  }

  /// Says whether the token is nothing to a parser: space or a comment.
  boolean isBlank() {
    return kind == Kind.SPACE || kind == Kind.COMMENT;
  }

  /// Says whether the token is the sign `sign`.
  boolean is(String sign) {
    return (kind == Kind.OPERATOR || kind == Kind.PUNCTUATION) && text.equals(sign);
  }
}
