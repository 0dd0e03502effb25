package orrery.orm.edit;

import java.util.List;
import java.util.Optional;
import orrery.orm.query.Condition;
import orrery.orm.query.Expr;

/// A condition on one path, taken apart: the path, what is said of it, and the value. Immutable.
///
/// @param path the path of names
/// @param operator what is said of it
/// @param value what it is compared with
public record Rule(String path, Operator operator, Expr value) {

  /// Takes `condition` apart; nothing where it is a group, or says what no operator does.
  public static Optional<Rule> of(Condition condition, Ground ground) {
    return switch (condition) {
      case Condition.Lookup(String path, Expr value) -> of(path, value, false, ground);
      case Condition.Not(Condition.Lookup(String path, Expr value)) ->
          of(path, value, true, ground);
      case Condition.Not _, Condition.And _, Condition.Or _, Condition.Xor _, Condition.Test _ ->
          Optional.empty();
    };
  }

  private static Optional<Rule> of(String name, Expr value, boolean negated, Ground ground) {
    List<String> names = Paths.split(name);
    for (int cut = 1; cut <= names.size(); cut++) {
      String path = String.join("__", names.subList(0, cut));
      String lookup = lookup(names, cut);
      Meaning meaning = ground.meaning(path);
      Optional<Operator> known =
          Operator.of(meaning).stream()
              .filter(
                  o -> meaning.isKnown() && o.lookup().equals(lookup) && fits(o, value, negated))
              .findFirst();
      if (known.isPresent()) {
        return Optional.of(new Rule(path, known.get(), value));
      }
    }
    for (int cut = names.size(); cut > 0; cut--) {
      String path = String.join("__", names.subList(0, cut));
      boolean isLookup = names.subList(cut, names.size()).stream().allMatch(LookupNames::isLookup);
      if (isLookup && ground.meaning(path).isKnown()) {
        String lookup = lookup(names, cut);
        String words = (negated ? "not: " : "") + words(lookup);
        return Optional.of(
            new Rule(path, new Operator(words, lookup, negated, takes(lookup)), value));
      }
    }
    return Optional.empty();
  }

  private static String lookup(List<String> names, int cut) {
    return cut == names.size() ? "exact" : String.join("__", names.subList(cut, names.size()));
  }

  private static boolean fits(Operator operator, Expr value, boolean negated) {
    return operator.negated() == negated
        && switch (operator.takes()) {
          case TRUE -> value.equals(new Expr.Literal(true));
          case FALSE -> value.equals(new Expr.Literal(false));
          case ONE, TEXT, NUMBER, LIST, RANGE -> true;
        };
  }

  private static String words(String lookup) {
    String last = Paths.split(lookup).getLast();
    return LookupNames.meaning(last).isEmpty() ? last : LookupNames.meaning(last);
  }

  private static Operator.Takes takes(String lookup) {
    return switch (Paths.split(lookup).getLast()) {
      case "in" -> Operator.Takes.LIST;
      case "range" -> Operator.Takes.RANGE;
      default -> Operator.Takes.ONE;
    };
  }

  /// Returns the condition that it is.
  public Condition condition() {
    String lookup = operator.lookup().equals("exact") ? "" : "__" + operator.lookup();
    Condition said = new Condition.Lookup(path + lookup, value);
    return operator.negated() ? new Condition.Not(said) : said;
  }

  /// Returns a rule on `path` that says something right away, for people to go on from.
  public static Rule start(String path, Ground ground) {
    Meaning meaning = ground.meaning(path);
    return new Rule(path, Operator.of(meaning).getFirst(), new Expr.Literal(null))
        .with(Operator.of(meaning).getFirst(), ground);
  }

  /// Returns this rule with another operator; the value stays where the operator can take it.
  public Rule with(Operator next, Ground ground) {
    Meaning meaning = ground.meaning(path);
    boolean stays = operator.takes() == next.takes() && !value.equals(new Expr.Literal(null));
    Expr kept =
        switch (next.takes()) {
          case TRUE -> new Expr.Literal(true);
          case FALSE -> new Expr.Literal(false);
          case ONE, TEXT, NUMBER, LIST, RANGE -> {
            if (stays) {
              yield value;
            }
            String text = ValueText.of(value);
            yield ValueText.read(text, next, meaning)
                .orElseGet(() -> ValueText.neutral(next, meaning));
          }
        };
    return new Rule(path, next, kept);
  }

  /// Returns this rule with another value.
  public Rule with(Expr next) {
    return new Rule(path, operator, next);
  }
}
