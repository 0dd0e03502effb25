package orrery.orm.edit;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import orrery.orm.chain.Parser;
import orrery.orm.chain.Printer;
import orrery.orm.error.OrmError;
import orrery.orm.query.Condition;
import orrery.orm.query.Expr;
import orrery.orm.query.Query;
import orrery.orm.query.Step;

/// Values as people type them into a form: a text without quotes, a date as `2026-08-01`, several
/// with commas. What starts with `=` is an expression of the chain language: `=F("price") * 2`.
public final class ValueText {

  private ValueText() {}

  /// Returns `value` as a form shows it.
  public static String of(Expr value) {
    return switch (value) {
      case Expr.Literal(Object plain) -> plain == null ? "" : plain(plain);
      case Expr.Sequence(_, List<Expr> items) when items.stream().allMatch(ValueText::isPlain) ->
          items.stream().map(ValueText::of).collect(Collectors.joining(", "));
      case Expr other -> "=" + Printer.print(other);
    };
  }

  private static boolean isPlain(Expr item) {
    return item instanceof Expr.Literal(Object value)
        && value != null
        && !(value instanceof String text && text.contains(","));
  }

  private static String plain(Object value) {
    return switch (value) {
      case LocalDateTime time -> time.toString().replace('T', ' ');
      case BigDecimal number -> number.toPlainString();
      case String text -> text;
      case Long _, Double _, Boolean _, LocalDate _, LocalTime _, UUID _ -> value.toString();
      case Object other -> "=" + Printer.print(new Expr.Literal(other));
    };
  }

  /// Reads what was typed for `operator` on what `meaning` says; nothing where it is no such value.
  public static Optional<Expr> read(String text, Operator operator, Meaning meaning) {
    if (text.startsWith("=")) {
      return expression(text.substring(1));
    }
    return switch (operator.takes()) {
      case TRUE -> Optional.of(new Expr.Literal(true));
      case FALSE -> Optional.of(new Expr.Literal(false));
      case TEXT -> Optional.of(new Expr.Literal(text));
      case NUMBER -> number(text.strip());
      case ONE -> one(text, meaning);
      case LIST -> many(text, meaning).map(m -> new Expr.Sequence(Expr.Brackets.LIST, m));
      case RANGE ->
          many(text, meaning)
              .filter(m -> m.size() == 2)
              .map(m -> new Expr.Sequence(Expr.Brackets.TUPLE, m));
    };
  }

  /// Reads one of several values of a list or range; nothing where it is no such value.
  public static Optional<Expr> item(String text, Operator operator, Meaning meaning) {
    if (text.startsWith("=")) {
      return expression(text.substring(1));
    }
    return switch (operator.takes()) {
      case LIST, RANGE, ONE -> one(text, meaning);
      case TEXT, NUMBER, TRUE, FALSE -> read(text, operator, meaning);
    };
  }

  /// Returns a value that leaves most rows in, to start from.
  public static Expr neutral(Operator operator, Meaning meaning) {
    Expr one = neutral(meaning);
    return switch (operator.takes()) {
      case TRUE -> new Expr.Literal(true);
      case FALSE -> new Expr.Literal(false);
      case TEXT -> new Expr.Literal("");
      case NUMBER -> new Expr.Literal(1L);
      case ONE -> one;
      case LIST -> new Expr.Sequence(Expr.Brackets.LIST, List.of(one));
      case RANGE -> new Expr.Sequence(Expr.Brackets.TUPLE, List.of(one, one));
    };
  }

  private static Expr neutral(Meaning meaning) {
    if (!meaning.choices().isEmpty()) {
      return new Expr.Literal(meaning.choices().getFirst().value());
    }
    if (meaning.isRelation()) {
      return new Expr.Literal(1L);
    }
    return new Expr.Literal(
        switch (meaning.type().kind()) {
          case BOOLEAN -> true;
          case INTEGER, FLOAT, DECIMAL -> 0L;
          case DATE, DATETIME -> LocalDate.of(2000, 1, 1);
          case TIME -> LocalTime.MIDNIGHT;
          case DURATION -> java.time.Duration.ofDays(1);
          case UUID -> new UUID(0, 0);
          case TEXT, BINARY, JSON, ARRAY, ANY -> "";
        });
  }

  /// Returns a plain value as a form shows it where the type is not known: a text that reads like
  /// something else stands in quotes.
  public static String loose(Expr.Literal value) {
    String text = of(value);
    return value.value() instanceof String && !read(text).equals(value)
        ? Printer.print(value)
        : text;
  }

  /// Reads a plain value whose type is not known: a number, a date, true or false, else a text; in
  /// quotes always a text.
  public static Expr.Literal read(String text) {
    String bare = text.strip();
    Optional<Expr> quoted =
        bare.matches("(?s)\".*\"|'.*'") ? expression(bare) : Optional.<Expr>empty();
    return quoted
        .or(() -> number(bare))
        .or(() -> truth(bare))
        .or(() -> bare.matches("\\d.*") ? time(bare) : Optional.empty())
        .filter(Expr.Literal.class::isInstance)
        .map(Expr.Literal.class::cast)
        .orElseGet(() -> new Expr.Literal(text));
  }

  /// Reads an expression of the chain language; nothing where `text` is none.
  public static Optional<Expr> expression(String text) {
    try {
      Query query = Parser.parse("M.objects.filter(x=" + text + ")").chain().query();
      return query.steps().size() == 1
              && query.steps().getFirst() instanceof Step.Filter(List<Condition> conditions)
              && conditions.size() == 1
              && conditions.getFirst() instanceof Condition.Lookup(_, Expr value)
          ? Optional.of(value)
          : Optional.empty();
    } catch (OrmError wrong) {
      // While people type, most texts are no expressions yet.
      return Optional.empty();
    }
  }

  private static Optional<List<Expr>> many(String text, Meaning meaning) {
    List<Expr> all = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      Optional<Expr> one = part.isBlank() ? Optional.empty() : one(part.strip(), meaning);
      if (one.isEmpty() && !part.isBlank()) {
        return Optional.empty();
      }
      one.ifPresent(all::add);
    }
    return all.isEmpty() ? Optional.empty() : Optional.of(all);
  }

  private static Optional<Expr> one(String text, Meaning meaning) {
    if (meaning.isRelation()) {
      return number(text.strip()).or(() -> Optional.of(new Expr.Literal(text)));
    }
    String bare = text.strip();
    return switch (meaning.type().kind()) {
      case INTEGER, FLOAT, DECIMAL -> number(bare);
      case BOOLEAN -> truth(bare);
      case DATE, DATETIME, TIME -> time(bare);
      case UUID ->
          bare.matches("[0-9a-fA-F-]{36}")
              ? Optional.of(new Expr.Literal(UUID.fromString(bare)))
              : Optional.empty();
      case TEXT -> Optional.of(new Expr.Literal(text));
      case ANY -> number(bare).or(() -> Optional.of(new Expr.Literal(text)));
      case DURATION, BINARY, JSON, ARRAY -> expression(bare);
    };
  }

  private static Optional<Expr> truth(String text) {
    return switch (text.toLowerCase(java.util.Locale.ROOT)) {
      case "true", "yes" -> Optional.of(new Expr.Literal(true));
      case "false", "no" -> Optional.of(new Expr.Literal(false));
      default -> Optional.empty();
    };
  }

  private static Optional<Expr> number(String text) {
    if (text.matches("-?\\d{1,18}")) {
      return Optional.of(new Expr.Literal(Long.parseLong(text)));
    }
    return text.matches("-?\\d*\\.\\d+|-?\\d+\\.")
        ? Optional.of(new Expr.Literal(Double.parseDouble(text)))
        : Optional.empty();
  }

  private static Optional<Expr> time(String text) {
    try {
      if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
        return Optional.of(new Expr.Literal(LocalDate.parse(text)));
      }
      if (text.matches("\\d{4}-\\d{2}-\\d{2}[ T]\\d{2}:\\d{2}.*")) {
        return Optional.of(new Expr.Literal(LocalDateTime.parse(text.replace(' ', 'T'))));
      }
      return text.matches("\\d{2}:\\d{2}.*")
          ? Optional.of(new Expr.Literal(LocalTime.parse(text)))
          : Optional.empty();
    } catch (DateTimeException wrong) {
      // Such as the 31st of February.
      return Optional.empty();
    }
  }
}
