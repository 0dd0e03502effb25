package orrery.orm.chain;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import orrery.orm.chain.Token.Kind;
import orrery.orm.error.OrmError;
import orrery.orm.error.SyntaxError;

/// What is Python and still no part of a chain: each with a sentence that says what to write
/// instead.
final class Foreign {

  private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", ">", "<=", ">=");
  private static final Map<String, String> LOOKUPS =
      Map.of("<", "__lt", ">", "__gt", "<=", "__lte", ">=", "__gte", "==", "", "!=", "");

  private static final Map<String, String> OPENERS =
      Map.of(
          "lambda", "a chain has no lambda",
          "not", "a chain has no 'not'; write ~ before the Q",
          "await", "a chain has no await; write the chain alone",
          "yield", "a chain has no yield",
          "*", "a chain has no unpacking with *; write the values themselves",
          "**", "a chain has no unpacking with ** here");

  private static final Map<String, String> FOLLOWERS =
      Map.of(
          "and", "a chain has no 'and'; write & between two Qs, or a comma",
          "or", "a chain has no 'or'; write | between two Qs",
          "not", "a chain has no 'not in'; write exclude(…__in=…) or ~Q(…__in=…)",
          "in", "a chain has no 'in'; write the lookup …__in=…",
          "is", "a chain has no 'is'; write the lookup …__isnull=True",
          "if", "a chain has no conditional expression; write Case(When(…))",
          "for", "a chain has no comprehension; write the values themselves",
          "async", "a chain has no comprehension; write the values themselves",
          ":=", "a chain has no assignment");

  private Foreign() {}

  /// Returns the error for a value that starts with `token`, or null where a chain can have it.
  static @Nullable OrmError before(Source source, Token token) {
    if (token.kind() == Kind.ERROR) {
      return source.at(new SyntaxError(problem(token)), token.start());
    }
    String sentence = OPENERS.get(token.text());
    if (sentence == null && token.kind() == Kind.NAME && Identifiers.isReserved(token.text())) {
      sentence = "invalid syntax: '" + token.text() + "' is a keyword of Python";
    }
    return sentence == null ? null : source.at(new SyntaxError(sentence), token.start());
  }

  /// Returns the error for what goes on with `token` behind `left`, or null where nothing special
  /// can be said.
  static @Nullable OrmError after(Source source, Token token, Syntax left) {
    String sentence =
        token.kind() == Kind.STRING || token.kind() == Kind.COMMENT
            ? null
            : FOLLOWERS.get(token.text());
    if (sentence == null && COMPARISONS.contains(token.text())) {
      String suffix = LOOKUPS.getOrDefault(token.text(), "");
      String name = left instanceof Syntax.Word word ? word.name() : "field";
      sentence =
          token.text().equals("!=")
              ? "a chain has no '!='; write exclude(" + name + "=…) or ~Q(" + name + "=…)"
              : "a chain has no '" + token.text() + "'; write the lookup " + name + suffix + "=…";
    }
    return sentence == null ? null : source.at(new SyntaxError(sentence), token.start());
  }

  /// Returns the error for `left=…` where `left` is no name.
  static OrmError assignment(Source source, Syntax left) {
    if (left instanceof Syntax.Postfix path
        && path.base() instanceof Syntax.Word word
        && path.trailers().stream().allMatch(t -> t instanceof Syntax.Attribute)) {
      StringBuilder name = new StringBuilder(word.name());
      path.trailers().forEach(t -> name.append("__").append(((Syntax.Attribute) t).name()));
      return source.at(
          new SyntaxError("a lookup goes to a relation's field with __, not with a point")
              .meaning(name.toString()),
          left.start());
    }
    return source.at(
        new SyntaxError("expression cannot contain assignment, perhaps you meant \"==\"?"),
        left.start());
  }

  /// Returns what is wrong with a token that is none of Python's.
  static String problem(Token token) {
    String text = token.text();
    int quote = 0;
    while (quote < text.length() && Character.isLetter(text.charAt(quote))) {
      quote++;
    }
    if (quote < text.length() && (text.charAt(quote) == '"' || text.charAt(quote) == '\'')) {
      boolean triple = text.startsWith(text.substring(quote, quote + 1).repeat(3), quote);
      return triple ? "unterminated triple-quoted string literal" : "unterminated string literal";
    }
    int first = text.codePointAt(0);
    if (first == '.' || (first >= '0' && first <= '9')) {
      String problem = NumberLiteral.problem(text);
      return problem == null ? "invalid decimal literal" : problem;
    }
    if (first == '\\') {
      return "unexpected character after line continuation character";
    }
    String code = "U+%04X".formatted(first);
    return Character.isISOControl(first) || Character.isSpaceChar(first)
        ? "invalid non-printable character " + code
        : "invalid character '" + text + "' (" + code + ")";
  }
}
