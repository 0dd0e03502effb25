package orrery.orm.edit;

import java.util.List;
import java.util.Optional;
import orrery.orm.query.Condition;
import orrery.orm.query.Expr;
import orrery.orm.query.Query;
import orrery.orm.type.Kind;

/// A condition on a column as people type it above the column: another view of a condition in the
/// chain. Immutable.
///
/// `>5`, `>=5`, `<5`, `<=5`, `=x`, `!x`, `null`, `!null`, `a..b`, `a.., ..b`, `a, b`, `!a, b`; of
/// texts `x` for those that contain it, `x*` and `*x` for those that start or end with it, and `"a,
/// b"` for just that; of dates also a year. Of a foreign key a word is looked for in what its
/// objects are called.
///
/// @param path the name that conditions on the column start with
/// @param label the path to what the objects of a foreign key are called
public record ColumnFilter(Ground ground, String path, Optional<String> label) {

  private record Said(Condition.Lookup condition, boolean negated) {}

  private record Sign(String sign, String lookup) {}

  private static final List<Sign> SIGNS =
      List.of(
          new Sign(">=", "gte"),
          new Sign("<=", "lte"),
          new Sign(">", "gt"),
          new Sign("<", "lt"),
          new Sign("=", "exact"));

  /// Returns `query` with the condition that `text` says, in the place of the one there is on this
  /// column; without one where it says nothing. Nothing where it cannot be understood.
  public Optional<Query> put(Query query, String text) {
    Query without = find(query).map(found -> Filtering.without(query, found)).orElse(query);
    return text.isBlank()
        ? Optional.of(without)
        : said(text.strip()).map(s -> Filtering.add(without, s.condition(), s.negated()));
  }

  /// Returns the text of the condition that `query` has on this column; empty where it has none
  /// that can be said so.
  public String text(Query query) {
    return find(query).flatMap(found -> text(found.condition(), found.negated())).orElse("");
  }

  private Optional<Filtering.Found> find(Query query) {
    return Filtering.last(query, found -> text(found.condition(), found.negated()).isPresent());
  }

  // From text

  private Optional<Said> said(String text) {
    boolean isNot = text.startsWith("!");
    String rest = (isNot ? text.substring(text.startsWith("!=") ? 2 : 1) : text).strip();
    if (text.startsWith("<>")) {
      return value(path, "exact", Operator.Takes.ONE, text.substring(2).strip(), true);
    }
    if (text.startsWith("!=")) {
      return value(path, "exact", Operator.Takes.ONE, rest, true);
    }
    if (rest.equalsIgnoreCase("null")) {
      Expr isNull = new Expr.Literal(!isNot);
      return Optional.of(new Said(new Condition.Lookup(path + "__isnull", isNull), false));
    }
    if (rest.equals("''")) {
      return Optional.of(new Said(new Condition.Lookup(path, new Expr.Literal("")), isNot));
    }
    for (Sign sign : SIGNS) {
      if (rest.startsWith(sign.sign())) {
        String value = rest.substring(sign.sign().length()).strip();
        return value(path, sign.lookup(), Operator.Takes.ONE, value, isNot);
      }
    }
    return plain(rest, isNot);
  }

  private Optional<Said> plain(String text, boolean isNot) {
    if (text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")) {
      return contains(text.substring(1, text.length() - 1), isNot);
    }
    Optional<Said> range = range(text, isNot);
    if (range.isPresent()) {
      return range;
    }
    if (text.contains(",")) {
      return value(path, "in", Operator.Takes.LIST, text, isNot);
    }
    return isText() ? pattern(text, isNot) : exact(text, isNot);
  }

  private Optional<Said> range(String text, boolean isNot) {
    int dots = text.indexOf("..");
    if (dots < 0) {
      return Optional.empty();
    }
    String from = text.substring(0, dots).strip();
    String to = text.substring(dots + 2).strip();
    if (to.isEmpty()) {
      return value(path, "gte", Operator.Takes.ONE, from, isNot);
    }
    return from.isEmpty()
        ? value(path, "lte", Operator.Takes.ONE, to, isNot)
        : value(path, "range", Operator.Takes.RANGE, from + "," + to, isNot);
  }

  private Optional<Said> pattern(String text, boolean isNot) {
    boolean isStart = text.endsWith("*");
    boolean isEnd = text.startsWith("*");
    if (text.length() > 1 && isStart != isEnd) {
      String word = isStart ? text.substring(0, text.length() - 1) : text.substring(1);
      String lookup = isStart ? "istartswith" : "iendswith";
      return Optional.of(
          new Said(new Condition.Lookup(path + "__" + lookup, new Expr.Literal(word)), isNot));
    }
    return contains(text, isNot);
  }

  private Optional<Said> contains(String word, boolean isNot) {
    String of = isText() ? path : label.orElse(path);
    return Optional.of(
        new Said(new Condition.Lookup(of + "__icontains", new Expr.Literal(word)), isNot));
  }

  private Optional<Said> exact(String text, boolean isNot) {
    boolean isDate = kind() == Kind.DATE || kind() == Kind.DATETIME;
    if (isDate && text.matches("\\d{4}")) {
      return value(path + "__year", "exact", Operator.Takes.NUMBER, text, isNot);
    }
    if (label.isPresent() && !text.matches("-?\\d+")) {
      return contains(text, isNot);
    }
    return value(path, "exact", Operator.Takes.ONE, text, isNot);
  }

  private Optional<Said> value(
      String of, String lookup, Operator.Takes takes, String text, boolean isNot) {
    Operator operator = new Operator("", lookup, isNot, takes);
    String name = lookup.equals("exact") ? of : of + "__" + lookup;
    return ValueText.read(text, operator, ground.meaning(path))
        .map(value -> new Said(new Condition.Lookup(name, value), isNot));
  }

  // To text

  private Optional<String> text(Condition.Lookup condition, boolean negated) {
    String not = negated ? "!" : "";
    Optional<String> text =
        lookup(condition.path())
            .flatMap(lookup ->
                switch (lookup) {
                  case "exact" -> Optional.of(isText() && !isEmpty(condition) ? "=" : "");
                  case "year", "in", "range", "isnull", "icontains" -> Optional.of("");
                  case "istartswith", "iendswith" -> Optional.of("");
                  case "gt" -> Optional.of(">");
                  case "gte" -> Optional.of(">=");
                  case "lt" -> Optional.of("<");
                  case "lte" -> Optional.of("<=");
                  default -> Optional.empty();
                })
            .map(sign -> not + spaced(sign, said(condition)));
    // What would not be read back is not said.
    return text.filter(t ->
        said(t).filter(new Said(condition, isNegated(condition, negated))::equals).isPresent());
  }

  private static boolean isEmpty(Condition.Lookup condition) {
    return condition.value().equals(new Expr.Literal(""));
  }

  // An expression starts with a sign itself.
  private static String spaced(String sign, String value) {
    return value.startsWith("=") && !sign.isEmpty() ? sign + " " + value : sign + value;
  }

  private static boolean isNegated(Condition.Lookup condition, boolean negated) {
    return negated && !condition.path().endsWith("__isnull");
  }

  private String said(Condition.Lookup condition) {
    String value = ValueText.of(condition.value());
    return switch (lookup(condition.path()).orElse("")) {
      case "exact" -> isEmpty(condition) ? "''" : value;
      case "isnull" -> condition.value().equals(new Expr.Literal(true)) ? "null" : "!null";
      case "istartswith" -> value + "*";
      case "iendswith" -> "*" + value;
      case "range" -> value.replace(", ", "..");
      case "icontains" ->
          said(value).filter(s -> s.condition().path().endsWith("__icontains")).isPresent()
              ? value
              : '"' + value + '"';
      default -> value;
    };
  }

  // The lookup of a condition on this column: exact where it names none.
  private Optional<String> lookup(String name) {
    if (label.isPresent() && name.equals(label.get() + "__icontains")) {
      return Optional.of("icontains");
    }
    if (name.equals(path)) {
      return Optional.of("exact");
    }
    return name.startsWith(path + "__")
        ? Optional.of(name.substring(path.length() + 2))
        : Optional.empty();
  }

  private boolean isText() {
    Kind kind = kind();
    return label.isEmpty()
        && !ground.meaning(path).isRelation()
        && (kind == Kind.TEXT || kind == Kind.JSON || kind == Kind.ANY);
  }

  private Kind kind() {
    return ground.meaning(path).type().kind();
  }
}
